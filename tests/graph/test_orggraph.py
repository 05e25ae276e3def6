"""Chains, spans, depths and sizes; every table beside networkx on trees of any form."""

import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.graph import OrgGraph, functional_cycles, path_between, persons_reporting, to_networkx
from sotk.model import Filled, Header, Line, Position, Structure, Unit


def structure(
    children: dict[str, tuple[str, ...]], kinds: dict[str, str] | None = None, **given
) -> Structure:
    names = {"a", *children, *(child for below in children.values() for child in below)}
    units = {name: Unit(id=name, name=name, kind=(kinds or {}).get(name, "bidang")) for name in sorted(names)}
    return Structure(Header(id="s", name="S"), "a", units, children, **given)


@pytest.fixture
def graph() -> OrgGraph:
    tree = {"a": ("b", "c", "g"), "b": ("d", "e"), "e": ("f",)}
    return OrgGraph(structure(tree, {"g": "kjf"}), {"kjf"})


def test_a_chain_leads_from_a_unit_to_the_root(graph: OrgGraph) -> None:
    assert graph.chain("f") == ("f", "e", "b", "a")
    assert graph.chain("a") == ("a",)


def test_a_span_counts_offices_and_no_groups(graph: OrgGraph) -> None:
    assert graph.span("a") == 2
    assert graph.offices_below("a") == ("b", "c")
    assert graph.groups_below("a") == ("g",)


def test_a_group_stands_in_the_layer_of_its_unit(graph: OrgGraph) -> None:
    assert graph.depth("g") == 1
    assert graph.depth("f") == 4
    assert graph.layers == (("a",), ("b", "c"), ("d", "e"), ("f",))


def test_the_order_is_that_of_the_chart(graph: OrgGraph) -> None:
    assert graph.order == ("a", "b", "d", "e", "f", "c", "g")
    assert tuple(graph.branch("b")) == ("b", "d", "e", "f")


def test_a_way_goes_up_to_the_common_superior_and_down(graph: OrgGraph) -> None:
    assert path_between(graph, "f", "d") == ("f", "e", "b", "d")
    assert path_between(graph, "f", "b") == ("f", "e", "b")
    assert path_between(graph, "c", "c") == ("c",)


def test_functional_lines_may_make_a_circle() -> None:
    lines = [Line(source=one, target=two, kind="fungsional") for one, two in ("bc", "cb", "cd")]
    assert functional_cycles(structure({"a": ("b", "c", "d")}, lines=tuple(lines))) == (("b", "c"),)
    assert functional_cycles(structure({"a": ("b", "c")})) == ()


def test_persons_are_incumbents_where_known_else_the_posts_needed() -> None:
    tree = structure({"a": ("b", "g")}, {"g": "kjf"})
    positions = (
        Position(id="p1", title="A", need=5, filled=Filled(pns=1, pppk=1)),
        Position(id="p2", title="B", need=3),
    )
    units = {**tree.units, "g": Unit(id="g", name="g", kind="kjf", positions=positions)}
    span = persons_reporting(OrgGraph(Structure(tree.header, "a", units, tree.children), {"kjf"}), "a")
    assert (span.heads, span.posts, span.complete, span.at_least) == (1, 5, True, 6)


def test_a_position_without_numbers_leaves_the_span_open() -> None:
    tree = structure({})
    unit = Unit(id="a", name="a", kind="dinas", positions=(Position(id="p", title="A"),))
    span = persons_reporting(OrgGraph(Structure(tree.header, "a", {"a": unit}, {})), "a")
    assert not span.complete


trees = st.lists(st.integers(0, 30), max_size=30).map(
    lambda picks: {
        f"u{above}" if above else "a": tuple(
            f"u{n + 1}" for n, pick in enumerate(picks) if min(pick, n) == above
        )
        for above in {min(pick, n) for n, pick in enumerate(picks)}
    }
)


@given(trees, st.sets(st.integers(1, 30)))
@settings(deadline=None)
def test_every_table_agrees_with_networkx(tree: dict[str, tuple[str, ...]], groups: set[int]) -> None:
    built = structure(tree, {f"u{n}": "kjf" for n in groups})
    graph, peer = OrgGraph(built, {"kjf"}), to_networkx(built)
    offices = {unit for unit in built.units if graph.is_office(unit)}
    paths = nx.single_source_shortest_path(nx.DiGraph(peer), "a")
    lazy = OrgGraph(built, {"kjf"})
    for unit in built.units:
        layers = sum(above in offices for above in paths[unit])
        assert graph.depths[unit] == layers == lazy.depth(unit)
        assert graph.sizes[unit] == len(nx.descendants(peer, unit)) + 1
        below = {unit, *nx.descendants(peer, unit)}
        height = max(graph.depths[other] for other in below) - graph.depths[unit] + 1
        assert graph.heights[unit] == height == lazy.height(unit)


def test_networkx_is_loaded_only_when_asked_for() -> None:
    code = "import sys, sotk.graph, sotk.rules; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
