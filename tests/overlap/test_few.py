"""The search among few duties gives up pairs by bounds; what it finds is what comparing all pairs finds."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.overlap import Statement, read
from sotk.overlap.few import Few
from sotk.overlap.judge import likeness
from tests.overlap.statements import duties, statements

MANY = 100_000
Scored = list[tuple[float, int, int]]


def by_comparing_all(some: list[Statement], threshold: float) -> Scored:
    readings = [read(each) for each in some]
    found = [
        (score, i, j)
        for i, j in combinations(range(len(some)), 2)
        if (not some[i].holder or some[i].holder != some[j].holder)
        and (score := likeness(readings[i], readings[j])) >= threshold
    ]
    return sorted(found, key=lambda one: (-one[0], one[1:]))


@given(st.lists(statements, min_size=2, max_size=12), st.sampled_from([0.0, 0.05, 0.3, 0.5, 0.9]))
@settings(deadline=None)
def test_of_any_duties_those_pairs_are_found_that_comparing_all_finds(
    some: list[Statement], threshold: float
) -> None:
    assert Few(some).pairs(threshold, MANY) == by_comparing_all(some, threshold)


@pytest.mark.parametrize("threshold", [0.2, 0.5, 0.7])
def test_of_an_agency_those_pairs_are_found_that_comparing_all_finds(threshold: float) -> None:
    some = duties("dinsos-gorontalo/dinsos.yaml")
    found = Few(some).pairs(threshold, MANY)
    assert found == by_comparing_all(some, threshold)
    assert found


def test_a_score_that_is_rounded_up_to_the_threshold_is_found() -> None:
    some = duties("dinsos-gorontalo/dinsos.yaml")
    every = by_comparing_all(some, 0.0)
    for score, i, j in every[20:120:10]:
        assert (score, i, j) in Few(some).pairs(score, MANY)


def test_duties_near_one_are_those_of_its_pairs_also_after_an_edit() -> None:
    some = duties("dinsos-gorontalo/dinsos.yaml")
    search = Few([Statement("pembinaan koperasi tenun", "Seksi Lain"), *some[1:-1]])
    search.replace(0, some[0])
    search.add(some[-1:])
    assert search.pairs(0.5, MANY) == Few(some).pairs(0.5, MANY)
    at = search.pairs(0.5, 1)[0][1]
    partners = {(score, j if i == at else i) for score, i, j in search.pairs(0.5, MANY) if at in (i, j)}
    assert set(search.near(some[at], 0.5)) == partners
