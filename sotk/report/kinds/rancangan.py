"""The draft of the regulation (rancangan): position, organization, duties and functions, with the chart.

Wording and order are those of a regulation on an agency; what the structure does not say is left to be
filled in, and the standard sentences are the reviewer's to adapt.
"""

from collections.abc import Iterator
from typing import Final

from sotk.chart.conventions import conventions_of
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Duty, Unit
from sotk.report.articles import Articles, Clause, phrase, punctuated
from sotk.report.document import Block, Column, Document, Items, Paragraph, Row, Section, Table, cells
from sotk.report.figures import charts
from sotk.report.marks import Marks
from sotk.report.material import Lacking, Material
from sotk.report.words import day_of, legal_basis

BLANK: Final = "…………"
_LEVELS: Final = {"provinsi": msg("Province"), "kabupaten": msg("Kabupaten"), "kota": msg("Kota")}
_PLACED: Final = (Column("", 30), Column("", 4), Column("", 136))


def make(material: Material) -> Document:
    """The draft. Raises Lacking where the pack knows no instrument for the government of the structure."""
    return _Draft(material).document()


class _Draft:
    def __init__(self, material: Material) -> None:
        self.material, self.structure, self.language = material, material.structure, material.language
        self.marks = Marks(material)
        self.articles = Articles(material.language)
        conventions = conventions_of(material.pack, material.structure, "id")
        annex = self.structure.header.annex
        self.instrument = clean((annex and annex.instrument) or conventions.instrument)
        self.signatory = clean((annex and annex.signatory) or conventions.signatory)
        if not self.instrument or not self.signatory:
            raise Lacking(
                msg("The pack names no regulation for this level of government; see government.level.")
            )
        self.root = self.structure.units[self.structure.root]
        kind = material.pack.kind(self.root.kind)
        self.agency = kind.name.said("id") if kind else clean(self.root.name)

    def document(self) -> Document:
        name = clean(self.structure.name)
        subject = self._say(
            msg("position, organization, duties and functions, and working order of {agency}", agency=name)
        )
        title = (
            self._say(msg("DRAFT")),
            self.instrument.upper(),
            self._say(msg("NUMBER {blank} YEAR {blank}", blank=BLANK)),
            self._say(msg("ON")),
            subject.upper(),
        )
        body = Section(
            (*self._preamble(subject), *self._body(), *self._signature()), self.material.paper or "F4"
        )
        annex = Section((), self.material.paper or "F4", landscape=True)
        figures = charts(self.material, annex, annex=True)
        pages: list[Block] = [*figures] or [self._apart()]
        sections = (body, *(Section((page,), annex.paper, landscape=True) for page in pages))
        short = self._say(msg("Draft {instrument}", instrument=self.instrument))
        return Document(title, self.language, sections, self.marks.notice(), short)

    def _apart(self) -> Paragraph:
        """What stands in place of a chart that is too large for the document."""
        told = msg("ANNEX: the chart of the organization is a file of its own, drawn by sotk draw.")
        return Paragraph(self._say(told), "strong")

    def _preamble(self, subject: str) -> Iterator[Block]:
        yield Paragraph(self._say(msg("BY THE GRACE OF GOD ALMIGHTY")), "centre")
        yield Paragraph(f"{self.signatory.upper()},", "centre")
        basis = legal_basis(self.structure.header.legal_basis, self.language)
        star = f"{self.structure.id}.legal_basis"
        told = [f"{at}. {self.marks.star(line, star)};" for at, line in enumerate(basis, 1)] or [
            f"1. {BLANK};"
        ]
        why = (
            msg("a. that {blank};", blank=BLANK),
            msg(
                "b. that by the consideration under a it is necessary to issue a {instrument} on {subject};",
                instrument=self.instrument,
                subject=subject,
            ),
        )
        rows = [*self._placed(msg("Considering"), [self._say(line) for line in why])]
        rows += self._placed(msg("Recalling"), told)
        yield Table(_PLACED, tuple(rows), ruled=False)
        yield Paragraph(self._say(msg("HAS DECIDED:")), "centre")
        decided = f"{self.instrument} {self._say(msg('ON'))} {subject}".upper()
        yield Table(_PLACED, tuple(self._placed(msg("To issue"), [f"{decided}."])), ruled=False)

    def _placed(self, word: Message, lines: list[str]) -> Iterator[Row]:
        for at, line in enumerate(lines):
            yield Row(cells("" if at else self._say(word), "" if at else ":", line))

    def _body(self) -> Iterator[Block]:
        yield from self._general()
        yield from self._position()
        yield from self._organization()
        yield from self._duties()
        yield from self._order()
        yield from self._closing()

    def _general(self) -> Iterator[Block]:
        """Definitions: only of what the structure says."""
        government = self.structure.header.government
        area = clean((government and government.name) or BLANK)
        level = _LEVELS.get((government and government.level) or "", msg("Region"))
        told = [] if self._central else [msg("the Region is {level} {area}", level=level, area=area)]
        if self._office != self.signatory:
            told.append(msg("the {office} is the {signatory}", office=self._office, signatory=self.signatory))
        told.append(msg("the {agency} is {name}", agency=self.agency, name=clean(self.structure.name)))
        if self.root.head and not self._signs:
            head = clean(self.root.head.title)
            told.append(msg("the {head} is the {head} of {name}", head=head, name=clean(self.structure.name)))
        yield from self.articles.chapter(self._say(msg("General provisions")))
        lead = Clause(self._say(msg("In this {instrument}:", instrument=self._short_instrument)))
        yield from self.articles.article([lead])
        yield Items(punctuated([self._say(each) for each in told], self.language), "decimal")

    @property
    def _central(self) -> bool:
        government = self.structure.header.government
        return bool(government and government.level == "pusat")

    @property
    def _signs(self) -> bool:
        """Whether the head of the agency is the one who signs: a minister."""
        return self.root.head is not None and self.signatory.startswith(clean(self.root.head.title))

    @property
    def _office(self) -> str:
        """The office that signs without its region, as articles call it: Gubernur, Menteri."""
        government = self.structure.header.government
        area = clean((government and government.name) or "")
        return self.signatory.removesuffix(area).strip() or self.signatory

    @property
    def _short_instrument(self) -> str:
        """The instrument without its region: Peraturan Gubernur."""
        government = self.structure.header.government
        area = clean((government and government.name) or "")
        return self.instrument.removesuffix(area).strip() or self.instrument

    def _position(self) -> Iterator[Block]:
        yield from self.articles.chapter(self._say(msg("Position")))
        head = clean(self.root.head.title) if self.root.head else BLANK
        first = msg("The {agency} carries out the affairs of government in its field.", agency=self.agency)
        second = msg(
            "The {agency} is led by a {head}, who is below and answers to the {office}.",
            agency=self.agency,
            head=head,
            office=self._say(msg("President")) if self._signs else self._office,
        )
        through = msg(
            "The {agency} is led by a {head}, who is below and answers to the {office} through the regional secretary.",
            agency=self.agency,
            head=head,
            office=self._office,
        )
        if self.root.kind == "sekretariat-daerah":
            through = second
        led = second if self._central else through
        yield from self.articles.article([Clause(self._say(first)), Clause(self._say(led))])

    def _organization(self) -> Iterator[Block]:
        yield from self.articles.chapter(self._say(msg("Organization of the agency")))
        head = clean(self.root.head.title) if self.root.head else ""
        items = [head] if head else []
        under: list[tuple[str, ...]] = [()] if head else []
        for child in self.structure.below(self.root.id):
            unit = self.structure.units[child]
            below = tuple(self._name(self.structure.units[each]) for each in self.structure.below(child))
            name = self._name(unit)
            items.append(self._say(msg("{unit}, consisting of", unit=name)) if below else name)
            under.append(below)
        listed = msg("The organization of the {agency} consists of:", agency=self.agency)
        chart = msg(
            "The chart of the organization under paragraph (1) stands in the annex, which is an inseparable part of this {instrument}.",
            instrument=self._short_instrument,
        )
        lead = Clause(self._say(listed), tuple(items), tuple(under))
        yield from self.articles.article([lead, Clause(self._say(chart))])
        for unit in self._deeper():
            below = tuple(self._name(self.structure.units[each]) for each in self.structure.below(unit.id))
            name = self._name(unit)
            told = msg("{unit} consists of:", unit=name)
            alone = msg("{unit} consists of {part}.", unit=name, part=below[0])
            one = len(below) == 1
            clause = Clause(self._say(alone)) if one else Clause(self._say(told), below)
            yield from self.articles.article([clause])

    def _deeper(self) -> Iterator[Unit]:
        """Units below the second level that have units of their own, in the order of the chart."""
        shown = {self.root.id, *self.structure.below(self.root.id)}
        for unit in self.structure.walk():
            if unit.id not in shown and self.structure.below(unit.id):
                yield unit

    def _duties(self) -> Iterator[Block]:
        yield from self.articles.chapter(self._say(msg("Duties and functions")))
        branches = [self.root.id, *self.structure.below(self.root.id)]
        for top in branches:
            unit = self.structure.units[top]
            members = [unit] if top == self.root.id else [*self.structure.walk(top)]
            told = [each for each in members if not self._group(each) or each.duties]
            if told:
                yield from self.articles.part(self.agency if top == self.root.id else self._name(unit))
                for each in told:
                    yield from self.articles.article(tuple(self._unit(each)))
        groups = [unit for unit in self.structure.walk() if self._group(unit)]
        if groups and not any(unit.duties for unit in groups):
            yield from self.articles.part(self._say(msg("Groups of functional posts")))
            text = msg("Functional posts carry out work of their posts as the regulations on these provide.")
            yield from self.articles.article([Clause(self._say(text))])

    def _unit(self, unit: Unit) -> Iterator[Clause]:
        """The paragraphs on a unit: who leads it, its mission, its functions, its tasks, those of its posts."""
        name = self.agency if unit.id == self.root.id else self._name(unit)
        above = self.structure.units.get(unit.parent or "")
        if above is not None and unit.head is not None:
            boss = clean(above.head.title) if above.head else self._name(above)
            told = msg(
                "{unit} is led by a {head}, who is below and answers to the {boss}.",
                unit=name,
                head=self.marks.post(unit, unit.head, clean(unit.head.title), "title"),
                boss=boss,
            )
            yield Clause(self._say(told))
        yield from self._carried(unit, name, unit.duties, needed=True)
        for post in (unit.head, *unit.positions):
            if post is not None and post.duties:
                yield from self._carried(unit, clean(post.title), post.duties, needed=False)

    def _carried(self, unit: Unit, name: str, duties: tuple[Duty, ...], *, needed: bool) -> Iterator[Clause]:
        by_level: dict[str, list[str]] = {"tugas": [], "fungsi": [], "uraian": []}
        for duty in duties:
            by_level[duty.level].append(self.marks.duty(unit, duty.id, phrase(clean(duty.text))))
        missions = by_level["tugas"] or ([BLANK] if needed else [])
        if len(missions) > 1:
            yield Clause(self._say(msg("{unit} has the duties of:", unit=name)), tuple(missions))
        elif missions:
            yield Clause(self._say(msg("{unit} has the duty of {text}.", unit=name, text=missions[0])))
        if by_level["fungsi"]:
            told = msg("In carrying out its duties, {unit} has the functions of:", unit=name)
            yield Clause(self._say(told), tuple(by_level["fungsi"]))
        if by_level["uraian"]:
            yield Clause(self._say(msg("The tasks of {unit} are:", unit=name)), tuple(by_level["uraian"]))

    def _group(self, unit: Unit) -> bool:
        """Whether a unit is a group of functional posts, which one article speaks of for all."""
        kind = self.material.pack.kind(unit.kind)
        return kind is not None and kind.role == "functional"

    def _order(self) -> Iterator[Block]:
        yield from self.articles.chapter(self._say(msg("Working order")))
        for text in (
            msg(
                "Every head of a unit works by the principles of coordination, integration and synchronization, within the {agency} and with other agencies.",
                agency=self.agency,
            ),
            msg(
                "Every head of a unit leads, guides and supervises the subordinates and reports to the superior."
            ),
        ):
            yield from self.articles.article([Clause(self._say(text))])

    def _closing(self) -> Iterator[Block]:
        yield from self.articles.chapter(self._say(msg("Closing provisions")))
        before = self.material.base or self.structure
        same = [
            line
            for entry, line in zip(
                before.header.legal_basis, legal_basis(before.header.legal_basis, self.language), strict=True
            )
            if clean(entry.instrument).casefold() == self.instrument.casefold()
        ]
        told = msg(
            "When this {instrument} enters into force, {earlier} is revoked.",
            instrument=self._short_instrument,
            earlier="; ".join(same) or BLANK,
        )
        yield from self.articles.article([Clause(self._say(told))])
        effective = self.structure.header.effective
        day = day_of(effective, self.language) if effective and self.material.base else BLANK
        valid = msg(
            "This {instrument} enters into force on {day}.", instrument=self._short_instrument, day=day
        )
        yield from self.articles.article([Clause(self._say(valid))])

    def _signature(self) -> Iterator[Block]:
        lines = (self._say(msg("Issued at {blank}", blank=BLANK)), self._say(msg("on {blank}", blank=BLANK)))
        signed = (*lines, f"{self.signatory.upper()},", "", "", "", f"( {BLANK} )")
        yield Table(
            (Column("", 90), Column("", 80)), tuple(Row(cells("", line)) for line in signed), ruled=False
        )

    def _name(self, unit: Unit) -> str:
        return self.marks.unit(unit, clean(unit.name))

    def _say(self, message: Message) -> str:
        return say(message, self.language)
