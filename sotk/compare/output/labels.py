"""How changes are counted, in words for people."""

from collections.abc import Mapping
from typing import Final

from sotk.locale import Message, msg

COUNTED: Final[Mapping[str, Message]] = {
    "added": msg("{n} new"),
    "removed": msg("{n} gone"),
    "renamed": msg("{n} with a new name"),
    "moved": msg("{n} moved"),
    "reordered": msg("{n} reordered"),
    "changed": msg("{n} changed"),
    "merged": msg("{n} made by merging"),
    "split": msg("{n} split up"),
    "transferred": msg("{n} transferred"),
}
