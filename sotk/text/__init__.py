"""YAML text to plain data and places in one pass, and edits back into the text.

The only room that knows YAML. It knows no model: what the data means is not its concern.
"""

from sotk.text.carry import carry
from sotk.text.emit import emit, emit_entry, emit_key, flow, scalar
from sotk.text.marks import Marks
from sotk.text.nodes import Mapping, Node, Sequence
from sotk.text.parser import MAX_CHARACTERS, MAX_DEPTH, Parsed, parse
from sotk.text.problems import not_utf8, too_large

__all__ = [
    "MAX_CHARACTERS",
    "MAX_DEPTH",
    "Mapping",
    "Marks",
    "Node",
    "Parsed",
    "Sequence",
    "carry",
    "emit",
    "emit_entry",
    "emit_key",
    "flow",
    "not_utf8",
    "parse",
    "scalar",
    "too_large",
]
