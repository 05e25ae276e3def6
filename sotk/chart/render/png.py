"""PNG: the SVG drawn by resvg with the bundled font, or the PDF by pdfium where there are many boxes.

The bundled font is always given: without one resvg draws boxes and leaves their text out, silently.
Fonts of the machine are asked only for characters that the bundled one has not.
"""

from importlib.resources import as_file, files
from io import BytesIO
from typing import Any, Final

from sotk.chart.measure import advances
from sotk.chart.render.svg import PAGE_GAP, svg
from sotk.chart.scene import Scene

DPI: Final = 168
MANY_BOXES: Final = 1_200
MOST_PIXELS: Final = 80_000_000


def png(scene: Scene, dpi: float = DPI) -> bytes:
    """All pages under each other, at `dpi`; less where the picture would be larger than 80 megapixels."""
    width = max((page.width for page in scene.pages), default=1.0)
    height = sum(page.height for page in scene.pages) + PAGE_GAP * (len(scene.pages) - 1)
    scale = min(dpi / 72, (MOST_PIXELS / (width * max(height, 1.0))) ** 0.5)
    if sum(len(page.boxes) for page in scene.pages) > MANY_BOXES:
        return _by_pdfium(scene, scale)
    return _by_resvg(scene, scale)


def _by_resvg(scene: Scene, scale: float) -> bytes:
    import resvg_py

    fonts = files("sotk.chart") / "fonts"
    with as_file(fonts / "Inter-Regular.ttf") as regular, as_file(fonts / "Inter-Bold.ttf") as bold:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg(scene, held=False),
                dpi=72,  # one point is one pixel, then `zoom` times that
                zoom=scale,
                font_files=[str(regular), str(bold)],
                skip_system_fonts=not _strange(scene),
                languages=[scene.language],
            )
        )


def _by_pdfium(scene: Scene, scale: float) -> bytes:
    import pypdfium2
    from PIL import Image

    from sotk.chart.render.pdf import pdf

    with pypdfium2.PdfDocument(pdf(scene)) as document:
        pictures: list[Any] = [page.render(scale=scale).to_pil() for page in document]
    gap = round(PAGE_GAP * scale)
    size = (max(p.width for p in pictures), sum(p.height + gap for p in pictures) - gap)
    whole = Image.new("RGB", size, "white")
    top = 0
    for picture in pictures:
        whole.paste(picture, (0, top))
        top += picture.height + gap
    out = BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def _strange(scene: Scene) -> bool:
    """Whether a text needs a character that the bundled font has not."""
    known = advances("regular").of.keys()
    return any(
        not known >= set(run.text)
        for page in scene.pages
        for rows in (*(box.rows for box in page.boxes), *(block.rows for block in page.blocks))
        for row in rows
        for run in row.runs
    )
