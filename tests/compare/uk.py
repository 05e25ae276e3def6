"""Reads staff lists of UK departments: each senior post a unit under the post it reports to."""

import csv
from pathlib import Path

from sotk.model import Duty, Header, Structure, Unit

FOLDER = Path(__file__).parent.parent / "data" / "uk-organograms"


def rows(body: str, day: str) -> list[dict[str, str]]:
    raw = (FOLDER / f"{body}-{day}-senior.csv").read_bytes()
    lines = [_decoded(line) for line in raw.split(b"\n")]
    return [row for row in csv.DictReader("\n".join(lines).splitlines()) if row["Post Unique Reference"]]


def structure(body: str, day: str) -> Structure:
    """Ids are the number of the row: nothing in them is shared between two dates."""
    posts: dict[str, tuple[str, dict[str, str]]] = {}
    for number, row in enumerate(rows(body, day)):
        posts.setdefault(row["Post Unique Reference"].strip(), (f"r{day[5:7]}-{number}", row))
    units = {"top": Unit(id="top", name=body.replace("_", " "), kind="department")}
    above = {ref: row["Reports to Senior Post"].strip() for ref, (_id, row) in posts.items()}
    children: dict[str, list[str]] = {}
    for ref, (id, row) in posts.items():
        parent = posts[above[ref]][0] if above[ref] in posts and not _circular(ref, above) else "top"
        children.setdefault(parent, []).append(id)
        function = row["Job/Team Function"].strip()
        units[id] = Unit(
            id=id,
            name=row["Job Title"].strip() or "N/D",
            kind="post",
            parent=parent,
            notes=ref,
            site=row["Unit"].strip() or None,
            duties=(Duty(id=f"d-{id}", text=function),) if function else (),
        )
    return Structure(
        header=Header(id="uk", name=body),
        root="top",
        units=units,
        children={parent: tuple(below) for parent, below in children.items()},
    )


def _circular(ref: str, above: dict[str, str]) -> bool:
    seen, at = {ref}, above[ref]
    while at in above:
        if at in seen:
            return True
        seen.add(at)
        at = above[at]
    return False


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
