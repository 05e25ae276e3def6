"""Which unit a finding is about: the unit itself, or the one that carries the post or duty."""

from functools import cached_property

from sotk.findings import Subject
from sotk.model import Structure


class Subjects:
    """The units of the subjects of one structure; its tables are made when they are first needed."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    def unit(self, subject: Subject | None) -> str | None:
        """The unit of a subject; the root for the structure itself, None for what belongs to no unit."""
        if subject is None:
            return None
        if subject.entity == "structure":
            return self.structure.root
        if subject.entity == "unit":
            return subject.id if subject.id in self.structure.units else None
        return self._carriers.get((subject.entity, subject.id))

    @cached_property
    def _carriers(self) -> dict[tuple[str, str], str]:
        structure = self.structure
        found = {("position", post.id): unit.id for unit, post in structure.positions()}
        found |= {("duty", duty.id): unit.id for unit, duty in structure.duties()}
        found |= {("indicator", each.id): each.lead for each in structure.indicators if each.lead}
        return found
