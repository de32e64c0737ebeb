"""A column for numbers that must come back exactly as they were stated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _DecimalField = models.Field[Decimal | str | None, Decimal | None]
else:
    _DecimalField = models.Field


class ExactDecimalField(_DecimalField):
    """A `Decimal` kept as its digits: SQLite has no decimals, and 0.1 yuan matters.

    It does not sort; a record that is sorted by a number keeps a float beside it.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 48)
        super().__init__(*args, **options)

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: str | None, *_: object) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: object) -> Decimal | None:
        return None if value is None or value == "" else Decimal(str(value))

    def get_prep_value(self, value: object) -> str | None:
        return None if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))
