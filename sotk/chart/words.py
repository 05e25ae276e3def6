"""The words around a chart: title, annex heading, signature, notices, legend. Knows no boxes."""

from sotk.chart.conventions import Conventions
from sotk.chart.layout.chart import PageWords
from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Structure

BLANK = "..."


def titles(
    structure: Structure, conventions: Conventions, unit: str | None, *, capitals: bool
) -> tuple[str, ...]:
    """Title lines; a chart of one unit names it above the structure."""
    lines = [line.replace("{name}", clean(structure.name)) for line in conventions.title]
    if unit and unit != structure.root:
        lines.insert(max(0, len(lines) - 1), clean(structure.units[unit].name))
    return tuple(line.upper() if capitals else line for line in lines)


def heading(structure: Structure, conventions: Conventions) -> tuple[tuple[str, str], ...]:
    """The heading of the annex; what the structure does not say yet is left to be filled in."""
    labels = conventions.heading
    if not labels:
        return ()
    annex = structure.header.annex
    instrument = (annex and annex.instrument) or conventions.instrument
    texts = {
        "number": annex and annex.number,
        "date": annex and annex.date,
        "title": annex and annex.title,
    }
    first = clean(f"{labels.get('instrument', '')} {instrument}").upper()
    lines = [
        (clean(labels[key]), clean(text or BLANK).upper()) for key, text in texts.items() if key in labels
    ]
    return (("", first), *lines)


def signature(structure: Structure, conventions: Conventions) -> tuple[str, ...]:
    """The office that signs, room for the signature, and the name if it is known."""
    annex = structure.header.annex
    office = (annex and annex.signatory) or conventions.signatory
    if not office or not conventions.heading:
        return ()
    name = clean((annex and annex.signatory_name) or f"( {BLANK} )")
    known = annex is not None and annex.number and annex.number.strip(". ")
    signed = clean(conventions.signed) if known else ""
    between = ("", signed, "") if signed else ("", "")
    return (f"{clean(office).upper().rstrip(',')},", *between, name.upper())


def page_words(language: Language) -> PageWords:
    """The words between pages; places such as {n} are filled by the layout."""
    return PageWords(
        to=say(msg("→ page {n}", n="{n}"), language),
        back=say(msg("← page {n}", n="{n}"), language),
        number=say(msg("Page {n} of {all}", n="{n}", all="{all}"), language),
        tie=say(msg("{kind}: page {n}", kind="{kind}", n="{n}"), language),
        more=say(msg("(part {n} of {all})", n="{n}", all="{all}"), language),
        continued=say(msg("(continued)"), language),
        absent=say(msg("this unit is not there"), language),
    )


def notices(
    structure: Structure,
    language: Language,
    marked: bool,  # noqa: FBT001
    *,
    partial: bool,
    numbers: bool = False,
) -> tuple[str, ...]:
    """Stamps: what a reader must know before believing the picture. `numbers` may carry a star too."""
    said = []
    if structure.header.illustrative is True:
        said.append(msg("ILLUSTRATIVE DATA"))
    elif numbers:
        said.append(msg("ILLUSTRATIVE DATA: boxes and numbers with *"))
    elif marked:
        said.append(msg("ILLUSTRATIVE DATA: boxes with *"))
    if structure.header.status == "usulan":
        said.append(msg("PROPOSAL"))
    if partial:
        said.append(msg("INCOMPLETE: changes are open or could not be carried out"))
    return tuple(say(message, language) for message in said)
