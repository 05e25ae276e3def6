"""A new regulation is a new file of a pack: no line of code changes."""

from datetime import date
from pathlib import Path

from sotk.files import load_text
from sotk.findings import Finding
from sotk.packs import load_pack
from sotk.rules import check

PACK = """sotk: 1
pack: nusantara
name: Nusantara
extends: pemda
"""
LAW = """sotk: 1
id: pp-99-2031
source: PP 99/2031
title: Perangkat Daerah Baru
regime:
  id: pp99-2031
  name: PP 99/2031
  from: 2031-07-01
  continues: penyederhanaan
limits:
  - {id: pp99-bidang, topic: children, kinds: dinas, counts: bidang, max: 2, article: Pasal 7, verified: true}
  - {id: pp99-hours, topic: hours, kinds: uptd, classes: A, min: 20000, article: Pasal 9, verified: false}
"""
STRUCTURE = """sotk: 1
structure: contoh
name: Contoh
pack: nusantara
government: {level: provinsi}
agency: {type: A}
effective: EFFECTIVE
root:
  id: dinas
  name: Dinas
  kind: dinas
  units:
    - {id: b1, name: Bidang 1, kind: bidang}
    - {id: b2, name: Bidang 2, kind: bidang}
    - {id: b3, name: Bidang 3, kind: bidang}
    - {id: u1, name: UPTD 1, kind: uptd, class: A, hours: 12000}
"""


def found(tmp_path: Path, day: str) -> dict[str, Finding]:
    folder = tmp_path / "nusantara"
    (folder / "regulations").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "regulations" / "pp-99-2031.yaml").write_text(LAW, encoding="utf-8")
    loaded = load_pack("nusantara", [tmp_path])
    assert loaded.pack is not None, loaded.findings
    structure = load_text(STRUCTURE.replace("EFFECTIVE", day)).structure
    assert structure is not None
    select = ["CAP001", "UPT001"]
    return {
        f.code: f for f in check(structure, loaded.pack, select=select, today=date(2032, 1, 1), strict=True)
    }


def test_the_new_caps_hold_from_their_day_on_with_their_article(tmp_path: Path) -> None:
    findings = found(tmp_path, "2031-07-01")
    assert findings["CAP001"].severity == "error"
    assert str(findings["CAP001"].basis) == "PP 99/2031 Pasal 7"
    assert findings["UPT001"].severity == "warning"


def test_a_day_before_the_old_law_holds(tmp_path: Path) -> None:
    assert found(tmp_path, "2031-06-30") == {}
