"""Structures and a pack's conventions for the tests of pictures."""

from pathlib import Path

import pytest

from sotk.chart.conventions import Conventions
from sotk.model import Annex, Government, Header, Line, Position, Structure, Unit
from tests.golden import comparing

GOLDEN = Path(__file__).parent / "golden"

PEMDA = Conventions(
    places={
        "sekretariat": "secretariat",
        "kjf": "functional",
        "uptd": "support",
        "uptd/subbagian": "secretariat",
        "staf-ahli": "adviser",
    },
    generic={"uptd": "UPTD"},
    title=("Bagan Struktur Organisasi", "{name}"),
    capitals=True,
    instrument="Peraturan Gubernur Jawa Barat",
    signatory="Gubernur Jawa Barat",
    heading={"instrument": "LAMPIRAN", "number": "NOMOR", "date": "TANGGAL", "title": "TENTANG"},
    paraf=("NO", "INSTANSI", "PARAF"),
    paraf_rows=("Biro Organisasi", "Biro Hukum"),
    line_words=(
        ("komando", "Garis komando"),
        ("koordinasi", "Garis koordinasi"),
        ("fungsional", "Garis fungsional"),
    ),
)

TREE = {
    "dinsos": ("Dinas Sosial", "dinas", ["sekretariat", "rehsos", "linjamsos", "kjf", "psrlu", "ppks"]),
    "sekretariat": ("Sekretariat", "sekretariat", ["keuangan", "umum"]),
    "keuangan": ("Subbagian Keuangan dan Aset", "subbagian", []),
    "umum": ("Subbagian Kepegawaian dan Umum", "subbagian", []),
    "rehsos": ("Bidang Rehabilitasi Sosial", "bidang", ["anak"]),
    "anak": ("Seksi Rehabilitasi Sosial Anak dan Lanjut Usia", "seksi", []),
    "linjamsos": ("Bidang Perlindungan dan Jaminan Sosial", "bidang", ["jaminan"]),
    "jaminan": ("Seksi Jaminan Sosial Keluarga", "seksi", []),
    "kjf": ("Kelompok Jabatan Fungsional", "kjf", []),
    "psrlu": ("UPTD PSRLU dan PMP", "uptd", ["tu", "satpel"]),
    "tu": ("Subbagian Tata Usaha", "subbagian", []),
    "satpel": ("Satuan Pelayanan RSLU Sukabumi", "satpel", []),
    "ppks": ("UPTD PPKS", "uptd", []),
}


def a_structure(tree=TREE, *, order=None, lines=(), **header):
    """A Dinas Sosial; `order` changes the order of keys, never of siblings."""
    units = {}
    above = {child: key for key, (_, _, children) in tree.items() for child in children}
    for key in order or tree:
        name, kind, _ = tree[key]
        head = Position(id="kadis", title="Kepala Dinas", echelon="II.a") if key == "dinsos" else None
        units[key] = Unit(id=key, name=name, kind=kind, head=head, parent=above.get(key))
    fields = {
        "id": "dinsos-jabar",
        "name": "Dinas Sosial Provinsi Jawa Barat",
        "pack": "pemda",
        "government": Government(level="provinsi", name="Jawa Barat"),
        "annex": Annex(title="Kedudukan, Susunan Organisasi, Tugas dan Fungsi"),
    } | header
    children = {key: tuple(tree[key][2]) for key in units if tree[key][2]}
    return Structure(Header(**fields), "dinsos", units, children, lines=tuple(lines))


@pytest.fixture
def pemda():
    return PEMDA


@pytest.fixture
def make():
    return a_structure


@pytest.fixture
def coordination():
    return Line(source="sekretariat", target="rehsos")


@pytest.fixture
def golden():
    return comparing(GOLDEN)
