"""Which actions a statement is of: those that open it or are joined to them, and what is done by them."""

from sotk.overlap.lexicon import Lexicon
from sotk.overlap.steps import FRAME

WRITING = frozenset({"*susun", "*buat"})
WRITTEN = frozenset({"policy", "planning", "study", "identify"})
"""Steps that are done by writing something down."""
LIGHT = frozenset({"*layan", "*tangan", "*santun"})
"""Beside those of carrying out: an action that hands over to the one it is said of, *pelayanan rujukan*."""
PROVIDING = frozenset({"*ada", "*sedia"})
"""Said of another action it is done by doing that: *penyediaan pelayanan* serves."""
POLICY_ITSELF = "*kebijakan"
DOING = "*laksana"
DOING_POLICY = "*laksana kebijakan"

Action = tuple[str, str]
"""A concept of the lexicon and the step of a process it is."""
NOTHING: Action = ("", "")


class Governing:
    """Follows the actions while the words go by.

    `by` are those that govern, `doing` what is done by them; `making` says that what follows comes about by it.
    """

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.by: list[Action] = []
        self.doing: list[Action] = []
        self.making = False
        self._verb = False

    @property
    def writes(self) -> bool:
        """Whether what is done now is to write something."""
        return bool(self.doing) and self.doing[-1][0] in WRITING

    @property
    def hands_over(self) -> bool:
        """Whether what is done now is nothing by itself, and the next action says it."""
        return bool(self.doing) and _hands_over(self.doing[-1])

    def join(self, concept: str, word: str) -> None:
        """An action that opens the sentence or is joined to what goes before governs.

        A verb governs the nouns joined after it, *mengevaluasi pola dan rencana*, until the next verb.
        """
        action = self._action(concept)
        handed = _hands_over(self.doing[-1] if self.doing else NOTHING)
        self.by.append(action)
        if not self._verb or handed or word.startswith("me"):
            self.doing.append(action)
            self._verb = word.startswith("me")

    def follow(self, concept: str, before: str) -> None:
        """An action right behind another, `before`, is what that one is done to: *evaluasi pelayanan* evaluates.

        After *melaksanakan* it is the action itself, and what is done after *pelayanan*.
        """
        action = self._action(concept)
        last, done = (each[-1] if each else NOTHING for each in (self.by, self.doing))
        if last[1] in FRAME:
            policy = (last[0], concept) == (DOING, POLICY_ITSELF)
            self.by[-1] = (DOING_POLICY if policy else concept, action[1])
        if _hands_over(done) or (done[0] == before and done[0] in PROVIDING):
            self.doing[-1] = action

    def settle(self) -> None:
        """Say whether what is done now makes what it is said of."""
        concept, step = self.doing[-1] if self.doing else NOTHING
        self.making = step in self.words.sets["making"] or concept in WRITING

    def write(self, concepts: list[str]) -> None:
        """Who writes what names a rule or a plan makes it: *menyusun peta rencana layanan*."""
        made = next((each for each in map(self._action, concepts) if each[1] in WRITTEN), None)
        if made:
            self.doing[-1] = made
            self.making = True

    def _action(self, concept: str) -> Action:
        return concept, self.words.concepts[concept].stage


def _hands_over(action: Action) -> bool:
    return action[1] in FRAME or action[0] in LIGHT
