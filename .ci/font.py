"""Makes the bundled font: static, subset Inter Regular and Bold, and the table of their advances; and the
advances of the fonts that a presentation is most often opened with.

    python .ci/font.py [LIBERATION]
        needs fonttools, fontpkg-inter and rinoh-typeface-carlito from PyPI, and the folder of Liberation
        Sans 2 (Debian: fonts-liberation2)

Carlito is as wide as Calibri, Liberation Sans as Arial, character by character: they were made for that.
Kerning and ligatures are dropped on purpose: then a line of text is exactly the sum of its advances,
in every viewer and in every format, and text that was measured to fit does fit.
"""

import json
import sys
from importlib.metadata import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "sotk" / "chart" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x18F, 0x192),
    (0x1CD, 0x1DC),
    (0x200, 0x21B),
    (0x259, 0x259),
    (0x2BB, 0x2BC),
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2010, 0x2027),  # dashes, quotes, bullets, ellipsis
    (0x2030, 0x203A),
    (0x2070, 0x2089),
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x21BB),  # arrows
    (0x2200, 0x22A5),  # minus, times, almost equal
    (0x25A0, 0x25EF),  # squares, triangles, circles
    (0x2713, 0x2717),
    (0x2295, 0x2297),
    (0xFFFD, 0xFFFD),
)
SIGNS = "+−→↗⊕~▲✕×·•…"


LIBERATION = Path("/usr/share/fonts/truetype/liberation2")


def office(folder: Path) -> dict[str, dict[str, Path]]:
    """The files whose advances are those of the usual fonts of presentations."""
    carlito = {f.name: Path(str(f.locate())) for f in files("rinoh-typeface-carlito") or ()}
    return {
        "calibri": {weight: carlito[f"Carlito-{weight}.ttf"] for weight in WEIGHTS},
        "arial": {weight: folder / f"LiberationSans-{weight}.ttf" for weight in WEIGHTS},
    }


def advances(path: Path) -> list[list[int]]:
    """Advances in thousandths of an em."""
    font = TTFont(path)
    em = font["head"].unitsPerEm
    wanted = {code for first, last in RANGES for code in range(first, last + 1)}
    return [[first, *(round(1000 * each / em) for each in run)] for first, *run in runs(font, wanted)]


def source() -> Path:
    upright = next(f for f in files("fontpkg-inter") or () if f.name == "Inter[opsz,wght].ttf")
    return Path(str(upright.locate()))


def instance(weight: int) -> TTFont:
    font = TTFont(source(), recalcTimestamp=False)
    return instantiateVariableFont(font, {"opsz": 14, "wght": weight}, updateFontNames=True)


def subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT", "MVAR", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)


def runs(font: TTFont, wanted: set[int] | None = None) -> list[list[int]]:
    """Advances as runs `[first code point, advance, advance, ...]` of neighbouring code points."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    result: list[list[int]] = []
    for code in sorted(cmap if wanted is None else wanted.intersection(cmap)):
        if result and result[-1][0] + len(result[-1]) - 1 == code:
            result[-1].append(metrics[cmap[code]][0])
        else:
            result.append([code, metrics[cmap[code]][0]])
    return result


def main() -> None:
    table: dict[str, object] = {}
    for name, weight in WEIGHTS.items():
        font = instance(weight)
        subset(font)
        font.save(FONTS / f"Inter-{name}.ttf")
        table[name.lower()] = runs(font)
        table |= {
            "em": font["head"].unitsPerEm,
            "ascent": font["hhea"].ascent,
            "descent": -font["hhea"].descent,
            "capital": font["OS/2"].sCapHeight,
            "missing": max(font["hmtx"][".notdef"][0], int(table.get("missing", 0))),  # type: ignore[call-overload]
        }
        lost = [sign for sign in SIGNS if ord(sign) not in font.getBestCmap()]
        print(name, (FONTS / f"Inter-{name}.ttf").stat().st_size, "not in the font:", lost)
    (FONTS / "advances.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else LIBERATION
    others = {
        name: {weight.lower(): advances(path) for weight, path in faces.items()}
        for name, faces in office(folder).items()
    }
    (FONTS / "office.json").write_text(json.dumps(others, separators=(",", ":")) + "\n", encoding="utf-8")
    licence = next(f for f in files("fontpkg-inter") or () if f.name == "LICENSE")
    (FONTS / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
