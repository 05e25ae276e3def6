"""UPT004: more sections or subdivisions in a supporting unit than its class allows."""

from sotk.locale import msg
from sotk.packs import Kind
from sotk.rules.caps.child_limit import ChildLimitRule
from sotk.rules.documentation import BEFORE, Documentation


class CrowdedUptd(ChildLimitRule):
    """The cap on what stands below a UPTD, by class and level of government."""

    code = "UPT004"
    name = "crowded-uptd"
    basis = "Permendagri 12/2017"
    needs = ("class", "government.level", "effective")
    documentation = Documentation(
        what=msg(
            "A UPTD has more seksi or subbagian than its class allows, such as a UPTD of class B with seksi."
        ),
        why=msg(
            "Inside a UPTD the work is that of functional posts; sections are for class A of a province."
        ),
        fix=msg(
            "Make the section a functional group or a service site, prove the higher class, or write the basis in `exempt`."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: uptd-1, name: UPTD Satu, kind: uptd, class: B, units: [{id: seksi-1, name: Seksi Satu, kind: seksi}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      class: B
      units: [{id: kjf-1, name: Kelompok Jabatan Fungsional, kind: kjf}]
""",
    )

    def caps(self, kind: Kind) -> bool:
        return kind.role == "support"
