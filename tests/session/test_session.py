"""A session on files: edits, proposals, saving, and what others do to the file meanwhile."""

import stat

import pytest

from sotk.files import load
from sotk.model import MoveUnit, RemoveUnit, Set
from sotk.session import Clipboard, Decide, Session, gestures
from sotk.session.folders import key_of, state_folder
from sotk.session.opening import Desk, open_desk
from sotk.session.session import branch


def _session(path):
    desk = open_desk(path)
    assert isinstance(desk, Desk)
    return Session(desk)


@pytest.fixture
def base(workspace):
    session = _session(workspace / "eksisting.yaml")
    yield session
    session.close()


@pytest.fixture
def proposal(workspace):
    path = branch(open_desk(workspace / "eksisting.yaml"), "Usulan UKS", "usulan-uks")
    session = _session(path)
    yield session
    session.close()


def test_an_edit_of_a_structure_is_saved_with_its_comments(base):
    before = base.loaded.text
    base.edit_directly()
    base.change(Set(entity="unit", id="bid-rehsos", field="name", value="Bidang Rehabilitasi"))
    assert base.state.changed
    assert not base.save().changed
    assert base.said == ()
    now = base.desk.path.read_text("utf-8")
    assert load(base.desk.path).structure.units["bid-rehsos"].name == "Bidang Rehabilitasi"
    assert [line for line in before.splitlines() if "#" in line] == [
        line for line in now.splitlines() if "#" in line
    ]


def test_the_old_file_is_kept_aside_for_its_owner_only(base):
    before = base.loaded.text
    base.change(Set(entity="unit", id="bid-rehsos", field="name", value="Bidang Lain"))
    base.save()
    kept = list((state_folder("backups") / key_of(base.desk.path)).iterdir())
    assert [path.read_text("utf-8") for path in kept] == [before]
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600


def test_edits_of_a_proposal_leave_its_base_alone(proposal, workspace):
    before = (workspace / "eksisting.yaml").read_bytes()
    proposal.change(MoveUnit(unit="satpel-persinggahan", under="uptd-prsbk"))
    proposal.save()
    assert proposal.said == ()
    assert (workspace / "eksisting.yaml").read_bytes() == before
    operations = load(proposal.desk.path).scenario.operations
    assert operations == (MoveUnit(unit="satpel-persinggahan", under="uptd-prsbk"),)


def test_three_steps_up_are_one_line_of_the_proposal_and_three_of_undo(proposal):
    for _ in range(3):
        proposal.change(*gestures.up(proposal.state.structure, "bid-pfm"))
    assert len(proposal.state.document.scenario.operations) == 1
    place = proposal.state.structure.below("dinsos").index("bid-pfm")
    proposal.undo()
    assert proposal.state.structure.below("dinsos").index("bid-pfm") == place + 1


def test_decisions_are_written_into_the_text_of_the_proposal(workspace):
    session = _session(workspace / "usulan-uks-uptd.yaml")
    before = session.loaded.text.splitlines()
    session.do(Decide(1, status="ditolak"))
    session.save()
    after = session.desk.path.read_text("utf-8").splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("    status: disepakati", "    status: ditolak")
    ]
    session.close()


def test_a_refused_edit_changes_nothing_and_says_why(base):
    before = base.state
    base.change(MoveUnit(unit="dinsos", under="sekretariat"))
    assert base.state is before
    assert [finding.severity for finding in base.said] == ["error"]
    base.change(RemoveUnit(unit="bid-rehsos"))
    assert base.said[0].remedy is not None
    assert not base.history.can_undo


def test_undo_brings_back_the_cursor_and_the_marks(base):
    base.go("bid-rehsos")
    base.mark(["seksi-tunasosial", "seksi-disabilitas"])
    base.change(RemoveUnit(unit="bid-rehsos", duties_to="bid-dayasos"))
    assert base.state.selection.marked == frozenset()
    assert base.state.selection.cursor == "bid-linjamsos"
    base.undo()
    assert base.state.selection.cursor == "bid-rehsos"
    assert base.state.selection.marked == {"seksi-tunasosial", "seksi-disabilitas"}
    base.undo()
    assert base.state.selection.marked == frozenset()
    assert not base.state.changed


