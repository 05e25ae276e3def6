"""How a house draws its official chart: what a pack says, made ready for one structure and one language.

The pack is the only place where such a setting is written; here it is only looked up. The defaults are
neutral, for a structure without a pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sotk.chart.layout.chart import PAPERS, Paper, Place
from sotk.locale import Language

if TYPE_CHECKING:
    from sotk.model import Structure
    from sotk.packs import ChartSettings, Pack

PLACES: Final[Mapping[str, Place]] = {
    "secretariat": "secretariat",
    "assistant": "adviser",
    "functional": "functional",
    "support": "support",
    "site": "support",
}
"""Where units of a role stand under the head; the roles not named here stand in the row."""

LINES: Final = {"solid": "komando", "dashed": "koordinasi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What a chart follows.

    `places` says where the children of the chart's head stand, by kind (`uptd`) or by the kind of the
    head and the kind (`uptd/subbagian`). `generic` names the kinds that the annex draws as one box, and
    the text of that box; `internal` the kinds that no annex shows. `title` is printed above the chart;
    `{name}` is the structure's. `instrument` and `signatory` are the offices of the annex.
    """

    layout: str = "bagan"
    places: Mapping[str, Place] = field(default_factory=dict)
    generic: Mapping[str, str] = field(default_factory=dict)
    internal: frozenset[str] = frozenset()
    title: tuple[str, ...] = ("{name}",)
    capitals: bool = False
    head_prints: str = "position"
    functional_line: str = "koordinasi"
    functional_side: str = "left"
    functional_grid: tuple[int, int] | None = (5, 3)
    instrument: str = ""
    signatory: str = ""
    signed: str = ""
    heading: Mapping[str, str] = field(default_factory=dict)
    """Words of the annex heading by field, in order; empty where a house has no annex."""
    paraf: tuple[str, ...] = ()
    paraf_rows: tuple[str, ...] = ()
    line_words: tuple[tuple[str, str], ...] = ()
    kind_names: Mapping[str, str] = field(default_factory=dict)
    paper: Paper = PAPERS["F4"]
    smallest_text: float = 6.0
    gap_sign: str = "filled-need"

    def place(self, head: str, kind: str) -> Place:
        """Where a unit of a kind stands under a head of another; in the row if nothing is said."""
        found = self.places.get(f"{head}/{kind}") or self.places.get(kind) or "line"
        if found == "functional" and self.functional_side != "left":
            return "secretariat" if self.functional_side == "right" else "line"
        return found


def conventions_of(pack: "Pack", structure: "Structure", language: Language) -> Conventions:
    """What a pack asks for the charts of a structure."""
    chart = pack.chart
    government = structure.header.government
    level = (government and government.level) or ""
    office = next((office for office in chart.offices if office.level == level), None)
    name = (government and government.name) or "..."
    return Conventions(
        layout=chart.layout,
        places=_places(pack),
        generic=_generic(pack) if chart.support_as_one else {},
        internal=frozenset(kind.id for kind in pack.kinds.values() if kind.role == "team"),
        title=(chart.title.said(language), "{name}"),
        capitals=chart.uppercase,
        head_prints=chart.head_prints,
        functional_line=LINES[chart.functional_line],
        functional_side=chart.functional_side,
        functional_grid=_grid(chart),
        instrument=office.instrument.replace("{government}", name) if office else "",
        signatory=office.signatory.replace("{government}", name) if office else "",
        signed=chart.signed or "",
        heading=dict(zip(chart.annex, chart.annex_words, strict=False)),
        paraf=chart.paraf,
        paraf_rows=chart.paraf_rows,
        line_words=_line_words(chart, language),
        kind_names={kind.id: kind.name.said(language) for kind in pack.kinds.values()},
        paper=paper_of(chart),
        smallest_text=float(chart.smallest_text),
        gap_sign=chart.gap_sign,
    )


def _places(pack: "Pack") -> dict[str, Place]:
    by_kind = {kind.id: PLACES[kind.role] for kind in pack.kinds.values() if kind.role in PLACES}
    beside: dict[str, Place] = dict.fromkeys(pack.chart.beside, "secretariat")
    return by_kind | beside


def _generic(pack: "Pack") -> dict[str, str]:
    """The short word for the kinds of which the annex draws one box."""
    supporting = (kind for kind in pack.kinds.values() if kind.role == "support")
    return {kind.id: kind.words[0] if kind.words else kind.name.id for kind in supporting}


def _grid(chart: "ChartSettings") -> tuple[int, int] | None:
    grid = chart.functional_columns, chart.functional_rows
    return grid if all(grid) else None


def _line_words(chart: "ChartSettings", language: Language) -> tuple[tuple[str, str], ...]:
    return (
        ("komando", chart.command_legend.said(language)),
        ("koordinasi", chart.coordination_legend.said(language)),
        ("fungsional", chart.functional_legend.said(language)),
    )


def paper_of(chart: "ChartSettings") -> Paper:
    """The paper of a house."""
    return replace(PAPERS[chart.page], margin=chart.margin).turned(chart.orientation)
