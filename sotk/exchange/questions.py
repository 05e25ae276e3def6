"""What only the planner can decide, as questions with ids, and the file in which the answers come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sotk.exchange.codes import finding
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.text import Mapping as Node
from sotk.text import Sequence, emit, parse

HOLD: Final = "hold"
"""The answer that leaves the rows held, on purpose."""
NEW: Final = "new "
"""Before a name (top) or an id (a superior without row): make that unit."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about some cells. `choices` are ids of units with their names, likely ones first."""

    id: str
    message: Message
    cells: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]


class Questions:
    """Those that came up, and the answers that were given before."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = dict(answers)
        self.asked: dict[str, Question] = {}
        self.used: set[str] = set()

    def answer(self, id: str) -> str | None:  # noqa: A002 - the word of the field
        """The answer to a question; None where there is none yet."""
        given = self.answers.get(id)
        if given is not None:
            self.used.add(id)
        return given

    def ask(self, question: Question) -> None:
        self.asked.setdefault(question.id, question)

    def open(self) -> tuple[Question, ...]:
        """What is asked and not answered."""
        return tuple(each for each in self.asked.values() if each.id not in self.answers)

    def unused(self) -> tuple[str, ...]:
        """Answers to questions that no longer come up, or that name what is not there."""
        return tuple(id_ for id_ in self.answers if id_ not in self.used)


def read_answers(text: str) -> tuple[dict[str, str], list[Finding]]:
    """The answers of a file; an entry whose answer is left empty is no answer."""
    parsed = parse(text)
    found = list(parsed.findings)
    answers: dict[str, str] = {}
    entries = parsed.data.get("questions") if isinstance(parsed.data, Node) else None
    if parsed.data is not None and not isinstance(entries, Sequence):
        found.append(finding("IMP014", msg("The file of answers has no list of questions.")))
        return {}, found
    for entry in entries or ():
        if not isinstance(entry, Node) or not isinstance(entry.get("id"), str):
            found.append(finding("IMP014", msg("An entry of the file of answers has no id.")))
            continue
        answer = entry.get("answer")
        if isinstance(answer, str) and answer.strip():
            answers[entry["id"]] = _in_english(" ".join(answer.split()))
    return answers, found


def _in_english(answer: str) -> str:
    """An answer with its first word as the program knows it: `baru` and `tahan` are said in Indonesian."""
    if answer.casefold() == "tahan":
        return HOLD
    first, _space, rest = answer.partition(" ")
    return NEW + rest if first.casefold() == "baru" and rest else answer


def answers_text(questions: Questions, language: Language) -> str:
    """The file of answers: every question that came up, those answered keep their answer."""
    told = msg(
        "Write behind answer: an id of the choices or of any other unit; new NAME (a new top) or new ID"
        " (make the unit, below ID); hold (leave the rows out). Then import again."
    )
    entries: list[dict[str, Any]] = [
        {
            "id": each.id,
            "question": clean(say(each.message, language)),
            "cells": list(each.cells),
            "choices": [f"{id_} ({clean(name)})" for id_, name in each.choices],
            "answer": questions.answers.get(each.id, ""),
        }
        for each in questions.asked.values()
    ]
    known = set(questions.asked)
    entries += [{"id": id_, "answer": given} for id_, given in questions.answers.items() if id_ not in known]
    return f"# {say(told, language)}\n" + emit({"import": 1, "questions": entries})


def chosen(answer: str) -> str:
    """The id of an answer, with or without the name behind it."""
    return answer.split(" (", 1)[0].strip()
