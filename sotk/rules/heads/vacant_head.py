"""HED002: an office whose post of head nobody holds."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class VacantHead(UnitRule[Options]):
    """Heads with no incumbent, or with an acting one."""

    code = "HED002"
    name = "vacant-head"
    about = "head"
    reads = frozenset({"unit.head", "unit.kind"})
    severity = "advice"
    ground = "benchmark"
    basis = "peta jabatan"
    documentation = Documentation(
        what=msg(
            "The head of an office has no incumbent, or one who only acts (plt). A proposal's new posts are vacant by nature."
        ),
        why=msg(
            "A vacant post is the easiest to give up, and an office long without a head works without it."
        ),
        fix=msg("Fill it, or ask whether the office is needed."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, filled: 0}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, filled: 1}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        head = unit.head
        if head is None or unit.kind in context.law.groups or (head.filled_count != 0 and not head.acting):
            return ()
        message = (
            msg("{title} is held by someone who only acts", title=head.title)
            if head.acting
            else msg("{title} is vacant", title=head.title)
        )
        subject = Subject("position", head.id, "acting" if head.acting else "filled")
        return (
            Broken(
                subject,
                message,
                unit=unit.id,
                remedy=msg("fill the post, or ask whether {unit} is needed", unit=unit.name),
            ),
        )
