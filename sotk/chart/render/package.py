"""The package of an Office file with no day in it, so that the same content gives the same bytes."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day a package can name."""


def repacked(data: bytes) -> bytes:
    """The same parts in the same order, each with the same day."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            part = ZipInfo(name, _DAY)
            part.compress_type = ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return out.getvalue()
