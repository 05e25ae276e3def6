"""Rules a house writes itself, as data: counts, spans, depths, required fields, forbidden kinds, ratios."""

from sotk.rules.house.reading import house_rules

__all__ = ["house_rules"]
