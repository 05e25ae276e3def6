"""The sheets of a workbook that sotk writes: their columns, and how a value stands in a cell and comes back.

One table of columns serves writing and reading, so that what is written reads back the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sotk.locale import Language

Form = Literal["text", "number", "yes", "list", "years", "json"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the key of a file, its headings, and the form of its cells. Without a key it only informs."""

    key: str
    indonesian: str
    english: str
    form: Form = "text"
    informs: bool = False

    def heading(self, language: Language) -> str:
        return self.indonesian if language == "id" else self.english


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its columns; `by_year` are keys with a column for each year, with the words before it."""

    key: str
    indonesian: str
    english: str
    columns: tuple[SheetColumn, ...]
    by_year: tuple[tuple[str, str, str], ...] = ()

    def name(self, language: Language) -> str:
        return self.indonesian if language == "id" else self.english


def _c(key: str, indonesian: str, english: str, form: Form = "text", *, informs: bool = False) -> SheetColumn:
    return SheetColumn(key, indonesian, english, form, informs)


HEADER: Final = Sheet(
    "header", "Struktur", "Structure", (_c("key", "Kunci", "Key"), _c("value", "Nilai", "Value"))
)
UNITS: Final = Sheet(
    "units",
    "Unit",
    "Units",
    (
        _c("id", "ID", "ID"),
        _c("name", "Nama Unit", "Unit Name"),
        _c("parent", "ID Induk", "Parent ID"),
        _c("parent_name", "Berada di Bawah", "Stands Below", informs=True),
        _c("kind", "Jenis Unit", "Unit Kind"),
        _c("short", "Singkatan", "Acronym"),
        _c("site", "Lokasi", "Location"),
        _c("class", "Kelas UPTD", "UPTD Class"),
        _c("hours", "Jam Kerja Efektif", "Working Hours", "number"),
        _c("criteria", "Kriteria Terpenuhi", "Criteria Met", "list"),
        _c("effective", "Berlaku", "Effective"),
        _c("until", "Sampai", "Until"),
        _c("legal_basis", "Dasar Hukum", "Legal Basis", "json"),
        _c("from", "Berasal dari", "Came From", "list"),
        _c("retained", "Alasan Dipertahankan", "Retained Because"),
        _c("exempt", "Alasan Dikecualikan", "Exempt Because"),
        _c("notes", "Keterangan", "Notes"),
    ),
)
POSITIONS: Final = Sheet(
    "positions",
    "Jabatan",
    "Positions",
    (
        _c("id", "ID Jabatan", "Post ID"),
        _c("unit", "ID Unit", "Unit ID"),
        _c("unit_name", "Unit", "Unit", informs=True),
        _c("leads", "Memimpin Unit", "Leads the Unit", "yes"),
        _c("title", "Nama Jabatan", "Title"),
        _c("category", "Jenis Jabatan", "Category"),
        _c("grade", "Jenjang", "Grade"),
        _c("echelon", "Eselon", "Echelon"),
        _c("class", "Kelas Jabatan", "Job Class", "number"),
        _c("need", "Kebutuhan", "Need", "number"),
        _c("filled", "Bezetting", "Filled", "number"),
        _c("gap", "Selisih", "Gap", "number", informs=True),
        _c("pns", "PNS", "Civil Servants", "number"),
        _c("pppk", "PPPK", "Contract Staff", "number"),
        _c("retirements", "Pensiun", "Retirements", "years"),
        _c("acting", "Pelaksana Tugas", "Acting", "yes"),
        _c("double_hatted", "Rangkap Jabatan", "Double Hatted", "yes"),
        _c("holders", "Pemangku", "Holders", "json"),
        _c("notes", "Keterangan", "Notes"),
    ),
)
DUTIES: Final = Sheet(
    "duties",
    "Tugas",
    "Duties",
    (
        _c("id", "ID", "ID"),
        _c("unit", "ID Unit", "Unit ID"),
        _c("unit_name", "Unit", "Unit", informs=True),
        _c("position", "Tugas Jabatan", "Duty of Position"),
        _c("level", "Jenis Tugas", "Duty Level"),
        _c("text", "Uraian", "Duty"),
        _c("parent", "Bagian dari Tugas", "Part of Duty"),
        _c("role", "Peran", "Role of the Unit"),
        _c("code", "Kode Program", "Code"),
        _c("clients", "Sasaran Layanan", "Clients", "list"),
        _c("stage", "Tahap", "Stage"),
        _c("site", "Lokasi", "Location"),
        _c("pasal", "Pasal", "Article"),
    ),
)
INDICATORS: Final = Sheet(
    "indicators",
    "IKU",
    "Indicators",
    (
        _c("id", "ID", "ID"),
        _c("objective", "ID Sasaran", "Objective ID"),
        _c("objective_text", "Sasaran", "Objective", informs=True),
        _c("text", "Indikator", "Indicator"),
        _c("measure", "Satuan", "Measure"),
        _c("formula", "Formula", "Formula"),
        _c("source", "Sumber Data", "Source"),
        _c("polarity", "Polaritas", "Polarity"),
        _c("cumulation", "Kumulasi", "Cumulation"),
        _c("lead", "Penanggung Jawab", "Lead Unit"),
        _c("supporters", "Unit Pendukung", "Supporting Units", "list"),
        _c("baseline", "Kondisi Awal", "Baseline", "number"),
    ),
    (("targets", "Target", "Target"), ("actuals", "Realisasi", "Actual")),
)
OBJECTIVES: Final = Sheet(
    "objectives",
    "Pohon Kinerja",
    "Objectives",
    (
        _c("id", "ID", "ID"),
        _c("level", "Tingkat", "Level"),
        _c("text", "Kondisi", "Condition"),
        _c("parent", "ID Induk", "Parent ID"),
        _c("csf", "Faktor Kunci", "Critical Factor"),
        _c("plan", "Dokumen", "Plan"),
    ),
)
WORKLOAD: Final = Sheet(
    "workload",
    "ABK",
    "Workload",
    (
        _c("position", "ID Jabatan", "Post ID"),
        _c("task", "Uraian Tugas", "Task"),
        _c("product", "Hasil Kerja", "Product"),
        _c("volume", "Volume", "Volume", "number"),
        _c("period", "Periode", "Period"),
        _c("minutes", "Menit", "Minutes", "number"),
    ),
)
LINES: Final = Sheet(
    "lines",
    "Garis",
    "Lines",
    (
        _c("from", "Dari", "From"),
        _c("to", "Ke", "To"),
        _c("kind", "Jenis", "Kind"),
        _c("notes", "Keterangan", "Notes"),
    ),
)
TEAMS: Final = Sheet(
    "teams",
    "Tim Kerja",
    "Teams",
    (
        _c("id", "ID", "ID"),
        _c("name", "Nama Tim", "Team Name"),
        _c("unit", "ID Unit", "Unit ID"),
        _c("leader", "Ketua", "Leader"),
        _c("members", "Anggota", "Members", "list"),
        _c("task", "Tugas Tim", "Task"),
        _c("letter", "Surat Penugasan", "Letter"),
        _c("site", "Lokasi", "Location"),
    ),
)
WAIVERS: Final = Sheet(
    "waivers",
    "Dispensasi",
    "Waivers",
    (
        _c("id", "ID", "ID"),
        _c("rule", "Aturan", "Rule"),
        _c("unit", "ID Unit", "Unit ID"),
        _c("entity", "Entitas", "Entity"),
        _c("subject", "Subjek", "Subject"),
        _c("reason", "Alasan", "Reason"),
        _c("until", "Sampai", "Until"),
    ),
)
CONFLICTS: Final = Sheet(
    "conflicts",
    "Konflik",
    "Conflicts",
    (
        _c("id", "ID", "ID"),
        _c("kind", "Jenis", "Kind"),
        _c("entity", "Entitas", "Entity"),
        _c("subject", "Subjek", "Subject"),
        _c("field", "Bidang", "Field"),
        _c("base", "Semula", "Base", "json"),
        _c("ours", "Kita", "Ours", "json"),
        _c("theirs", "Mereka", "Theirs", "json"),
    ),
)
PLAIN_LISTS: Final = (OBJECTIVES, LINES, TEAMS, WAIVERS, CONFLICTS)
"""Sheets whose rows are the entries of a list of the file, as they stand."""
SHEETS: Final = (HEADER, UNITS, POSITIONS, DUTIES, INDICATORS, WORKLOAD, *PLAIN_LISTS)
FORMAT_KEY: Final = "sotk"
"""The key of the first row of the sheet Struktur, by which such a workbook is known."""


def to_cell(value: Any, form: Form) -> Any:
    """What stands in a cell: texts, whole numbers and decimals as they are, lists with semicolons."""
    if value is None:
        return ""
    if form == "yes":
        return "ya" if value else ""
    if form == "list":
        return _joined(value)
    if form == "years":
        return "; ".join(f"{year}: {count}" for year, count in value.items())
    if form == "json":
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def of_cell(text: str, form: Form) -> Any:
    """The value of a file that a cell gives."""
    if form == "yes":
        return "true" if text.strip().casefold() in ("ya", "yes", "true", "1") else "false"
    if form == "list":
        return _split(text)
    if form == "years":
        pairs = (part.partition(":") for part in text.split(";") if part.strip())
        return {year.strip(): count.strip() for year, _colon, count in pairs}
    if form == "json":
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


def _joined(values: Sequence[str] | str) -> str:
    entries = [values] if isinstance(values, str) else [str(each) for each in values]
    if any(not each or each != each.strip() or ";" in each or each.startswith("[") for each in entries):
        return json.dumps(entries, ensure_ascii=False)
    return "; ".join(entries)


def _split(text: str) -> list[str]:
    if text.startswith("["):
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if isinstance(found, list):
            return [str(each) for each in found]
    return [part.strip() for part in text.split(";") if part.strip()]


def years_of(rows: Sequence[Mapping[str, Any]], key: str) -> list[str]:
    """The years that some rows give under a key, in order."""
    return sorted({year for row in rows for year in (row.get(key) or {})})
