"""A workspace of its own and a state folder of its own for every test."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def state_home(tmp_path, monkeypatch):
    """Journals and backups of tests never meet those of a person."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "dinsos-jabar"
    shutil.copytree(ROOT / "structures" / "dinsos-jabar", folder)
    return folder
