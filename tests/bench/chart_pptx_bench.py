"""A slide of many boxes beside the plain calls of python-pptx; and a 60-box chart in every format.

    python tests/bench/chart_pptx_bench.py [BOXES]

python-pptx adds a shape, its text and a connector glued at both ends for each box: what a script does
that follows its documentation, with and without `turbo_add_enabled`. Seconds of processor time.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO

from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from sotk.chart.layout.chart import Chart, Node, Phrase
from sotk.chart.layout.pages import whole
from sotk.chart.render.catalogue import FORMATS
from sotk.chart.render.pptx import pptx
from sotk.chart.scene import Scene

FAN = 8


def chart(count: int) -> Scene:
    nodes = [Node("n0", "Kepala Dinas", (Phrase("Kepala Dinas"),))]
    for n in range(1, count):
        name = f"Seksi Perencanaan {n}"
        nodes.append(Node(f"n{n}", name, (Phrase(name),), f"n{(n - 1) // FAN}"))
    return whole(Chart(tuple(nodes)))


def by_calls(scene: Scene, *, turbo: bool) -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    if turbo:
        slide.shapes.turbo_add_enabled = True
    made = {}
    (page,) = scene.pages
    for box in page.boxes:
        places = Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height)
        shape = made[box.key] = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *places)
        shape.text_frame.text = box.title
    for link in page.links:
        line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
        line.begin_connect(made[link.source.box], 2)
        line.end_connect(made[link.target.box], 0)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def spent(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    pptx(chart(3))  # imports
    scene = chart(count)
    own = min(spent(lambda: pptx(scene)) for _ in range(3))
    print(f"{count} boxes: sotk {own:.2f} s")
    for name, turbo in (("turbo_add", True), ("plain", False)):
        other = spent(lambda turbo=turbo: by_calls(scene, turbo=turbo))
        print(f"  python-pptx {name}: {other:.2f} s, ratio {other / own:.1f}", flush=True)
    for form in FORMATS:
        form.write(chart(3))
        print(f"60 boxes as {form.ending}: {spent(lambda form=form: form.write(chart(60))):.3f} s")


if __name__ == "__main__":
    main()
