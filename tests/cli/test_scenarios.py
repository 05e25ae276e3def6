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


def test_a_structure_has_no_minutes(sotk, folder):
    assert sotk("scenario", "log", "eksisting.yaml").exit_code == 2
