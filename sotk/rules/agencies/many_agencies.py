"""AGC002: more agencies of a kind in one government than allowed."""

from collections.abc import Iterable, Mapping

from sotk.findings import Subject
from sotk.locale import msg
from sotk.rules.bounds import most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, WorkspaceRule


class ManyAgencies(WorkspaceRule[Options]):
    """Agencies by kind and government, against the limits of the pack; said at the last of them."""

    code = "AGC002"
    name = "many-agencies"
    reads = frozenset({"header.agency", "header.government", "header.status", "root"})
    severity = "error"
    ground = "law"
    basis = "PP 41/2007 Pasal 21"
    documentation = Documentation(
        what=msg("A government has more agencies of a kind (dinas, badan) than the law of their day allows."),
        why=msg("The number of agencies is bounded by the score of the region."),
        fix=msg("Join agencies of related affairs."),
        bad="",
        good="",
    )

    def check(self, contexts: Mapping[str, RuleContext]) -> Iterable[tuple[str, Outcome]]:
        groups: dict[tuple[str, str], list[str]] = {}
        for key in sorted(contexts):
            header = contexts[key].structure.header
            if (
                header.status == "eksisting"
                and header.government is not None
                and header.government.name is not None
            ):
                groups.setdefault((header.government.name, contexts[key].root.kind), []).append(key)
        for (government, kind), keys in groups.items():
            context = contexts[keys[-1]]
            for bound in most("agencies", context.root, context):
                if len(keys) > bound.value:
                    yield (
                        keys[-1],
                        Broken(
                            Subject("structure", context.structure.id),
                            msg(
                                "{government} has {n} agencies of the kind {kind}; {most} at most",
                                government=government,
                                n=len(keys),
                                kind=context.kind_name(kind),
                                most=bound.value,
                            ),
                            unit=context.root.id,
                            basis=bound.basis,
                            severity=bound.severity,
                            remedy=msg("join agencies of related affairs"),
                        ),
                    )
