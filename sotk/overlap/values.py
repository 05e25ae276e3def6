"""What goes in and what comes out: statements of duty, readings, judgements. Plain frozen values."""

from dataclasses import dataclass
from typing import NamedTuple

from sotk.locale import Message


@dataclass(frozen=True, slots=True)
class Statement:
    """One duty as it is written, with what is known of the unit that holds it.

    `path` names the units from the root down to the holder (any stable ids); with it a duty repeated by
    a child unit is known as delegation and a duty of the same unit is no pair at all.
    `kind` is the unit's kind (bidang, uptd ...), `within` the kinds of the units above it; what they do
    not say is read from the unit's name. `bodies` are the names, long and short, of the unit and the units
    above it: what a duty does for them is done for its own body. `site` is where a service is given, `area`
    the government the agency belongs to (*provinsi Jawa Barat*).
    """

    text: str
    unit: str = ""
    kind: str = ""
    code: str | None = None
    clients: tuple[str, ...] = ()
    stage: str | None = None
    role: str = "owner"
    path: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    site: str = ""
    area: str = ""

    @property
    def holder(self) -> tuple[str, ...] | str:
        """The unit, by its path or else its name; empty when nothing is known of it. Its duties are no pairs."""
        return self.path or self.unit


class Term(NamedTuple):
    """One thing a duty speaks of: the concept, the stems under it, the words as written, its weight."""

    concept: str
    stems: tuple[str, ...]
    words: str
    weight: float
    group: int = 0
    """Terms of one noun phrase share a group: the thing a verb governs with its modifiers."""
    head: bool = False
    """The first thing of its group: what the phrase is about, the rest only narrows it."""
    field: bool = False
    """Named after `di bidang`: in the frames of regulations that is where the object stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement taken apart."""

    actions: tuple[Term, ...]
    objects: tuple[Term, ...]
    deeds: tuple[Term, ...]
    """The actions that say something: each once, without carrying out, giving, managing."""
    groups: tuple[tuple[int, int], ...]
    """Where the noun phrases of `objects` start and end."""
    fields: tuple[int, ...]
    """Places in `objects` of what the fields named by `di bidang` are about."""
    reach: frozenset[str]
    """Words and wider terms of all objects: what lies outside is kin to none of them."""
    object_weights: tuple[float, ...]
    unknown_weights: tuple[float, ...]
    """Of the objects that the lexicon does not hold; 0 for those it does."""
    deed_weights: tuple[float, ...]
    stages: frozenset[str]
    sorts: frozenset[str]
    """Of these steps; see `steps.py`."""
    deeds_named: int
    """The same steps as bits, and those that may be one of them in other words."""
    deeds_alike: int
    governs: frozenset[str]
    """The actions that govern the sentence, without carrying out: *penyusunan pedoman pelayanan* writes rules."""
    given: frozenset[str]
    """Concepts taken for given: *menurut pedoman*, *yang telah disahkan*, *pemegang izin*."""
    made: frozenset[str]
    """Concepts the duty brings forth: what stands under making policy, plans, decisions, licences."""
    phases: frozenset[str]
    """Policy, guidance, carrying out, evaluation; see `phases.py`. Empty when neither word nor field tells."""
    clients: frozenset[str]
    """The client groups as they are declared."""
    exclusive: dict[str, frozenset[str]]
    unit_exclusive: dict[str, frozenset[str]]
    served: dict[str, frozenset[str]]
    """Groups of client kinds that exclude each other, named by the duty, or else by its unit."""
    marks: frozenset[str]
    """Places and grades by letter or number: `wilayah ii`, `tipe b`."""
    denied: frozenset[str]
    """Stems said with tidak, bukan, non: `tidak berjadwal` is not `berjadwal`."""
    housekeeping: bool
    own: frozenset[str]
    """Stems naming the unit or body the work is done for, empty when it names none."""
    names: frozenset[str]
    """Stems of the unit's own name."""
    built: tuple[str, ...]
    """Stems of the unit's name with its kind, without conjunctions: names built alike are compared by it."""
    cues: frozenset[str]
    operational: bool
    """The holder carries out (UPTD, balai, panti, what stands below one), it does not make policy."""
    oversight: bool
    """The holder examines the work of others (inspektorat), it does not do it."""
    code: str
    site: str
    said: tuple[frozenset[str], frozenset[str]]
    """All words of the duty, whatever their order, and the places and grades it names."""
    about: tuple[str, ...]
    """Stems of the objects."""
    named: tuple[str, ...]
    """Stems of the unit's name, in order."""
    speaks: tuple[str, ...]
    """Both: what the duty speaks of as a whole."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two duties are, or are not, the same work: a stable code, and the words for it as a message."""

    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class Judgement:
    """How surely two duties are the same work, 0 to 1, and why. A delegation is no overlap."""

    score: float
    reasons: tuple[Reason, ...]
    delegation: bool = False


def under(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether the unit of one path stands above that of the other."""
    return bool(upper) and len(upper) < len(lower) and lower[: len(upper)] == upper
