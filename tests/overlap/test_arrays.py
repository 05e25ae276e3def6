"""Many duties are searched through arrays; every score is the one that comparing the two alone would give."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.overlap import Statement, read
from sotk.overlap.arrays.columns import Columns
from sotk.overlap.arrays.estimate import Estimate
from sotk.overlap.arrays.many import Many
from sotk.overlap.arrays.meeting import Pairs
from sotk.overlap.arrays.scores import scores
from sotk.overlap.few import Few
from sotk.overlap.judge import likeness
from tests.overlap.statements import duties, statements

EXACT = 1e-9


@given(st.lists(statements, min_size=2, max_size=12), st.sampled_from([0.0, 0.3, 0.5]))
@settings(deadline=None)
def test_any_pair_scores_in_a_batch_what_it_scores_alone(some: list[Statement], threshold: float) -> None:
    readings = [read(each) for each in some]
    columns = Columns()
    table = columns.table(readings)
    every = np.array([(i, j) for i in range(len(some)) for j in range(len(some))])
    found = scores(table, table, Pairs(*every.T), columns.groupings.masks(), threshold)
    for (i, j), score in zip(every.tolist(), found.tolist(), strict=True):
        alone = likeness(readings[i], readings[j])
        assert score == pytest.approx(alone, abs=EXACT) or (score == 0 and alone < threshold)


@pytest.mark.parametrize("agency", ["dinsos-jabar/eksisting.yaml", "dinsos-gorontalo/dinsos.yaml"])
def test_the_search_through_arrays_finds_the_sure_overlaps_that_comparing_all_finds(agency: str) -> None:
    some = duties(agency)
    every = {(i, j): score for score, i, j in Few(some).pairs(0.5, 100_000)}
    found = {(i, j): score for score, i, j in Many(some).pairs(0.5, 100_000)}
    assert every.items() >= found.items()
    assert {pair for pair, score in every.items() if score >= 0.7} <= found.keys()
    assert len(found) >= 0.9 * len(every)


def test_of_many_pairs_the_surest_are_kept_when_only_some_are_asked_for() -> None:
    some = duties("dinsos-jabar/eksisting.yaml")
    assert Many(some).pairs(0.5, 10) == Many(some).pairs(0.5, 100_000)[:10]


def test_an_edited_or_added_duty_leaves_the_table_as_if_it_had_been_read_so() -> None:
    some = duties("dinsos-jabar/eksisting.yaml")
    edited = Many([Statement("pembinaan koperasi tenun", "Seksi Lain"), *some[1:-1]])
    edited.replace(0, some[0])
    edited.add(some[-1:])
    assert edited.pairs(0.4, 1000) == Many(some).pairs(0.4, 1000)
    assert edited.near(some[0], 0.3) == Many(some).near(some[0], 0.3)


def test_duties_near_one_are_those_of_its_pairs() -> None:
    some = duties("dinsos-gorontalo/dinsos.yaml")
    search = Many(some)
    pairs = search.pairs(0.5, 1000)
    at = pairs[0][1]
    partners = {(score, j if i == at else i) for score, i, j in pairs if at in (i, j)}
    assert partners <= set(search.near(some[at], 0.5))


def test_duties_that_say_nothing_are_searched_without_error() -> None:
    empty = [Statement(""), Statement("", "Seksi"), Statement("dan atau"), Statement("\x00")]
    assert Many(empty).pairs(0.5, 10) == []
    assert Many([]).pairs(0.5, 10) == []
    assert Many([]).near(Statement("pembinaan"), 0.5) == []


def test_with_no_threshold_every_pair_is_hoped_for_once() -> None:
    columns = Columns()
    table = columns.table([read(each) for each in duties("dinsos-jabar/eksisting.yaml")])
    estimate = Estimate(table, table)
    pairs, _ = estimate.hopeful(0, len(table), 0, -20.0)
    assert (
        len(set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))) == len(pairs) == len(table) ** 2
    )
