"""Points of a discussion and days of decisions in a session: edited, undone, journalled, saved, written up."""

import json
from datetime import date

import pytest

from sotk.files import load
from sotk.model import Point
from sotk.report.minutes import minutes, to_json, to_markdown, to_text
from sotk.session import AddPoint, Decide, RemovePoint, Session, SetPoint
from sotk.session.edits import read_edit, written
from sotk.session.opening import open_desk

POINT = Point(id="anggaran", text="Anggaran belum ada", why="usul APBD lewat", status="ditunda")


@pytest.fixture
def session(workspace):
    made = Session(open_desk(workspace / "usulan-uks-uptd.yaml"))
    yield made
    made.close()


def points(session):
    return session.state.document.scenario.points


def test_a_point_is_added_changed_and_taken_out_and_each_is_a_step(session):
    structure = session.state.structure
    session.do(AddPoint(POINT))
    session.do(
        SetPoint("anggaran", {"status": "disepakati", "decision": "Sekretariat menghitung", "why": ""})
    )
    assert points(session) == (
        Point(
            id="anggaran", text="Anggaran belum ada", status="disepakati", decision="Sekretariat menghitung"
        ),
    )
    session.do(RemovePoint("anggaran"))
    assert points(session) == ()
    assert session.state.structure is structure
    session.undo()
    session.undo()
    assert points(session) == (POINT,)
    session.undo()
    assert points(session) == ()
    assert not session.state.changed


@pytest.mark.parametrize(
    "edit",
    [
        AddPoint(POINT),
        SetPoint("gone", {"text": "x"}),
        SetPoint("anggaran", {"text": ""}),
        SetPoint("anggaran", {"status": "mungkin"}),
        SetPoint("anggaran", {"colour": "red"}),
        RemovePoint("gone"),
    ],
)
def test_what_cannot_be_is_refused_with_a_finding(session, edit):
    session.do(AddPoint(POINT))
    before = session.state
    session.do(edit)
    assert session.state is before
    assert [finding.severity for finding in session.said] == ["error"]


def test_a_structure_has_no_points(workspace):
    made = Session(open_desk(workspace / "eksisting.yaml"))
    made.do(AddPoint(POINT))
    assert [finding.code for finding in made.said] == ["EDT004"]
    made.close()


@pytest.mark.parametrize(
    "edit",
    [
        AddPoint(POINT),
        SetPoint("anggaran", {"note": "besok"}),
        RemovePoint("anggaran"),
        Decide(1, date=date(2020, 3, 12)),
        Decide(1, date=""),
    ],
)
def test_every_edit_comes_back_from_the_journal(edit):
    assert read_edit(json.loads(json.dumps(written(edit), default=str))) == edit


def test_points_are_saved_into_the_proposal_with_its_comments(session):
    before = session.loaded.text
    session.do(AddPoint(POINT))
    session.save()
    assert session.said == ()
    text = session.desk.path.read_text("utf-8")
    assert text.startswith(before.rstrip("\n"))
    assert load(session.desk.path).scenario.points == (POINT,)


def test_a_day_is_given_to_a_decision_and_taken_away(session):
    session.do(Decide(1, date=date(2020, 3, 12)))
    assert session.state.document.scenario.operations[0].date == date(2020, 3, 12)
    session.do(Decide(1, date=""))
    assert session.state.document.scenario.operations[0].date is None


def test_one_goes_to_any_step_and_back(session):
    for text in ("satu", "dua", "tiga"):
        session.do(AddPoint(Point(id=text, text=text)))
    session.go_to_step(1)
    assert [point.id for point in points(session)] == ["satu"]
    session.go_to_step(99)
    assert [point.id for point in points(session)] == ["satu", "dua", "tiga"]
    session.go_to_step(-1)
    assert points(session) == ()


def written_minutes(session, write):
    document = session.state.document
    made = minutes(document.scenario, document.structure, document.base, document.skipped)
    return write(made, "id")


def test_the_minutes_hold_every_change_and_point_once_by_what_was_decided(session):
    session.do(AddPoint(POINT))
    text = written_minutes(session, to_text)
    document = session.state.document
    numbers = [line for line in text.splitlines() if line.startswith("- ") and line[2].isdigit()]
    assert len(numbers) == len(document.scenario.operations)
    assert "DATA ILUSTRASI" in text
    order = [
        text.index(head)
        for head in ("\nDisepakati", "\nUsul, belum", "\nDitunda", "\nDitolak", "\nPokok bahasan")
    ]
    assert order == sorted(order)
    assert "Tambah garis “Bidang Rehabilitasi Sosial – UPTD Kegawatdaruratan Sosial”" in text
    assert "unit pendukung “Persentase laporan" in text
    assert ": Bidang Rehabilitasi Sosial, Seksi Rehabilitasi Sosial Tuna Sosial" in text
    assert "Ubah nama “Pelayanan Sosial Persinggahan”: Satuan Pelayanan Shelter" in text
    assert "- Ditunda: Anggaran belum ada\n    Alasan: usul APBD lewat" in text


def test_names_in_the_minutes_are_data(session):
    session.do(AddPoint(Point(id="x", text="# *tebal* [a](b) <b>\x1b[31m")))
    page = written_minutes(session, to_markdown)
    assert r"\# \*tebal\* \[a\](b) \<b\>" in page
    assert "\x1b" not in page + written_minutes(session, to_text)


def test_the_minutes_as_data_have_a_version(session):
    session.do(AddPoint(POINT))
    data = json.loads(written_minutes(session, to_json))
    assert (data["version"], data["points"][0]["id"]) == (1, "anggaran")
    assert [entry["number"] for entry in data["changes"]] == list(range(1, len(data["changes"]) + 1))
    assert {entry["status"] for entry in data["changes"]} == {"usul", "disepakati", "ditunda", "ditolak"}
