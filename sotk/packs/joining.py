"""Joins a pack with the packs it extends: the same id takes the place of the extended pack's."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from sotk.findings import Located
from sotk.packs.clients import ClientGroup
from sotk.packs.contents import Contents
from sotk.packs.kind import Kind
from sotk.packs.limit import Force, Limit
from sotk.packs.measures import Measures
from sotk.packs.pack import Pack
from sotk.packs.references import reference_faults
from sotk.packs.regulation import EchelonRule, Exemption, Regulation
from sotk.packs.settings import ChartSettings, CodePattern, Template


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Entry)


def joined(chain: list[Contents]) -> tuple[Pack, list[Located]]:
    """The pack of a chain, its own contents first, and what its parts do not agree on."""
    found: list[Located] = []
    kinds: dict[str, Kind] = {}
    regulations: dict[str, Regulation] = {}
    clients: dict[str, ClientGroup] = {}
    templates: dict[str, Template] = {}
    chart, measures = ChartSettings(), Measures()
    pattern: CodePattern | None = None
    language = None
    for contents in reversed(chain):
        header = contents.header
        assert header is not None  # noqa: S101 - the loader joins only chains whose headers were read
        kinds |= _by_id(contents.kinds)
        regulations |= _by_id(contents.regulations)
        templates |= _by_id(header.templates)
        clients |= _by_id(contents.clients)
        chart = _chart(chart, contents)
        measures = _measures(measures, contents.measures)
        pattern = header.codes or pattern
        language = header.language or language
    own = chain[0].header
    assert own is not None  # noqa: S101 - as above
    told = [_told(regulation) for regulation in regulations.values()]
    regimes = sorted(
        (regulation.regime for regulation in told if regulation.regime), key=lambda regime: regime.start
    )
    pack = Pack(
        id=own.id,
        name=own.name,
        language=language,
        chart=chart,
        code_pattern=pattern,
        kinds=kinds,
        regulations={regulation.id: regulation for regulation in told},
        regimes=_by_id(regimes),
        limits=tuple(_by_id(limit for each in told for limit in each.limits).values()),
        echelon_rules=tuple(_by_id(rule for each in told for rule in each.echelons).values()),
        exemptions=tuple(_by_id(entry for each in told for entry in each.exemptions).values()),
        checklists=_by_id(entry for each in told for entry in each.checklists),
        authorities=tuple(_by_id(entry for each in told for entry in each.authorities).values()),
        measures=measures,
        clients=tuple(clients.values()),
        template_list=tuple(templates.values()),
        folders=tuple(contents.folder for contents in chain),
    )
    for contents in chain:
        if not contents.folder.shipped:  # the shipped packs are checked by the tests, not by every run
            found += reference_faults(contents, pack)
    return pack, found


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries}


def _chart(before: ChartSettings, contents: Contents) -> ChartSettings:
    """The settings of the extended pack with those this pack's file names put over them."""
    header = contents.header
    if header is None:
        return before
    return replace(before, **{name: getattr(header.chart, name) for name in contents.charted})


def _measures(before: Measures, own: Measures | None) -> Measures:
    if own is None:
        return before
    return Measures(
        working_time=own.working_time or before.working_time,
        scales=tuple((_by_id(before.scales) | _by_id(own.scales)).values()),
        evaluations=tuple((_by_id(before.evaluations) | _by_id(own.evaluations)).values()),
        echelons=own.echelons or before.echelons,
    )


def _told(regulation: Regulation) -> Regulation:
    """A regulation whose entries say themselves what the head of the file says for all."""
    opened = (regulation.regime.id,) if regulation.regime else ()
    regimes = regulation.regimes or opened

    def told(entry: "Told") -> "Told":
        return replace(entry, source=entry.source or regulation.source, regimes=entry.regimes or regimes)

    regime = regulation.regime
    return replace(
        regulation,
        regime=regime and replace(regime, source=regime.source or regulation.source),
        limits=tuple(replace(told(limit), force=_force(limit, regulation)) for limit in regulation.limits),
        echelons=tuple(told(rule) for rule in regulation.echelons),
        exemptions=tuple(told(entry) for entry in regulation.exemptions),
        checklists=tuple(
            replace(entry, source=entry.source or regulation.source) for entry in regulation.checklists
        ),
        authorities=tuple(
            replace(entry, source=entry.source or regulation.source) for entry in regulation.authorities
        ),
    )


Told = TypeVar("Told", Limit, EchelonRule, Exemption)


def _force(limit: Limit, regulation: Regulation) -> Force:
    return "benchmark" if "benchmark" in (limit.force, regulation.force) else "law"
