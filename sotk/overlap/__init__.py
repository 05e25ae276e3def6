"""Who does this? Reads duty statements and finds those that give the same work to two units.

    judgement = compare(Statement("rehabilitasi lansia telantar", "Seksi A"), Statement(...))
    index = Index.build(statements)
    for overlap in index.pairs(threshold=0.5): ...

The room knows text, not structures: whoever holds a structure makes the statements. It needs no library;
its data (word lists, learned weights) is read when the first statement is.
"""

from sotk.overlap.found import Overlap
from sotk.overlap.index import Index
from sotk.overlap.judge import compare
from sotk.overlap.reading import read
from sotk.overlap.reasons import sentence
from sotk.overlap.values import Judgement, Reading, Reason, Statement, Term

__all__ = [
    "Index", "Judgement", "Overlap", "Reading", "Reason", "Statement", "Term", "compare", "read", "sentence",
]  # fmt: skip
