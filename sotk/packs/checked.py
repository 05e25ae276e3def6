"""What every value of a pack file is: checked where it is read, plain after that.

Plain dataclasses, not pydantic's: pydantic checks them through one adapter a file, so that importing this
room builds no validators, and a value made of another (`dataclasses.replace`) is not checked twice.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from sotk.findings import Basis
from sotk.model.fields import STRICT, Text

Article = Annotated[str, StringConstraints(max_length=1_000)]


class Checked:
    """Base of the values of pack files: no unknown key."""

    __slots__ = ()
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Checked):
    """What rests on a source; `verified` says that the article was read. The file's source stands in."""

    source: Text | None = None
    article: Article = ""
    verified: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.source or "", self.article, self.verified)
