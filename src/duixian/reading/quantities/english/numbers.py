"""English quantities: every number with its unit, value and relation.

The counterpart of the Chinese one: one pass over the numerals, each read on to its unit, range
and words of comparison, or dropped by the ambiguity patterns of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.language.numerals import english_number
from duixian.reading.quantities.english.scope import Scope
from duixian.reading.quantities.english.specials import specials
from duixian.reading.quantities.english.units import counted, with_currency, with_unit
from duixian.reading.quantities.english.words import english_words
from duixian.reading.quantities.mentions import Mention, overlaps
from duixian.reading.quantities.signs import with_signs

_CONNECTOR = re.compile(r"\s?(?:-|–|—|to|~)\s?(?=\d|[a-z])")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"“”]*\"|‘[^‘’]*’")
_LONGEST_NAME = 64
_LIST_NUMBER = re.compile(r"\d{1,2}(?:[.)](?:\s|$)|\s(?=[A-Z][a-z]))")
# "the 751 Cultural Block", "the Five Key Initiatives": a number within a proper name.
_NAME = re.compile(r"(?:\d+|[A-Z][a-z]+) [A-Z][a-z]")
_MAGNITUDE = re.compile(r"(?i)(hundred|thousand|million|billion|trillion)$")
_FROM = re.compile(r"\bfrom (?:[^.,;]|[.,](?=\d)){0,14}$")
_RESPECTIVELY = re.compile(r",? respectively\b")
_OF_THEM = re.compile(r" of (?:them|whom)\b")
_PEOPLE = ("person", "household")


def find_english_mentions(normal: str, start: int, end: int) -> list[Mention]:
    """Return the numbers of ``normal[start:end]`` without overlaps."""
    scope = Scope(english_words(), normal, start, end)
    found = list(_walk(scope))
    if not found:
        return found
    names = _quoted_names(scope)
    outside = [m for m in found if not overlaps(names, m.start, m.end)]
    apart = _without_overlaps(sorted(outside, key=lambda mention: mention.start))
    return list(with_signs(normal, start, _of_people(normal, apart)))


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Of two that both take a currency between them (in 2 CNY 440 billion), keep the longer."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _of_people(normal: str, mentions: list[Mention]) -> Iterator[Mention]:
    """900 people came, 300 of them by train: those of whom a part is counted are people."""
    previous: Mention | None = None
    for mention in mentions:
        if (
            previous is not None
            and mention.unit == "count"
            and previous.unit in _PEOPLE
            and _OF_THEM.match(normal, mention.end)
        ):
            mention = replace(mention, unit=previous.unit)
        yield mention
        previous = mention


def _quoted_names(scope: Scope) -> list[Span]:
    return [
        found.span()
        for found in _QUOTED.finditer(scope.normal, scope.start, scope.end)
        if found.end() - found.start() <= _LONGEST_NAME
    ]


def _walk(scope: Scope) -> Iterator[Mention]:
    taken: list[Span] = []
    for mention in specials(scope):
        taken.append((mention.start, mention.end))
        yield mention
    position = scope.start
    while first := scope.words.numeral_start.search(scope.normal, position, scope.end):
        position = first.end()
        numeral = scope.words.numeral.match(scope.normal, first.start(), scope.end)
        if numeral is None:
            continue
        position = numeral.end()
        if overlaps(taken, *numeral.span()):
            continue
        if (found := _mention(scope, numeral)) is not None:
            yield found
            position = max(position, found.end)


def _mention(scope: Scope, numeral: re.Match[str]) -> Mention | None:
    """Read one numeral on to its unit; ``None`` when it is no quantity."""
    first, stop = numeral.span()
    currency = scope.words.currency.search(scope.before(first, length=8))
    if currency is None and _is_excluded(scope, numeral):
        return None
    value = english_number(numeral[0])
    if value is None:
        return None
    unit = scope.words.unit.match(scope.normal, stop, scope.end)
    if (
        currency is None
        and unit is None
        and not numeral[0][0].isdigit()
        and _follows_hyphen(scope, stop)
    ):
        return None
    high = None
    if ranged := _range(scope, stop, unit, value):
        value, high, stop, unit = ranged
    if currency:
        return with_currency(scope, first, stop, value, high, currency)
    if unit is not None:
        return with_unit(scope, first, unit.end(), value, high, unit)
    if high is None and (shared := _shared_unit(scope, numeral, value)):
        value, unit = shared
        return with_unit(scope, first, stop, value, None, unit)
    return counted(scope, first, stop, value, high)


def _is_excluded(scope: Scope, numeral: re.Match[str]) -> bool:
    first = numeral.start()
    at_line_start = first == scope.start or scope.normal[first - 1 : first] in "\n·•"
    if at_line_start and _LIST_NUMBER.match(scope.normal, first, scope.end):
        return True
    if _NAME.match(scope.normal, first, scope.end) and scope.before(first, length=4) == "the ":
        return True
    if scope.words.not_starting.match(scope.normal, first, scope.end):
        return True
    before = scope.before(first, length=24)
    if not numeral[0][0].isdigit() and scope.words.not_ending_spelt.search(before):
        return True
    return scope.words.not_ending.search(before) is not None


def _follows_hyphen(scope: Scope, stop: int) -> bool:
    """Spelt-out numerals build compounds (three-dimensional); only levels are counted."""
    return scope.normal.startswith("-", stop) and not scope.normal.startswith(
        ("-level", "-bed", "-story", "-lane"), stop
    )


def _range(
    scope: Scope, stop: int, unit: re.Match[str] | None, value: Decimal
) -> tuple[Decimal, Decimal, int, re.Match[str] | None] | None:
    """Read ``2 to 3 percent`` and ``12.8–13.0``: both values, the end, the unit."""
    behind = unit.end() if unit else stop
    connector = _CONNECTOR.match(scope.normal, behind, scope.end)
    if connector is None:
        return None
    numeral = scope.words.numeral.match(scope.normal, connector.end(), scope.end)
    high = english_number(numeral[0]) if numeral else None
    if numeral is None or high is None:
        return None
    upper_unit = scope.words.unit.match(scope.normal, numeral.end(), scope.end)
    if unit is not None and (
        upper_unit is None or unit[0].strip(" -") != upper_unit[0].strip(" -")
    ):
        return None
    value *= _magnitude_shared(scope, stop, numeral)
    is_movement = connector[0].strip() == "to" and _FROM.search(scope.before(stop, length=24))
    if high <= value or is_movement:
        return None
    return value, high, numeral.end(), upper_unit


def _magnitude_shared(scope: Scope, stop: int, following: re.Match[str]) -> Decimal:
    """2 to 3 million: the magnitude of the second is the first one's too, where it has none."""
    magnitude = _MAGNITUDE.search(following[0])
    if magnitude is None or scope.normal[stop - 1].isalpha():
        return Decimal(1)
    return english_number(magnitude[0]) or Decimal(1)


def _shared_unit(
    scope: Scope, numeral: re.Match[str], value: Decimal
) -> tuple[Decimal, re.Match[str]] | None:
    """from 10 to 9 percent; by 7 and 8 percent, respectively: the unit of the last is of all."""
    listed = scope.words.listed.match(scope.normal, numeral.end(), scope.end)
    if listed is None:
        return None
    last = scope.words.numeral.match(scope.normal, listed.start("last"), scope.end)
    unit = scope.words.unit.match(scope.normal, listed.end(), scope.end)
    if last is None or unit is None:
        return None
    if listed["to"]:
        if not _FROM.search(scope.before(numeral.end(), length=24)):
            return None
    elif not _RESPECTIVELY.match(scope.normal, unit.end(), scope.end):
        return None
    return value * _magnitude_shared(scope, numeral.end(), last), unit
