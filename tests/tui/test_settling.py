"""What a merge left open is decided in the list of findings, in one step that can be taken back."""

import asyncio

import pytest

from tests.tui.conftest import editor

CONFLICTS = """conflicts:
  - {id: merge-1, kind: same-field, entity: unit, subject: bid-dayasos, field: name, base: Bidang Pemberdayaan Sosial, ours: Bidang Dayasos, theirs: Bidang Pemberdayaan}
  - {id: merge-2, kind: two-moves, entity: unit, subject: seksi-kelembagaan, base: bid-dayasos, ours: bid-pfm, theirs: bid-rehsos}
  - {id: merge-3, kind: removed-changed, entity: unit, subject: bid-pfm}
"""


def open_codes(desk):
    panel = desk.app.screen.query_one("#findings")
    return [each.subject.id for each in panel.found if each.code == "INT012"]


@pytest.mark.parametrize(
    ("conflict", "keys", "done"),
    [
        ("merge-1", (), lambda units: units["bid-dayasos"].name == "Bidang Dayasos"),
        ("merge-1", ("down",), lambda units: units["bid-dayasos"].name == "Bidang Pemberdayaan"),
        ("merge-2", ("down",), lambda units: units["seksi-kelembagaan"].parent == "bid-rehsos"),
        ("merge-3", (), lambda units: "bid-pfm" in units),
    ],
)
def test_a_conflict_is_decided_with_one_key_and_taken_back_with_one(workspace, conflict, keys, done):
    path = workspace / "eksisting.yaml"
    path.write_text(path.read_text("utf-8") + CONFLICTS, "utf-8")

    async def scene():
        async with editor(path) as desk:
            assert open_codes(desk) == ["merge-1", "merge-2", "merge-3"]
            assert "merge-1" not in desk.painted()
            before = desk.state.structure
            await desk.press("f", *["down"] * open_codes(desk).index(conflict), "F")
            await desk.press("down", "enter")  # into the structure itself
            await desk.press(*keys, "enter")
            assert conflict not in open_codes(desk)
            assert done(desk.units)
            assert [each.id for each in desk.state.structure.conflicts] == open_codes(desk)
            await desk.press("escape", "u")
            assert desk.state.structure == before
            assert conflict in open_codes(desk)

    asyncio.run(scene())
