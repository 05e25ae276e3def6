"""Every command and every file in the pages works as it stands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.text import parse

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "reference/rules" not in path.as_posix())
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    return [text for name, text in BLOCK.findall(path.read_text("utf-8")) if name == language]


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "sh")], ids=lambda path: path.stem)
def test_the_commands_of_a_page_run(path, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "structures", tmp_path / "structures")
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "sotk")
    for block in blocks(path, "sh"):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.split("#")[0].strip()
            if not command:
                continue
            assert command.startswith(("sotk ", "git ")), command
            if command.startswith("git ") and shutil.which("git") is None:
                pytest.skip("git is not installed")
            done = subprocess.run(
                f'"{sys.executable}" -m {command}' if command.startswith("sotk ") else command,
                shell=True,
                cwd=tmp_path,
                capture_output=True,
                text=True,
                encoding="utf-8",
                stdin=subprocess.DEVNULL,
                check=False,
            )
            assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
            assert "Traceback" not in done.stderr


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
