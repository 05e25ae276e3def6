"""Parts of a code of the nomenclature: its affair, program and activity, by the pattern of the pack."""

from collections.abc import Iterator

from sotk.model import Duty, Unit
from sotk.packs import CodePattern

AFFAIR_SEGMENTS = 2


def affair_of(code: str) -> str:
    """The affair (urusan) of a code, such as `1.06`."""
    return ".".join(code.split(".")[:AFFAIR_SEGMENTS])


def program_of(code: str, pattern: CodePattern) -> str | None:
    """The program of a code, such as `1.06.04`; None where the code is shorter."""
    return _cut(code, pattern.supporting_segment)


def activity_of(code: str, pattern: CodePattern) -> str | None:
    """The activity (kegiatan) of a code, such as `1.06.04.1.01`; None where the code is shorter."""
    return _cut(code, pattern.level_segment + 1)


def duties_of(unit: Unit) -> Iterator[Duty]:
    """The duties a unit carries: its own, and those the regulation gives to its officers."""
    yield from unit.duties
    for position in (unit.head, *unit.positions):
        if position is not None:
            yield from position.duties


def coded(unit: Unit) -> tuple[tuple[Duty, str], ...]:
    """The duties of a unit and of its officers that carry a code."""
    found = [(duty, duty.code) for duty in unit.duties if duty.code is not None]
    for position in (unit.head, *unit.positions):
        if position is not None and position.duties:
            found += [(duty, duty.code) for duty in position.duties if duty.code is not None]
    return tuple(found)


def _cut(code: str, segments: int) -> str | None:
    parts = code.split(".")
    return ".".join(parts[:segments]) if len(parts) >= segments else None
