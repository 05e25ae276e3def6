"""The legal bases (dasar hukum) of a structure: a list to add to, change, take away from and order."""

from dataclasses import asdict
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import LegalBasis, Set, Structure
from sotk.scenario import apply
from sotk.tui.action import Choice, Stage

_PARTS: Final = {
    "instrument": msg("Instrument (Undang-Undang, Peraturan Pemerintah, …)"),
    "number": msg("Number and year"),
    "title": msg("Title (tentang …)"),
    "article": msg("Article (pasal)"),
}


async def legal_bases(stage: Stage) -> None:
    """Choose a basis to change it, or add one, and come back until the person leaves."""
    chosen: str | None = "0"
    while True:
        had = _had(stage)
        choices = [Choice(str(at), clean(shown(basis))) for at, basis in enumerate(had)]
        choices.append(Choice("add", stage.say(msg("Add a legal basis…"))))
        chosen = await stage.choose(msg("Legal bases: which one?"), choices, chosen or "")
        if chosen is None:
            return
        if chosen == "add":
            await _add(stage)
        else:
            await _change(stage, int(chosen))


def shown(basis: LegalBasis) -> str:
    """A basis in one line, as a document cites it."""
    return ", ".join(
        each
        for each in (f"{basis.instrument} {basis.number or ''}".strip(), basis.article, basis.title)
        if each
    )


async def _add(stage: Stage) -> None:
    """Ask for each part in turn; leaving the first adds nothing, leaving a later one keeps it empty."""
    parts: dict[str, str] = {}
    for part in _PARTS:
        given = await _asked(stage, part, "")
        if given is None and not parts:
            return
        if given:
            parts[part] = given
    _put(stage, (*_had(stage), LegalBasis(**parts)))


async def _change(stage: Stage, at: int) -> None:
    """What to do with a basis: change a part, move it in the order, or take it away."""
    had = _had(stage)
    choices = [
        Choice(part, stage.say(label), clean(getattr(had[at], part) or "")) for part, label in _PARTS.items()
    ]
    if at > 0:
        choices.append(Choice("up", stage.say(msg("Move it up"))))
    if at < len(had) - 1:
        choices.append(Choice("down", stage.say(msg("Move it down"))))
    choices.append(Choice("remove", stage.say(msg("Take it away"))))
    chosen = await stage.choose(msg("What shall change in this legal basis?"), choices)
    rest = [*had[:at], *had[at + 1 :]]
    if chosen in _PARTS:
        given = await _asked(stage, chosen, getattr(had[at], chosen) or "")
        if given is None:
            return
        rest.insert(at, LegalBasis(**asdict(had[at]) | {chosen: given or None}))
    elif chosen in {"up", "down"}:
        rest.insert(at + (1 if chosen == "down" else -1), had[at])
    elif chosen is None:
        return
    _put(stage, tuple(rest))


async def _asked(stage: Stage, part: str, value: str) -> str | None:
    def trouble(typed: str) -> Message | None:
        typed = typed.strip()
        if not typed:
            return msg("This cannot be left empty.") if part == "instrument" else None
        raw = {"instrument": "-", part: typed}
        applied = apply(stage.state.structure, Set(entity="structure", field="legal_basis", value=[raw]))
        wrong = any(each.severity == "error" for each in applied.findings)
        return msg("A value of one line, without control characters.") if wrong else None

    asking = stage.write if part == "title" else stage.ask
    given = await asking(_PARTS[part], value, trouble)
    return None if given is None else given.strip()


def _had(stage: Stage) -> tuple[LegalBasis, ...]:
    return stage.state.structure.header.legal_basis


def _put(stage: Stage, bases: tuple[LegalBasis, ...]) -> None:
    """Set the whole list, in one step of the history."""
    if bases == _had(stage):
        return
    raw = [{key: each for key, each in asdict(basis).items() if each is not None} for basis in bases]
    stage.edit(Set(entity="structure", field="legal_basis", value=raw))


def summary(structure: Structure) -> str:
    """The bases in one line, in their order."""
    return clean(
        "; ".join(f"{each.instrument} {each.number or ''}".strip() for each in structure.header.legal_basis)
    )
