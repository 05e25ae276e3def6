"""Names for fields that many rules read together."""

from typing import Final

LAW: Final = frozenset(
    {
        "header.agency",
        "header.government",
        "header.regime",
        "header.effective",
        "header.pack",
        "unit.kind",
        "unit.unit_class",
        "unit.retained",
        "unit.exempt",
        "superior",
    }
)
"""What decides which limits hold for a unit; a rule that asks for limits reaches its parent."""

POSITIONS: Final = frozenset({"unit.head", "unit.positions"})
"""What decides who holds posts in a unit."""
