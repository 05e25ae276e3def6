"""Problems and observations as values, and their output. Knows no model, no rule and no file format."""

from sotk.findings.finding import Basis, Finding, Severity, Subject
from sotk.findings.places import NOWHERE, Places, Span
from sotk.findings.report import Located, Report

__all__ = ["NOWHERE", "Basis", "Finding", "Located", "Places", "Report", "Severity", "Span", "Subject"]
