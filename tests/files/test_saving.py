"""A save is whole or not at all, and never writes over what another program wrote."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sotk.files import load, save, write_bytes, write_text, writing

TEXT = "sotk: 1\nstructure: a\nname: A\nroot:\n  id: r\n  name: R\n  kind: dinas\n"


@pytest.fixture(autouse=True)
def own_state_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.yaml"
    made.write_text(TEXT)
    return made


def renamed(loaded, name="Dinas Baru"):
    structure = loaded.structure
    return replace(structure, units={"r": replace(structure.units["r"], name=name)})


def test_a_save_writes_the_file_and_gives_it_as_loaded(path):
    loaded = load(path)
    saved = save(loaded, renamed(loaded))
    assert saved.findings == ()
    assert path.read_text() == TEXT.replace("name: R", "name: Dinas Baru")
    assert saved.loaded.structure == renamed(loaded)


def test_two_saves_after_each_other_work_on_what_was_written(path):
    first = save(load(path), renamed(load(path)))
    second = save(first.loaded, renamed(first.loaded, "Dinas Dua"))
    assert second.findings == ()
    assert "Dinas Dua" in path.read_text()


def test_a_file_that_changed_meanwhile_is_left_alone(path):
    loaded = load(path)
    path.write_text(TEXT + "# another hand\n")
    saved = save(loaded, renamed(loaded))
    assert [finding.code for finding in saved.findings] == ["SAV002"]
    assert path.read_text() == TEXT + "# another hand\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_other(path, monkeypatch, step):
    loaded = load(path)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing.os, step, full)
    saved = save(loaded, renamed(loaded))
    assert [finding.code for finding in saved.findings] == ["SAV001"]
    assert path.read_text() == TEXT
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == ["a.yaml"]


def test_a_file_in_use_is_said_to_be(path, monkeypatch):
    from filelock import FileLock

    monkeypatch.setattr(writing, "_LOCK_SECONDS", 0.05)
    with FileLock(writing._lock_path(path)):
        finding = write_text(path, "x", expected=TEXT)
    assert finding.code == "SAV003"
    assert path.read_text() == TEXT


def test_line_ends_and_the_mark_of_byte_order_stay(path):
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    loaded = load(path)
    assert save(loaded, renamed(loaded)).findings == ()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == TEXT.count("\n")


def test_a_link_is_written_through(path):
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    loaded = load(link)
    assert save(loaded, renamed(loaded)).findings == ()
    assert link.is_symlink()
    assert "Dinas Baru" in path.read_text()


@pytest.mark.skipif(os.name != "posix", reason="rights are those of posix")
def test_rights_of_the_file_stay(path):
    path.chmod(0o640)
    loaded = load(path)
    save(loaded, renamed(loaded))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_cannot_be_synced_does_not_hide_that_the_file_was_written(tmp_path, monkeypatch):
    path = tmp_path / "chart.svg"
    opened = os.open

    def refuse(target, *args, **kwargs):
        if Path(target) == tmp_path:
            raise PermissionError(13, "Permission denied")
        return opened(target, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    assert write_bytes(path, b"<svg/>") is None
    assert path.read_bytes() == b"<svg/>"
