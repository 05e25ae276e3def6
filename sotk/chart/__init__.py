"""Pictures of a structure: `view` chooses what is shown, a layout places it in a `Scene`, a renderer writes it.

Nothing is imported here on purpose: a renderer's library is loaded only by the one who uses it.
"""

from typing import Final

OVERLAYS: Final = ("findings", "span", "vacancy", "posts", "echelon", "class", "iku", "team", "overlap")
"""What can be written on boxes beside their names, in the order in which it is offered."""
