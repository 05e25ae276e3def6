"""Boards: duties, indicators and posts as lines of a table, and what one does there as operations.

Each names its lines by `Key`, a type and an id. Knows no screen.
"""

from typing import TypeAlias

Key: TypeAlias = tuple[str, str]
