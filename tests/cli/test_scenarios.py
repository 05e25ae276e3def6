"""A proposal knows the base it was made on."""

from sotk.files import digest, load


def test_a_changed_base_is_a_warning(sotk, folder):
    right = digest(load(folder / "eksisting.yaml").structure)
    for stated, found in ((right, False), ("sha256:0", True)):
        (folder / "u.yaml").write_text(
            f'sotk: 1\nscenario: u\nname: U\nbase: eksisting.yaml\nbase_digest: "{stated}"\n'
        )
        assert ("SCN004" in sotk("check", "u.yaml").stdout) is found
