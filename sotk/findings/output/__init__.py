"""Reports as text, JSON, SARIF and GitHub annotations."""

from sotk.findings.output.github import to_github
from sotk.findings.output.json import to_json
from sotk.findings.output.sarif import to_sarif
from sotk.findings.output.text import to_text

__all__ = ["to_github", "to_json", "to_sarif", "to_text"]
