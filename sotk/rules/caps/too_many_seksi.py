"""CAP003: more seksi (or subbidang, subbagian) in a bidang than is allowed."""

from sotk.locale import msg
from sotk.packs import Kind
from sotk.rules.caps.child_limit import ChildLimitRule
from sotk.rules.documentation import Documentation


class TooManySeksi(ChildLimitRule):
    """The cap on what stands below a bidang, bagian or biro."""

    code = "CAP003"
    name = "too-many-seksi"
    basis = "PP 18/2016 jo. PP 72/2019 (3)"
    documentation = Documentation(
        what=msg(
            "A bidang has more seksi or subbidang than allowed; the same holds for bagian of a biro and subbagian of a bagian."
        ),
        why=msg(
            "Each seksi is a post of eselon IV; the cap keeps a bidang from becoming an agency of its own."
        ),
        fix=msg("Join seksi of one kind of work, or state the written basis for more in `exempt`."),
        bad="""
sotk: 1
structure: empat-seksi
name: Dinas Contoh
pack: pemda
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - {id: seksi-1, name: Seksi Satu, kind: seksi}
        - {id: seksi-2, name: Seksi Dua, kind: seksi}
        - {id: seksi-3, name: Seksi Tiga, kind: seksi}
        - {id: seksi-4, name: Seksi Empat, kind: seksi}
""",
        good="""
sotk: 1
structure: tiga-seksi
name: Dinas Contoh
pack: pemda
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - {id: seksi-1, name: Seksi Satu, kind: seksi}
        - {id: seksi-2, name: Seksi Dua, kind: seksi}
        - {id: seksi-3, name: Seksi Tiga, kind: seksi}
""",
    )

    def caps(self, kind: Kind) -> bool:
        return not kind.agency and kind.role == "line" and kind.structural
