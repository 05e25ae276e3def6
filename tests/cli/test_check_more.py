"""A baseline, fixes, metrics, notices and agencies together."""

import json

from sotk.files import load

HEADLESS = (
    "sotk: 1\nstructure: a\nname: A\npack: pemda\ngovernment: {level: provinsi, name: X}\nagency: {type: A}\n"
    "effective: 2017-01-01\nroot:\n  id: r\n  name: Dinas Sosial # kept\n  kind: dinas\n"
)


def test_a_baseline_silences_what_it_holds_and_nothing_else(sotk, folder):
    before = json.loads(
        sotk("check", "eksisting.yaml", "--write-baseline", "b.json", "--format", "json").stdout
    )
    after = json.loads(sotk("check", "eksisting.yaml", "--baseline", "b.json", "--format", "json").stdout)
    assert before["findings"]
    assert after["findings"] == []
    (folder / "sotk.yaml").write_text("baseline: b.json\n")
    assert json.loads(sotk("check", "eksisting.yaml", "--format", "json").stdout)["findings"] == []
    other = json.loads(sotk("check", "usulan-uks-uptd.yaml", "--format", "json").stdout)
    assert {finding["code"] for finding in other["findings"]} & {"CHG006", "SPN001"}


def test_an_unreadable_baseline_is_said(sotk, folder):
    result = sotk("check", "eksisting.yaml", "--baseline", "eksisting.yaml")
    assert result.exit_code == 2


def test_a_fix_shows_what_it_changes_and_keeps_comments(sotk, tmp_path):
    path = tmp_path / "a.yaml"
    units = (
        "  head: {id: h, title: Kepala Dinas, echelon: II.a}\n"
        "  units:\n    - {id: s, name: Sekretariat, kind: sekretariat}\n"
    )
    path.write_text(HEADLESS + units)
    assert "HED001" in sotk("check", path).stdout
    shown = sotk("check", path, "--fix", "--yes").stdout
    assert "Sekretaris" in shown
    assert load(path).structure.units["s"].head.title == "Sekretaris"
    assert "# kept" in path.read_text()
    assert "HED001" not in sotk("check", path).stdout


def test_metrics_are_shown_and_are_json(sotk, folder):
    assert "█" in sotk("show", "eksisting.yaml", "--metrics").stdout
    assert json.loads(sotk("show", "eksisting.yaml", "--metrics", "--json").stdout)["version"] == 1


def test_a_notice_of_the_engine_has_a_page_too(sotk):
    assert "SET001" in sotk("rule", "SET001").stdout


def test_two_agencies_are_checked_together(sotk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("satu", "dua"):
        (tmp_path / f"{name}.yaml").write_text(
            HEADLESS.replace("structure: a", f"structure: {name}").replace(
                "type: A", 'type: A, affairs: ["1.06"]'
            )
        )
    assert "AGC001" in sotk("check", ".").stdout


def test_a_path_that_leads_to_no_file_could_not_be_checked_whatever_else_was_found(sotk, folder):
    for paths in (["tidak-ada.yaml"], ["eksisting.yaml", "tidak-ada.yaml"], ["tidak-ada/"]):
        result = sotk("check", *paths)
        assert result.exit_code == 2
        assert "FIL001" in result.stdout
    told = sotk("check", "tidak-ada.yaml", "--format", "json")
    assert told.exit_code == 2
    assert json.loads(told.stdout)["findings"][0]["code"] == "FIL001"


def test_a_base_that_is_missing_is_a_finding_of_the_proposal(sotk, folder):
    (folder / "eksisting.yaml").unlink()
    assert sotk("check", "usulan-uks-uptd.yaml").exit_code == 1
