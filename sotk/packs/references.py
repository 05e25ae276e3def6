"""Checks what the files of a pack say of each other: ids that stand twice, names that nothing carries."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from sotk.findings import Finding, Located
from sotk.locale import msg
from sotk.packs import problems
from sotk.packs.contents import HEADER, KINDS, MEASURES, REGULATIONS, Contents, Document
from sotk.packs.pack import Pack

_OF_KINDS = ("parents", "must_have", "single_child", "kinds", "under", "counts")
_LISTS = ("limits", "echelons", "exemptions", "checklists", "authorities")


def reference_faults(contents: Contents, pack: Pack) -> list[Located]:
    """The faults of the files of one folder, against the joined pack."""
    found: list[Located] = []
    seen: dict[tuple[str, str], str] = {}
    for path, document in contents.documents.items():
        faults = _faults(path, document, pack, seen)
        found += [Located(fault, document.file, None, fault.at) for fault in faults]
    found += [Located(fault, contents.folder.shown(HEADER), None, fault.at) for fault in _templates(contents)]
    return found


def _faults(path: str, document: Document, pack: Pack, seen: dict[tuple[str, str], str]) -> Iterator[Finding]:
    if path == KINDS:
        lists: tuple[str, ...] = ("kinds",)
    elif path == MEASURES:
        lists = ("scales", "evaluations")
    elif path.startswith(REGULATIONS):
        lists = _LISTS
        yield from _regime(document, pack, seen)
        yield from _known(document, ("regimes",), document.data.get("regimes"), pack.regimes, "regime")
    else:
        lists = ("templates",)
    for name in lists:
        for at, entry in enumerate(_list(document.data.get(name))):
            if not isinstance(entry, dict):
                continue
            yield from _twice(document, (name, at, "id"), name, entry.get("id"), seen)
            yield from _entry(document, (name, at), entry, pack)


def _entry(
    document: Document, place: tuple[str | int, ...], entry: dict[str, object], pack: Pack
) -> Iterator[Finding]:
    for key in _OF_KINDS:
        yield from _known(document, (*place, key), entry.get(key), pack.kinds, "kind")
    yield from _known(document, (*place, "regimes"), entry.get("regimes"), pack.regimes, "regime")
    if pack.measures.echelons:
        order = [echelon.id for echelon in pack.measures.echelons]
        yield from _known(document, (*place, "echelons"), entry.get("echelons"), order, "echelon")
    if (
        place[0] == "limits"
        and entry.get("min") is None
        and entry.get("max") is None
        and not entry.get("affairs")
    ):
        yield problems.finding(
            "PCK005",
            msg("The limit {id} bounds nothing.", id=str(entry.get("id"))),
            remedy=msg("Give it min, max or affairs."),
            at=document.span(*place),
        )


def _regime(document: Document, pack: Pack, seen: dict[tuple[str, str], str]) -> Iterator[Finding]:
    regime = document.data.get("regime")
    yield from _twice(document, ("id",), "regulations", document.data.get("id"), seen)
    if not isinstance(regime, dict):
        return
    yield from _twice(document, ("regime", "id"), "regimes", regime.get("id"), seen)
    continued = regime.get("continues")
    yield from _known(document, ("regime", "continues"), continued, pack.regimes, "regime")
    if isinstance(continued, str) and regime.get("id") in pack.regime_chain(continued):
        yield problems.finding(
            "PCK009",
            msg("The regime {id} continues itself.", id=str(regime.get("id"))),
            remedy=msg("A regime continues an earlier one."),
            at=document.span("regime", "continues"),
        )


def _twice(
    document: Document,
    place: tuple[str | int, ...],
    space: str,
    value: object,
    seen: dict[tuple[str, str], str],
) -> Iterator[Finding]:
    if not isinstance(value, str):
        return
    if (space, value) in seen:
        yield problems.finding(
            "PCK007",
            msg(
                "The id {id} stands twice, also in {file}; the last one is used.",
                id=value,
                file=seen[space, value],
            ),
            remedy=msg("Give each entry an id of its own."),
            at=document.span(*place),
        )
    seen[space, value] = document.file


def _known(
    document: Document, place: tuple[str | int, ...], value: object, names: Iterable[str], what: str
) -> Iterator[Finding]:
    given = (value,) if isinstance(value, str) else _list(value)
    names = list(names) if given else []
    for at, name in enumerate(given):
        if not isinstance(name, str) or name in names:
            continue
        close = get_close_matches(name, names, n=1)
        path = place if isinstance(value, str) else (*place, at)
        message = {
            "kind": msg("No kind is called {name}.", name=name),
            "regime": msg("No regime is called {name}.", name=name),
            "echelon": msg("No echelon is called {name}.", name=name),
        }[what]
        remedy = msg("Did you mean {key}?", key=close[0]) if close else msg("Define it, or correct the name.")
        yield problems.finding("PCK008", message, remedy=remedy, at=document.span(*path))


def _templates(contents: Contents) -> Iterator[Finding]:
    document = contents.documents.get(HEADER)
    if contents.header is None or document is None:
        return
    there = set(contents.folder.listed("templates", ".yaml"))
    for at, template in enumerate(contents.header.templates):
        path = f"templates/{template.id}.yaml"
        if path not in there:
            yield problems.finding(
                "PCK002", msg("The pack has no file {file}.", file=path), at=document.span("templates", at)
            )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
