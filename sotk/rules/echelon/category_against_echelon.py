"""ECH004: the category of a post is not the one its echelon belongs to."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule


class CategoryAgainstEchelon(UnitRule[Options]):
    """Echelon II is JPT pratama, III administrator, IV pengawas."""

    code = "ECH004"
    name = "category-against-echelon"
    about = "head"
    reads = POSITIONS
    severity = "warning"
    ground = "consistency"
    basis = "UU 5/2014 Pasal 131"
    documentation = Documentation(
        what=msg("A post has a category (jpt, administrator, pengawas) other than the one of its echelon."),
        why=msg("Both stand in the text and in the position map; where they differ one of them is wrong."),
        fix=msg("Correct the category (the fix does) or the echelon."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, category: administrator, echelon: II.a}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, category: jpt, echelon: II.a}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(context.pack.measures.echelons)

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        head = unit.head
        if head is None or head.echelon is None or head.category is None:
            return ()
        category = context.law.category_of(head.echelon)
        if category is None or category == head.category:
            return ()
        return (
            Broken(
                Subject("position", head.id, "category"),
                msg(
                    "{title} is {category}, but echelon {echelon} belongs to {given}",
                    title=head.title,
                    category=head.category,
                    echelon=head.echelon,
                    given=category,
                ),
                unit=unit.id,
                remedy=msg("correct the category, or the echelon"),
                fix=(Set(entity="position", id=head.id, field="category", value=category),),
            ),
        )
