"""Says on the picture that an overlay has nothing to say, and why: silence would read as "all is well"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sotk.chart.overlays.overlay import Overlay
from sotk.locale import Language, Message, msg, say

ABSENT: Final[Mapping[str, Message]] = {
    "findings": msg("no findings"),
    "span": msg("no unit has offices below it"),
    "vacancy": msg("no post has a stated need"),
    "posts": msg("no posts are stated"),
    "echelon": msg("no echelon is stated"),
    "class": msg("no UPTD class is stated"),
    "iku": msg("no indicator (IKU) has a lead unit"),
    "team": msg("no teams are stated"),
    "overlap": msg("no overlapping duties found"),
}


def told(name: str, overlay: Overlay, language: Language) -> Overlay:
    """The overlay of this name, with words below the title if it says nothing of any unit."""
    if overlay.looks:
        return overlay
    return replace(overlay, subtitle=say(ABSENT[name], language))
