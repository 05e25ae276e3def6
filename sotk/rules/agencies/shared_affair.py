"""AGC001: two agencies of one government carry the same affair."""

from collections.abc import Iterable, Mapping

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, WorkspaceRule

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class SharedAffair(WorkspaceRule[Options]):
    """Affairs of existing agencies of one government; proposals are compared with none."""

    code = "AGC001"
    name = "shared-affair"
    reads = frozenset({"header.agency", "header.government", "header.status"})
    needs = ("agency.affairs", "government")
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg("Two agencies of one government in a workspace list the same affair (urusan)."),
        why=msg("Each affair has one agency; two of them plan and budget it twice."),
        fix=msg("Take the affair out of one of them."),
        base=BEFORE.replace("contoh", "lain")
        + """
root: {id: dinas, name: Dinas Lain, kind: dinas}
""",
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
""",
        good=BEFORE.replace("1.06", "1.02")
        + """
root: {id: dinas, name: Dinas Kesehatan, kind: dinas}
""",
    )

    def check(self, contexts: Mapping[str, RuleContext]) -> Iterable[tuple[str, Outcome]]:
        first: dict[tuple[str, str], str] = {}
        for key in sorted(contexts):
            context = contexts[key]
            header = context.structure.header
            if header.status != "eksisting" or header.government is None or header.government.name is None:
                continue
            for affair in dict.fromkeys(context.law.affairs):
                other = first.setdefault((header.government.name, affair), key)
                if other != key and contexts[other].structure.id != context.structure.id:
                    name = contexts[other].structure.name
                    yield (
                        key,
                        Broken(
                            Subject("structure", context.structure.id, "agency"),
                            msg(
                                "the affair {affair} is that of {other} as well",
                                affair=context.law.code_name(affair),
                                other=name,
                            ),
                            unit=context.root.id,
                            basis=BASIS,
                            remedy=msg("take the affair out of one of them"),
                        ),
                    )
