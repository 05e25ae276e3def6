"""The looks of cells in Excel, each made once for a workbook."""

from typing import Any, Final, NamedTuple

_SHADES: Final = {"head": "#D9E2EC", "group": "#EEF2F6", "total": "#F5F5F5"}
_FONT: Final = {"font_name": "Arial", "font_size": 9}
_TEXT: Final = {"font_name": "Arial", "font_size": 10, "valign": "top"}


class Look(NamedTuple):
    """How a cell looks: the kind of its row, how it stands, whether it has a border, how a number is written."""

    kind: str
    align: str
    ruled: bool = True
    number: str = "General"

    def telling(self, text: str) -> "Look":
        """The same for a number that is written with a sign, or with a star behind it."""
        star = '"*"' if text.endswith("*") else ""
        if text.startswith(("+", "−")):
            return self._replace(number=f"+General{star};−General{star};0{star}")
        return self._replace(number=f"General{star}") if star else self


class Formats:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[Look, Any] = {}
        self.strong = book.add_format({**_FONT, "bold": True})
        self.weak = book.add_format(_FONT)
        self.text = book.add_format({**_TEXT, "text_wrap": True})
        self.heading = book.add_format({**_TEXT, "bold": True, "font_size": 11})
        self.title = book.add_format({**_TEXT, "bold": True, "font_size": 12})
        self.notice = book.add_format({**_TEXT, "bold": True, "font_color": "#A3121F"})

    def of(self, look: Look) -> Any:
        """The format of a look."""
        if look not in self._made:
            shade = _SHADES.get(look.kind)
            told = {
                **_FONT,
                "text_wrap": True,
                "valign": "vcenter" if look.kind == "head" else "top",
                "align": "center" if look.align == "centre" else look.align,
                "border": 1 if look.ruled else 0,
                "border_color": "#7F7F7F",
                "bold": look.kind != "plain",
                "num_format": look.number,
            }
            self._made[look] = self._book.add_format(told | ({"bg_color": shade} if shade else {}))
        return self._made[look]
