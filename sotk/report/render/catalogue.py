"""The formats a document can be written in, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from sotk.report.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; its renderer, and the library of that, are imported when it writes."""

    ending: str
    name: str
    module: str

    def write(self, document: Document) -> bytes:
        """The bytes of the file: the same for the same document."""
        render: Callable[[Document], bytes] = import_module(f"sotk.report.render.{self.module}").render
        return render(document)


FORMATS: Final = (
    Format("docx", "Word", "docx"),
    Format("xlsx", "Excel", "xlsx"),
    Format("html", "HTML", "html"),
    Format("md", "Markdown", "markdown"),
)


def format_of(file_name: str) -> Format | None:
    """The format of a file name; None if there is none with its ending."""
    ending = file_name.rpartition(".")[2].lower()
    return next((each for each in FORMATS if each.ending == ending), None)
