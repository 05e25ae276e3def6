"""What a document is made from, and what it cannot be made without."""

from dataclasses import dataclass

from sotk.findings import Finding
from sotk.locale import Language, Message
from sotk.model import Scenario, Structure, Unit
from sotk.packs import Pack
from sotk.report.document import Paper


class Lacking(Exception):  # noqa: N818 - no fault of a program: what the planner has to give is missing
    """A document cannot be made of this material; `told` says what is missing."""

    def __init__(self, told: Message) -> None:
        super().__init__(told.text)
        self.told = told


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A structure with what stands around it.

    `base` is what it is compared with, `base_name` what people call that; `scenario` the proposal it was
    made by, `skipped` the numbers of changes that could not be carried out. `findings` are what the rules found in it, None where they were not asked;
    `findings_before` are those of the base. `persons` says that names of incumbents may be printed, `only_changed` that units without
    a change are left out.
    """

    structure: Structure
    pack: Pack
    language: Language
    base: Structure | None = None
    base_name: str = ""
    scenario: Scenario | None = None
    skipped: tuple[int, ...] = ()
    findings: tuple[Finding, ...] | None = None
    findings_before: tuple[Finding, ...] = ()
    unplaced: tuple[Unit, ...] = ()
    partial: bool = False
    only_changed: bool = False
    persons: bool = False
    paper: Paper | None = None
