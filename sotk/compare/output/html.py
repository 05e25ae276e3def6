"""A difference as one HTML file that opens anywhere: no script, nothing from a network, names escaped."""

from html import escape
from typing import Final

from sotk.compare.facts import Diff
from sotk.compare.output.sentences import grouped
from sotk.compare.output.text import heading, summary, title
from sotk.locale import Language, msg, say

_STYLE: Final = """
body{font:16px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.4rem 0 .3rem}
ul{list-style:none;margin:0;padding:0 0 0 1.2rem}li{margin:.15rem 0}
.sign{display:inline-block;width:1.3em;font-weight:700}code{color:#555;font-size:.85em}
.added{color:#0a6b2d}.removed{color:#a3121f}.moved,.transferred{color:#0b4fa3}
.renamed,.changed{color:#7a4b00}.reordered{color:#00646e}.merged,.split{color:#6b2290}
@media print{body{margin:0;max-width:none}}
"""


def to_html(diff: Diff, language: Language) -> str:
    """The whole page."""
    head = escape(title(diff, language))
    total = escape(summary(diff, language) if diff else say(msg("No differences."), language))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{head}</h1>\n<p>{total}</p>\n"
        f"{_groups(diff, language)}</body>\n</html>\n"
    )


def _groups(diff: Diff, language: Language) -> str:
    parts: list[str] = []
    for group in grouped(diff):
        sign = f'<span class="sign">{escape(group.sign)}</span>'
        parts.append(f'<h2 class="{group.verb}">{sign} {escape(heading(group, language))}</h2>\n<ul>\n')
        parts += [
            f'<li class="{sentence.verb}"><span class="sign">{escape(sentence.sign)}</span> '
            f"{escape(say(sentence.message, language))}</li>\n"
            for sentence in group.sentences
        ]
        parts.append("</ul>\n")
    return "".join(parts)
