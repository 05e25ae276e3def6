"""Time and memory of importing a staff table, beside peers that only read its cells.

python tests/bench/import_bench.py [ROWS ...]    default 1000 10000 100000; needs openpyxl for the peers

The peers do the least that any import does: openpyxl reads the cells (read-only) and links each row to its
superior by a dict; calamine alone reads the cells. What sotk does beside that is the rest of its time:
headings, texts, ids, superiors, circles, repairs, values that check themselves, and the file.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from sotk.exchange import Wanted, import_files
from sotk.files import dump

HEADINGS = (
    "ID",
    "Unit",
    "ID Induk",
    "Jenis Unit",
    "Eselon",
    "Jabatan Pimpinan",
    "Kelas",
    "Kebutuhan",
    "Bezetting",
)


def table(path: Path, rows: int) -> None:
    """A list of units, ten below each, as a workbook."""
    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Unit")
    sheet.write_row(0, 0, HEADINGS)
    for number in range(rows):
        above = f"u{(number - 1) // 10}" if number else ""
        name = f"Seksi Nomor {number}"
        sheet.write_row(
            number + 1,
            0,
            (f"u{number}", name, above, "Seksi", "IV.a", f"Kepala {name}", 9, number % 7, number % 5),
        )
    book.close()


def with_openpyxl(path: Path) -> int:
    from openpyxl import load_workbook

    rows = load_workbook(path, read_only=True)["Unit"].iter_rows(min_row=2, values_only=True)
    units = {row[0]: row for row in rows}
    return sum(row[2] in units for row in units.values())


def with_calamine(path: Path) -> int:
    return len(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.xlsx"
            table(path, size)
            found = import_files([path], Wanted(name="x"))
            assert found.structure is not None
            assert found.placed == size
            ours = min(seconds(lambda path=path: import_files([path], Wanted(name="x"))) for _ in range(2))
            written = seconds(lambda found=found: dump(found.structure))
            peer = min(seconds(lambda path=path: with_openpyxl(path)) for _ in range(2))
            cells = min(seconds(lambda path=path: with_calamine(path)) for _ in range(2))
            print(
                f"{size:>7} rows: import {ours:.2f} s ({ours / size * 1e6:.0f} µs a row), text of the file {written:.2f} s;"
                f" openpyxl and a loop {peer:.2f} s (sotk takes {ours / peer:.2f} of it); calamine alone {cells:.2f} s"
            )


if __name__ == "__main__":
    main()
