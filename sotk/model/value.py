"""How the values of this program are made: frozen dataclasses with slots that cost little to define.

A command defines some sixty of them before it reads its first file. `dataclasses` compiles the text of six
functions for each, and pydantic's dataclass looks at each field once more; here all values share their
functions, and pydantic builds what checks a class when the first value of it is checked. To a type checker
both are the dataclass of the standard library.
"""

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from pydantic import ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import ArgsKwargs

__all__ = ["STRICT", "record", "value", "words"]

STRICT: Final = ConfigDict(extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True)
"""Configuration of every value: no unknown key; the file's word or Python's word for a field."""

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import dataclass as value
else:

    def value(**form: bool) -> Callable[[type], type]:
        """Decorator of a value that checks what it is made of: an edit cannot make one that no file may hold."""
        return lambda cls: _made(cls, _checked, form)

    def record(**form: bool) -> Callable[[type], type]:
        """Decorator of a value that is checked where it is read, and plain after that."""
        return lambda cls: _made(cls, _taken, form)


def words(cls: Any) -> dict[str, str]:
    """The fields of a class, each with its word in a file."""
    return _words(cls)


@cache
def _words(cls: Any) -> dict[str, str]:
    found = {}
    for each in dataclasses.fields(cls):
        marks = getattr(each.type, "__metadata__", ())
        alias = next((mark.alias for mark in marks if isinstance(mark, FieldInfo) and mark.alias), None)
        found[each.name] = alias or each.name
    return found


def _made(cls: type[Any], init: Callable[[], Callable[..., None]], form: dict[str, bool]) -> type[Any]:
    if form != {"frozen": True, "slots": True, "kw_only": True}:
        message = f"{cls.__name__}: a value is frozen, has slots and is made by keywords"
        raise TypeError(message)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = STRICT
    made.__init__, made.__repr__ = init(), _repr
    made.__eq__, made.__hash__, made.__getstate__ = _compared(
        [each.name for each in dataclasses.fields(made)]
    )
    made.__setstate__ = _setstate
    made.__setattr__, made.__delattr__ = _refused, _refused
    return made  # type: ignore[no-any-return] # the class itself


def _compared(names: list[str]) -> tuple[Callable[..., Any], ...]:
    """Equality, hash and state of values with some fields."""
    get = attrgetter(*names)
    held = get if len(names) > 1 else lambda each: (get(each),)

    def eq(self: Any, other: Any) -> Any:
        if self is other:
            return True
        return held(self) == held(other) if other.__class__ is self.__class__ else NotImplemented

    def state(self: Any) -> Any:  # a getter of attributes alone would not be bound to its value
        return held(self)

    return eq, lambda self: hash(held(self)), state


def _checked() -> Callable[..., None]:
    """An `__init__` by which pydantic checks; it builds what does so at the first value."""
    validate: Any = None

    def init(self: Any, /, **given: Any) -> None:
        nonlocal validate
        if validate is None:
            validate = TypeAdapter(type(self)).validator.validate_python
        validate(ArgsKwargs((), given), self_instance=self)

    return init


def _taken() -> Callable[..., None]:
    return _take


def _take(self: Any, /, **given: Any) -> None:
    for name, field in self.__dataclass_fields__.items():
        if name in given:
            held = given.pop(name)
        elif field.default is not dataclasses.MISSING:
            held = field.default
        elif field.default_factory is not dataclasses.MISSING:
            held = field.default_factory()
        else:
            message = f"{type(self).__name__} needs {name}"
            raise TypeError(message)
        object.__setattr__(self, name, held)
    if given:
        message = f"{type(self).__name__} has no {', '.join(given)}"
        raise TypeError(message)


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refused(_self: Any, name: str, *_value: Any) -> None:
    message = f"cannot change field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _setstate(self: Any, state: tuple[Any, ...]) -> None:
    for name, held in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, held)
