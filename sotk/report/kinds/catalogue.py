"""The kinds of documents, in the order of the help."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from sotk.locale import Message, msg
from sotk.report.document import Document
from sotk.report.material import Material


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. `compares` says that it needs a base, `judges` that it shows findings."""

    name: str
    module: str
    help: Message
    compares: bool = False
    judges: bool = False

    def make(self, material: Material) -> Document:
        """The document. Raises Lacking for a material it cannot be made of."""
        make: Callable[[Material], Document] = import_module(f"sotk.report.kinds.{self.module}").make
        return make(material)


KINDS: Final = (
    Kind(
        "sandingan",
        "sandingan",
        msg("the comparison matrix: existing, proposed, and why, unit by unit"),
        compares=True,
    ),
    Kind(
        "peta-jabatan",
        "peta_jabatan",
        msg("the map of posts: need, incumbents and difference of every post of every unit"),
    ),
    Kind("abk", "abk", msg("the workload analysis: tasks, hours, need and load of every post")),
    Kind("iku", "iku", msg("the performance tree, and each indicator by the unit that leads it")),
    Kind("berita-acara", "berita_acara", msg("the minutes of the discussion of a proposal, to be signed")),
    Kind(
        "ringkasan",
        "ringkasan",
        msg("a summary on a few pages: changes, numbers, findings, what is open, charts"),
        judges=True,
    ),
    Kind(
        "rancangan",
        "rancangan",
        msg("the draft of the regulation: organization, duties and functions, with the chart as annex"),
    ),
    Kind(
        "kelengkapan",
        "kelengkapan",
        msg("the checklist: what the reviewer will ask for, and whether the structure has it"),
        judges=True,
    ),
)
NAMES: Final = tuple(kind.name for kind in KINDS)


def kind_of(name: str) -> Kind | None:
    """The kind of a name; None for a stranger."""
    return next((kind for kind in KINDS if kind.name == name), None)
