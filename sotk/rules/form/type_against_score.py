"""FRM005: the declared type of an agency is not the one that follows from its score."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.packs import Limit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, StructureRule


class TypeAgainstScore(StructureRule[Options]):
    """The score of the mapping of affairs decides the type."""

    code = "FRM005"
    name = "type-against-score"
    reads = frozenset({"header.agency", "header.regime", "header.effective", "root", "unit.exempt"})
    needs = ("agency.type", "agency.score")
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 Lampiran"
    documentation = Documentation(
        what=msg(
            "The type (tipelogi) of the agency is not the one its score gives: above 800 A, above 600 B, above 400 C; with 400 or less it is no agency of its own."
        ),
        why=msg(
            "The type decides how many bidang and posts there may be, and the score is what the ministry verifies."
        ),
        fix=msg("Correct the type, or the score if the mapping was done anew."),
        bad=BEFORE.replace("type: A", "type: A, score: 720")
        + """
root: {id: dinas, name: Dinas Contoh, kind: dinas}
""",
        good=BEFORE.replace("type: A", "type: A, score: 840")
        + """
root: {id: dinas, name: Dinas Contoh, kind: dinas}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("score")

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        limits = score_limits(context)
        agency = context.structure.header.agency
        if not limits or context.law.exempt("score", context.root):
            return ()
        if agency is None or agency.type is None:
            return ()
        if agency.score is None:
            return (
                CannotTell(
                    context.whole,
                    context.root.kind,
                    msg("the score of the mapping of affairs (`agency: {{score: ...}}`) is not given"),
                ),
            )
        fitting = [limit for limit in limits if limit.allows(agency.score)]
        if any(agency.type in limit.agency_types for limit in fitting):
            return ()
        return (_broken(context, agency.type, agency.score, limits, fitting),)


def score_limits(context: RuleContext) -> tuple[Limit, ...]:
    """The limits of scores that speak of the kind of the root, whatever type they are for."""
    chain = context.pack.regime_chain(context.law.regime)
    return tuple(
        limit
        for limit in context.pack.limits
        if limit.topic == "score"
        and context.root.kind in limit.kinds
        and (not limit.regimes or any(regime in limit.regimes for regime in chain))
    )


def _broken(
    context: RuleContext, type_: str, score: int, limits: tuple[Limit, ...], fitting: list[Limit]
) -> Broken:
    subject = Subject("structure", context.structure.id, "agency")
    if fitting:
        given = fitting[0].agency_types
        message = msg(
            "the agency is of type {type}, but a score of {score} gives type {given}",
            type=type_,
            score=score,
            given=given,
        )
        basis = fitting[0].basis
    else:
        message = msg(
            "a score of {score} is too low for an agency of its own, whatever its type", score=score
        )
        basis = limits[0].basis
    return Broken(
        subject,
        message,
        unit=context.structure.root,
        basis=basis,
        remedy=msg("correct the type, or the score if it was measured anew"),
    )
