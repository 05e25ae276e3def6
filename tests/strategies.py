"""Generated structures and histories: general and valid, with everything that a structure can hold.

Hypothesis draws a size and a seed, which shrink; the rest follows from the seed, which is fast.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from sotk.model import (
    Add,
    AddUnit,
    Agency,
    Annex,
    Conflict,
    Duty,
    Filled,
    Government,
    Header,
    Holder,
    Indicator,
    LegalBasis,
    Line,
    MergeUnits,
    Move,
    MoveUnit,
    Objective,
    Operation,
    Part,
    Position,
    Remove,
    RemoveUnit,
    Reorder,
    Set,
    SplitUnit,
    Structure,
    Team,
    TransferDuty,
    Unit,
    Waiver,
    WorkloadLine,
)
from sotk.scenario import apply

WORDS = ("data", "Bidang Rehabilitasi", "no", "012", "1:30", "Seksi <A> & B", "kasus viral", "ß—é")
POOL = 12
IDS = {
    "unit": [f"u{n}" for n in range(POOL)],
    "position": [*(f"p{n}" for n in range(POOL)), "u1", "u2"],
    "duty": [f"d{n}" for n in range(2 * POOL)],
    "objective": [f"o{n}" for n in range(5)],
    "indicator": [f"i{n}" for n in range(5)],
    "line": ["u0>u1:koordinasi", "u1>u2:koordinasi"],
    "team": ["t0", "t1", "t2"],
    "waiver": ["w0", "w1"],
    "conflict": ["c0", "c1"],
}


class Chance:
    """Choices that follow from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def one(self, choices: Any) -> Any:
        return self.random.choice(list(choices))

    def maybe(self, make: Callable[[], Any]) -> Any:
        return make() if self.random.random() < 0.4 else None

    def word(self) -> str:
        return self.one(WORDS)

    def words(self, most: int = 2) -> tuple[str, ...]:
        return tuple(self.word() for _ in range(self.count(most)))

    def some(self, choices: Any, most: int) -> list[Any]:
        pool = list(choices)
        return self.random.sample(pool, min(len(pool), self.count(most)))

    def count(self, most: int) -> int:
        return self.random.randint(0, most)

    def day(self) -> date:
        return date(2016, 1, 1) + timedelta(days=self.count(4000))

    def decimal(self) -> Decimal:
        return Decimal(self.count(100_000)) / 100

    def by_year(self, make: Callable[[], Any]) -> dict[int, Any]:
        return {year: make() for year in self.some(range(2018, 2026), 2)}

    def shuffled(self, items: Any) -> list[Any]:
        pool = list(items)
        self.random.shuffle(pool)
        return pool


@st.composite
def structures(draw: Any, max_units: int = 9) -> Structure:
    """A valid structure; ids come from a pool, so that two of them share some and not others."""
    return structure(Chance(draw(st.integers(0, 2**32))), draw(st.integers(1, max_units)))


@st.composite
def histories(draw: Any, max_operations: int = 6) -> tuple[Structure, tuple[Operation, ...], Structure]:
    """A structure, operations on it, and what they make of it; refused ones are among them."""
    base = draw(structures())
    done, at = [], base
    for _ in range(draw(st.integers(0, max_operations))):
        done.append(draw(operations(at)))
        at = apply(at, done[-1]).structure
    return base, tuple(done), at


@st.composite
def operations(draw: Any, structure: Structure) -> Operation:
    """An operation that names mostly what is there; it may be refused."""
    return operation(Chance(draw(st.integers(0, 2**32))), structure)


def shuffled(structure: Structure) -> Structure:
    """The same structure with the keys of its mappings in another order."""
    return replace(structure, units=dict(reversed(structure.units.items())))


