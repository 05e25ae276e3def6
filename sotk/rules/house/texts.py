"""The texts of house rules: what stands in the settings, checked. Knows no structure."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator

from sotk.model.fields import Id, Ids, Texts
from sotk.packs.wording import Wording

CODE_PATTERN: Final = r"^[A-Z]{3}\d{3}$"


def _one(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class _Text(BaseModel):
    """What every house rule says: code, name, the message in both languages, severity, basis, units meant.

    `kinds` are the kinds of units it is about; none means all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=CODE_PATTERN)]
    name: Id
    message: Wording
    severity: Literal["error", "warning", "advice"] = "warning"
    basis: str = ""
    kinds: Ids = ()


class _Bounded(_Text):
    least: float | None = None
    most: float | None = None

    @model_validator(mode="after")
    def _some_bound(self) -> "_Bounded":
        if self.least is None and self.most is None:
            problem = "a bound is needed: least or most"
            raise ValueError(problem)
        return self

    def allows(self, value: float) -> bool:
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


class CountText(_Bounded):
    """How many units of `of` stand directly below, or anywhere below, a unit."""

    check: Literal["count"]
    of: Annotated[Ids, Field(min_length=1)]
    within: Literal["children", "subtree"] = "children"


class SpanText(_Bounded):
    """How many offices, or persons, answer to the head of a unit."""

    check: Literal["span"]
    of: Literal["offices", "persons"] = "offices"


class DepthText(_Bounded):
    """In which layer of offices a unit stands, the root's being 1."""

    check: Literal["depth"]


class RequiredFieldText(_Text):
    """A field that a unit, its head (`head.echelon`) or each of its positions (`positions.need`) must have."""

    check: Literal["required_field"]
    field: Annotated[str, Field(pattern=r"^((head|positions)\.)?[a-z_]+$")]


class ForbiddenKindText(_Text):
    """Kinds of units that may not be used."""

    check: Literal["forbidden_kind"]
    kinds: Annotated[Ids, Field(min_length=1)]


class RatioText(_Bounded):
    """Posts of some categories over posts of others, in a unit with all below it."""

    check: Literal["ratio"]
    of: Annotated[Texts, BeforeValidator(_one)]
    to: Annotated[Texts, BeforeValidator(_one)] = ()
    measure: Literal["need", "filled"] = "need"


HouseText: TypeAlias = Annotated[
    CountText | SpanText | DepthText | RequiredFieldText | ForbiddenKindText | RatioText,
    Field(discriminator="check"),
]
HOUSE_TEXT: Final[TypeAdapter[HouseText]] = TypeAdapter(HouseText)
