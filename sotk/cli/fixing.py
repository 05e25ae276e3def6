"""`sotk check --fix`: does what findings offer as their fix, after showing what that changes."""

import sys

import click

from sotk.cli.language import words
from sotk.cli.opened import is_terminal
from sotk.cli.reviewing import rule_settings
from sotk.locale import Language, msg, say
from sotk.workspace import Opened


def fix(found: Opened, shown: str, language: Language, *, ask: bool) -> None:
    """Apply the fixes of a structure's findings and save it. Proposals are edited by hand or in the editor."""
    if found.loaded.structure is None or found.pack is None:
        return
    from sotk.compare import diff
    from sotk.compare.output import to_text
    from sotk.files import save
    from sotk.rules import check
    from sotk.scenario import apply

    before = after = found.loaded.structure
    for finding in check(before, found.pack, rule_settings(found)):
        for operation in finding.fix:
            after = apply(after, operation).structure
    if after == before:
        click.echo(words(msg("{path}: there is nothing that can be fixed without a decision.", path=shown)))
        return
    click.echo(to_text(diff(before, after), language, colour=is_terminal(sys.stdout)), nl=False)
    if ask and not click.confirm(words(msg("Write this to {path}?", path=shown))):
        return
    for finding in save(found.loaded, after).findings:
        click.echo(say(finding.message, language), err=True)
        raise SystemExit(2)
