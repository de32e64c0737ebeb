"""A quantity in words for a person: as printed, with what stands beside it in the text."""

from __future__ import annotations

import re
from decimal import Decimal

from duixian.language.english_numerals import SCALES
from duixian.reading.records import Basis, Quantity, Relation

_SIGNS = {
    Relation.EQUAL: "",
    Relation.MORE: "> ",
    Relation.AT_LEAST: "≥ ",
    Relation.LESS: "< ",
    Relation.AT_MOST: "≤ ",
    Relation.ABOUT: "≈ ",
}
_BARE_NUMBER = re.compile(r"[\s\d.,，．+\-−–—~～]+")
_NO_UNIT = ("count", "1")
_DIGITS_AFTER_POINT = 4


def amount_in_words(quantity: Quantity) -> str:
    """Show a quantity as printed, with a sign for the relation that stands beside it.

    Where the unit stands elsewhere, in the heading of a table say, it is added in brackets.
    """
    sign = _SIGNS[quantity.relation]
    change = " (change)" if quantity.basis is Basis.CHANGE else ""
    return f"{sign}{quantity.text}{_unit_from_elsewhere(quantity)}{change}"


def _unit_from_elsewhere(quantity: Quantity) -> str:
    if not _BARE_NUMBER.fullmatch(quantity.text):
        return ""
    unit = "" if quantity.unit in _NO_UNIT else quantity.unit
    if _is_as_printed(quantity):
        return f" ({unit})" if unit else ""
    ends = [end for end in (quantity.value, quantity.high) if end is not None]
    return f" ({' to '.join(map(_scaled, ends))} {unit}".rstrip() + ")"


def _is_as_printed(quantity: Quantity) -> bool:
    """Tell whether the value is the very number that is printed, without a multiplier."""
    digits = re.sub("[,，\\s]", "", quantity.text).replace("．", ".")
    numbers = {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", digits, re.ASCII)}
    return abs(quantity.value) in numbers


def _scaled(value: Decimal) -> str:
    """Write a number with the largest scale that keeps all its digits in sight."""
    if not value.is_finite() or abs(value.adjusted()) > 20:
        return str(value)
    for size, name in SCALES:
        part = value / size
        if abs(value) >= size and part == round(part, _DIGITS_AFTER_POINT):
            return f"{part.normalize():,f}{name}"
    return f"{value.normalize():,f}"
