"""What holds for every structure: rules change nothing, order of keys is no meaning, an edit re-checks enough."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sotk.model import Agency, Duty, Government, Header, Indicator, Objective, Position, Structure, Unit
from sotk.packs import load_pack
from sotk.rules import Checked, checked

PACK = load_pack("pemda").pack
TODAY = date(2024, 1, 1)
KINDS = ("bidang", "seksi", "sekretariat", "subbagian", "uptd", "kjf", "satuan-pelayanan")
NAMES = ("Data", "Umum", "Pelayanan", "Rehabilitasi Sosial Anak")
CODES = (None, "1.06.04.1.01", "1.06.04.1.02", "1.06.04.2.01", "1.06.01.1.01")
TITLES = ("Analis", "Pengelola", "Pekerja Sosial Ahli Muda")

positions = st.builds(
    lambda title, category, job_class, need, filled: Position(
        id="p", title=title, category=category, job_class=job_class, need=need, filled=filled
    ),
    st.sampled_from(TITLES),
    st.sampled_from((None, "pelaksana", "fungsional")),
    st.sampled_from((None, 5, 9, 15)),
    st.sampled_from((None, 0, 3, 20)),
    st.sampled_from((None, 0, 2)),
)
heads = st.builds(
    lambda echelon, job_class: Position(id="h", title="Kepala", echelon=echelon, job_class=job_class),
    st.sampled_from((None, "II.a", "III.a", "IV.a")),
    st.sampled_from((None, 9, 12, 15)),
)
duties = st.builds(
    lambda text, code, role: Duty(id="d", text=text, code=code, role=role),
    st.sampled_from(("penyusunan rencana", "pelayanan rehabilitasi", "evaluasi")),
    st.sampled_from(CODES),
    st.sampled_from(("owner", "executor")),
)


def unit(ident: str, draw: Any) -> Unit:
    return Unit(
        id=ident,
        name=draw(st.sampled_from(NAMES)),
        kind=draw(st.sampled_from(KINDS)),
        head=next(iter(own(f"h-{ident}", [head] if (head := draw(st.none() | heads)) else [])), None),
        positions=tuple(own(ident, draw(st.lists(positions, max_size=2)))),
        duties=tuple(own(ident, draw(st.lists(duties, max_size=2)))),
        unit_class=draw(st.sampled_from((None, "A", "B"))),
        hours=draw(st.sampled_from((None, 4000, 12000))),
    )


def own(ident: str, values: list[Any]) -> list[Any]:
    """Values with ids that no other unit has."""
    return [
        replace(value, id=f"{type(value).__name__[0].lower()}-{ident}-{n}") for n, value in enumerate(values)
    ]


@st.composite
def structures(draw: Any) -> Structure:
    size = draw(st.integers(1, 9))
    units = {"root": replace(unit("root", draw), kind="dinas")}
    children: dict[str, tuple[str, ...]] = {}
    for n in range(size):
        ident = f"u{n}"
        above = draw(st.sampled_from(sorted(units)))
        units[ident] = unit(ident, draw)
        children[above] = (*children.get(above, ()), ident)
    header = Header(
        id="s",
        name="S",
        pack="pemda",
        agency=Agency(type=draw(st.sampled_from((None, "A", "C"))), affairs=("1.06",)),
        government=Government(level="provinsi"),
        effective=draw(st.sampled_from((None, date(2017, 1, 1), date(2022, 6, 1)))),
    )
    objective = Objective(id="o1", text="Meningkatnya kesejahteraan")
    indicator = Indicator(
        id="i1", text="Persentase", objective="o1", lead=draw(st.sampled_from(sorted(units)))
    )
    return Structure(header, "root", units, children, objectives=(objective,), indicators=(indicator,))


@st.composite
def edits(draw: Any, before: Structure) -> Structure:
    chosen = draw(st.sampled_from(sorted(before.units)))
    kind = draw(st.sampled_from(("change", "remove", "add", "move", "header", "indicators")))
    units, children = dict(before.units), dict(before.children)
    parents = {child: above for above, below in children.items() for child in below}
    if kind == "change":
        units[chosen] = replace(unit(chosen, draw), kind="dinas" if chosen == "root" else "bidang")
    elif kind == "add":
        units["new"] = unit("new", draw)
        children[chosen] = (*children.get(chosen, ()), "new")
    elif kind == "header":
        return replace(before, header=replace(before.header, agency=Agency(type="B")))
    elif kind == "indicators":
        return replace(before, indicators=())
    elif chosen != "root":
        branch = {found.id for found in before.walk(chosen)}
        above = parents[chosen]
        children[above] = tuple(child for child in children[above] if child != chosen)
        if kind == "remove":
            units = {ident: value for ident, value in units.items() if ident not in branch}
            children = {ident: below for ident, below in children.items() if ident not in branch}
        else:
            target = draw(st.sampled_from(sorted(before.units.keys() - branch)))
            children[target] = (*children.get(target, ()), chosen)
        children = {ident: below for ident, below in children.items() if below}
    return replace(before, units=units, children=children)


def run(structure: Structure, previous: Checked | None = None) -> Checked:
    return checked(structure, PACK, today=TODAY, previous=previous, strict=True)


QUIET = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(structures())
def test_rules_never_change_what_they_look_at(structure: Structure) -> None:
    kept = deepcopy(structure)
    run(structure)
    assert structure == kept


@QUIET
@given(structures(), st.randoms(use_true_random=False))
def test_the_order_of_keys_is_no_meaning(structure: Structure, random: Any) -> None:
    names, above = list(structure.units), list(structure.children)
    random.shuffle(names)
    random.shuffle(above)
    shuffled = replace(
        structure,
        units={name: structure.units[name] for name in names},
        children={name: structure.children[name] for name in above},
    )
    assert run(shuffled).findings == run(structure).findings


@QUIET
@given(st.data())
def test_an_edit_re_checks_all_it_touched(data: Any) -> None:
    before = data.draw(structures())
    after = data.draw(edits(before))
    again = run(after, previous=run(before))
    assert again.findings == run(after).findings
    assert run(before, previous=again).findings == run(before).findings