class _Maker:
    """Hands out ids, each once."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.free = {entity: chance.shuffled(ids) for entity, ids in IDS.items()}
        self.duties_made: list[str] = []

    def duties(self, most: int) -> tuple[Duty, ...]:
        chance, made = self.chance, []
        for _ in range(chance.count(most)):
            if not self.free["duty"]:
                break
            made.append(
                Duty(
                    id=self.free["duty"].pop(),
                    text=chance.word(),
                    level=chance.one(["tugas", "fungsi", "uraian"]),
                    parent=chance.maybe(lambda: chance.one(self.duties_made)) if self.duties_made else None,
                    role=chance.one(["owner", "executor"]),
                    code=chance.maybe(lambda: "1.06"),
                    clients=chance.words(),
                )
            )
            self.duties_made.append(made[-1].id)
        return tuple(chance.shuffled(made))

    def position(self) -> Position | None:
        chance = self.chance
        if not self.free["position"]:
            return None
        return Position(
            id=self.free["position"].pop(),
            title=chance.word(),
            category=chance.one([None, "pengawas", "fungsional"]),
            echelon=chance.maybe(lambda: "III.a"),
            job_class=chance.maybe(lambda: 12),
            need=chance.maybe(lambda: chance.count(9)),
            filled=chance.one([None, 0, 3, Filled(), Filled(pns=1, pppk=2)]),
            retirements=chance.by_year(lambda: chance.count(5)),
            workload=tuple(
                WorkloadLine(task=chance.word(), volume=chance.decimal(), minutes=chance.decimal())
                for _ in range(chance.count(1))
            ),
            duties=self.duties(1),
            acting=chance.one([True, False]),
            holders=tuple(Holder(name=chance.word(), nip="012") for _ in range(chance.count(1))),
        )


def structure(chance: Chance, size: int) -> Structure:
    maker = _Maker(chance)
    ids = chance.shuffled(IDS["unit"])[:size]
    units: dict[str, Unit] = {}
    children: dict[str, list[str]] = {}
    for id in ids:
        parent = chance.one(units) if units else None
        units[id] = _unit(chance, maker, id, parent)
        if parent is not None:
            siblings = children.setdefault(parent, [])
            siblings.insert(chance.count(len(siblings)), id)
    return Structure(
        header=_header(chance),
        root=ids[0],
        units=units,
        children={parent: tuple(below) for parent, below in children.items()},
        **_relations(chance, units),
    )


def _unit(chance: Chance, maker: _Maker, id: str, parent: str | None) -> Unit:
    return Unit(
        id=id,
        name=chance.word(),
        kind=chance.one(["bidang", "seksi", "uptd"]),
        parent=parent,
        short=chance.maybe(chance.word),
        head=chance.maybe(maker.position),
        positions=tuple(each for _ in range(chance.count(2)) if (each := maker.position())),
        duties=maker.duties(2),
        unit_class=chance.one([None, "A", "B"]),
        hours=chance.maybe(lambda: chance.count(9000)),
        criteria=chance.words(),
        effective=chance.maybe(chance.day),
        legal_basis=_legal_basis(chance),
        lineage=tuple(chance.some(["u0", "u1", "u2", "lama"], 2)),
    )


def _legal_basis(chance: Chance) -> tuple[LegalBasis, ...]:
    return tuple(
        LegalBasis(instrument=chance.word(), number=chance.maybe(chance.word)) for _ in range(chance.count(1))
    )


def _header(chance: Chance) -> Header:
    return Header(
        id=chance.one(["dinsos", "dinsos-jabar"]),
        name=chance.word(),
        pack=chance.one(["generic", "pemda"]),
        government=chance.maybe(lambda: Government(level=chance.one(["provinsi", None]), name=chance.word())),
        agency=chance.maybe(lambda: Agency(type="A", score=chance.count(1000))),
        regime=chance.maybe(lambda: "penyederhanaan"),
        legal_basis=_legal_basis(chance),
        effective=chance.maybe(chance.day),
        status=chance.one(["eksisting", "usulan"]),
        illustrative=chance.one([True, False, ("u1.name", "d2")]),
        annex=chance.maybe(lambda: Annex(number=chance.word())),
        notes=chance.maybe(chance.word),
    )


def _relations(chance: Chance, units: dict[str, Unit]) -> dict[str, Any]:
    positions = [each.id for unit in units.values() for each in (unit.head, *unit.positions) if each]
    objectives: list[Objective] = []
    for id in chance.some(IDS["objective"], 4):
        parent = chance.maybe(lambda: chance.one(objectives).id) if objectives else None
        objectives.append(Objective(id=id, text=chance.word(), parent=parent, csf=chance.maybe(chance.word)))
    indicators = [
        Indicator(
            id=id,
            text=chance.word(),
            objective=chance.maybe(lambda: chance.one(objectives).id) if objectives else None,
            lead=chance.maybe(lambda: chance.one(units)),
            supporters=tuple(chance.some(units, 2)),
            baseline=chance.maybe(chance.decimal),
            targets=chance.by_year(chance.decimal),
        )
        for id in chance.some(IDS["indicator"], 3)
    ]
    lines = {
        line.id: line
        for line in (
            Line(
                source=source,
                target=chance.one(set(units) - {source}),
                kind=kind,
                notes=chance.maybe(chance.word),
            )
            for source in (chance.some(units, 3) if len(units) > 1 else [])
            for kind in chance.some(["koordinasi", "fungsional"], 2)
        )
    }
    teams = [
        Team(
            id=id,
            name=chance.word(),
            unit=chance.maybe(lambda: chance.one(units)),
            leader=chance.one([None, "Ketua Tim", *positions]),
            members=tuple(dict.fromkeys(chance.some([*units, *positions], 3))),
        )
        for id in chance.some(IDS["team"], 2)
    ]
    waivers = [
        Waiver(id=id, rule="SPN001", unit=chance.maybe(lambda: chance.one(units)), reason=chance.word())
        for id in chance.some(IDS["waiver"], 2)
    ]
    conflicts = [
        Conflict(
            id=id, kind="field", entity="unit", subject="u0", field="name", ours=chance.word(), theirs="x"
        )
        for id in chance.some(IDS["conflict"], 1)
    ]
    return {
        "objectives": tuple(chance.shuffled(objectives)),
        "indicators": tuple(indicators),
        "lines": tuple(lines.values()),
        "teams": tuple(teams),
        "waivers": tuple(waivers),
        "conflicts": tuple(conflicts),
    }


def operation(chance: Chance, structure: Structure) -> Operation:
    units = [*structure.units, "stranger"]
    present: dict[str, list[str]] = {
        "unit": list(structure.units),
        "position": [position.id for _unit, position in structure.positions()],
        "duty": [duty.id for _unit, duty in structure.duties()],
        **{
            entity: [each.id for each in getattr(structure, f"{entity}s")]
            for entity in ("objective", "indicator", "line", "team", "waiver", "conflict")
        },
    }
    entity = chance.one(present)
    named = chance.one(present[entity] or IDS[entity])
    duty = chance.one(present["duty"] or ["d0"])
    owner = chance.one([*units, *present["position"]])
    make = chance.one(
        [
            lambda: AddUnit(under=chance.one(units), unit=_raw_unit(chance), before=_sibling(chance, units)),
            lambda: RemoveUnit(unit=chance.one(units), duties_to=chance.one([None, *units])),
            lambda: MoveUnit(unit=chance.one(units), under=chance.one(units), after=_sibling(chance, units)),
            lambda: MergeUnits(
                units=tuple(chance.one(units) for _ in range(2)),
                into=_raw_unit(chance) | chance.one([{}, {"parent": chance.one(units)}]),
            ),
            lambda: SplitUnit(
                unit=chance.one(units),
                into=(
                    Part(unit=_raw_unit(chance), duties=chance.one([(), (duty,)])),
                    Part(unit=_raw_unit(chance), units=chance.one([(), (chance.one(units),)])),
                ),
            ),
            lambda: TransferDuty(duty=duty, to=owner),
            lambda: Add(
                entity=entity,
                to=owner,
                value=_raw(chance, entity, units, present),
                before=_sibling(chance, [named]),
            ),
            lambda: Remove(entity=entity, id=named),
            lambda: Move(entity=entity, id=named, to=owner, after=_sibling(chance, present[entity] or ["x"])),
            lambda: _reorder(chance, structure),
            lambda: _set(chance, entity, named, units, present),
            lambda: Set(entity="structure", field="root", value=chance.one(units)),
            lambda: Set(entity="structure", field="name", value=chance.word()),
        ]
    )
    return make()


def _sibling(chance: Chance, choices: list[str]) -> str | None:
    return chance.maybe(lambda: chance.one(choices))


def _raw_unit(chance: Chance) -> dict[str, Any]:
    raw: dict[str, Any] = {"id": chance.one(IDS["unit"]), "name": chance.word(), "kind": "seksi"}
    if chance.count(2) == 0:
        raw["duties"] = [{"id": chance.one(IDS["duty"]), "text": "tugas"}]
    if chance.count(2) == 0:
        raw["head"] = {"id": chance.one(IDS["position"]), "title": "Kepala"}
    if chance.count(3) == 0:
        raw["units"] = [{"id": chance.one(IDS["unit"]), "name": chance.word(), "kind": "seksi"}]
    return raw


def _raw(chance: Chance, entity: str, units: list[str], present: dict[str, list[str]]) -> dict[str, Any]:
    values: dict[str, dict[str, Any]] = {
        "unit": {"name": "U"},
        "position": {"title": "Analis", "need": "3"},
        "duty": {"text": "melaksanakan", "parent": chance.one([None, *present["duty"]])},
        "objective": {"text": "kondisi", "parent": chance.one([None, *present["objective"]])},
        "indicator": {"text": "IKU", "lead": chance.one([None, *units]), "targets": {"2024": "1.10"}},
        "line": {"from": chance.one(units), "to": chance.one(units)},
        "team": {"name": "Tim", "members": [chance.one(units)]},
        "waiver": {"rule": "SPN001", "reason": "bertahap", "unit": chance.one(units)},
        "conflict": {"kind": "field", "entity": "unit", "subject": "u1"},
    }
    return values[entity] if entity == "line" else {"id": chance.one(IDS[entity])} | values[entity]


def _reorder(chance: Chance, structure: Structure) -> Reorder:
    unit = chance.one(structure.units)
    return Reorder(under=unit, order=tuple(chance.shuffled(structure.below(unit))) or ("x",))


def _set(chance: Chance, entity: str, named: str, units: list[str], present: dict[str, list[str]]) -> Set:
    field, value = chance.one(
        [
            ("name", "Nama Baru"),
            ("title", "Jabatan Baru"),
            ("text", "uraian baru"),
            ("class", "A"),
            ("need", "12"),
            ("need", "dua belas"),
            ("nmae", "x"),
            ("parent", named),
            ("parent", chance.one(present[entity] or ["x"])),
            ("lead", chance.one(units)),
            ("head", chance.one([None, *present["position"]])),
            ("objective", chance.one(present["objective"] or ["o0"])),
            ("from", chance.one(units)),
            ("notes", None),
            ("name", None),
            ("from", ["u1", "u2"]),
        ]
    )
    return Set(entity=entity, id=named, field=field, value=value)
