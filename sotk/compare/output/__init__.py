"""A difference in words and as data. Knows facts and names; takes no decision on what changed."""

from sotk.compare.output.data import to_data, to_json, to_scenario
from sotk.compare.output.html import to_html
from sotk.compare.output.markdown import to_markdown
from sotk.compare.output.text import to_text

__all__ = ["to_data", "to_html", "to_json", "to_markdown", "to_scenario", "to_text"]
