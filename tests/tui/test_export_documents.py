"""Documents of a proposal written from the form of the export."""

import io
import zipfile

from sotk.session.orders import REPORTS
from sotk.tui.exporting import PICTURE_WORDS, choices, lines


def test_the_matrix_is_written_beside_the_proposal(play):
    async def scene(desk):
        await desk.press("ctrl+e", "right")
        order = desk.app.screen.order
        assert (order.picture, order.ending) == ("sandingan", "docx")
        assert order.path.name.endswith("-sandingan.docx")
        assert [line.name for line in lines(order, desk.state)] == [
            "picture",
            "ending",
            "only_changed",
            "path",
        ]
        await desk.press("w")
        await desk.written()
        assert f"Sudah ditulis: {order.path.name}" in desk.painted().replace(f"{order.path.parent}/", "")
        with zipfile.ZipFile(io.BytesIO(order.path.read_bytes())) as package:
            assert "word/document.xml" in package.namelist()

    play(scene, size=(160, 36))


def test_going_back_to_a_picture_gives_back_its_format_and_name(play):
    async def scene(desk):
        await desk.press("ctrl+e")
        before = desk.app.screen.order
        await desk.press("right", "right", "left", "left")
        assert desk.app.screen.order == before

    play(scene)


def test_a_document_that_is_there_is_replaced_only_when_agreed(play):
    async def scene(desk):
        await desk.press("ctrl+e", "right")
        target = desk.app.screen.order.path
        target.write_bytes(b"old")
        await desk.press("w", "escape")
        await desk.written()
        assert target.read_bytes() == b"old"

    play(scene)


def test_a_structure_is_offered_no_document_that_needs_a_base(play):
    async def scene(desk):
        await desk.press("ctrl+e")
        offered = {value for value, _ in choices("picture", desk.app.screen.order, desk.state)}
        assert set(PICTURE_WORDS) - offered == {"changes", "sandingan", "pemetaan-jabatan", "berita-acara"}
        assert set(REPORTS) <= set(PICTURE_WORDS)

    play(scene, proposal=False)
