"""Cases of rules, one file a rule: what holds, what is broken, what cannot be told.

A case gives `head` (lines of the header) and `root`, or a whole `structure`; `expect` lists findings as
`severity entity:id`, with a part of the English message where it matters.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sotk.files import load_text
from sotk.locale import say
from sotk.model import Structure
from sotk.packs import load_pack
from sotk.rules import RuleSettings, checked

CASES = Path(__file__).parent / "cases"
HEAD = """sotk: 1
structure: contoh
name: Contoh
"""
USUAL = """pack: pemda
government: {level: provinsi, name: Contoh}
agency: {type: A, affairs: ["1.06"]}
effective: 2017-01-01
"""


def cases() -> list[Any]:
    return [
        pytest.param(path.stem.upper(), case, id=f"{path.stem}: {case['says']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def text_of(case: dict[str, str]) -> str:
    if "structure" in case:
        return case["structure"]
    return HEAD + case.get("head", USUAL) + case["root"]


def read(text: str) -> Structure:
    loaded = load_text(text)
    assert loaded.structure is not None, loaded.findings
    assert not [finding for finding in loaded.findings if finding.severity == "error"], loaded.findings
    return loaded.structure


@pytest.mark.parametrize(("code", "case"), cases())
def test_case(code: str, case: dict[str, Any]) -> None:
    structure = read(text_of(case))
    pack = load_pack(structure.header.pack).pack
    assert pack is not None
    base = read(text_of(case["base"])) if "base" in case else None
    settings = RuleSettings(options={code: case.get("options", {})})
    today = case.get("today", date(2024, 1, 1))
    found = checked(structure, pack, settings, select=[code], base=base, today=today, strict=True).findings
    told = [
        f"{finding.severity} {finding.subject.entity}:{finding.subject.id}"
        for finding in found
        if finding.subject
    ]
    assert told == case["expect"]
    for words in case.get("words", ()):
        assert any(words in say(finding.message, "en") for finding in found), [
            say(finding.message, "en") for finding in found
        ]
