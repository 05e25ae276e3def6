"""The law that holds for one structure: the regime of its day, and the limits and exemptions of its pack.

Everything here is data of the pack. Answers are kept, because thousands of units ask the same.
"""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from sotk.model import Header, Unit
from sotk.packs import Code, EchelonRule, Level, Limit, Pack, Title, Topic

_NEAR: Final = 0.88
"""Likeness (difflib) from which a title is taken for a slip of the pen."""


class Law:
    """What a pack says about a structure with a given header on a given day."""

    def __init__(self, pack: Pack, header: Header, today: date) -> None:
        self.pack = pack
        self.header = header
        self.today = today
        self.level = header.government.level if header.government else None
        self.agency_type = header.agency.type if header.agency else None
        self.affairs = header.agency.affairs if header.agency else ()
        self._limits: dict[tuple[object, ...], tuple[Limit, ...]] = {}
        self._undecided: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._known_codes: dict[str, bool] = {}
        self._levels_of: dict[str, tuple[Level, ...]] = {}
        self._near_titles: dict[str, Title | None] = {}
        self._echelons: dict[tuple[object, ...], EchelonRule | None] = {}

    @cached_property
    def day(self) -> date:
        """The day the law is asked for: that of the structure, else today."""
        return self.header.effective or self.today

    @cached_property
    def regime(self) -> str | None:
        """The regime the structure names, else the one in force on its day; None without a day."""
        found = self.pack.regime_at(self.header.effective, self.header.regime)
        return None if found is None else found.id

    @cached_property
    def groups(self) -> frozenset[str]:
        """Kinds that are no office: functional groups, service sites, teams."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if not kind.structural)

    @cached_property
    def agencies(self) -> frozenset[str]:
        """Kinds that may be an agency of their own."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if kind.agency)

    @cached_property
    def assistants(self) -> frozenset[str]:
        """Kinds that are staff to a head and lead no office: expert staff."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if kind.role == "assistant")

    @cached_property
    def supporting(self) -> frozenset[str]:
        """Kinds that stand beside the line: UPTD, branch offices."""
        return frozenset(kind.id for kind in self.pack.kinds.values() if kind.role == "support")

    @cached_property
    def _echelon_places(self) -> dict[str, tuple[int, str]]:
        echelons = self.pack.measures.echelons
        return {entry.id: (place, entry.category) for place, entry in enumerate(echelons)}

    def echelon_rank(self, echelon: str) -> int | None:
        """The place of an echelon from the top, 0 the highest; None for a stranger."""
        found = self._echelon_places.get(echelon)
        return None if found is None else found[0]

    def category_of(self, echelon: str) -> str | None:
        """The category of positions an echelon belongs to."""
        found = self._echelon_places.get(echelon)
        return None if found is None else found[1]

    @cached_property
    def codes(self) -> Mapping[str, Code]:
        """The nomenclature of the structure's level of government, by code."""
        return self.pack.codes().at(self.level)

    @cached_property
    def activities(self) -> tuple[Code, ...]:
        """The activities mandated for the affairs and the level.

        Without those of the supporting program, and of regions with special autonomy (other level digits).
        """
        if self.level is None or not self.affairs:
            return ()
        pattern = self.pack.code_pattern
        listed = self.pack.codes().activities(self.level, self.affairs)
        if pattern is None:
            return listed
        return tuple(
            code
            for code in listed
            if not pattern.is_supporting(code.code) and self.level in pattern.levels_of(code.code)
        )

    @cached_property
    def _detailed(self) -> frozenset[str]:
        return frozenset(
            code.code[: code.code.rfind(".")] for code in self.codes.values() if code.type == "sub-activity"
        )

    def lists_detail(self, code: str) -> bool:
        """Whether the nomenclature has entries of the same rank with the same beginning as a code."""
        parts = code.split(".")
        if len(parts) < 3:
            return False
        if len(parts) > 5:
            return ".".join(parts[:-1]) in self._detailed
        return ".".join(parts[:2]) in self._listed_affairs

    @cached_property
    def _listed_affairs(self) -> frozenset[str]:
        """Affairs whose activities the nomenclature holds."""
        return frozenset(
            ".".join(code.code.split(".")[:2]) for code in self.codes.values() if code.type == "activity"
        )

    def known_code(self, code: str) -> bool:
        """Whether the nomenclature has a code; those of the supporting program stand there for all affairs."""
        known = self._known_codes.get(code)
        if known is None:
            known = self._known_codes[code] = self._known_code(code)
        return known

    def levels_of(self, code: str) -> tuple[Level, ...]:
        """The levels of government a code belongs to; empty where it does not say."""
        found = self._levels_of.get(code)
        if found is None:
            pattern = self.pack.code_pattern
            found = self._levels_of[code] = () if pattern is None else pattern.levels_of(code)
        return found

    def _known_code(self, code: str) -> bool:
        pattern = self.pack.code_pattern
        if pattern is not None and pattern.is_supporting(code):
            code = ".".join(["X", "XX", *code.split(".")[2:]])
        return code in self.codes or (code.startswith("X.XX") and code.count(".") < 4)

    def code_name(self, code: str) -> str:
        """A code with its name, where the nomenclature has it."""
        entry = self.codes.get(code)
        return code if entry is None else f"{code} {entry.name}"

    @cached_property
    def titles(self) -> dict[str, Title]:
        """The nomenclature of position titles, by title in lower case."""
        return {title.title.casefold(): title for title in self.pack.titles()}

    def near_title(self, name: str) -> Title | None:
        """The title of the nomenclature that a title in lower case was perhaps meant to be."""
        if name not in self._near_titles:
            near = get_close_matches(name, self.titles, n=1, cutoff=_NEAR)
            self._near_titles[name] = self.titles[near[0]] if near else None
        return self._near_titles[name]

    @cached_property
    def _first_words(self) -> dict[str, list[tuple[str, str]]]:
        """Words of kinds with their kind, longest first, by their first word in lower case."""
        found: dict[str, list[tuple[str, str]]] = {}
        for kind in self.pack.kinds.values():
            for words in kind.words:
                found.setdefault(words.casefold().split()[0], []).append((words.casefold(), kind.id))
        return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}

    def kind_named(self, name: str) -> tuple[str, ...] | None:
        """The kinds whose longest words begin a name; None where it begins like no kind."""
        text = name.casefold()
        first = text.split(maxsplit=1)
        entries = self._first_words.get(first[0], ()) if first else ()
        found = [(words, kind) for words, kind in entries if text == words or text.startswith(words + " ")]
        longest = [kind for words, kind in found if words == found[0][0]]
        return tuple(longest) or None

    def has_limits(self, topic: Topic) -> bool:
        """Whether the pack says anything about a topic."""
        return any(limit.topic == topic for limit in self.pack.limits)

    def limits(self, topic: Topic, unit: Unit, parent: Unit | None) -> tuple[Limit, ...]:
        """The limits that hold for a unit; none where an exemption takes it out."""
        under = None if parent is None else parent.kind
        key = (topic, unit.kind, under, unit.unit_class, unit.retained is None, unit.exempt is None)
        found = self._limits.get(key)
        if found is None:
            found = self._limits[key] = self._found_limits(topic, unit, under)
        return found

    def undecided(self, topic: Topic, unit: Unit, parent: Unit | None) -> tuple[str, ...]:
        """What is not given, but decides whether a limit holds for a unit."""
        under = None if parent is None else parent.kind
        key = (topic, unit.kind, under, unit.unit_class)
        found = self._undecided.get(key)
        if found is None:
            found = self._undecided[key] = self.pack.undecided(
                topic,
                kind=unit.kind,
                under=under,
                agency_type=self.agency_type,
                regime=self.regime,
                level=self.level,
                unit_class=unit.unit_class,
            )
        return found

    def echelon(self, unit: Unit, parent: Unit | None) -> EchelonRule | None:
        """The echelons the head of a unit may have; None where the pack does not say."""
        under = None if parent is None else parent.kind
        key = (unit.kind, under, unit.unit_class)
        if key not in self._echelons:
            self._echelons[key] = self.pack.echelon(
                unit.kind, self.level, unit.unit_class, under=under, regime=self.regime
            )
        return self._echelons[key]

    def exempt(self, topic: Topic, unit: Unit) -> bool:
        """Whether an exemption of the pack takes a unit out of a topic."""
        said = {"always": True, "retained": unit.retained is not None, "exempt": unit.exempt is not None}
        return any(
            said[exemption.when]
            for exemption in self.pack.exemptions_for(
                topic, kind=unit.kind, regime=self.regime, level=self.level
            )
        )

    def _found_limits(self, topic: Topic, unit: Unit, under: str | None) -> tuple[Limit, ...]:
        if self.exempt(topic, unit):
            return ()
        return self.pack.limits_for(
            topic,
            kind=unit.kind,
            under=under,
            agency_type=self.agency_type,
            regime=self.regime,
            level=self.level,
            unit_class=unit.unit_class,
        )
