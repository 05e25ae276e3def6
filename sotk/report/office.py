"""Which regulation an agency is founded by and who signs it, from the annex, else from the pack."""

from dataclasses import dataclass

from sotk.chart.conventions import conventions_of
from sotk.findings.names import clean
from sotk.locale import msg
from sotk.report.material import Lacking, Material


@dataclass(frozen=True, slots=True)
class Office:
    """The instrument and its signatory as they are printed, and as articles call them, without the region.

    `heads` says that who signs heads the agency, as a minister; `central` that it is one of the state.
    """

    instrument: str
    signatory: str
    short: str
    signing: str
    heads: bool
    central: bool


def office_of(material: Material) -> Office:
    """The office for a structure. Raises Lacking where neither it nor its pack names one."""
    structure = material.structure
    conventions = conventions_of(material.pack, structure, "id")
    annex, government = structure.header.annex, structure.header.government
    instrument = clean((annex and annex.instrument) or conventions.instrument)
    signatory = clean((annex and annex.signatory) or conventions.signatory)
    if not instrument or not signatory:
        raise Lacking(msg("The pack names no regulation for this level of government; see government.level."))
    area = clean((government and government.name) or "")
    head = structure.units[structure.root].head
    return Office(
        instrument,
        signatory,
        instrument.removesuffix(area).strip() or instrument,
        signatory.removesuffix(area).strip() or signatory,
        heads=head is not None and signatory.startswith(clean(head.title)),
        central=bool(government and government.level == "pusat"),
    )
