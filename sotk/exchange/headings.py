"""What the headings of planners' tables mean: words of both languages to fields of an import.

A field is what a column may hold, under the name that a mapping file uses for it. What several sorts of
table call by one word (nama, jenis) is a field of its own, and the sort of the table decides.
"""

import re
from functools import cache
from typing import Final

_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W_]+|[+−±-]")
_YEAR: Final = re.compile(r"(target|realisasi|capaian|actual) (?:tahun )?((?:19|20|21)\d\d)")
_PATH: Final = re.compile(
    r"(?:unit |nama unit |unit kerja )?(?:eselon|level|tingkat|lapis) (iv|iii|ii|i|v|[1-9])(?: [ab])?"
)
_COPY: Final = re.compile(r"(tugas|fungsi|uraian tugas|function|duty) \d+")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}

WORDS: Final[dict[str, str]] = {
    "id": "id | kode | kode unit kerja | kode opd | record id | post unique reference | employee id | id pegawai"
    " | kode jabatan | id jabatan | post id",
    "unit_id": "unit id | id unit | kode unit | department id | organization id | kode satker | kode bagian",
    "unit": "unit | unit kerja | nama unit | nama unit kerja | unit organisasi | nama unit organisasi"
    " | satuan kerja | nama satuan kerja | satker | opd | nama opd | perangkat daerah | child unit | department"
    " | department name | unit name | organizational unit | bidang seksi | penempatan | unit penempatan"
    " | susunan organisasi | unit nama",
    "name": "nama | name",
    "parent": "induk | unit induk | nama induk | nama unit induk | kode induk | id induk | induk id | parent"
    " | parent id | parent unit | reports to | unit atasan | kode atasan | bertanggung jawab kepada | di bawah"
    " | unit di atasnya | superior | superior unit | atasan | parent name",
    "manager": "manager | manager id | reports to senior post | reporting senior post | atasan langsung"
    " | nip atasan | nama atasan | nama atasan langsung | supervisor | line manager | jabatan atasan"
    " | id atasan | pejabat penilai",
    "level": "level | tingkat | tingkatan | level unit | tingkat unit | lapis | depth",
    "number": "no | nomor | nomor urut | no urut | number | outline | penomoran",
    "kind": "jenis unit | jenis organisasi | tipe unit | kind | organization type | classification"
    " | kategori unit | bentuk | bentuk unit | jenis perangkat daerah | nomenklatur unit | unit kind",
    "short": "singkatan | nama singkat | acronym | short name | akronim",
    "site": "lokasi | tempat | alamat | site | location | tempat kedudukan | kedudukan",
    "notes": "keterangan | catatan | notes | ket | remarks | note",
    "title": "jabatan | nama jabatan | title | job title | position | generic job title | role | label"
    " | nomenklatur jabatan | jabatan saat ini | position title | job id",
    "head_title": "jabatan pimpinan | nama jabatan pimpinan | pimpinan | kepala | principal officer title"
    " | head title | head | nama jabatan struktural | jabatan struktural | jabatan kepala unit",
    "leads": "memimpin unit | leads the unit | pimpinan unit",
    "category": "jenis jabatan | kategori jabatan | category | post category | kelompok jabatan | rumpun jabatan",
    "grade": "jenjang | jenjang jabatan | grade | grade or equivalent | jenjang fungsional",
    "echelon": "eselon | esl | echelon | eselonering | tingkat eselon",
    "class": "kelas | kelas jabatan | job class | class | kls | kelas jab | grade jabatan",
    "need": "kebutuhan | k | abk | kebutuhan pegawai | formasi | jumlah kebutuhan | need | kebutuhan abk"
    " | hasil abk | kebutuhan pegawai abk | jumlah kebutuhan pegawai | kebutuhan k",
    "filled": "bezetting | b | existing | eksisting | jumlah pegawai | pegawai saat ini | terisi | filled"
    " | jumlah pemangku | number of posts in fte | fte | kekuatan pegawai | jumlah bezetting | bezetting b"
    " | pegawai yang ada | jumlah pegawai saat ini | bezetting jumlah",
    "pns": "pns | bezetting pns | jumlah pns | pegawai pns | civil servants",
    "pppk": "pppk | p3k | bezetting pppk | jumlah pppk | pegawai pppk | contract staff",
    "gap": "selisih | gap | + / - | + - | +/- | kurang lebih | kekurangan | kelebihan kekurangan | difference"
    " | − | + / − | ±",
    "holder": "nama pejabat | nama pegawai | nama pemangku | pemangku | pejabat | holder | nama lengkap"
    " | employee name | full name | incumbent | nama pejabat pegawai | holders",
    "first_name": "first name | given name | nama depan",
    "last_name": "last name | family name | surname | nama belakang",
    "person_id": "person id",
    "nip": "nip | nip nik | nip pejabat | nip pegawai",
    "ended": "end date",
    "tugas": "tugas | tugas pokok | mission",
    "fungsi": "fungsi | functions",
    "uraian": "uraian tugas | rincian tugas | tasks",
    "duty": "teks | text | duty | bunyi | uraian | job team function | function | rumusan | tugas dan fungsi"
    " | uraian tugas dan fungsi | duty text",
    "duty_level": "jenis tugas | level tugas | duty level | tingkat tugas",
    "type": "jenis | type | tipe",
    "code": "kode program | kode nomenklatur | code | program code | kode kegiatan | kode urusan",
    "pasal": "pasal | article",
    "order": "urut | urutan | order",
    "indicator": "iku | indikator | indikator kinerja | indikator kinerja utama | indicator | kpi",
    "objective": "sasaran | sasaran strategis | objective | sasaran kinerja",
    "measure": "satuan | measure | unit of measure",
    "formula": "formula | rumus | formulasi | cara perhitungan | formulasi pengukuran",
    "source": "sumber data | sumber | source | data source",
    "baseline": "baseline | kondisi awal | nilai awal",
    "lead": "penanggung jawab | pj | unit penanggung jawab | lead unit | lead",
    "supporters": "pendukung | unit pendukung | supporters | supporting units",
}
"""For each field the headings that mean it, normalized; the first is the one that sotk writes."""

NO_COLUMN: Final = "skip"
"""What a mapping file writes for a column that shall not be read."""


def plain(text: str) -> str:
    """A heading without case, punctuation, underscores and what stands in brackets at its end."""
    return " ".join(_WORD.findall(_CAMEL.sub(" ", text).casefold()))


def field_of(heading: str) -> str | None:
    """The field a heading means; `unit:2`, `target:2025` and `actual:2025` carry a number."""
    said = plain(heading)
    if not said:
        return None
    found = _known().get(said)
    if found is None and "(" in heading:
        found = _known().get(plain(heading.split("(", 1)[0]))
    if found is not None:
        return found
    year = _YEAR.fullmatch(said)
    if year:
        return f"{'target' if year[1] == 'target' else 'actual'}:{year[2]}"
    path = _PATH.fullmatch(said)
    if path:
        return f"unit:{_ROMAN.get(path[1]) or int(path[1])}"
    copy = _COPY.fullmatch(said)
    return _known().get(copy[1]) if copy else None


def is_field(name: str) -> bool:
    """Whether a mapping file may use this name for a column."""
    stem, _colon, number = name.partition(":")
    if number:
        return number.isdigit() and stem in ("unit", "target", "actual")
    return name in WORDS or name == NO_COLUMN


@cache
def _known() -> dict[str, str]:
    return {plain(word): field for field, words in WORDS.items() for word in words.split("|")}
