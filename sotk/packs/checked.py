"""What every value of a pack file is: checked where it is read, plain after that.

Plain dataclasses, not pydantic's: pydantic checks them through one adapter a file, so that importing this
room builds no validators, and a value made of another (`dataclasses.replace`) is not checked twice.
"""

from sotk.model.fields import STRICT


class Checked:
    """Base of the values of pack files: no unknown key."""

    __slots__ = ()
    __pydantic_config__ = STRICT
