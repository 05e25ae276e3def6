"""The mapping of posts: each existing post once, the new ones behind, and no incumbent is forgotten."""

from hypothesis import given

from sotk.model import Remove
from sotk.packs import load_pack
from sotk.report.material import Material
from sotk.report.posts import title_of
from sotk.scenario import apply
from tests.report.conftest import made, markdown_of, material
from tests.strategies import histories

PEMDA = load_pack("pemda", ()).pack


def compared(before, after):
    return made("pemetaan-jabatan", Material(structure=after, pack=PEMDA, language="en", base=before))


@given(histories())
def test_every_post_of_both_sides_is_mapped_once(history):
    before, _operations, after = history
    rows = [row for table in compared(before, after).tables() for row in table.rows if row.kind == "plain"]
    for side, column in ((before, 1), (after, 3)):
        shown = [text for row in rows if (text := row.cells[column].text) != "–"]
        titles = [title_of(post) for _unit, post in side.positions()]
        assert len(shown) == len(titles)
        assert all(any(text.startswith(title) for text in shown) for title in titles)


def test_the_mapping_is_as_reviewed(golden):
    text = markdown_of(made("pemetaan-jabatan", material("dinsos-jabar/usulan-uks-uptd.yaml")))
    golden("pemetaan-jabatan-uks-uptd.md", text[text.index("Jabatan baru") :])


def test_incumbents_of_an_abolished_post_are_named():
    before = material("dinsos-jabar/eksisting.yaml").structure
    after = apply(before, Remove(entity="position", id="subbag-keuangan-p1")).structure
    post = next(post for _unit, post in before.positions() if post.id == "subbag-keuangan-p1")
    told = markdown_of(compared(before, after))
    assert f"{post.filled_count} incumbents of abolished posts have no post" in told
    assert f"- {post.title}, Subbagian Keuangan dan Aset: {post.filled_count}" in told
