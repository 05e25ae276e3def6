"""New structures from the templates of the packs: the template's text with another name and id."""

from collections.abc import Iterator

from sotk.packs.load import load_pack, pack_names
from sotk.packs.pack import Pack, template_text
from sotk.packs.settings import Template


def templates() -> Iterator[tuple[Pack, Template]]:
    """Every template of the packs that come with the program."""
    for name in pack_names():
        pack = load_pack(name).pack
        if pack is not None:
            yield from ((pack, template) for template in pack.template_list)


def from_template(pack: Pack, template: str, name: str, id: str) -> str:  # noqa: A002 - the word of the field
    """The text of a new structure; the comments of the template stay."""
    from sotk.text import parse, scalar

    text = template_text(pack, template) or ""
    parsed = parse(text)
    spans = []
    for key, value in (("structure", id), ("name", name)):
        found = parsed.marks.key(parsed.data.at, key)
        if found is not None:
            spans.append((found[1], found[2], scalar(value)))
    for start, end, value in sorted(spans, reverse=True):
        text = text[:start] + value + text[end:]
    return text
