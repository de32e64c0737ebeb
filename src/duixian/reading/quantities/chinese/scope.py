"""The stretch of Chinese text being read for numbers, and a numeral understood in it."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from duixian.reading.quantities.chinese.words import ChineseWords


class Scope(msgspec.Struct, frozen=True):
    """The stretch of text being read.

    Nothing outside ``start`` and ``end`` is looked at, but the sentence before one that opens with
    a total that it does not name (总量达3万户).
    """

    words: ChineseWords
    normal: str
    start: int
    end: int

    def before(self, position: int, *, length: int) -> str:
        return self.normal[max(self.start, position - length) : position]

    def after(self, position: int, *, length: int) -> str:
        return self.normal[position : min(self.end, position + length)]


class Number(msgspec.Struct, frozen=True):
    """A numeral understood, with the end of a range where it has one."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: re.Match[str] | None

    def text(self, scope: Scope) -> str:
        return scope.normal[self.start : self.end]
