"""What a sentence shares with its translation letter for letter: figures, years, Latin names.

A figure is brought to a common unit (jin and tons, mu and hectares, yuan with 亿 or billion), so
that both languages give the same mark for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from duixian.reading.quantities.describe import Described

_COMMON_UNITS: dict[str, tuple[str, Decimal]] = {
    "jin": ("t", Decimal(1) / 2000),
    "kg": ("t", Decimal(1) / 1000),
    "mu": ("m2", Decimal(2000) / 3),
    "ha": ("m2", Decimal(10_000)),
    "km2": ("m2", Decimal(1_000_000)),
    "km": ("m", Decimal(1000)),
}
_DIGITS_COMPARED = 2  # translations round: 267.3万 becomes 2.67 million, or 2.7
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.+-]*[A-Za-z0-9+]")
_SMALL = 10  # numbers up to here are often written as words on one side only


def figures_of(described: Iterable[Described]) -> set[str]:
    """Return a mark for each quantity, the same in every unit of one kind."""
    return {_figure(each) for each in described}


def _figure(described: Described) -> str:
    mention = described.mention
    unit, factor = _COMMON_UNITS.get(mention.unit.partition("/")[0], ("", Decimal(1)))
    value = mention.value * factor
    if mention.unit == "x" and value < 1:
        value *= 100
    return f"{unit[:0]}{float(value):.{_DIGITS_COMPARED + 1}g}"


def numerals_of(normal: str) -> set[str]:
    """Return a mark for each number that stands in digits, as it stands."""
    return {f"{number}" for number in _DIGITS.findall(normal.replace(",", ""))}


def latin_names_of(normal: str) -> set[str]:
    """Return the Latin words of a text in small letters: names, in a Chinese text."""
    return {word.lower() for word in _LATIN.findall(normal)}
