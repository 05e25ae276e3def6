"""Why the system refused a file, in words of this program: the system itself says it in English."""

import errno
from typing import Final

from sotk.locale import Message, msg

_REASONS: Final = {
    errno.EACCES: msg("you have no right to it"),
    errno.EPERM: msg("you have no right to it"),
    errno.EROFS: msg("the disk is read-only"),
    errno.ENOSPC: msg("the disk is full"),
    errno.ENOENT: msg("it is not there"),
    errno.EEXIST: msg("it is there already"),
    errno.EISDIR: msg("it is a folder"),
    errno.ENOTDIR: msg("a part of the path is not a folder"),
    errno.ENAMETOOLONG: msg("the name is too long"),
}


def reason(error: BaseException) -> Message | str:
    """The reason of an error of the system; its own words where it is not known here."""
    number = getattr(error, "errno", None) or 0
    return _REASONS.get(number) or getattr(error, "strerror", None) or str(error)
