"""The screens in the docs are those the program paints: each names the golden file it is taken from.

When they are out of date: SOTK_WRITE=1 python -m pytest tests/tui/test_docs_screens.py
"""

import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).with_name("golden")
DOCS = Path(__file__).resolve().parents[2] / "docs"
SCREEN = re.compile(r"<!-- screen: (\S+) -->\n\n```text\n(.*?)```\n", re.DOTALL)
PAGES = ("how-to/edit.md", "how-to/fgd.md")


def shown(name):
    """A golden screen without the empty lines before its last two."""
    lines = (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n")) + "\n"


@pytest.mark.parametrize("page", PAGES)
def test_every_screen_of_a_page_is_as_the_program_paints_it(page):
    path = DOCS / page
    text = path.read_text("utf-8")
    now = SCREEN.sub(lambda found: f"<!-- screen: {found[1]} -->\n\n```text\n{shown(found[1])}```\n", text)
    if os.environ.get("SOTK_WRITE"):
        path.write_text(now, "utf-8")
    assert now == path.read_text("utf-8"), "SOTK_WRITE=1 python -m pytest tests/tui/test_docs_screens.py"
    assert text.count("```text") == len(SCREEN.findall(text))
