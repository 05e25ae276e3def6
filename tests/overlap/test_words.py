"""Word forms, spelling, and parts of a statement."""

import os
import subprocess
import sys

import pytest

from sotk.overlap import Statement, read
from sotk.overlap.lexicon import lexicon
from sotk.overlap.spelling import corrected


@pytest.mark.parametrize(
    ("forms", "root"),
    [
        ("pengelolaan dikelola mengelola pengelola", "kelola"),
        ("penyusunan menyusun disusun tersusunnya", "susun"),
        ("pengawasan mengawasi diawasi", "awas"),
        ("pemeliharaan memelihara", "pelihara"),
        ("mengoordinasikan koordinasi pengoordinasian", "koordinasi"),
        ("menginventarisir inventarisasi", "inventarisasi"),
        ("kapal", "kapal"),
        ("koperasi perkoperasian", "koperasi"),
        ("pengoperasian beroperasi", "operasi"),
        ("seleksi", "seleksi"),
    ],
)
def test_forms_of_a_word_meet_in_its_root(forms: str, root: str) -> None:
    assert {lexicon().stem(form) for form in forms.split()} == {root}


def test_a_slip_that_two_words_are_near_to_is_mended_alike_in_every_run() -> None:
    said = (
        "from sotk.overlap.spelling import corrected; print(*map(corrected, ('kemanan', 'asuran', 'antark')))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", said],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert runs[0] == runs[1]


def test_a_slip_of_spelling_is_mended_and_a_name_is_left_alone() -> None:
    assert corrected("penyelenggarraan") == "selenggara"
    assert corrected("rehabiltasi") == "rehabilitasi"
    assert corrected("gorontalo") == "gorontalo"


def test_a_reading_shows_actions_objects_scope_and_housekeeping() -> None:
    reading = read(Statement("pelatihan menjahit bagi perempuan di wilayah II", "Seksi Pelatihan"))
    assert "train" in reading.stages
    assert {"perempuan", "jahit"} <= {term.concept for term in reading.objects}
    assert reading.marks == {"wilayah ii"}
    assert not reading.housekeeping
    assert read(
        Statement("urusan surat-menyurat Dinas Perikanan", "Subbagian Umum Dinas Perikanan")
    ).housekeeping


def test_every_form_of_the_lexicon_leads_to_a_concept() -> None:
    words = lexicon()
    assert all(name in words.concepts for name in (*words.terms.values(), *words.actions.values()))


def test_importing_the_room_reads_no_data_and_no_heavy_library() -> None:
    script = (
        "import sys, sotk.overlap, sotk.overlap.lexicon as x; "
        "print(x.lexicon.cache_info().currsize, [m for m in ('numpy', 'pydantic', 'yaml', 'networkx') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "0 []"
