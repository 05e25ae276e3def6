"""`sotk rule`: the page of one rule, or the list of all."""

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command, near
from sotk.findings.names import clean
from sotk.locale import msg


def command() -> click.Command:
    return Command(
        "rule",
        callback=_rule,
        help=words(msg("Explain a rule: what, why, basis, options, examples. Without a code, list all.")),
        params=[click.Argument(["code"], required=False)],
    )


def _rule(code: str | None) -> None:
    from sotk.rules import RULES, notice_of, notice_page, rule_of
    from sotk.rules.page import page

    language = follow(None)
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.name:<28} {words(rule.documentation.what)}")
        return
    found, notice = rule_of(code), notice_of(code)
    if notice is not None:
        click.echo(notice_page(notice, language), nl=False)
        return
    if found is None:
        known = [word for rule in RULES for word in (rule.code, rule.name)]
        refuse(near(msg("There is no rule {code}; sotk rule lists all.", code=clean(code)), code, known))
        return
    click.echo(page(found, language), nl=False)
