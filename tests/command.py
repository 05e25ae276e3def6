"""One command of sotk in this process, as the command line runs it."""

from click.testing import CliRunner, Result

from sotk.cli.language import language_of
from sotk.cli.main import program


def run(*arguments: object) -> Result:
    """Run one command; `exit_code`, `stdout` and `stderr` say what it did. A crash of it is one of the test."""
    rest = language_of([str(argument) for argument in arguments])
    result = CliRunner().invoke(program(), rest, prog_name="sotk")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
