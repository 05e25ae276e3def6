"""Lines of a list whose text is broken beside their head."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from sotk.tui.widgets.hanging import NARROW, Hanging
from tests.tui.conftest import editor

words = st.lists(st.text("abcdé", min_size=1, max_size=30), min_size=1, max_size=12).map(" ".join)


@given(st.text("• 1", max_size=12), words, st.integers(1, 90))
def test_a_text_is_broken_beside_its_head_and_nothing_of_it_is_lost(head, text, width):
    line = Hanging(Content(head), Content(text))
    first, *more = line.laid(width).plain.split("\n")
    if width - len(head) < NARROW:
        assert [first, *more] == [head + text]
        return
    assert first.startswith(head)
    assert all(each.startswith(" " * len(head)) for each in more)
    assert all(len(each) <= width for each in (first, *more))
    kept = first[len(head) :] + "".join(each[len(head) :] for each in more)
    assert kept.replace(" ", "") == text.replace(" ", "")


def test_help_begins_with_the_keys_of_the_screen_it_was_asked_on(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            await desk.press("question_mark")
            assert "Di pohon unit" in desk.painted()
            await desk.press("escape", "1", "question_mark")
            assert "Di setiap tabel" in desk.painted()
            assert "Di pohon unit" not in desk.painted()

    asyncio.run(scene())


def test_all_commands_hold_those_of_the_panel_of_the_cursor(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            await desk.press("f", "ctrl+p")
            assert "Terapkan perbaikan" in desk.painted()

    asyncio.run(scene())


def test_who_hears_the_screen_is_told_the_span_that_others_see(workspace):
    async def scene():
        async with editor(workspace / "eksisting.yaml") as desk:
            assert "12 ·" in desk.painted()
            await desk.press("T")
            assert "12 unit struktural di bawahnya" in desk.painted()
            assert "1 kelompok atau satuan di bawahnya" in desk.painted()

    asyncio.run(scene())
