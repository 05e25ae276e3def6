"""Names of the units of one structure, told apart where several have one name."""

from collections.abc import Mapping

from sotk.chart.naming import told_apart
from sotk.model import Structure


def names_of(structure: Structure) -> Mapping[str, str]:
    """By unit: its name, with what it stands below where another has the same."""
    return {unit: name for (_structure, unit), name in told_apart((structure,)).items()}
