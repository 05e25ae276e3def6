"""The page on drawing: every command runs, every picture is as the program draws it."""

import os
import re
import shlex
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from click.testing import CliRunner

from sotk.cli.draw import command

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "how-to" / "draw.md"
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    for line in block.splitlines()
]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_page_runs(line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.symlink(ROOT / "structures", tmp_path / "structures")
    program, name, *arguments = shlex.split(line)
    assert (program, name) == ("sotk", "draw")
    result = CliRunner().invoke(command(), arguments)
    assert result.exit_code == 0, result.output
    assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 0


def test_the_pictures_are_those_the_program_draws():
    spec = spec_from_file_location("pictures", ROOT / ".ci" / "pictures.py")
    pictures = module_from_spec(spec)
    sys.modules["pictures"] = pictures
    spec.loader.exec_module(pictures)
    for name, text in pictures.made().items():
        assert (pictures.PICTURES / name).read_text("utf-8") == text, "python .ci/pictures.py"
