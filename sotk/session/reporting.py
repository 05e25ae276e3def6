"""Makes the documents of `sotk report` from what is under edit: the same bytes as of the saved file.

The kinds and their renderers are imported when a document is made or named, never when the editor starts.
"""

from typing import TYPE_CHECKING, Final

from sotk.locale import Message
from sotk.model import Remove
from sotk.session.orders import REPORTS

if TYPE_CHECKING:
    from sotk.findings import Finding
    from sotk.report.kinds.catalogue import Kind
    from sotk.report.material import Material as Given
    from sotk.report.render.catalogue import Format
    from sotk.session.document import Document
    from sotk.session.orders import Material, Order

OF_CHANGES: Final = ("sandingan", "pemetaan-jabatan")
"""Kinds that compare with a base."""
OF_DECISIONS: Final = ("berita-acara",)
"""Kinds made of a proposal alone: they tell what was decided."""


def reports_of(document: "Document") -> tuple[str, ...]:
    """The kinds that can be made of a document: those that need a base or a proposal only where it is one."""
    lacking: set[str] = set()
    if document.base is None:
        lacking |= set(OF_CHANGES)
    if document.scenario is None:
        lacking |= set(OF_DECISIONS)
    return tuple(each for each in REPORTS if each not in lacking)


def report_of(order: "Order", form: "Format", material: "Material") -> bytes | Message:
    """The bytes of the document, or what is missing to make it."""
    from sotk.report.kinds.catalogue import kind_of
    from sotk.report.material import Lacking

    kind = kind_of(order.picture)
    assert kind is not None  # noqa: S101 - tests hold REPORTS to the catalogue
    try:
        return form.write(kind.make(_material(order, kind, material)))
    except Lacking as lacking:
        return lacking.told


def _material(order: "Order", kind: "Kind", material: "Material") -> "Given":
    from sotk.report.material import Material as Given

    document, base = material.document, material.document.base
    return Given(
        structure=document.structure,
        pack=material.pack,
        language=material.language,
        base=base,
        base_name=base.name if base is not None else "",
        scenario=document.scenario,
        skipped=document.skipped,
        unplaced=material.unplaced,
        partial=material.partial or bool(document.skipped),
        only_changed=order.only_changed,
        persons=order.persons,
        findings=_findings(material) if kind.judges else None,
        findings_before=_before(material) if kind.judges else (),
    )


def _findings(material: "Material") -> "tuple[Finding, ...]":
    """What was found in reading and in replaying, then by the rules: asked anew, for all of them."""
    from sotk.rules import checked
    from sotk.session.reviewing import rule_settings

    document = material.document
    operations = document.scenario.operations if document.scenario is not None else ()
    taken_out = tuple((each.entity, each.id) for each in operations if isinstance(each, Remove))
    settings = rule_settings(material.rules)
    result = checked(document.structure, material.pack, settings, base=document.base, decided=taken_out)
    return (*material.reading, *document.findings, *_in_order(result.findings, material))


def _in_order(findings: "tuple[Finding, ...]", material: "Material") -> "tuple[Finding, ...]":
    """By the lines of the file they are about, as a check prints them."""
    from sotk.findings import Report
    from sotk.workspace.places import places_of

    if material.loaded is None:
        return findings
    report = Report.of("", material.document.structure.id, findings, places_of(material.loaded))
    return tuple(entry.finding for entry in report.entries)


def _before(material: "Material") -> "tuple[Finding, ...]":
    """What the rules find in the base."""
    from sotk.rules import check
    from sotk.session.reviewing import rule_settings

    base = material.document.base
    return () if base is None else check(base, material.pack, rule_settings(material.rules))
