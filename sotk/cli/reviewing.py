"""What a check does beside printing: rules of one document and of all together, a baseline, plugins."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sotk.cli.opened import refuse
from sotk.findings import Finding, Report
from sotk.locale import msg
from sotk.workspace import Opened

if TYPE_CHECKING:
    from sotk.rules import RuleSettings


@dataclass(slots=True)
class Review:
    """One run of a check over some documents."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    baseline: Path | None = None
    seen: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """Findings of the rules by structure, before the baseline: what a new baseline records."""
    _agencies: dict[str, Opened] = field(default_factory=dict)

    def document(self, found: Opened, shown: str) -> Report:
        """What was found while reading a document, then what the rules found in its structure."""
        if found.structure is None or found.pack is None:
            return found.report
        from sotk.rules import checked
        from sotk.rules.plugins import plugin_rules

        rules, faults = plugin_rules(self.plugins) if self.plugins else ((), ())
        result = checked(
            found.structure,
            found.pack,
            rule_settings(found),
            select=self.select,
            ignore=self.ignore,
            base=found.base,
            decided=_taken_out(found),
            plugins=rules,
        )
        if found.loaded.scenario is None:
            self._agencies[shown] = found
        return found.report.joined(self._ruled(found, shown, (*faults, *result.findings)))

    def together(self) -> Report:
        """What the rules find across the agencies that were opened; proposals are not among them."""
        from sotk.rules import check_together

        report = Report((), ())
        agencies = {
            shown: (found.structure, found.pack)
            for shown, found in self._agencies.items()
            if found.structure is not None and found.pack is not None
        }
        if len(agencies) < 2:
            return report
        settings = rule_settings(next(iter(self._agencies.values())))
        for shown, findings in check_together(agencies, settings).items():
            wanted = tuple(finding for finding in findings if self._wants(finding))
            report = report.joined(self._ruled(self._agencies[shown], shown, wanted))
        return report

    def record(self, path: Path) -> None:
        """Write a baseline of all that the rules found."""
        from sotk.files import write_bytes
        from sotk.rules.baseline import recorded

        text = json.dumps(recorded(self.seen), ensure_ascii=False, indent=2) + "\n"
        finding = write_bytes(path, text.encode())
        if finding is not None:
            refuse(finding.message)

    def _ruled(self, found: Opened, shown: str, findings: tuple[Finding, ...]) -> Report:
        from sotk.rules.baseline import known, since
        from sotk.workspace.places import places_of

        assert found.structure is not None  # noqa: S101 - the callers' guard, for the type checker
        id_ = found.structure.id
        self.seen[id_] = (*self.seen.get(id_, ()), *findings)
        baseline = self._baseline(found)
        if baseline is not None:
            findings = since(findings, known(baseline, id_))
        return Report(Report.of(shown, id_, findings, places_of(found.loaded)).entries, ())

    def _wants(self, finding: Finding) -> bool:
        words = (finding.code, finding.rule)

        def named(chosen: tuple[str, ...]) -> bool:
            return any(word.startswith(name) for name in chosen for word in words)

        return (not self.select or named(self.select)) and not named(self.ignore)

    def _baseline(self, found: Opened) -> dict[str, Any] | None:
        named = found.settings.baseline
        path = self.baseline or (found.root / named if named else None)
        if path is None:
            return None
        try:
            data = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            refuse(msg("{path} is no baseline; write one with --write-baseline.", path=str(path)))
            return None
        return data if isinstance(data, dict) else {}


def _taken_out(found: Opened) -> tuple[tuple[str, str], ...]:
    """What the operations of a proposal take out on purpose: no rule reports that as lost."""
    from sotk.model import Remove

    scenario = found.loaded.scenario
    operations = scenario.operations if scenario else ()
    return tuple((each.entity, each.id) for each in operations if isinstance(each, Remove))


def rule_settings(found: Opened) -> "RuleSettings":
    """The settings of the rules of a workspace; exit 2 where they cannot be used."""
    from pydantic import ValidationError

    from sotk.rules import RuleSettings

    try:
        return RuleSettings.model_validate(found.settings.rules)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(step) for step in problem["loc"])
        click.echo(f"sotk.yaml: rules.{place}: {problem['msg']}", err=True)
        raise SystemExit(2) from error
