"""What a structure measures."""

from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.graph import Metrics, metrics
from sotk.graph.metrics_output import as_data, as_text, bar
from sotk.packs import Pack, load_pack

TEXT = """sotk: 1
structure: contoh
name: Contoh
pack: pemda
root:
  id: dinas
  name: Dinas
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a, class: 15, need: 1, filled: 1}
  units:
    - id: b1
      name: Bidang Satu
      kind: bidang
      head: {id: k1, title: Kepala Bidang Satu, echelon: III.a, class: 11, need: 1, filled: 0}
      positions:
        - {id: p1, title: Analis, category: pelaksana, class: 7, need: 5, filled: 2}
        - {id: p2, title: Pengelola, category: pelaksana, class: 7, need: 2, filled: 6}
        - {id: p3, title: Operator, category: pelaksana, class: 5}
    - {id: u1, name: UPTD Satu, kind: uptd, site: Cimahi, units: [{id: s1, name: Satpel, kind: satuan-pelayanan, site: Bogor}]}
"""


@pytest.fixture
def pack() -> Pack:
    pack = load_pack("pemda").pack
    assert pack is not None
    return pack


@pytest.fixture
def measured(pack: Pack) -> Metrics:
    structure = load_text(TEXT).structure
    assert structure is not None
    return metrics(structure, pack)


def test_a_surplus_never_cancels_a_shortage_elsewhere(measured: Metrics) -> None:
    posts = dict(measured.classes)[7]
    assert (posts.need, posts.filled, posts.short, posts.surplus) == (7, 8, 3, 4)


def test_positions_that_do_not_say_are_counted_apart(measured: Metrics) -> None:
    assert dict(measured.classes)[5].unknown == 1
    assert measured.total.unknown == 1


def test_echelons_come_from_the_highest_down(measured: Metrics) -> None:
    assert measured.echelons == (("II.a", 1), ("III.a", 1))


def test_layers_hold_offices_and_the_spans_of_those_that_lead(measured: Metrics) -> None:
    assert [(layer.offices, layer.leading, layer.largest_span) for layer in measured.layers] == [
        (1, 1, 2),
        (2, 0, None),
    ]


def test_complexity_is_horizontal_vertical_and_spatial(measured: Metrics) -> None:
    found = measured.complexity
    assert (found.offices, found.kinds, found.widest_layer) == (3, 3, 2)
    assert found.layers == 2
    assert (found.places, found.supporting, found.sites) == (2, 1, 1)


def test_metrics_are_said_in_both_languages_and_as_data(measured: Metrics, pack: Pack) -> None:
    assert "Units by kind" in as_text(measured, pack, "en")
    assert as_text(measured, pack, "id") != as_text(measured, pack, "en")
    assert as_data(measured)["kinds"] == {"dinas": 1, "bidang": 1, "uptd": 1, "satuan-pelayanan": 1}


def test_a_bar_is_drawn_in_eighths_of_a_cell() -> None:
    assert bar(10, 10) == "█" * 24
    assert bar(0, 10) == ""
    assert bar(1, 192) == "▏"
    assert bar(1, 0) == ""


def test_a_real_structure_is_measured(pack: Pack) -> None:
    text = (Path(__file__).parents[2] / "structures/dinsos-jabar/eksisting.yaml").read_text("utf-8")
    structure = load_text(text).structure
    assert structure is not None
    found = metrics(structure, pack)
    assert found.total.short - found.total.surplus == found.total.need - found.total.filled
