"""Writes plain data as YAML a planner can read: short entities on one line, the rest in blocks.

What it writes reads back the same here and in any YAML program: a text that another program would
take for a number, a date or a truth value stands in quotes.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

WIDTH: Final = 110

_PLAIN: Final = re.compile(r"[^\W_](?:[\w ./()+%–—;!?*=<>@^$~&|'’“”…-]*[\w./()%!?'’“”…+-])?")
_SPECIAL: Final = re.compile(
    r"""(?ix) ~|null|true|false|yes|no|on|off|y|n
    | [-+]?(\d[\d_]*)?\.?\d[\d_]*(e[-+]?\d+)? | [-+]?\d[\d_,]*\.?\d* | 0x[0-9a-f_]+ | 0o?[0-7_]+ | [-+]?\.?(inf|nan)
    | \d{1,4}-\d{1,2}-\d{1,2}.* | \d+(:\d+)+(\.\d*)? | =|<<"""
)
_BREAKS: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def emit(data: dict[str, Any]) -> str:
    """A document as text. Dicts, lists and tuples of str, int, bool, Decimal, date and None."""
    lines: list[str] = []
    _mapping(data, "", lines)
    return "\n".join(lines) + "\n"


def emit_entry(data: Any, indent: int) -> list[str]:
    """The lines of one item of a sequence whose hyphen stands in column `indent`."""
    lines: list[str] = []
    _item(data, " " * indent, lines)
    return lines


def emit_key(key: str, value: Any, indent: int) -> list[str]:
    """The lines of one key of a mapping whose keys stand in column `indent`."""
    lines: list[str] = []
    _mapping({key: value}, " " * indent, lines)
    return lines


def scalar(value: Any) -> str:
    """One scalar, in quotes where it needs them."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, Decimal, date)):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and not _SPECIAL.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _BREAKS.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(entry) for entry in value) + "]"
    return scalar(value)


def _mapping(data: dict[str, Any], indent: str, lines: list[str]) -> None:
    for key, value in data.items():
        lead = f"{indent}{scalar(key)}:"
        if _on_one_line(value, len(lead) + 1):
            lines.append(f"{lead} {flow(value)}")
        elif isinstance(value, dict):
            lines.append(lead)
            _mapping(value, indent + "  ", lines)
        else:
            lines.append(lead)
            for entry in value:
                _item(entry, indent + "  ", lines)


def _item(value: Any, indent: str, lines: list[str]) -> None:
    lead = f"{indent}- "
    if _on_one_line(value, len(lead)):
        lines.append(lead + flow(value))
        return
    first = len(lines)
    if isinstance(value, dict):
        _mapping(value, indent + "  ", lines)
    else:
        for entry in value:
            _item(entry, indent + "  ", lines)
    lines[first] = lead + lines[first][len(lead) :]


def _on_one_line(value: Any, used: int) -> bool:
    """Scalars always; an entity without parts of its own, or a list of scalars, where it fits."""
    if not isinstance(value, (dict, list, tuple)) or not value:
        return True
    entries: Iterable[Any] = value.values() if isinstance(value, dict) else value
    for entry in entries:
        if isinstance(entry, dict) or (isinstance(value, (list, tuple)) and isinstance(entry, (list, tuple))):
            return False
        if isinstance(entry, (list, tuple)) and any(isinstance(part, (dict, list, tuple)) for part in entry):
            return False
    return used + len(flow(value)) <= WIDTH
