"""Questions for which networkx has the better answer; it is imported only when one is asked."""

from typing import Any

from sotk.graph.orggraph import OrgGraph
from sotk.model import Structure


def to_networkx(structure: Structure) -> Any:
    """The structure as a `networkx.MultiDiGraph`.

    Nodes carry the name and kind of a unit; edges their relation: `komando`, `koordinasi` or
    `fungsional`.
    """
    import networkx as nx

    graph = nx.MultiDiGraph(name=structure.name)
    for unit in structure.walk():
        graph.add_node(unit.id, name=unit.name, kind=unit.kind)
    for above, below in structure.children.items():
        graph.add_edges_from((above, child, "komando") for child in below)
    known = structure.units
    for line in structure.lines:
        if line.source in known and line.target in known:
            graph.add_edge(line.source, line.target, line.kind)
    return graph


def functional_cycles(structure: Structure) -> tuple[tuple[str, ...], ...]:
    """Circles of functional lines, one for each knot of them; the tree of command has none.

    What cannot be in a circle is peeled off first, so that the usual case loads nothing.
    """
    lines = _without_ends(
        {(line.source, line.target) for line in structure.lines if line.kind == "fungsional"}
    )
    if not lines:
        return ()
    import networkx as nx

    graph = nx.DiGraph(sorted(lines))
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    return tuple(sorted(_circle(graph.subgraph(knot)) for knot in knots))


def _without_ends(lines: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The lines left when those that lead to or from a loose end are taken away, again and again."""
    while True:
        sources, targets = {source for source, _ in lines}, {target for _, target in lines}
        left = {(source, target) for source, target in lines if source in targets and target in sources}
        if left == lines:
            return lines
        lines = left


def path_between(graph: OrgGraph, start: str, end: str) -> tuple[str, ...]:
    """The way from one unit to another along command, up to their common superior and down again."""
    up, down = graph.chain(start), graph.chain(end)
    shared = set(up) & set(down)
    rise = [unit for unit in up if unit not in shared]
    fall = [unit for unit in down if unit not in shared]
    meeting = up[len(rise)]
    return (*rise, meeting, *reversed(fall))


def _circle(knot: Any) -> tuple[str, ...]:
    import networkx as nx

    return tuple(source for source, _ in nx.find_cycle(knot, min(knot)))
