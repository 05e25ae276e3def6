"""Groups of clients an agency serves, such as the 26 kinds of PPKS. A table, one row a group."""

from sotk.model.fields import Id, Name, Text
from sotk.model.value import record


@record(frozen=True, slots=True, kw_only=True)
class ClientGroup:
    """A group of clients; `affair` is the code of the affair that serves it."""

    id: Id
    name_id: Name
    name_en: Name
    affair: Name | None = None
    source: Text
