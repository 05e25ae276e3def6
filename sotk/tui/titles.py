"""The line at the top of the editor: what is edited, and what one must know of it."""

from collections.abc import Callable, Iterator

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session import Session


def title(session: Session, say: Callable[[Message], str]) -> str:
    """The name of the document with its standing; a star before it where something is not saved."""
    star = "* " if session.state.changed else "  "
    return star + " · ".join(_parts(session, say))


def _parts(session: Session, say: Callable[[Message], str]) -> Iterator[str]:
    state = session.state
    scenario, skipped = state.document.scenario, state.document.skipped
    if scenario is not None:
        yield say(msg("PROPOSAL"))
        yield clean(scenario.name)
        yield say(msg("{n} changes", n=len(scenario.operations)))
    else:
        yield clean(state.structure.name)
        yield say(msg("only looking") if state.mode == "ask" else msg("editing the structure itself"))
    if skipped:
        yield say(msg("INCOMPLETE: {n} changes could not be carried out", n=len(skipped)))
    if state.structure.header.illustrative is True:
        yield say(msg("illustrative data"))
    if session.trouble:
        yield say(msg("NO JOURNAL: {reason}", reason=session.trouble))
