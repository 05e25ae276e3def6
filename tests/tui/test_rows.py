"""The lines of the tree, found when they are asked for, equal those of a plain listing."""

from hypothesis import given
from hypothesis import strategies as st

from sotk.model import AddUnit, MoveUnit, RemoveUnit, Scenario, Set, Structure, Unit
from sotk.model.header import Header
from sotk.session import Document
from sotk.session.document import amended
from sotk.session.edits import Change
from sotk.session.standing import standing
from sotk.tui.rows import BAR, BLANK, CORNER, TEE, Row, Rows


def listing(structure, opened, ghosts):
    """Every line from the top: what the tree would show if it laid out all of it."""
    found = [Row(structure.root, "")]

    def below(unit, before):
        if unit not in opened:
            return
        entries = [(child, None) for child in structure.below(unit)]
        entries += [(ghost.id, ghost) for ghost in ghosts.get(unit, ())]
        for at, (name, ghost) in enumerate(entries):
            last = at == len(entries) - 1
            found.append(Row(name, before + (CORNER if last else TEE), ghost))
            if ghost is None:
                below(name, before + (BLANK if last else BAR))

    below(structure.root, "")
    return found


@st.composite
def structures(draw):
    parents = draw(st.lists(st.integers(0, 30), max_size=25))
    units = {"u0": Unit(id="u0", name="Unit 0", kind="company")}
    children = {}
    for number, choice in enumerate(parents, 1):
        above = f"u{choice % number}"
        units[f"u{number}"] = Unit(id=f"u{number}", name=f"Unit {number}", kind="team", parent=above)
        children[above] = (*children.get(above, ()), f"u{number}")
    return Structure(Header(id="s", name="S", pack="generic"), "u0", units, children)


def operation(draw, structure, number):
    units = sorted(structure.units)
    unit, other = draw(st.sampled_from(units)), draw(st.sampled_from(units))
    match draw(st.sampled_from(("move", "add", "remove", "rename"))):
        case "move":
            return MoveUnit(unit=unit, under=other)
        case "add":
            team = {"id": f"n{number}", "name": "New", "kind": "team"}
            return AddUnit(under=unit, unit=team | {"units": [team | {"id": f"m{number}"}]})
        case "remove":
            return RemoveUnit(unit=unit)
        case _:
            return Set(entity="unit", id=unit, field="name", value=f"Name {number}")


@given(structures(), st.data())
def test_lines_found_after_edits_are_those_of_the_whole_listing_made_anew(structure, data):
    document = Document.proposal(structure, Scenario(id="p", name="P", base="s.yaml", operations=()))
    opened = set(data.draw(st.sets(st.sampled_from(sorted(structure.units)))))
    rows = Rows(structure, {}, opened)
    for number in range(data.draw(st.integers(0, 6))):
        if data.draw(st.booleans()):
            unit = data.draw(st.sampled_from(sorted(document.structure.units)))
            if unit in opened:
                rows.shut(unit)
                opened.discard(unit)
            else:
                rows.open((unit,))
                opened.add(unit)
        made = amended(document, Change((operation(data.draw, document.structure, number),))).document
        there_and_back = (made, document, made) if data.draw(st.booleans()) else (made,)
        for now in there_and_back:
            opened |= now.structure.children.keys() - document.structure.children.keys()
            rows.follow(now.structure, standing(now).ghosts)
            document = now
        ghosts = standing(document).ghosts
        plain = listing(document.structure, opened, ghosts)
        assert len(rows) == len(plain)
        assert rows.window(0, len(plain)) == plain
        start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(plain) + 2)] * 2)))
        assert rows.window(start, stop) == plain[start:stop]
        places = {row.id: at for at, row in enumerate(plain) if row.ghost is None}
        assert {unit: rows.place(unit) for unit in document.structure.units} == {
            unit: places.get(unit) for unit in document.structure.units
        }
