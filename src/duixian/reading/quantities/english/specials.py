"""English numbers that are words of their own: multiples, streaks, ratios, a hundred, a dozen.

Shares and halves are read in their own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from duixian.language.data import alternation
from duixian.language.english_numerals import (
    BELOW_HUNDRED,
    DOZEN,
    MAGNITUDE,
    MAGNITUDES,
    NUMBER_WORD,
    ORDINALS,
    PARTS,
)
from duixian.language.numerals import english_number, english_ordinal
from duixian.reading.quantities.english.fractions import (
    HALF_A,
    SHARES,
    half_of_unit,
    share,
)
from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.english.units import counted, with_unit
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.ratios import members_of_ratio
from duixian.reading.records import Relation

_IN_A_ROW = r"\s(?:consecutive|straight|successive)\s|\s(?:year|month)\s(?:running|in\sa\srow)\b"
_FOLD = BELOW_HUNDRED | MAGNITUDES
# to double, more than double, double that of: the verb, and no adjective (double digits)
_TIMES = (
    r"(?:(?<=\bto )|(?<=\bwill )|(?<=\bthan )|(?<=\bnearly )|(?<=\balmost )|(?<=\babout )"
    r"|(?<=\broughly )|(?<=\bwould )|(?<=\bshould ))(?i:double|triple|quadruple)(?![\w-])"
    r"(?!\s(?:down|reductions?|digits?|first|circulation|control|checks?|glaz\w+)\b)"
    r"|(?i:doubles?|triples?|quadruples?)(?=\s(?:that|those|the|what|its|their)\b)"
)
_SPECIAL = re.compile(
    rf"(?:{HALF_A}|{SHARES}"
    rf"|(?P<multiple>(?i:doubled|doubling|tripled|tripling|quadrupled|quadrupling)"
    rf"|{_TIMES})\b"
    rf"|(?P<fold>(?i:{alternation(_FOLD)}))fold\b"
    r"|(?P<twice>(?i:twice))\b(?!\s(?:over|a|per|every|daily|weekly|monthly|yearly)\b)"
    rf"|(?P<round>(?i:a (?P<magnitude>{MAGNITUDE})))\b"
    rf"|(?P<dozen>(?i:(?P<dozens>a|{NUMBER_WORD}) dozen))\b"
    r"|(?P<ratio>\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?){2,})"
    r"|(?P<to_one>(?P<over_one>\d+(?:\.\d+)?)[:∶]1)(?![\d:∶.]*\d)"
    rf"|(?P<ordinal>\d+(?:st|nd|rd|th)|(?i:{alternation(ORDINALS)}))(?={_IN_A_ROW}))"
)


def _tails(words: Iterable[str]) -> str:
    return alternation({word[1:] for word in words})


# A search for where one may begin, by its first letter, is far cheaper than one for all of them.
_START = re.compile(
    r"[\dAaDdEeFfHhNnOoQqSsTt](?<!\w.)(?:(?<=\d)[\d.]{0,16}(?:[:∶]\d|st|nd|rd|th)"
    rf"|(?i:alf\b|oubl|ripl|uadrupl|wice\b|(?<=a)[ -](?:{alternation(MAGNITUDES | DOZEN | PARTS)})"
    rf"|(?:{_tails(_FOLD)})(?:fold\b|[ -](?:in|out|dozen|{alternation(PARTS)}))"
    rf"|(?:{_tails(ORDINALS)})(?:{_IN_A_ROW})))"
)
_MULTIPLES = {"doubl": 2, "tripl": 3, "quadr": 4}
_AS_MUCH = re.compile(r"\s(?:as|that|those|the)\b")


def specials(scope: Scope) -> Iterator[Mention]:
    """Return the special numbers of the stretch."""
    position = scope.start
    while first := _START.search(scope.normal, position, scope.end):
        position = first.start() + 1
        found = _SPECIAL.match(scope.normal, first.start(), scope.end)
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
        years = english_ordinal(found["ordinal"])
        return None if years is None else _mention(start, end, years, "year", why=STREAK)
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
        is_multiple = _AS_MUCH.match(scope.normal, end, scope.end) is not None
        return _mention(start, end, Decimal(2), "x" if is_multiple else "count", why="twice")
    value: Decimal | None = None
    if found["multiple"]:
        value = Decimal(_MULTIPLES[found["multiple"][:5].lower()])
    elif found["fold"]:
        value = english_number(found["fold"])
    if value is None:
        return None
    return with_relation(scope, _mention(start, end, value, "x", why="multiple", is_change=True))


def _round(scope: Scope, found: re.Match[str]) -> Mention | None:
    """nearly a hundred: a number only where something is compared with it, else a mere word."""
    start, end = found.span()
    value = english_number(found["magnitude"])
    if value is None or scope.words.before.search(scope.before(start, length=32)) is None:
        return None
    if unit := scope.words.unit.match(scope.normal, end, scope.end):
        return with_unit(scope, start, unit.end(), value, None, unit)
    return counted(scope, start, end, value, None)


def _mention(
    start: int, end: int, value: Decimal, unit: str, *, why: str, is_change: bool = False
) -> Mention:
    return Mention(
        start, end, value, None, unit, Relation.EQUAL, start, end, is_change=is_change, why=why
    )
