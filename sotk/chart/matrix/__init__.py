"""The matrix of overlaps: units against units, from the overlaps found to a Scene.

scene = matrix_scene(matrix(structures, overlaps, ...), language)
"""

from sotk.chart.matrix.cells import Cell, Entry, Head, Matrix, matrix
from sotk.chart.matrix.drawing import matrix_scene

__all__ = ["Cell", "Entry", "Head", "Matrix", "matrix", "matrix_scene"]
