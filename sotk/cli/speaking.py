"""click in the words of this program: its help, and what it says of a command line it cannot take.

Knows no command. Exit code and stream of a refusal stay click's: 2, stderr.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from sotk.cli.language import words
from sotk.findings.names import clean
from sotk.locale import Message, msg


class _Speaking(click.Command):
    """What a command and a group share."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        keywords["options_metavar"] = words(msg("[OPTIONS]"))
        super().__init__(*args, **keywords)
        for param in self.params:
            if isinstance(param, click.Option) and param.metavar is None:
                param.metavar = _metavar(param)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words(msg("Show this help."))
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        said = words(msg("Usage"))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=f"{said}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        required, default = words(msg("required")), words(msg("default"))
        marks = {"[required]": f"[{required}]", "[default: ": f"[{default}: "}
        rows = []
        for param in self.get_params(ctx):
            record = None if isinstance(param, click.Argument) else param.get_help_record(ctx)
            if record is None:
                continue
            name, text = record
            for mark, said in marks.items():
                text = text.replace(mark, said)
            rows.append((name, text))
        with formatter.section(words(msg("Options"))):
            formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            for argument in given:
                if argument.startswith(error.option_name) and Path(argument).exists():
                    said = msg(
                        "A file whose name begins with a hyphen is written {path}.", path=f"./{argument}"
                    )
                    raise Refused(said, click.UsageError("", ctx)) from None
            raise
        except click.BadOptionUsage as error:  # click's parser does not say of which command
            error.ctx = ctx
            raise


class Command(_Speaking):
    """A command that speaks the language of this run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            said = msg("{what} is too much here.", what=clean(" ".join(rest)))
            raise Refused(said, click.UsageError("", ctx), usage=True)
        return rest


class Group(_Speaking, click.Group):
    """Commands under one name."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        keywords["subcommand_metavar"] = words(msg("COMMAND ..."))
        super().__init__(*args, **keywords)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(words(msg("Commands"))):
            formatter.write_dl(self.lines(ctx))

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command with its line of help."""
        return [(name, (self.get_command(ctx, name) or self).help or "") for name in self.list_commands(ctx)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        if name in known or name.startswith("-"):
            return super().resolve_command(ctx, args)
        said = msg("There is no command {name}.", name=clean(name))
        raise Refused(near(said, name, known), click.UsageError("", ctx))


class Refused(click.UsageError):
    """A command line that cannot be taken, and why, in the language of this run."""

    def __init__(self, said: Message, error: click.UsageError, *, usage: bool = False) -> None:
        super().__init__(words(said), error.ctx)
        self._usage = usage

    def show(self, file: Any = None) -> None:
        """What is wrong, how the command is written where that helps, and where its help is."""
        path = self.ctx.command_path if self.ctx else "sotk"
        lines = [f"{path}: {self.message}"]
        if self._usage and self.ctx:
            lines.append(self.ctx.get_usage())
        lines.append(words(msg("Help: {command}", command=f"{path} --help")))
        click.echo("\n".join(lines), file=file, err=file is None)


@contextmanager
def refusing() -> Iterator[None]:
    """Say in the language of this run what click says in English."""
    try:
        yield
    except (Refused, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        raise Refused(_said(error), error, usage=isinstance(error, click.MissingParameter)) from None


def near(said: Message, given: str, known: Iterable[str]) -> Message:
    """Add to a message what may have been meant, if anything is near."""
    words_ = {word.lower(): word for word in known}
    best = get_close_matches(given.lower(), words_, n=1, cutoff=0.6)
    return msg("{problem} Did you mean {near}?", problem=said, near=words_[best[0]]) if best else said


def _said(error: click.UsageError) -> Message:
    if isinstance(error, click.NoSuchOption):
        said = msg("There is no option {name}.", name=clean(error.option_name))
        return near(said, error.option_name, _options(error.ctx))
    if isinstance(error, click.BadOptionUsage):
        return _bare(error)
    if isinstance(error, click.MissingParameter):
        return msg("{name} is missing.", name=_name(error))
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return msg("{problem}", problem=clean(error.message))


def _metavar(option: click.Option) -> str | None:
    """What stands for a value in the help, where click would write the name of an English type."""
    if option.is_flag or option.count:
        return None
    if isinstance(option.type, click.types.IntParamType | click.types.FloatParamType):
        return words(msg("NUMBER"))
    return words(msg("TEXT")) if isinstance(option.type, click.types.StringParamType) else None


def _bare(error: click.BadOptionUsage) -> Message:
    """An option without its value, or a switch with one."""
    name = error.option_name
    params = error.ctx.command.params if error.ctx else []
    switch = any(getattr(param, "is_flag", False) for param in params if name in param.opts)
    return msg("{name} takes no value.", name=name) if switch else msg("{name} needs a value.", name=name)


def _bad_value(error: click.BadParameter) -> Message:
    name, kind = _name(error), error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return msg("{name} is one of: {values}.", name=name, values=tuple(map(str, kind.choices)))
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return msg(
            "{name} is a number from {least} to {most}.", name=name, least=f"{least:g}", most=f"{most:g}"
        )
    if least is not None:
        return msg("{name} is a number, {least} or more.", name=name, least=f"{least:g}")
    if kind in (click.INT, click.FLOAT):
        return msg("{name} is a number.", name=name)
    return msg("{name}: {problem}", name=name, problem=clean(error.message))


def _name(error: click.BadParameter) -> str:
    """How the user writes the parameter."""
    param = error.param
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(error.ctx) if error.ctx else (param.name or "").upper()


def _options(ctx: click.Context | None) -> list[str]:
    return [name for param in (ctx.command.get_params(ctx) if ctx else ()) for name in param.opts]
