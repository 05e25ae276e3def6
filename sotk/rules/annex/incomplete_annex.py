"""ANX001: the heading or the signature of the annex is incomplete."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, StructureRule


class IncompleteAnnexOptions(Options):
    fields: tuple[str, ...] = Field(
        default=("instrument", "number", "date", "title", "signatory"),
        description=msg("fields the annex must have").text,
    )


class IncompleteAnnex(StructureRule[IncompleteAnnexOptions]):
    """What the chart of the annex prints above and below."""

    code = "ANX001"
    name = "incomplete-annex"
    reads = frozenset({"header.annex", "header.government"})
    needs = ("annex",)
    severity = "advice"
    ground = "benchmark"
    basis = "teknik penyusunan produk hukum daerah"
    options_type = IncompleteAnnexOptions
    documentation = Documentation(
        what=msg(
            "The annex lacks its instrument, number, date, title or signatory; a field written as dots counts as open and is not meant. Structures of no government, or without any annex, are not judged."
        ),
        why=msg("The chart is part of the regulation; Biro Hukum returns an annex without its heading."),
        fix=msg("Fill in the fields of `annex`."),
        bad=BEFORE
        + """
annex: {instrument: Peraturan Gubernur Contoh, title: Susunan Organisasi Dinas}
root: {id: dinas, name: Dinas Sosial, kind: dinas}
""",
        good=BEFORE
        + """
annex: {instrument: Peraturan Gubernur Contoh, number: "...", date: "...", title: Susunan Organisasi Dinas, signatory: Gubernur Contoh}
root: {id: dinas, name: Dinas Sosial, kind: dinas}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.structure.header.government is not None

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        annex = context.structure.header.annex
        subject = Subject("structure", context.structure.id, "annex")
        if annex is None:
            return (CannotTell(subject, context.root.kind, msg("the annex (`annex`) is not given")),)
        missing = tuple(name for name in self.options.fields if getattr(annex, name, None) is None)
        if not missing:
            return ()
        return (
            Broken(
                subject,
                msg("the annex lacks: {fields}", fields=missing),
                remedy=msg("fill in the fields of `annex`"),
            ),
        )
