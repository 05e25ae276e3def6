"""Does something again whenever one of the files it was made from changes, until it is interrupted.

Files are looked at, not listened to: that works on shared drives, in containers and for editors that put
a new file in the place of the old one, and needs no library.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import click

from sotk.cli.language import words
from sotk.locale import msg

PAUSE: Final = 0.3  # seconds between two looks
SETTLED: Final = 2  # looks without a change, after which a file is taken to be written
Stamp: TypeAlias = tuple[int, int, int] | None


def watch(
    make: Callable[[], None],
    inputs: Callable[[], Iterable[Path]],
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Make, then make again after each change of an input. What fails is said by `make`; it is tried again.

    The inputs are asked for anew after each time: a base or a pack may be another one by then.
    """
    try:
        seen = _stamps(inputs())
        while True:
            _made(make)
            click.echo(words(msg("Watching for changes; Ctrl-C ends.")), err=True)
            # what was written while the picture was made differs from what was seen before
            seen = {path: seen.get(path, _stamp(path)) for path in inputs()}
            _wait(seen, pause)
            seen = _stamps(seen)
    except KeyboardInterrupt:
        click.echo("\n" + words(msg("No longer watching.")), err=True)


def inputs_of(documents: Iterable[Path], others: Iterable[Path] = ()) -> set[Path]:
    """The files that documents depend on: themselves, what they build on, settings, packs of the workspace."""
    from sotk.workspace import open_path
    from sotk.workspace.settings import SETTINGS_FILE

    found = set(others)
    for document in documents:
        opened = open_path(document)
        found |= {document, opened.root / SETTINGS_FILE, *map(Path, opened.report.files)}
        for pack in opened.root.glob("*/pack.yaml"):
            found |= {path for path in pack.parent.rglob("*") if path.suffix in {".yaml", ".csv"}}
    return found


def _made(make: Callable[[], None]) -> None:
    click.echo(time.strftime("%H:%M:%S"), err=True)
    try:
        make()
    except SystemExit as stopped:
        if not stopped.code:
            return
        click.echo(words(msg("Not drawn; the picture is as it was.")), err=True)


def _wait(seen: Mapping[Path, Stamp], pause: Callable[[float], None]) -> None:
    """Until a file differs from what was seen and has stopped changing."""
    last, calm = dict(seen), 0
    while True:
        pause(PAUSE)
        now = _stamps(seen)
        calm = calm + 1 if now == last else 0
        last = now
        if now != seen and calm >= SETTLED:
            return


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
