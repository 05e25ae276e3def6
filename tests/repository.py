"""A git repository with a history of one structure."""

import shutil
import subprocess
from pathlib import Path

import pytest

STRUCTURES = Path(__file__).parent.parent / "structures"


class Repository:
    """A folder under git; every commit has a fixed author and time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = 0
        self("init", "-q", "-b", "main")
        self("config", "user.name", "Sri")
        self("config", "user.email", "sri@example.org")

    def __call__(self, *arguments: str, ok: bool = True) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False, timeout=60
        )
        assert not ok or done.returncode == 0, done.stderr
        return done

    def commit(self, subject: str) -> str:
        self.day += 1
        self("add", "-A")
        self("commit", "-q", "-m", subject, f"--date=2026-01-{self.day:02}T08:00:00+07:00")
        return self("rev-parse", "HEAD").stdout.strip()

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, text.count(old)
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Repository:
    """The shipped structures of Dinas Sosial Jawa Barat, committed once."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    shutil.copytree(STRUCTURES / "dinsos-jabar", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.commit("First version")
    return made
