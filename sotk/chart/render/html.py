"""One HTML file that works offline: pan, zoom, search, collapse, details, keyboard, print.

Names reach the page as escaped text of the SVG and as JSON that the script only ever puts into text
nodes. The policy of the page allows this script and this style by their hashes, and nothing else.
"""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any, Final

from sotk.chart.render.safe import words
from sotk.chart.render.svg import faces, svg
from sotk.chart.scene import Box, Scene

WORDS: Final = {
    "id": {
        "search": "Cari unit",
        "fit": "Seluruh bagan",
        "collapse": "Tutup semua",
        "expand": "Buka semua",
        "print": "Cetak",
        "help": "Geser: seret atau tombol panah. Perbesar, perkecil: roda tetikus atau + −. Cari: /, berikutnya: Enter. "
        "Rincian unit: klik, tutup: Esc. Buka atau tutup cabang: klik ganda atau Enter. Seluruh bagan: 0.",
        "details": "Rincian",
        "found": "ditemukan",
    },
    "en": {
        "search": "Search units",
        "fit": "Whole chart",
        "collapse": "Collapse all",
        "expand": "Expand all",
        "print": "Print",
        "help": "Move: drag or arrow keys. Zoom: wheel or + −. Search: /, next: Enter. "
        "Details of a unit: click, close: Esc. Open or close a branch: double click or Enter. Whole chart: 0.",
        "details": "Details",
        "found": "found",
    },
}


def html(scene: Scene) -> str:
    """The page. `data` of every box is JSON; the picture is inline SVG with real text."""
    said = WORDS.get(scene.language, WORDS["en"])
    script, style = _part("shrunk.js") + _part("chart.js"), faces() + _part("chart.css")
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(words(scene.title))
    buttons = "".join(
        f'<button type="button" id="{name}">{escape(said[name])}</button>'
        for name in ("fit", "collapse", "expand", "print")
    )
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(words(scene.language))}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>",
            f'<header><h1>{title}</h1>{_search(said)}<output id="count"></output>{buttons}</header>',
            f'<main id="stage" tabindex="0" aria-label="{title}">{svg(scene, held=False, interactive=True)}</main>',
            f'<aside id="details" hidden aria-live="polite" aria-label="{escape(said["details"])}"></aside>',
            f"<footer>{escape(said['help'])}</footer>",
            f'<script type="application/json" id="data">{_data(scene, said)}</script>',
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _search(said: dict[str, str]) -> str:
    asked = escape(said["search"])
    return f'<input id="search" type="search" placeholder="{asked}" aria-label="{asked}">'


def _data(scene: Scene, said: dict[str, str]) -> str:
    boxes = {box.key: _facts(box) for page in scene.pages for box in page.boxes}
    text = json.dumps({"boxes": boxes, "found": said["found"]}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _facts(box: Box) -> dict[str, Any]:
    details = [*((mark.sign, mark.words) for mark in box.marks), *((d.label, d.value) for d in box.details)]
    return {
        "title": words(box.title),
        "parent": box.parent,
        "details": [[words(label), words(value)] for label, value in details],
        "hidden": box.hidden,
    }


def _part(name: str) -> str:
    return (files("sotk.chart.render") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
