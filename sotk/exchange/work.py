"""What the steps of one import share: the pack, the repairs, the findings and the ids handed out."""

from dataclasses import dataclass, field

from sotk.exchange.drafts import Ids, UnitDraft
from sotk.exchange.kinds import Kinds
from sotk.exchange.questions import Questions
from sotk.exchange.repairs import Repairs
from sotk.exchange.rows import Row
from sotk.findings import Finding


@dataclass(slots=True)
class Work:
    """The state of one import. `holders`: names of persons are asked for."""

    kinds: Kinds
    repairs: Repairs
    questions: Questions
    holders: bool
    findings: list[Finding] = field(default_factory=list)
    units: list[UnitDraft] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    seeds: list[UnitDraft] = field(default_factory=list)
    """Units of the base, where the tables give only a part."""
    named: dict[tuple[str, str], UnitDraft] = field(default_factory=dict)
    """Units that tables without a list of units name, so that the sheets of a workbook share them."""
    unit_ids: Ids = field(default_factory=Ids)
    twice: list[tuple[Row, str]] = field(default_factory=list)
    """Rows whose id stands in a row before."""
    not_read: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Cells whose value could not be read, by table and field."""

    def unread(self, row: Row, field_name: str) -> None:
        """Note a cell whose value is none that its column may hold."""
        self.not_read.setdefault((row.reading.table.name, field_name), []).append(row.cell(field_name))

    def new_unit(self, row: Row | None, name: str, key: str = "", *, field_name: str = "unit") -> UnitDraft:
        """A draft with an id of its own: that which was written where it can be one, else one from the name."""
        made = self.unit_ids.make(key or name)
        if row is not None and made != key:
            self.repairs.add("id-made", row.cell("id" if key else field_name), key, made, done=True)
        draft = UnitDraft(made, name, row, key=key, names=(name,))
        self.units.append(draft)
        return draft
