"""Runs commands in this process, as the command line does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.command import run

STRUCTURES = Path(__file__).parent.parent.parent / "structures"


@pytest.fixture
def sotk(monkeypatch) -> Callable[..., Result]:
    """Run one command; `result.exit_code`, `result.stdout` and `result.stderr` say what it did."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("SOTK_LANG", raising=False)
    return run


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A workspace with the shipped structures of Dinas Sosial Jawa Barat, and the place one stands in."""
    shutil.copytree(STRUCTURES / "dinsos-jabar", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
