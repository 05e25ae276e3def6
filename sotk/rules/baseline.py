"""A baseline: findings known on a day, so that a check speaks only of what came since.

An entry is the code and the subject, not the words: an edit of a name or a number does not make an old
finding new. Of several findings with one entry as many are known as were counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from sotk.findings import Finding

VERSION: Final = 1
Entry: TypeAlias = tuple[str, str, str, str]
"""Code, entity, id and field."""


def recorded(findings: Mapping[str, Iterable[Finding]]) -> dict[str, Any]:
    """The baseline of findings by structure id, as data to be written to a file."""
    return {
        "version": VERSION,
        "structures": {
            structure: [
                {"code": code, "entity": entity, "id": ident, "field": field, "count": count}
                for (code, entity, ident, field), count in sorted(Counter(map(_entry, found)).items())
            ]
            for structure, found in sorted(findings.items())
        },
    }


def known(baseline: Mapping[str, Any], structure: str) -> Counter[Entry]:
    """What a baseline holds of a structure; an unreadable entry holds nothing."""
    found: Counter[Entry] = Counter()
    structures = baseline.get("structures")
    entries = structures.get(structure, ()) if isinstance(structures, Mapping) else ()
    for entry in entries if isinstance(entries, list | tuple) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("count", 1), int):
            key = (entry.get("code"), entry.get("entity"), entry.get("id"), entry.get("field"))
            found[tuple(str(part or "") for part in key)] += entry.get("count", 1)  # type: ignore[index]
    return found


def since(findings: Iterable[Finding], old: Counter[Entry]) -> tuple[Finding, ...]:
    """The findings that the baseline does not hold, in their order."""
    left = Counter(old)
    new: list[Finding] = []
    for finding in findings:
        entry = _entry(finding)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _entry(finding: Finding) -> Entry:
    subject = finding.subject
    if subject is None:
        return finding.code, "", "", ""
    return finding.code, subject.entity, subject.id, subject.field or ""
