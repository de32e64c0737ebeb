"""English numbers that are words of their own: multiples, streaks, ratios, a hundred, a dozen.

Shares and halves are read in their own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from duixian.language.english_numerals import BELOW_HUNDRED, DOZEN
from duixian.language.numerals import english_number, english_ordinal
from duixian.reading.quantities.english.fractions import half_of_unit, share
from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.english.special_words import special_words
from duixian.reading.quantities.english.units import counted, with_unit
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.ratios import members_of_ratio
from duixian.reading.records import Relation


def specials(scope: Scope) -> Iterator[Mention]:
    """Return the special numbers of the stretch."""
    words, position = special_words(), scope.start
    while first := words.start.search(scope.normal, position, scope.end):
        position = first.start() + 1
        found = words.special.match(scope.normal, first.start(), scope.end)
        if found is None:
            continue
        position = found.end()
        if found["ratio"]:
            yield from members_of_ratio(found)
        elif (mention := _special(scope, found)) is not None:
            yield mention


def _special(scope: Scope, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    if found["half_a"]:
        return half_of_unit(scope, found)
    if found["ordinal"]:
        return _streak(scope, found)
    if found["halved"]:
        return _mention(start, end, Decimal(50), "%", why="halved", is_change=True)
    if found["zero"]:
        return _plain(scope, start, end, Decimal(0))
    if found["to_one"]:
        return _mention(start, end, Decimal(found["over_one"]), "x", why="multiple")
    if found["round"]:
        return _round(scope, found)
    if found["dozen"]:
        dozens = Decimal(BELOW_HUNDRED.get(found["dozens"].lower(), 1))
        return counted(scope, start, end, dozens * DOZEN["dozen"], None)
    return _multiple(scope, found) or share(scope, found)


def _multiple(scope: Scope, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    if found["twice"]:
        is_multiple = special_words().as_much.match(scope.normal, end, scope.end) is not None
        twice = _mention(start, end, Decimal(2), "x" if is_multiple else "count", why="twice")
        return with_relation(scope, twice) if is_multiple else twice
    value: Decimal | None = None
    if found["multiple"]:
        value = Decimal(special_words().multiples[found["multiple"].lower().rstrip("s")])
    elif found["fold"]:
        value = english_number(found["fold"])
    if value is None:
        return None
    return with_relation(scope, _mention(start, end, value, "x", why="multiple", is_change=True))


def _round(scope: Scope, found: re.Match[str]) -> Mention | None:
    """nearly a hundred: a number only where something is compared with it, else a mere word."""
    start, end = found.span()
    value = english_number(found["magnitude"])
    if value is None or comparisons().before.search(scope.before(start, length=32).lower()) is None:
        return None
    return _plain(scope, start, end, value)


def _plain(scope: Scope, start: int, end: int, value: Decimal) -> Mention | None:
    if unit := scope.words.unit.match(scope.normal, end, scope.end):
        return with_unit(scope, start, unit.end(), value, None, unit)
    return counted(scope, start, end, value, None)


def _streak(scope: Scope, found: re.Match[str]) -> Mention | None:
    """the sixth year running; the sixth time in a row."""
    value = english_ordinal(found["ordinal"])
    if value is None:
        return None
    unit = "count" if scope.normal.startswith(" time ", found.end()) else "year"
    return _mention(found.start(), found.end(), value, unit, why=STREAK)


def _mention(
    start: int, end: int, value: Decimal, unit: str, *, why: str, is_change: bool = False
) -> Mention:
    return Mention(
        start, end, value, None, unit, Relation.EQUAL, start, end, is_change=is_change, why=why
    )
