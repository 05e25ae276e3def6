"""What is illustrative: a star beside each text of it, and the notice at the top of every page."""

from collections.abc import Iterable
from typing import Final

from sotk.locale import Message, msg, say
from sotk.model import Position, Unit
from sotk.report.material import Material

STAR: Final = "*"


class Marks:
    """Remembers whether a star was set. One structure as a whole illustrative needs no stars."""

    def __init__(self, material: Material) -> None:
        self._material = material
        sides = [material.structure, *([material.base] if material.base else [])]
        listed = [side.header.illustrative for side in sides]
        scenario = material.scenario
        self.whole = any(each is True for each in listed) or bool(scenario and scenario.illustrative is True)
        named = [each for each in listed if not isinstance(each, bool)]
        self._names = frozenset(name for names in named for name in names)
        self._used = False

    def star(self, text: str, *names: str) -> str:
        """A text, with a star where one of these ids or fields (`id.field`) is illustrative."""
        if self.whole or not text or self._names.isdisjoint(names):
            return text
        self._used = True
        return text + STAR

    def unit(self, unit: Unit, text: str) -> str:
        """The name of a unit."""
        return self.star(text, unit.id, f"{unit.id}.name")

    def post(self, unit: Unit, post: Position, text: str, *fields: str) -> str:
        """A text that tells some fields of a post."""
        below = () if post is unit.head else (f"{unit.id}.positions",)
        return self.star(text, unit.id, post.id, *below, *(f"{post.id}.{field}" for field in fields))

    def duty(self, unit: Unit, duty: str, text: str) -> str:
        """The text of a duty."""
        return self.star(text, unit.id, duty, f"{duty}.text", f"{unit.id}.duties")

    def notice(self) -> str:
        """What stands at the top of every page; ask when all texts are made."""
        return " · ".join(say(each, self._material.language) for each in self._notices())

    def _notices(self) -> Iterable[Message]:
        if self.whole:
            yield msg("ILLUSTRATIVE DATA")
        elif self._used:
            yield msg("ILLUSTRATIVE DATA: what has a *")
        if self._material.partial:
            yield msg("INCOMPLETE: changes are open or could not be carried out")
