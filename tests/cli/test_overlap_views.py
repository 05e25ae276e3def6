"""Overlaps as a planner asks for them: against a base, between agencies, accepted ones, marks, the matrix."""

import json

import pytest

from sotk.cli.watching import inputs_of, watch

AGENCY = """sotk: 1
structure: {id}
name: Dinas {id}
pack: pemda
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {{id: bid-1, name: Bidang Satu, kind: bidang, duties: [{{id: d-1, text: Penyaluran bantuan sosial bagi lanjut usia terlantar}}]}}
    - {{id: bid-2, name: Bidang Dua, kind: bidang, duties: [{{id: d-2, text: menyalurkan bansos untuk lansia telantar}}]}}
"""
WAIVER = "waivers:\n  - {id: w, rule: FUN004, unit: bid-2, reason: disepakati 2024}\n"


@pytest.fixture
def agency(tmp_path):
    def write(name, more=""):
        path = tmp_path / f"{name}.yaml"
        path.write_text(AGENCY.format(id=name) + more, encoding="utf-8")
        return path

    return write


def pairs(result):
    return json.loads(result.stdout)["pairs"]


def test_no_line_of_text_is_wider_than_the_page_and_nothing_is_lost(sotk, folder):
    text = sotk("overlap", "eksisting.yaml", "--delegation", "--threshold", "0.3").stdout
    assert max(map(len, text.splitlines())) <= 110
    assert "pengembangan potensi sumber kesejahteraan" in " ".join(text.split())


def test_against_the_base_new_and_gone_overlaps_are_told_apart(sotk, folder):
    result = sotk("overlap", "usulan-uks-uptd.yaml", "--against", "base", "--format", "json")
    by_change = {change: set() for change in ("new", "gone", "kept")}
    for pair in pairs(result):
        by_change[pair["change"]].add(frozenset((pair["unit_a"], pair["unit_b"])))
    assert frozenset(("satpel-pusdalops", "uptd-uks")) in by_change["new"]
    assert frozenset(("seksi-tunasosial", "satpel-pusdalops")) in by_change["gone"]
    assert frozenset(("seksi-psks", "kjf")) in by_change["kept"]


def test_a_structure_against_itself_has_nothing_new(sotk, folder):
    result = sotk("overlap", "eksisting.yaml", "--against", "eksisting.yaml", "--format", "json")
    assert {pair["change"] for pair in pairs(result)} == {"kept"}


def test_between_agencies_leaves_out_what_is_within_one(sotk, agency):
    paths = agency("satu"), agency("dua")
    found = pairs(sotk("overlap", *paths, "--between", "agencies", "--format", "json"))
    assert found
    assert all(pair["structure_a"] != pair["structure_b"] for pair in found)


def test_two_files_of_one_structure_are_refused_with_the_way_to_compare_them(sotk, folder):
    result = sotk("overlap", "eksisting.yaml", "usulan-uks-uptd.yaml")
    assert result.exit_code == 2
    assert "--against" in result.stderr


def test_between_the_line_and_uptd_one_side_carries_out(sotk, folder):
    found = pairs(sotk("overlap", "eksisting.yaml", "--between", "uptd", "--format", "json"))
    assert {(pair["unit_a"], pair["unit_b"]) for pair in found} == {
        ("seksi-tunasosial", "satpel-pusdalops"),
    }


def test_a_branch_keeps_only_its_own_pairs_and_a_stranger_is_refused(sotk, folder):
    found = pairs(sotk("overlap", "eksisting.yaml", "--unit", "bid-rehsos", "--format", "json"))
    assert {pair["unit_a"] for pair in found} == {"seksi-tunasosial"}
    assert sotk("overlap", "eksisting.yaml", "--unit", "bid-x").exit_code == 2


def test_what_a_waiver_accepts_is_left_out_and_counted_until_it_is_asked_for(sotk, agency):
    path = agency("satu", WAIVER)
    assert pairs(sotk("overlap", agency("dua"), "--format", "json"))
    assert pairs(sotk("overlap", path, "--format", "json")) == []
    assert "--waived" in sotk("overlap", path).stdout
    shown = pairs(sotk("overlap", path, "--waived", "--format", "json"))
    assert [pair["accepted"] for pair in shown] == ["disepakati 2024"]
    assert "FUN004" not in sotk("check", path, "--select", "FUN004").stdout


def test_a_table_is_no_formula(sotk, agency, tmp_path):
    path = agency("satu")
    path.write_text(path.read_text("utf-8").replace("name: Bidang Satu", 'name: "=1+1"'), encoding="utf-8")
    table = sotk("overlap", path, "--format", "csv").stdout
    assert ",'=1+1," in table


def test_show_marks_units_that_overlap_and_says_so_as_data(sotk, folder):
    marked = [line for line in sotk("show", "eksisting.yaml", "--overlap").stdout.splitlines() if "≈" in line]
    assert len(marked) == 5
    units = json.loads(sotk("show", "eksisting.yaml", "--overlap", "--json").stdout)["units"]
    told = {unit["id"]: unit["overlap"] for unit in units if unit["overlap"]}
    assert told["kjf"]["with"][0]["unit"] == "seksi-psks"
    assert set(told) == {
        *("kjf", "seksi-psks", "seksi-tunasosial"),
        *("seksi-kelembagaan", "satpel-pusdalops"),
    }


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "html"])
def test_a_matrix_is_drawn_in_each_format_twice_with_the_same_bytes(sotk, folder, ending):
    for name in ("a", "b"):
        assert sotk("overlap", "eksisting.yaml", "--matrix", f"{name}.{ending}").exit_code == 0
    assert (folder / f"a.{ending}").read_bytes() == (folder / f"b.{ending}").read_bytes()


def test_a_matrix_says_that_data_is_illustrative_and_refuses_other_formats(sotk, folder):
    sotk("overlap", "usulan-uks-uptd.yaml", "--matrix", "a.svg")
    assert "DATA ILUSTRASI" in (folder / "a.svg").read_text("utf-8")
    assert sotk("overlap", "eksisting.yaml", "--matrix", "a.pptx").exit_code == 2


def test_the_overlay_names_the_partner_in_the_box(sotk, folder):
    assert sotk("draw", "eksisting.yaml", "-o", "a.svg", "--overlay", "overlap").exit_code == 0
    assert "≈ 61 dengan" in (folder / "a.svg").read_text("utf-8")


class _Stop:
    """A pause that edits a file at the first look and interrupts once all is calm."""

    def __init__(self, edit):
        self.edit, self.looks = edit, 0

    def __call__(self, seconds):
        self.looks += 1
        if self.looks == 1:
            self.edit()
        if self.looks > 12:
            raise KeyboardInterrupt


def test_watching_makes_again_after_a_change_and_goes_on_after_a_failure(tmp_path):
    path, made = tmp_path / "a.yaml", []
    path.write_text("a")

    def make():
        made.append(path.read_text())
        raise SystemExit(2)

    watch(make, lambda: [path], _Stop(lambda: path.write_text("changed")))
    assert made == ["a", "changed"]


def test_a_proposal_is_watched_with_its_base_and_the_settings(folder):
    names = {path.name for path in inputs_of([folder / "usulan-uks-uptd.yaml"])}
    assert {"usulan-uks-uptd.yaml", "eksisting.yaml", "sotk.yaml"} <= names
