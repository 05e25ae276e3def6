"""What a value of a pack rests on: a source, its article, and whether that was read.

Values of packs are records: pydantic checks them through one adapter a file, and a value made of another
(`dataclasses.replace`) is not checked twice.
"""

from typing import Annotated

from pydantic import StringConstraints

from sotk.findings import Basis
from sotk.model.fields import Text
from sotk.model.value import record

Article = Annotated[str, StringConstraints(max_length=1_000)]


@record(frozen=True, slots=True, kw_only=True)
class Cited:
    """What rests on a source; `verified` says that the article was read. The file's source stands in."""

    source: Text | None = None
    article: Article = ""
    verified: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)
