"""All rules, in the order of their codes. A code is never used again."""

from typing import Final

from sotk.rules.caps.too_many_bidang import TooManyBidang
from sotk.rules.caps.too_many_seksi import TooManySeksi
from sotk.rules.caps.too_many_subbagian import TooManySubbagian
from sotk.rules.heads.headless_unit import HeadlessUnit
from sotk.rules.layers.deep_chain import DeepChain
from sotk.rules.layers.one_to_one_layer import OneToOneLayer
from sotk.rules.names.duplicate_sibling_name import DuplicateSiblingName
from sotk.rules.rule import Options, Rule
from sotk.rules.span.many_supporting_units import ManySupportingUnits
from sotk.rules.span.wide_person_span import WidePersonSpan
from sotk.rules.span.wide_span import WideSpan

RULES: Final[tuple[type[Rule[Options]], ...]] = (
    TooManyBidang,
    TooManySubbagian,
    TooManySeksi,
    HeadlessUnit,
    OneToOneLayer,
    DeepChain,
    DuplicateSiblingName,
    WideSpan,
    WidePersonSpan,
    ManySupportingUnits,
)


def rule_of(word: str) -> type[Rule[Options]] | None:
    """The rule of a code or a name; None for a stranger."""
    return next((rule for rule in RULES if word.upper() == rule.code or word == rule.name), None)
