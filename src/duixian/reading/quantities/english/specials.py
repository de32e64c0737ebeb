"""English numbers that are words of their own: shares, multiples, streaks, ratios, a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from duixian.language.data import alternation
from duixian.language.numerals import ORDINAL_WORDS, english_number, english_ordinal, percentage
from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.english.units import counted, with_unit
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.ratios import members_of_ratio
from duixian.reading.records import Relation

_IN_A_ROW = r"\s(?:consecutive|straight|successive)\s|\s(?:year|month)\s(?:running|in\sa\srow)\b"
_SPECIAL = re.compile(
    r"\b(?:(?P<half>(?i:half))(?=\s(?:of\b|the\b|its\b|[a-z]+'s\b|[a-z]+’s\b)|[.,;]|$)"
    r"|(?P<above>(?i:a|one|two|three|four))[ -]"
    r"(?P<below>(?i:third|quarter|fourth|fifth|sixth|seventh|eighth|tenth))s?(?=\s(?:of|the)\b|[.,;])"
    r"|(?P<one_in>(?i:one in )(?P<many>(?i:two|three|four|five|six|seven|eight|nine|ten)|\d{1,2}))"
    r"(?=\s[a-z])"
    r"|(?P<multiple>(?i:doubled|doubling|tripled|tripling|quadrupled|quadrupling|twofold|"
    r"threefold|fourfold|fivefold|tenfold))\b"
    r"|(?P<twice>(?i:twice))\b(?!\s(?:over|a|per|every|daily|weekly|monthly|yearly)\b)"
    r"|(?P<round>(?i:a (?P<magnitude>hundred|thousand|million|billion|trillion)))\b"
    r"|(?P<ratio>\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?){2,})"
    rf"|(?P<ordinal>\d+(?:st|nd|rd|th)|(?i:{alternation(list(ORDINAL_WORDS))}))(?={_IN_A_ROW}))"
)
_SHARES = {
    "third": Decimal(3), "quarter": Decimal(4), "fourth": Decimal(4), "fifth": Decimal(5),
    "sixth": Decimal(6), "seventh": Decimal(7), "eighth": Decimal(8), "tenth": Decimal(10),
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_MULTIPLES = {
    "doubl": 2, "tripl": 3, "quadr": 4, "twofo": 2, "three": 3, "fourf": 4, "fivef": 5, "tenfo": 10,
}  # fmt: skip
_AS_MUCH = re.compile(r"\s(?:as|that|those|the)\b")


def specials(scope: Scope) -> Iterator[Mention]:
    """Return the special numbers of the stretch."""
    for found in _SPECIAL.finditer(scope.normal, scope.start, scope.end):
        if found["ratio"]:
            yield from members_of_ratio(found)
        elif (mention := _special(scope, found)) is not None:
            yield mention


def _special(scope: Scope, found: re.Match[str]) -> Mention | None:
    start, end = found.span()
    if found["ordinal"]:
        years = english_ordinal(found["ordinal"])
        return None if years is None else _mention(start, end, years, "year", why=STREAK)
    if found["multiple"]:
        value = Decimal(_MULTIPLES[found["multiple"][:5].lower()])
        return with_relation(
            scope, _mention(start, end, value, "x", why="multiple", is_change=True)
        )
    if found["twice"]:
        is_multiple = _AS_MUCH.match(scope.normal, end, scope.end) is not None
        return _mention(start, end, Decimal(2), "x" if is_multiple else "count", why="twice")
    if found["round"]:
        return _round(scope, found)
    share = _share(found)
    if share is None or scope.words.not_shares.search(scope.before(start, length=12)):
        return None
    return with_relation(scope, _mention(start, end, share, "%", why="share"))


def _round(scope: Scope, found: re.Match[str]) -> Mention | None:
    """nearly a hundred: a number only where something is compared with it, else a mere word."""
    start, end = found.span()
    value = english_number(found["magnitude"])
    if value is None or scope.words.before.search(scope.before(start, length=32)) is None:
        return None
    if unit := scope.words.unit.match(scope.normal, end, scope.end):
        return with_unit(scope, start, unit.end(), value, None, unit)
    return counted(scope, start, end, value, None)


def _share(found: re.Match[str]) -> Decimal | None:
    if found["half"]:
        return Decimal(50)
    if found["one_in"]:
        many = english_number(found["many"])
        return percentage(Decimal(1), many) if many else None
    above, below = _COUNTS[found["above"].lower()], _SHARES[found["below"].lower()]
    return percentage(Decimal(above), below) if above < below else None


def _mention(
    start: int, end: int, value: Decimal, unit: str, *, why: str, is_change: bool = False
) -> Mention:
    return Mention(
        start, end, value, None, unit, Relation.EQUAL, start, end, is_change=is_change, why=why
    )
