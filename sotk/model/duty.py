"""What a unit or a position does."""

from typing import Literal

from sotk.model.fields import Id, Name, Text, Texts
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Duty:
    """A mission (tugas), function (fungsi) or task (uraian tugas).

    `code` is that of the national nomenclature; `clients` are groups served (PPKS); `stage` is the
    part of the process, such as kebijakan, pelaksanaan or evaluasi.
    """

    id: Id
    level: Literal["tugas", "fungsi", "uraian"] = "fungsi"
    text: Text
    parent: Id | None = None
    role: Literal["owner", "executor", "support"] = "owner"
    code: Name | None = None
    clients: Texts = ()
    stage: Name | None = None
    site: Name | None = None
    pasal: Name | None = None
