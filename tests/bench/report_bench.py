"""A Word file with a long table beside the plain calls of python-docx; and each kind for a ministry.

    python tests/bench/report_bench.py [ROWS]

python-docx adds a table, then the text of each cell of each row through `row.cells`, and a heading and a
paragraph for each twentieth row: what a script does that follows its documentation. Seconds of processor time.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx

from sotk.report.document import Column, Document, Heading, Paragraph, Row, Section, Table, cells
from sotk.report.kinds.catalogue import KINDS
from sotk.report.material import Material
from sotk.report.render.docx import render
from sotk.workspace import open_path

STRUCTURE = Path(__file__).parent.parent.parent / "structures" / "kemenhub-2025" / "kemenhub.yaml"
TEXT = "pelaksanaan penyiapan perumusan kebijakan teknis di bidang rehabilitasi sosial"
WIDTH = 5
EACH = 20


def document(count: int) -> Document:
    columns = tuple(Column(f"Kolom {at}", 1) for at in range(WIDTH))
    rows = tuple(Row(cells(*[f"{TEXT} {n}"] * WIDTH)) for n in range(count))
    words = [block for n in range(0, count, EACH) for block in (Heading(f"Pasal {n}"), Paragraph(TEXT))]
    return Document(("Matriks",), "id", (Section((*words, Table(columns, rows))),))


def by_calls(count: int) -> bytes:
    made = docx.Document()
    for n in range(0, count, EACH):
        made.add_heading(f"Pasal {n}", 1)
        made.add_paragraph(TEXT)
    table = made.add_table(rows=1, cols=WIDTH)
    for n in range(count):
        for cell in table.add_row().cells:
            cell.text = f"{TEXT} {n}"
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def spent(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    made = document(count)
    render(document(1))  # imports
    own = min(spent(lambda: render(made)) for _ in range(3))
    other = spent(lambda: by_calls(count))
    print(
        f"{count} rows of {WIDTH} cells: sotk {own:.2f} s, python-docx {other:.2f} s, ratio {other / own:.1f}"
    )
    found = open_path(STRUCTURE)
    given = Material(
        structure=found.structure, pack=found.pack, language="id", base=found.structure, findings=()
    )
    for kind in KINDS:
        if kind.name != "berita-acara":  # of proposals alone
            taken = spent(lambda kind=kind: render(kind.make(given)))
            print(f"{len(found.structure.units)} units, {kind.name}: {taken:.2f} s", flush=True)


if __name__ == "__main__":
    main()
