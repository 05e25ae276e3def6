"""A proposal knows the base it was made on, and gives the minutes of its discussion."""

import json

from sotk.files import digest, load


def test_a_changed_base_is_a_warning(sotk, folder):
    right = digest(load(folder / "eksisting.yaml").structure)
    for stated, found in ((right, False), ("sha256:0", True)):
        (folder / "u.yaml").write_text(
            f'sotk: 1\nscenario: u\nname: U\nbase: eksisting.yaml\nbase_digest: "{stated}"\n'
        )
        assert ("SCN004" in sotk("check", "u.yaml").stdout) is found


def test_the_minutes_say_each_change_once_whatever_their_form(sotk, folder):
    operations = load(folder / "usulan-uks-uptd.yaml").scenario.operations
    text = sotk("scenario", "log", "usulan-uks-uptd.yaml", "--lang", "id").stdout
    page = sotk("scenario", "log", "usulan-uks-uptd.yaml", "--format", "markdown", "--lang", "id").stdout
    data = json.loads(sotk("scenario", "log", "usulan-uks-uptd.yaml", "--format", "json").stdout)
    assert len(data["changes"]) == len(operations)
    for number, operation in enumerate(operations, 1):
        assert text.count(f"\n- {number}. ") == page.count(f"\n- {number}\\. ") == 1
        assert operation.why in text


def test_the_minutes_of_a_proposal_whose_base_is_gone_name_ids(sotk, folder):
    (folder / "eksisting.yaml").unlink()
    done = sotk("scenario", "log", "usulan-uks-uptd.yaml")
    assert done.exit_code == 0
    assert "satpel-persinggahan" in done.stdout


def test_the_minutes_name_a_unit_whose_founding_was_postponed(sotk, folder):
    (folder / "u.yaml").write_text(
        "sotk: 1\nscenario: u\nname: U\nbase: eksisting.yaml\noperations:\n"
        "  - {op: add_unit, under: dinsos, unit: {id: uks, name: UPTD Kegawatdaruratan, kind: uptd}, status: ditunda}\n"
        "  - {op: move_unit, unit: seksi-tunasosial, under: uks}\n"
        "  - {op: split_unit, unit: bid-rehsos, into: [{unit: {id: r1, name: Bidang Anak, kind: bidang}}, "
        "{unit: {id: r2, name: Bidang Disabilitas, kind: bidang}}], status: ditunda}\n"
        "  - {op: move_unit, unit: seksi-anak, under: r2}\n"
    )
    said = sotk("scenario", "log", "u.yaml", "--lang", "en").stdout
    assert "under UPTD Kegawatdaruratan" in said
    assert "under Bidang Disabilitas" in said


def test_a_structure_has_no_minutes(sotk, folder):
    assert sotk("scenario", "log", "eksisting.yaml").exit_code == 2


def test_changes_of_another_proposal_are_listed_with_what_they_need_and_taken(sotk, folder):
    sotk("scenario", "new", "Usulan Lain", "--base", "eksisting.yaml")
    listed = sotk("scenario", "take", "usulan-lain.yaml", "usulan-uks-uptd.yaml", "--lang", "id").stdout
    assert "2. Pindahkan Satuan Pelayanan Shelter ke bawah UPTD Kegawatdaruratan Sosial (perlu 1)" in listed
    assert sotk("scenario", "take", "usulan-lain.yaml", "usulan-uks-uptd.yaml", "2").exit_code == 0
    theirs = load(folder / "usulan-uks-uptd.yaml").scenario.operations
    assert load(folder / "usulan-lain.yaml").scenario.operations == theirs[:2]
    assert sotk("scenario", "take", "usulan-lain.yaml", "usulan-uks-uptd.yaml", "--all").exit_code == 0
    assert load(folder / "usulan-lain.yaml").scenario.operations == theirs


def test_a_change_against_the_own_proposal_is_written_only_if_that_is_said(sotk, folder):
    before = (folder / "usulan-uks-uptd.yaml").read_bytes()
    done = sotk("scenario", "take", "usulan-uks-uptd.yaml", "usulan-uks-satpel.yaml", "1", "--lang", "id")
    assert done.exit_code == 1
    assert "satu pihak menghapusnya" in done.stderr
    assert (folder / "usulan-uks-uptd.yaml").read_bytes() == before
    again = sotk("scenario", "take", "usulan-uks-uptd.yaml", "usulan-uks-satpel.yaml", "1", "--against")
    assert again.exit_code == 0
    assert load(folder / "usulan-uks-uptd.yaml").scenario.operations[-1].op == "merge_units"


def test_only_a_proposal_takes_and_gives_changes(sotk, folder):
    for pair in (("eksisting.yaml", "usulan-uks-uptd.yaml"), ("usulan-uks-uptd.yaml", "eksisting.yaml")):
        assert sotk("scenario", "take", *pair, "1").exit_code == 2
    assert sotk("scenario", "take", "usulan-uks-uptd.yaml", "usulan-uks-satpel.yaml", "99").exit_code == 2
