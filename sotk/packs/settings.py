"""What a pack says of itself: names, language, chart conventions, code pattern, templates."""

from dataclasses import field
from typing import Annotated, Final, Literal

from pydantic import Field

from sotk.locale import Language
from sotk.model.fields import Id, Name, Texts
from sotk.model.value import record
from sotk.packs.limit import Level
from sotk.packs.wording import Bilingual, Wording

COMMAND: Final = Bilingual(id="Garis komando", en="Line of command")
COORDINATION: Final = Bilingual(id="Garis koordinasi", en="Line of coordination")
FUNCTIONAL: Final = Bilingual(id="Garis fungsional", en="Functional line")
TITLE: Final = Bilingual(id="BAGAN ORGANISASI", en="ORGANIZATION CHART")


@record(frozen=True, slots=True, kw_only=True)
class LevelOffice:
    """Which instrument carries the annex of a level of government, and who signs it.

    `{government}` stands for the name of the government, such as Jawa Barat.
    """

    level: Literal["pusat", "provinsi", "kabupaten", "kota"]
    instrument: Name
    signatory: Name


@record(frozen=True, slots=True, kw_only=True)
class ChartSettings:
    """Conventions of the official chart. Lengths are in millimetres, text in points.

    `title` stands above the name of the structure. `head_prints` is what the top box says: the title of
    its position or the name of its unit. `functional_line` is the style of the line to the agency's box
    of functional posts, `functional_side` its place beside the trunk, `functional_grid` the columns and
    rows of the empty table below it. `support_as_one` draws all supporting units of a kind (UPTD) as one
    box on the annex. `beside` lists children that stand right of the trunk under a head of a certain
    kind, such as `uptd/subbagian`. `annex` lists the fields of the annex heading in order, `annex_words`
    the words before them; `offices` the instrument and signatory by level of government. `signed` is
    printed between the signing office and its name once the annex has a number. `paraf` is the head of
    the table of initials on drafts, `paraf_rows` its offices. `gap_sign` is the sign of the difference
    between incumbents and need.
    """

    layout: Literal["bagan", "tree"] = "tree"
    title: Wording = TITLE
    uppercase: bool = False
    head_prints: Literal["position", "unit"] = "unit"
    page: Literal["F4", "A4", "A3", "16:9"] = "A4"
    orientation: Literal["landscape", "portrait"] = "landscape"
    margin: Annotated[int, Field(ge=0, le=100)] = 12
    smallest_text: Annotated[int, Field(ge=4, le=24)] = 6
    functional_side: Literal["left", "right", "none"] = "none"
    functional_line: Literal["solid", "dashed"] = "solid"
    functional_columns: Annotated[int, Field(ge=0, le=10)] = 0
    functional_rows: Annotated[int, Field(ge=0, le=10)] = 0
    support_as_one: bool = False
    beside: Texts = ()
    command_legend: Wording = COMMAND
    coordination_legend: Wording = COORDINATION
    functional_legend: Wording = FUNCTIONAL
    annex: tuple[Literal["instrument", "number", "date", "title"], ...] = ()
    annex_words: Texts = ()
    offices: tuple[LevelOffice, ...] = ()
    signed: Name | None = None
    paraf: Texts = ()
    paraf_rows: Texts = ()
    gap_sign: Literal["filled-need", "need-filled"] = "filled-need"


@record(frozen=True, slots=True, kw_only=True)
class LevelDigits:
    """The digits of a code's level segment that belong to a level of government."""

    level: Level
    digits: Texts


@record(frozen=True, slots=True, kw_only=True)
class CodePattern:
    """How codes of the nomenclature are built; segments count from 1.

    The first `affair_segments` segments of a code are the affair (urusan) it belongs to.
    `level_segment` holds the level of government, as `levels` says; digits not listed are not judged.
    A code whose segment `supporting_segment` reads `supporting` belongs to every agency.
    """

    affair_segments: Annotated[int, Field(ge=1, le=9)] = 2
    level_segment: Annotated[int, Field(ge=1, le=9)]
    levels: tuple[LevelDigits, ...]
    supporting_segment: Annotated[int, Field(ge=1, le=9)]
    supporting: Name

    def affair_of(self, code: str) -> str | None:
        """The affair of a code; None where the code is too short to say."""
        segments = code.split(".")
        return ".".join(segments[: self.affair_segments]) if len(segments) >= self.affair_segments else None

    def levels_of(self, code: str) -> tuple[Level, ...]:
        """The levels of government a code belongs to; empty where the code does not say."""
        digit = _segment(code, self.level_segment)
        return tuple(entry.level for entry in self.levels if digit in entry.digits)

    def is_supporting(self, code: str) -> bool:
        return _segment(code, self.supporting_segment) == self.supporting


@record(frozen=True, slots=True, kw_only=True)
class Template:
    """A structure to start from: the file `templates/<id>.yaml`."""

    id: Id
    name: Wording


@record(frozen=True, slots=True, kw_only=True)
class PackHeader:
    """The file `pack.yaml`; `extends` names the pack whose content this one takes over and adds to."""

    id: Annotated[Id, Field(alias="pack")]
    name: Wording
    language: Language | None = None
    extends: Id | None = None
    chart: ChartSettings = field(default_factory=ChartSettings)
    codes: CodePattern | None = None
    templates: tuple[Template, ...] = ()


def _segment(code: str, number: int) -> str | None:
    segments = code.split(".")
    return segments[number - 1] if len(segments) >= number else None
