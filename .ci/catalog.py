"""Keeps the Indonesian catalog: one .po a room, so that two people translating two rooms never collide.

python .ci/catalog.py update    extract the messages of every room, keep what is translated, compile
python .ci/catalog.py compile   join the rooms into sotk.mo
"""

import ast
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sotk"
INDONESIAN = PACKAGE / "locale" / "id"
COMPILED = INDONESIAN / "LC_MESSAGES" / "sotk.mo"


def rooms() -> list[str]:
    return sorted(
        path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()
    )


def extracted(room: str) -> Catalog:
    catalog = Catalog(locale="id", project="sotk", charset="utf-8")
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for text in templates(path.read_text("utf-8")):
            catalog.add(text, locations=[(f"sotk/{path.relative_to(PACKAGE).as_posix()}", 1)])
    return catalog


def templates(source: str) -> list[str]:
    """The texts of msg() in a module, also of those inside an f-string, which a reader of tokens passes over."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    texts = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "msg")
    return [text.value for text in texts if isinstance(text, ast.Constant) and text.value]


def known(room: str) -> Catalog:
    path = INDONESIAN / f"{room}.po"
    if not path.exists():
        return Catalog(locale="id")
    with path.open("rb") as stream:
        return read_po(stream, locale="id")


def update() -> None:
    for room in rooms():
        fresh, old = extracted(room), known(room)
        for message in fresh:
            if message.id and message.id in old:
                message.string = old[message.id].string
        path = INDONESIAN / f"{room}.po"
        if len(fresh):
            with path.open("wb") as stream:
                write_po(stream, fresh, width=0, omit_header=True, include_lineno=False, sort_output=True)
        elif path.exists():
            path.unlink()
    compile_catalog()


def compile_catalog() -> None:
    # a fixed day, so that the same messages give the same bytes
    day = datetime(2026, 1, 1, tzinfo=UTC)
    joined = Catalog(locale="id", charset="utf-8", fuzzy=False, creation_date=day, revision_date=day)
    for room in rooms():
        for message in known(room):
            if message.id and message.string:
                joined.add(message.id, message.string)
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    with COMPILED.open("wb") as stream:
        write_mo(stream, joined)


def missing() -> list[str]:
    """Messages of the source that the committed catalog does not translate."""
    found = []
    for room in rooms():
        translated = {message.id for message in known(room) if message.string}
        found += [
            f"{room}: {message.id}"
            for message in extracted(room)
            if message.id and message.id not in translated
        ]
    return found


def contradicting() -> list[str]:
    """Messages that two rooms translate differently: only one of both would ever be shown."""
    said: dict[str, dict[str, str]] = {}
    for room in rooms():
        for message in known(room):
            if message.id and message.string:
                said.setdefault(message.id, {})[room] = message.string
    return [f"{text}: {words}" for text, words in said.items() if len(set(words.values())) > 1]


if __name__ == "__main__":
    {"update": update, "compile": compile_catalog}[sys.argv[1]]()
    for line in missing():
        sys.stdout.write(f"not translated: {line}\n")
    for line in contradicting():
        sys.stdout.write(f"translated in two ways: {line}\n")
