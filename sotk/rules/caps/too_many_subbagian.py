"""CAP002: more subbagian in a sekretariat than the type of the agency allows."""

from sotk.locale import msg
from sotk.packs import Kind
from sotk.rules.caps.child_limit import ChildLimitRule
from sotk.rules.documentation import Documentation


class TooManySubbagian(ChildLimitRule):
    """The cap on what stands below a sekretariat."""

    code = "CAP002"
    name = "too-many-subbagian"
    basis = "PP 18/2016 jo. PP 72/2019 (A 3, B 2, C 2)"
    documentation = Documentation(
        what=msg("A sekretariat has more subbagian than the type of its agency allows."),
        why=msg(
            "The sekretariat serves the agency; a large one takes posts from the work the agency is there for."
        ),
        fix=msg(
            "Join subbagian, for example planning with finance, or state the written basis for more in `exempt`."
        ),
        bad="""
sotk: 1
structure: tiga-subbagian-tipe-b
name: Dinas Contoh
pack: pemda
agency: {type: B}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: sekretariat
      name: Sekretariat
      kind: sekretariat
      units:
        - {id: sub-1, name: Subbagian Perencanaan, kind: subbagian}
        - {id: sub-2, name: Subbagian Keuangan, kind: subbagian}
        - {id: sub-3, name: Subbagian Umum, kind: subbagian}
""",
        good="""
sotk: 1
structure: tiga-subbagian-tipe-a
name: Dinas Contoh
pack: pemda
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: sekretariat
      name: Sekretariat
      kind: sekretariat
      units:
        - {id: sub-1, name: Subbagian Perencanaan, kind: subbagian}
        - {id: sub-2, name: Subbagian Keuangan, kind: subbagian}
        - {id: sub-3, name: Subbagian Umum, kind: subbagian}
""",
    )

    def caps(self, kind: Kind) -> bool:
        return kind.role == "secretariat"
