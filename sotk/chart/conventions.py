"""How a house draws its official chart: words, places by kind, line styles. Data of a pack, as a value.

The names of kinds, offices and labels come from the pack; here stand only the neutral defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sotk.chart.layout.chart import PAPERS, Paper, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """Settings of a pack for charts.

    `places` says where the children of the chart's head stand, by kind (`uptd`) or by the kind of the
    head and the kind (`uptd/subbagian`). `generic` names the kinds that the annex draws as one box, and
    the text of that box. `title` and `subject` are printed above the chart; `{name}` is the structure's.
    `instruments` and `signatories` go by level of government; `{government}` is its name.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    generic: Mapping[str, str] = field(default_factory=dict)
    title: tuple[str, ...] = ("{name}",)
    capitals: bool = False
    head_prints: str = "position"
    """What the box at the top prints: the title of the head's `position`, or the name of the `unit`."""
    functional_line: str = "koordinasi"
    functional_side: str = "left"
    functional_grid: tuple[int, int] | None = (5, 3)
    instruments: Mapping[str, str] = field(default_factory=dict)
    signatories: Mapping[str, str] = field(default_factory=dict)
    heading: Mapping[str, str] = field(default_factory=dict)
    """Labels of the annex heading: `annex`, `number`, `date`, `title`; empty where a house has no annex."""
    paraf: tuple[str, ...] = ()
    """The head of the table of initials on drafts, such as No, Instansi, Paraf."""
    paraf_rows: tuple[str, ...] = ()
    kind_names: Mapping[str, str] = field(default_factory=dict)
    paper: Paper = PAPERS["F4"]

    def place(self, head: str, kind: str) -> Place:
        found = self.places.get(f"{head}/{kind}") or self.places.get(kind) or "line"
        if found == "functional" and self.functional_side == "right":
            return "secretariat"
        return found
