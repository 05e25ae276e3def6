"""Packs: the law, the kinds of units and the conventions of a country or a house, as data, and their loader.

A number of a regulation stands here, in a file, with its source, and nowhere in the code. A pack is a
folder; a user's pack is a folder of the same files, and is checked as strictly as those shipped.
"""

from sotk.packs.clients import ClientGroup
from sotk.packs.folder import SHIPPED
from sotk.packs.kind import Kind, Role
from sotk.packs.limit import Level, Limit, Topic
from sotk.packs.load import PackLoaded, load_pack, pack_names
from sotk.packs.measures import Band, Echelon, Evaluation, Measures, Scale, Weight, WorkingTime
from sotk.packs.nomenclature import Code, Nomenclature
from sotk.packs.pack import Pack, template_text
from sotk.packs.regulation import (
    Authority,
    Checklist,
    ChecklistItem,
    EchelonRule,
    Exemption,
    Regime,
    Regulation,
)
from sotk.packs.settings import ChartSettings, CodePattern, LevelDigits, LevelOffice, Template
from sotk.packs.titles import Title
from sotk.packs.wording import Bilingual

__all__ = [
    "SHIPPED",
    "Authority",
    "Band",
    "Bilingual",
    "ChartSettings",
    "Checklist",
    "ChecklistItem",
    "ClientGroup",
    "Code",
    "CodePattern",
    "Echelon",
    "EchelonRule",
    "Evaluation",
    "Exemption",
    "Kind",
    "Level",
    "LevelDigits",
    "LevelOffice",
    "Limit",
    "Measures",
    "Nomenclature",
    "Pack",
    "PackLoaded",
    "Regime",
    "Regulation",
    "Role",
    "Scale",
    "Template",
    "Title",
    "Topic",
    "Weight",
    "WorkingTime",
    "load_pack",
    "pack_names",
    "template_text",
]
