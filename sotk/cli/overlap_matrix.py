"""Writes the matrix of `sotk overlap --matrix`: a picture of the overlaps that were found."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sotk.cli.language import words
from sotk.cli.opened import refuse
from sotk.cli.overlapping import Found, key_of
from sotk.locale import msg, say

if TYPE_CHECKING:
    from sotk.chart.scene import Scene

ENDINGS: Final = ("svg", "png", "pdf", "html")


def writer_of(path: Path) -> Callable[[Found, int | None], None]:
    """What draws into a file; exit 2 for an ending that is no picture of a matrix, or a folder not there."""
    from sotk.chart.render.catalogue import format_of

    format_ = format_of(path.name)
    if format_ is None or format_.ending not in ENDINGS:
        endings = tuple(f".{ending}" for ending in ENDINGS)
        refuse(msg("No picture has the ending of {path}. Known: {endings}.", path=path.name, endings=endings))
    if not path.parent.is_dir():
        refuse(msg("There is no folder {path}.", path=str(path.parent)))

    def write(found: Found, depth: int | None) -> None:
        from sotk.files import write_bytes

        assert format_ is not None  # noqa: S101 - refused above
        finding = write_bytes(path, format_.write(scene_of(found, depth)))
        if finding is not None:
            refuse(finding.message)
        click.echo(words(msg("{path} is drawn.", path=str(path))), err=True)

    return write


def scene_of(found: Found, depth: int | None = None) -> "Scene":
    """The matrix of what was found."""
    from sotk.chart.matrix import Entry, matrix, matrix_scene
    from sotk.chart.words import notices

    asked_for = {each.key for each in found.told}
    entries = [Entry(each.overlap, each.change) for each in found.told]
    entries += [Entry(each, "") for each in found.delegations if key_of(each) not in asked_for]
    delegation = any(each.overlap.delegation for each in found.told)
    table = matrix(found.structures, entries, depth=depth, delegation=delegation)
    marked = any(head.illustrative for head in table.heads)
    stamps = dict.fromkeys(
        stamp
        for structure in found.structures
        for stamp in notices(structure, found.language, marked, partial=found.partial)
    )
    names = [structure.name for structure in found.structures]
    return matrix_scene(
        table,
        found.language,
        title=(say(msg("Overlap of duties"), found.language), ", ".join(names)),
        notices=stamps,
        threshold=found.threshold,
    )