def test_a_mark_is_no_change_of_the_file(base):
    base.mark(["bid-rehsos"])
    assert not base.state.changed
    base.change(Set(entity="unit", id="bid-rehsos", field="site", value="Cimahi"))
    base.save()
    base.mark([])
    assert not base.state.changed


def test_undoing_past_a_save_is_a_change_again(base):
    base.change(Set(entity="unit", id="bid-rehsos", field="site", value="Cimahi"))
    base.save()
    assert base.undo().changed
    assert not base.redo().changed
    base.undo()
    assert base.change(Set(entity="unit", id="bid-rehsos", field="site", value="Bandung")).changed


def test_nothing_is_written_over_the_changes_of_another_program(base):
    path = base.desk.path
    base.change(Set(entity="unit", id="bid-rehsos", field="site", value="Cimahi"))
    theirs = path.read_text("utf-8").replace("name: Bidang Penanganan Fakir Miskin", "name: Bidang PFM")
    path.write_text(theirs, "utf-8")
    assert base.is_changed_on_disk()
    base.save()
    assert base.said[0].code == "SAV002"
    assert path.read_text("utf-8") == theirs
    base.reread()
    assert base.said == ()
    assert base.state.structure.units["bid-pfm"].name == "Bidang PFM"
    assert base.state.structure.units["bid-rehsos"].site == "Cimahi"
    base.save()
    again = load(path).structure
    assert (again.units["bid-pfm"].name, again.units["bid-rehsos"].site) == ("Bidang PFM", "Cimahi")


def test_a_folder_that_cannot_be_written_is_said(base, monkeypatch):
    from sotk.files import writing

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writing, "_replace", refuse)
    before = base.desk.path.read_bytes()
    base.change(Set(entity="unit", id="bid-rehsos", field="site", value="Cimahi"))
    assert base.save().changed
    assert base.said[0].code == "SAV001"
    assert base.desk.path.read_bytes() == before


def test_a_second_editor_of_the_same_file_keeps_no_journal(base, workspace):
    other = _session(workspace / "eksisting.yaml")
    assert not other.lock.acquired
    assert other.journal is None
    other.close()


def test_a_copied_branch_has_ids_of_its_own(base):
    base.hold(Clipboard(("bid-rehsos",), cut=False))
    before = set(base.state.structure.units)
    base.change(*gestures.paste_copy(base.state.document, ("bid-rehsos",), "uptd-prsbk"))
    assert base.said == ()
    fresh = set(base.state.structure.units) - before
    assert len(fresh) == 4
    assert {base.state.structure.units[unit].name for unit in fresh} == {
        base.state.structure.units[unit].name
        for unit in ("bid-rehsos", "seksi-anak-lansia", "seksi-disabilitas", "seksi-tunasosial")
    }


def test_gestures_at_the_edges_do_nothing(base):
    structure = base.state.structure
    first = structure.below("dinsos")[0]
    last = structure.below("dinsos")[-1]
    assert gestures.up(structure, first) == gestures.inward(structure, first) == ()
    assert gestures.down(structure, last) == gestures.outward(structure, last) == ()
    assert gestures.up(structure, "dinsos") == ()
    assert gestures.move_under(structure, ["bid-rehsos"], "seksi-tunasosial") == ()


def test_a_new_unit_gets_its_usual_head(base):
    made = gestures.add_unit(base.state.document, base.desk.pack, "Seksi Shelter", "seksi", "bid-rehsos")
    assert made.unit["head"]["title"] == "Kepala Seksi Shelter"
    assert made.unit["head"]["echelon"] == "IV.a"
    base.change(made)
    assert base.said == ()
