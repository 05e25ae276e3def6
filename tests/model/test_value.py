"""Values are frozen dataclasses, however they are made."""

import pickle
from copy import deepcopy
from dataclasses import FrozenInstanceError, asdict, fields, replace

import pytest
from pydantic import ValidationError

from sotk.model import Duty, Line, Point, Position, Set
from sotk.model.value import value, words
from sotk.packs import Bilingual, Limit

DUTY = Duty(id="d-1", text="pelayanan", clients=["anak"])
HEAD = Position(id="kadis", title="Kepala Dinas", job_class="15", duties=(DUTY,))
LIMIT = Limit(id="l", topic="children", max=4, note=Bilingual(id="a", en="b"))


@pytest.mark.parametrize("held", [DUTY, HEAD, LIMIT, Point(id="p", text="usul", why="sebab")])
def test_a_copy_of_a_value_is_equal_to_it_and_hashes_alike(held):
    for copy in (deepcopy(held), pickle.loads(pickle.dumps(held)), replace(held)):  # noqa: S301 - made here
        assert copy == held
        assert hash(copy) == hash(held)


def test_a_value_that_differs_in_one_field_is_another():
    assert replace(HEAD, acting=True) != HEAD
    assert Bilingual(id="a", en="b") != Line(source="a", target="b")


@pytest.mark.parametrize("held", [DUTY, LIMIT])
def test_a_value_cannot_be_changed(held):
    with pytest.raises(FrozenInstanceError):
        held.id = "x"
    with pytest.raises(FrozenInstanceError):
        del held.id
    with pytest.raises(AttributeError):
        held.other = "x"


def test_a_value_checks_what_it_is_made_of():
    assert DUTY.clients == ("anak",)
    assert HEAD.job_class == 15
    for wrong in ({"id": "BAD ID"}, {"text": ""}, {"level": "kerja"}):
        with pytest.raises(ValidationError):
            replace(DUTY, **wrong)
    with pytest.raises(ValidationError):
        Duty(id="d-1", text="a", colour="red")


def test_a_record_takes_its_fields_and_no_others():
    with pytest.raises(TypeError, match="Bilingual needs en"):
        Bilingual(id="a")
    with pytest.raises(TypeError, match="Bilingual has no fr"):
        Bilingual(id="a", en="b", fr="c")


def test_a_value_shows_its_fields():
    assert repr(Bilingual(id="a", en="b")) == "Bilingual(id='a', en='b')"
    assert asdict(LIMIT)["note"] == {"id": "a", "en": "b"}
    assert [field.name for field in fields(Set)][-4:] == ["entity", "id", "field", "value"]


def test_a_field_has_the_word_of_a_file():
    assert words(Position)["job_class"] == "class"
    assert words(Line) == {"source": "from", "target": "to", "kind": "kind", "notes": "notes"}


def test_a_value_that_could_be_changed_is_refused():
    with pytest.raises(TypeError, match="Loose"):

        @value(frozen=False, slots=True, kw_only=True)
        class Loose:
            id: str
