"""What a sentence shares with its translation letter for letter: figures, numbers, Latin names.

A figure is brought to a common unit (jin and tons, mu and hectares, 亿 and billions), so that both
languages give the same mark for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from duixian.reading.quantities.describe import Described

MARK = "#"  # opens every mark, so that none is taken for a word

_TO_COMMON_UNIT = {
    "jin": Decimal("0.0005"),  # tons
    "kg": Decimal("0.001"),
    "mu": Decimal(2000) / 3,  # square metres
    "ha": Decimal(10_000),
    "km2": Decimal(1_000_000),
    "km": Decimal(1000),  # metres
}
_ONE = Decimal(1)
_DIGITS_COMPARED = 3  # translations round
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.+-]*[A-Za-z0-9+]")


def figures_of(quantities: Iterable[Described]) -> set[str]:
    """Return a mark for each quantity, the same in all units of a kind."""
    return {MARK + _figure(each) for each in quantities}


def _figure(described: Described) -> str:
    mention = described.mention
    unit = mention.unit.partition("/")[0]
    return f"{float(mention.value * _TO_COMMON_UNIT.get(unit, _ONE)):.{_DIGITS_COMPARED}g}"


def numbers_of(normal: str) -> set[str]:
    """Return a mark for each number in digits as it stands: years, dates, names of plans."""
    return {MARK + number for number in _NUMBER.findall(normal.replace(",", ""))}


def latin_words_of(normal: str) -> set[str]:
    """Return a mark for each Latin word, capital or small."""
    return {MARK + word.lower() for word in _LATIN.findall(normal)}
