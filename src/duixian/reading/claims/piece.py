"""A stretch of a statement that says one checkable thing: what becomes a claim."""

from __future__ import annotations

import msgspec

from duixian.documents.document import Span
from duixian.reading.records import Quantity, Specificity


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a statement that says one checkable thing."""

    span: Span
    quantity: Quantity | None
    specificity: Specificity | None
    measure: str
    why: str
