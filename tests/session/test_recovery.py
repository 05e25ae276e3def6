"""Crashes: whatever was acknowledged comes back, and no file is half-written."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.model import Set
from sotk.session import Session
from sotk.session.journal import Journal, read_journal
from sotk.session.opening import open_desk
from sotk.session.recovery import journal_path

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("SOTK_KILLS", "6"))
WORKER = Path(__file__).with_name("crashing.py")


def _name(number):
    return Set(entity="unit", id="sekretariat", field="name", value=f"Sekretariat {number}")


def _crash(session):
    """End a session as a crash would: nothing is closed, the lock is let go of."""
    session.lock.release()


def test_unsaved_steps_are_offered_and_come_back(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    for number in range(5):
        session.change(_name(number))
    session.undo()
    _crash(session)
    again = Session(open_desk(workspace / "eksisting.yaml"))
    again.take_up(again.desk.left)
    assert again.state.structure == session.state.structure
    assert again.state.changed
    assert again.redo().structure.units["sekretariat"].name == "Sekretariat 4"
    again.close()


def test_steps_across_a_save_can_still_be_undone(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    session.save()
    session.change(_name(2))
    session.undo()
    session.undo()
    _crash(session)
    again = Session(open_desk(workspace / "eksisting.yaml"))
    again.take_up(again.desk.left)
    assert again.state.structure.units["sekretariat"].name == "Sekretariat"
    assert again.state.changed
    assert not again.redo().changed
    again.close()


def test_saved_work_is_not_offered(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    session.save()
    _crash(session)
    assert open_desk(workspace / "eksisting.yaml").left is None


def test_a_session_that_ends_well_leaves_nothing(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    session.close()
    assert not journal_path(session.desk.path).exists()
    assert open_desk(workspace / "eksisting.yaml").left is None


def test_a_session_left_for_later_is_offered(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    session.close(keep=True)
    assert len(open_desk(workspace / "eksisting.yaml").left.edits) == 1


def test_work_comes_back_on_a_file_another_program_changed(workspace):
    path = workspace / "eksisting.yaml"
    session = Session(open_desk(path))
    session.change(_name(1))
    _crash(session)
    path.write_text(
        path.read_text("utf-8").replace("name: Bidang Penanganan Fakir Miskin", "name: Bidang PFM"), "utf-8"
    )
    again = Session(open_desk(path))
    again.take_up(again.desk.left)
    units = again.state.structure.units
    assert (units["sekretariat"].name, units["bid-pfm"].name) == ("Sekretariat 1", "Bidang PFM")
    again.close()


@pytest.mark.parametrize("damage", [b"{broken", b"\xff\xfe\x00", b'{"edit": {"kind": "fly"}}', b"[]"])
def test_broken_lines_cost_only_themselves(workspace, damage):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    session.change(Set(entity="unit", id="bid-pfm", field="site", value="Bandung"))
    _crash(session)
    path = journal_path(session.desk.path)
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines[:2], damage, *lines[2:]]) + b'\n{"edit": {"ki')
    left = open_desk(workspace / "eksisting.yaml").left
    assert len(left.edits) == 2
    assert left.lost == 2


def test_a_journal_without_a_head_is_no_journal(workspace):
    path = journal_path(workspace / "eksisting.yaml")
    path.write_bytes(b"\x00\x01garbage")
    assert open_desk(workspace / "eksisting.yaml").left is None


def test_a_journal_is_for_its_owner_only(workspace):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))
    for path in journal_path(session.desk.path).parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    session.close()


def test_a_full_disk_is_said_and_stops_no_one(workspace, monkeypatch):
    session = Session(open_desk(workspace / "eksisting.yaml"))
    session.change(_name(1))

    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        session.change(_name(2))
    assert session.state.structure.units["sekretariat"].name == "Sekretariat 2"
    assert session.trouble == "No space left on device"
    session.close()


def test_lines_reach_the_disk_within_a_second(tmp_path, monkeypatch):
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(time.monotonic()), real(handle)))
    journal = Journal(tmp_path / "j.jsonl")
    journal.start({"digest": "d"})
    synced.clear()
    start = time.monotonic()
    journal.append({"edit": 1})
    while not synced and time.monotonic() < start + 3:
        time.sleep(0.01)
    assert synced
    assert synced[0] - start < 1
    journal.close(delete=False)
    assert read_journal(tmp_path / "j.jsonl").entries == ({"edit": 1},)


def test_closing_waits_for_no_pause_between_two_syncs(tmp_path, monkeypatch):
    monkeypatch.setattr("sotk.session.journal.SYNC_SECONDS", 60)
    journal = Journal(tmp_path / "j.jsonl")
    journal.start({"digest": "d"})
    journal.append({"edit": 1})
    journal.close(delete=False)
    assert not journal._syncing.is_alive()


def test_kill_at_random_moments_loses_nothing_acknowledged(workspace, state_home, tmp_path):
    """A worker edits, saves, undoes and tells each step; it is killed at a random moment."""
    chance = random.Random(8)
    path = workspace / "eksisting.yaml"
    for round_ in range(KILLS):
        told = tmp_path / f"told-{round_}.jsonl"
        environment = os.environ | {"XDG_STATE_HOME": str(state_home), "PYTHONPATH": str(ROOT)}
        worker = subprocess.Popen(
            [sys.executable, str(WORKER), str(path), str(told), str(round_)], env=environment
        )
        while not (told.exists() and "\n" in told.read_text("utf-8")) and worker.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.6)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        acknowledged = int(told.read_text("utf-8").rpartition("\n")[0].rpartition("\n")[2])
        assert load_text(path.read_text("utf-8")).structure is not None
        desk = open_desk(path)
        session = Session(desk)
        if desk.left is not None:
            session.take_up(desk.left)
        found = int(session.state.structure.units["sekretariat"].name.rpartition(" ")[2])
        assert found >= acknowledged, "acknowledged work was lost"
        session.save()
        session.close()
