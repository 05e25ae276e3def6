"""What every valid structure keeps: asked of results, never of the code that made them."""

from collections import Counter

from sotk.model import Structure


def problems(structure: Structure) -> list[str]:
    """Every broken promise of a structure; none for a valid one."""
    found = []
    walked = [unit.id for unit in structure.walk()]
    if sorted(walked) != sorted(structure.units):
        found.append(f"walk {walked} is not the units {list(structure.units)}")
    for parent, below in structure.children.items():
        found += [
            f"{each} has no parent {parent}" for each in below if structure.units[each].parent != parent
        ]
        found += [f"{parent} has an empty list"] * (not below)
    found += [f"{unit} has the key {key}" for key, unit in structure.units.items() if unit.id != key]
    if structure.units[structure.root].parent is not None:
        found.append("the root has a parent")
    for name, ids in {
        "position": [position.id for _unit, position in structure.positions()],
        "duty": [duty.id for _unit, duty in structure.duties()],
        "objective": [each.id for each in structure.objectives],
        "indicator": [each.id for each in structure.indicators],
        "line": [each.id for each in structure.lines],
        "team": [each.id for each in structure.teams],
        "waiver": [each.id for each in structure.waivers],
    }.items():
        found += [f"two of {name} {id}" for id, times in Counter(ids).items() if times > 1]
    return found + _dangling(structure)


def _dangling(structure: Structure) -> list[str]:
    duties = {duty.id: duty.parent for _unit, duty in structure.duties()}
    objectives = {each.id: each.parent for each in structure.objectives}
    units = structure.units
    positions = {position.id for _unit, position in structure.positions()}
    found = [
        f"duty {id} below unknown {up}" for id, up in duties.items() if up is not None and up not in duties
    ]
    found += [
        f"objective {id} below {up}"
        for id, up in objectives.items()
        if up is not None and up not in objectives
    ]
    for above in (duties, objectives):
        for start in above:
            at, steps = above[start], 0
            while at is not None and steps <= len(above):
                at, steps = above.get(at), steps + 1
            if steps > len(above):
                found.append(f"{start} is below itself")
    for line in structure.lines:
        found += [f"line {line.id}"] * (line.source not in units or line.target not in units)
    for each in structure.indicators:
        names = [unit for unit in (each.lead, *each.supporters) if unit is not None]
        found += [f"indicator {each.id} names {unit}" for unit in names if unit not in units]
        found += [f"indicator {each.id}: {each.objective}"] * (
            each.objective is not None and each.objective not in objectives
        )
    for team in structure.teams:
        found += [f"team {team.id}"] * (team.unit is not None and team.unit not in units)
        found += [f"team {team.id}: {m}" for m in team.members if m not in units and m not in positions]
    return found
