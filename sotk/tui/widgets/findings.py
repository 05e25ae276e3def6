"""The findings of the document as it is now: jump to one, read why, apply its fix."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from sotk.compare.output.subjects import Subjects
from sotk.findings import Finding
from sotk.locale import Language, msg, say
from sotk.tui.catalogue import bindings
from sotk.tui.signs import SEVERITIES
from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.lines import Line, Lines

SHOWN: Final = 100
"""How many findings are listed; the gravest come first."""

_STYLES: Final = {"error": "bold $text-error", "warning": "bold $text-warning", "advice": "$text-accent"}


class Findings(Lines):
    """The list of findings; the gravest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("findings")]

    class Jump(Message):
        """The person wants to see what a finding is about."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    class Fix(Jump):
        """The person wants what the finding proposes."""

    class Explain(Jump):
        """The person wants to know why."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.found: tuple[Finding, ...] = ()
        self.signs = True
        self._painted: tuple[tuple[Finding, ...], Language, bool, bool] | None = None

    def show(
        self, findings: Sequence[Finding], names: Subjects, language: Language, *, waiting: bool
    ) -> None:
        order = list(SEVERITIES)
        self.found = tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
        head = msg("Findings ({n})", n=len(self.found))
        self.border_title = say(head, language) + (" …" if waiting else "")
        painted = (self.found, language, self.signs, waiting and not self.found)
        if self._painted == painted:
            return
        self._painted = painted
        if self.found:
            shown = self.found[:SHOWN]
            lines: list[Line] = [
                (str(at), _line(each, names, language, signs=self.signs)) for at, each in enumerate(shown)
            ]
            if len(self.found) > SHOWN:
                lines.append((None, Content(say(msg("and {n} more", n=len(self.found) - SHOWN), language))))
            self.write(lines)
        else:
            none = msg("The rules are being asked …") if waiting else msg("✓ Nothing found.")
            self.write([(None, Content(say(none, language)))])

    @property
    def finding(self) -> Finding | None:
        """The finding at the cursor."""
        chosen = self.chosen
        return self.found[int(chosen)] if chosen is not None and int(chosen) < len(self.found) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.finding is not None:
            self.post_message(self.Jump(self.finding))

    def fix(self) -> None:
        if self.finding is not None:
            self.post_message(self.Fix(self.finding))

    def explain(self) -> None:
        if self.finding is not None:
            self.post_message(self.Explain(self.finding))


def _line(finding: Finding, names: Subjects, language: Language, *, signs: bool) -> Hanging:
    """A finding with the sign of its severity, or with the word for who hears it."""
    sign, word = SEVERITIES[finding.severity]
    if not signs:
        sign = say(word, language) + ","
    fixable = "" if not finding.fix else " ⚒" if signs else say(msg(", F fixes it,"), language)
    said = say(finding.message, language)
    about = _about(finding, names)
    if about in said:
        about = ""
    head = Content.styled(f"{sign} ", _STYLES.get(finding.severity, ""))
    code = (f"{finding.code}{fixable} ", "dim")
    text = Content.assemble(code, (f"{about}: " if about else "", "bold"), said)
    return Hanging(head, text) if signs else Hanging(Content(""), head + text)


def _about(finding: Finding, names: Subjects) -> str:
    """The name of what a finding is about; nothing for what has no name and the message tells itself."""
    if finding.subject is None or finding.subject.entity in ("operation", "conflict"):
        return ""
    return names.of(finding.subject.entity, finding.subject.id)
