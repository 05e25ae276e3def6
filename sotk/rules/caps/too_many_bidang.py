"""CAP001: more bidang (or asisten, bagian, irban) than the type of the agency allows."""

from sotk.locale import msg
from sotk.packs import Kind
from sotk.rules.caps.child_limit import ChildLimitRule
from sotk.rules.documentation import Documentation


class TooManyBidang(ChildLimitRule):
    """The cap on what stands directly below the head of an agency."""

    code = "CAP001"
    name = "too-many-bidang"
    basis = "PP 18/2016 jo. PP 72/2019 (A 4, B 3, C 2)"
    documentation = Documentation(
        what=msg(
            "An agency has more bidang directly below its head than its type allows; the same holds for asisten of a sekretariat daerah, bagian of a sekretariat DPRD, inspektur pembantu of an inspektorat and seksi of a kecamatan."
        ),
        why=msg(
            "The type of an agency follows from the measured load of its affairs and bounds its size; the ministry returns a draft that exceeds it."
        ),
        fix=msg(
            "Join bidang of related work, prove a higher type by the score, or state the written basis for more in `exempt`."
        ),
        bad="""
sotk: 1
structure: lima-bidang
name: Dinas Contoh
pack: pemda
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang}
    - {id: bid-3, name: Bidang Tiga, kind: bidang}
    - {id: bid-4, name: Bidang Empat, kind: bidang}
    - {id: bid-5, name: Bidang Lima, kind: bidang}
""",
        good="""
sotk: 1
structure: empat-bidang
name: Dinas Contoh
pack: pemda
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang}
    - {id: bid-3, name: Bidang Tiga, kind: bidang}
    - {id: bid-4, name: Bidang Empat, kind: bidang}
""",
    )

    def caps(self, kind: Kind) -> bool:
        return kind.agency and kind.role == "line"
