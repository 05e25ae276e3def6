"""Every command and every file in the pages works as it stands."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.text import parse
from tests.command import run

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "reference/rules" not in path.as_posix())
SHOWN = re.compile(r"^```sh\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""Commands with what they print; a line of `…` stands for what is left out."""
LEFT_OUT = "…\n"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    return [text for name, text in BLOCK.findall(path.read_text("utf-8")) if name == language]


def commands(block: str) -> list[str]:
    """The commands of a block, without what is remarked of them."""
    lines = block.replace("\\\n", " ").splitlines()
    return [command for line in lines if (command := line.split("#")[0].strip())]


def called(command: str) -> str:
    """What is called by a command: `sotk draw`."""
    return " ".join(command.split()[:2])


TOLD = [path for path in PAGES if blocks(path, "sh")]
FIRST = {
    called(command): path
    for path in reversed(TOLD)
    for block in blocks(path, "sh")
    for command in commands(block)
}
"""The first page that tells of a command: there it runs once as a person starts it, elsewhere in this process."""


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)
def test_the_commands_of_a_page_run(path, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "structures", tmp_path / "structures")
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "sotk")
    monkeypatch.setenv("LANG", "id_ID.UTF-8" if path.name.endswith(".id.md") else "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "SOTK_LANG"):
        monkeypatch.delenv(name, raising=False)
    shown = dict(SHOWN.findall(path.read_text("utf-8")))
    waiting = {call for call, first in FIRST.items() if first == path}
    for block in blocks(path, "sh"):
        printed = ""
        for command in commands(block):
            program = command.split()[0]
            assert program in {"sotk", "git", "sed"}, command
            if program != "sotk" and shutil.which(program) is None:
                pytest.skip(f"{program} is not installed")
            if program != "sotk" or called(command) in waiting:
                waiting.discard(called(command))
                printed += started(command)
            else:
                done = run(*shlex.split(command)[1:])
                assert done.exit_code in (0, 1), f"{command}\n{done.stderr}"
                printed += done.stdout + done.stderr
        for part in shown.get(block, "").split(LEFT_OUT):
            assert part in printed, printed
            printed = printed[printed.index(part) + len(part) :]


def started(command: str) -> str:
    """What a command prints that a shell runs."""
    done = subprocess.run(
        f'"{sys.executable}" -m {command}' if command.startswith("sotk ") else command,
        shell=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "path",
    [path for path in [ROOT / "README.md", *PAGES] if blocks(path, "yaml")],
    ids=lambda path: path.stem,
)
def test_the_files_in_a_page_are_read(path):
    for block in blocks(path, "yaml"):
        if block.startswith("sotk: 1") and ("structure:" in block or "scenario:" in block):
            assert load_text(block).findings == (), block
        else:
            assert parse(block).findings == (), block


def test_the_readme_opens_with_two_commands():
    first, second = blocks(ROOT / "README.md", "sh")[:2]
    assert "sotk demo" in first
    assert "pytest" in second


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=lambda path: path.stem)
def test_links_between_pages_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target
