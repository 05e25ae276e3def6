"""Tables in, tables out: what planners keep in Excel becomes a structure, and a structure a workbook.

Every row of an import is placed or held with its cell and the reason; what cannot be decided is asked.
"""

from sotk.exchange.importing import Held, Imported, Wanted, import_files

__all__ = ["Held", "Imported", "Wanted", "import_files"]
