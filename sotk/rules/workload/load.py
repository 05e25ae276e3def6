"""The load of a position from its workload lines, in hours a year, and the posts it gives."""

from decimal import ROUND_HALF_UP, Decimal

from sotk.model import Position
from sotk.packs import WorkingTime

MINUTES_OF_AN_HOUR = 60


def minutes(position: Position, time: WorkingTime) -> Decimal:
    """The load of a position in minutes a year."""
    return sum(
        (line.volume * line.minutes * time.per_year(line.period) for line in position.workload), Decimal(0)
    )


def exact_need(position: Position, time: WorkingTime) -> Decimal | None:
    """Posts by the workload, not rounded; None without workload lines."""
    return minutes(position, time) / time.minutes_per_year if position.workload else None


def computed_need(position: Position, time: WorkingTime) -> int | None:
    """Posts by the workload, rounded half up; None without workload lines."""
    exact = exact_need(position, time)
    return None if exact is None else int(exact.quantize(Decimal(1), ROUND_HALF_UP))
