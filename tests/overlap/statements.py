"""Statements for tests: made of the words of the lexicon, and those of shipped structures."""

from pathlib import Path

from hypothesis import strategies as st

from sotk.files import load
from sotk.overlap import Statement
from sotk.overlap.carried import carried
from sotk.overlap.lexicon import lexicon

ROOT = Path(__file__).parents[2]
WORDS = sorted({word for form in lexicon().written.values() for word in form.split()})
FRAME = [
    "dan", ",", "di bidang", "tidak", "sebelum", "setelah", "wilayah", "ii", "tipe", "a", "dinas", "laporan kegiatan",
    "penyusunan kebijakan", "pembinaan", "pengawasan", "pelaksanaan", "sesuai", "rencana kerja",
]  # fmt: skip
text = st.lists(st.sampled_from([*WORDS, *FRAME, *FRAME]), max_size=16).map(" ".join)
statements = st.builds(
    Statement,
    text=text,
    unit=st.one_of(text, st.sampled_from(["Inspektorat", "UPTD Panti", "Dinas Sosial", "Seksi Anak II", ""])),
    kind=st.sampled_from(["", "bidang", "uptd"]),
    code=st.sampled_from([None, "1.06", "1.06.04", "1.06.04.1.03", "1.06.04.1.03.0002", "2.15.02.2.01"]),
    clients=st.sampled_from([(), ("anak",), ("lansia", "anak"), ("lanjut usia",)]),
    stage=st.sampled_from([None, "kebijakan", "pelaksanaan", "evaluasi", "lain"]),
    bodies=st.sampled_from([(), ("Dinas Sosial",), ("Pusat Perhubungan Laut", "Bidang Jalan")]),
    site=st.sampled_from(["", "Garut", "Karawang"]),
)


def duties(agency: str) -> list[Statement]:
    loaded = load(ROOT / "structures" / agency)
    assert loaded.structure is not None
    return [duty.statement for duty in carried(loaded.structure)]
