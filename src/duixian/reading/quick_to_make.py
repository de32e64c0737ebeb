"""Frozen records that are quick to make: a read makes thousands of them.

Being frozen, a dataclass sets each of its fields by a call. Ours sets them as one that is not
frozen does, while the record is of a subclass that can be written to: a third of the time.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import wraps
from typing import Any, TypeVar

_Record = TypeVar("_Record")


def quick_to_make(record: type[_Record]) -> type[_Record]:
    """Give a frozen, slotted dataclass of which no field has a default an ``__init__`` as quick."""
    made: Any = record
    if any((each.default, each.default_factory) != (MISSING, MISSING) for each in fields(made)):
        raise TypeError(f"{record.__name__} has a field with a default")
    plain: Any = dataclass(type(record.__name__, (), {"__annotations__": record.__annotations__}))
    set_fields = plain.__init__
    writable = type(
        record.__name__,
        (record,),
        {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__},
    )

    @wraps(made.__init__)
    def make(self: object, *values: object, **named: object) -> None:
        object.__setattr__(self, "__class__", writable)
        set_fields(self, *values, **named)
        self.__class__ = made

    made.__init__ = make
    return record
