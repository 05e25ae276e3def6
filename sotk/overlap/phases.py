"""The four phases of an activity: policy, guidance, carrying out, evaluation.

One activity has one policy owner and many who carry it out: between a bidang and a UPTD only the same
phase is the same work. A declared `stage` decides; else the words that govern the sentence do:
*penyiapan kebijakan rehabilitasi* is policy, *kebijakan dan pelayanan rehabilitasi* is both.
"""

from collections.abc import Sequence

POLICY, GUIDANCE, CARRYING, EVALUATION = "policy", "guidance", "carrying", "evaluation"
DECLARED = {
    "kebijakan": POLICY,
    "fasilitasi": GUIDANCE,
    "pembinaan": GUIDANCE,
    "pelaksanaan": CARRYING,
    "evaluasi": EVALUATION,
    "pengawasan": EVALUATION,
}
"""The stages a structure may declare; an unknown one is a phase of its own."""
STEPS = {
    POLICY: "policy",
    GUIDANCE: "facilitate",
    EVALUATION: "supervise",
}
"""The step of work a declared phase stands for; carrying out has as many steps as there are deeds."""
_OF_STEP = {
    "policy": POLICY,
    "planning": POLICY,
    "study": POLICY,
    "facilitate": GUIDANCE,
    "identify": POLICY,
    "supervise": EVALUATION,
    "evaluate": EVALUATION,
    "examine": EVALUATION,
    "control": EVALUATION,
    "report": EVALUATION,
}
_GUIDING = "*bina"
_DOING_POLICY = "*laksana kebijakan"
"""Said of a unit that makes policy it is the frame of every regulation, of a UPTD it is its work."""


def phases(
    governing: Sequence[tuple[str, str]], declared: str | None, *, operational: bool
) -> frozenset[str]:
    """The phases of a duty, by its declared stage or its governing actions (concept and step of each)."""
    if declared:
        return frozenset({DECLARED.get(declared, declared)})
    found: set[str] = set()
    for concept, step in governing:
        if concept == _GUIDING and not operational:
            found.add(GUIDANCE)
        elif concept == _DOING_POLICY and operational:
            found.add(CARRYING)
        else:
            found.add(_OF_STEP.get(step, CARRYING))
    return frozenset(found)
