"""The outline of a box in DrawingML: the rectangle of the format, or one with two more places to glue to."""

from typing import Final

RECTANGLE: Final = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_SITES: Final = (
    ("3cd4", "hc", "t"),
    ("cd2", "l", "vc"),
    ("cd4", "hc", "b"),
    ("0", "r", "vc"),
    ("0", "r", "low"),
    ("cd2", "l", "low"),
)
"""Direction and place: those of the rectangle in its order, then right and left further down."""
_CORNERS: Final = (("r", "t"), ("r", "b"), ("l", "b"))


def glued_low(at: float) -> str:
    """A rectangle that can be glued to at `at` of its height too, right and left."""
    sites = "".join(f'<a:cxn ang="{ang}"><a:pos x="{x}" y="{y}"/></a:cxn>' for ang, x, y in _SITES)
    sides = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in _CORNERS)
    return (
        f'<a:custGeom><a:avLst/><a:gdLst><a:gd name="low" fmla="*/ h {round(at * 1000)} 1000"/></a:gdLst>'
        f'<a:ahLst/><a:cxnLst>{sites}</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path>'
        f'<a:moveTo><a:pt x="l" y="t"/></a:moveTo>{sides}<a:close/></a:path></a:pathLst></a:custGeom>'
    )
