"""What an English number without a unit counts: told by the noun behind it or in front."""

from __future__ import annotations

import re

from duixian.reading.quantities.english.scope import Scope

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_GAP = re.compile(r"[.,;:()]")
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 7
_LONGEST_PHRASE = 80
_LONGEST_FRONT = 100
_TRIPS = "trips"


def unit_counted(scope: Scope, first: int, stop: int) -> str:
    """Return the unit of the number ``normal[first:stop]``: people, days, plain things, …"""
    before = scope.before(first, length=_LONGEST_FRONT)
    if scope.words.aged.search(before):
        return "year"
    return _unit_of_noun(scope, stop, before) or _unit_in_front(scope, before, first) or "count"


def _unit_of_noun(scope: Scope, stop: int, before: str) -> str | None:
    """The unit of the noun phrase behind a number; none where no noun stands there."""
    words, end = scope.words, scope.noun_end
    if words.people_behind.match(scope.normal, stop, end):
        return "person"
    if words.household_behind.match(scope.normal, stop, end):
        return "household"
    position, previous = -1, ""
    for position, found in enumerate(
        _WORD.finditer(scope.normal, stop, min(end, stop + _LONGEST_PHRASE))
    ):
        word = found[0].lower()
        if position > _MOST_WORDS or word in words.noun_stops:
            break
        if _GAP.search(scope.normal, stop, found.start()):
            break
        if position > 1 and _DIGIT.search(scope.normal, stop, found.start()):
            break  # 20 parks and 300 people; but 500 and 300 people
        if unit := _unit_of_word(scope, word, previous, before):
            return unit
        previous = word
    else:
        position += 1
    return "count" if position > 0 else None


def _unit_of_word(scope: Scope, word: str, previous: str, before: str) -> str | None:
    """The unit a word of the phrase decides on; trips are people's unless vehicles made them."""
    words = scope.words
    if word in words.households:
        return "household"
    if word == _TRIPS:
        of_vehicles = previous in words.vehicle_trips or words.trips_of_vehicles.search(before)
        return "count" if of_vehicles else "person"
    return "person" if word in words.persons else None


def _unit_in_front(scope: Scope, before: str, first: int) -> str | None:
    """a population of 5 million, days of good air numbered 300: what was counted."""
    words = scope.words
    if words.people_before.search(before):
        return "person"
    if words.days_before.search(before):
        return "day"
    is_decimal = scope.normal.startswith(".", first + 1)  # the ratio of incomes is 2.31
    return "x" if is_decimal and words.multiple_before.search(before) else None
