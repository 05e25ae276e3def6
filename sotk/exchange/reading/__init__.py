"""Tables out of files: what stands in which cell, as text. Knows no heading and no structure."""

from sotk.exchange.reading.source import ENDINGS, read_tables
from sotk.exchange.reading.table import LISTS_SHEET, Source, Table, column_letters

__all__ = ["ENDINGS", "LISTS_SHEET", "Source", "Table", "column_letters", "read_tables"]
