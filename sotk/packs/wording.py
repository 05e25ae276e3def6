"""What a pack says, in two languages. Text of a pack is shown as it stands, never used as a template."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from sotk.locale import Language
from sotk.model.fields import Text
from sotk.model.value import record


def _both(value: object) -> object:
    return {"id": value, "en": value} if isinstance(value, str) else value


def _english_too(value: object) -> object:
    """One language given stands for the other as well, so that a house pack may speak one only."""
    if isinstance(value, Mapping) and len(value) == 1 and set(value) <= {"id", "en"}:
        only = next(iter(value.values()))
        return {"id": only, "en": only}
    return value


@record(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text in Indonesian and in English."""

    id: Text
    en: Text

    def said(self, language: Language) -> str:
        return self.id if language == "id" else self.en


Wording = Annotated[Bilingual, BeforeValidator(_english_too), BeforeValidator(_both)]
"""In a file: one text for both languages, or `{id: ..., en: ...}`."""
