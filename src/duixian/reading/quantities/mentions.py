"""A number as it stands in the text, before anyone asks what it measures."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

import msgspec

from duixian.documents.document import Span
from duixian.reading.records import Relation

COUNTED = ("count", "person", "household")
RATES = ("%", "pp", "x")
STREAK = "streak"  # why a number of years is one: 五连增, the sixth consecutive year


class Mention(msgspec.Struct, frozen=True):
    """One number with its unit. ``low`` and ``high`` bound the words of comparison with it."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    relation: Relation
    low_edge: int  # start of the words of comparison in front, else ``start``
    high_edge: int  # end of the words of comparison behind, else ``end``
    is_change: bool = False  # the words themselves say so: 翻一番, doubled
    is_threshold: bool = False  # a class boundary, not a measurement: 百亿级
    why: str = ""


def overlaps(spans: list[Span], start: int, end: int) -> bool:
    """Tell whether a stretch shares a character with one of ``spans``, in order and apart."""
    last = bisect_left(spans, end, key=lambda span: span[0]) - 1
    return last >= 0 and start < spans[last][1]
