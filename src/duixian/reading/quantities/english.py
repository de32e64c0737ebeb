"""English quantities: every number with its unit, value and relation.

The counterpart of `chinese`: one pass over the numerals, each read on to its unit, range
and words of comparison, or dropped by the ambiguity patterns of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from duixian.language.numerals import english_number, english_ordinal
from duixian.reading.quantities.english_words import EnglishWords, english_words
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.signs import with_signs
from duixian.reading.records import Relation

_SPECIAL = re.compile(
    r"\b(?:(?P<half>(?i:half))(?=\s(?:of\b|the\b|its\b|[a-z]+'s\b|[a-z]+’s\b)|[.,;]|$)"
    r"|(?P<above>(?i:two-thirds|two thirds|three-quarters|three quarters|one-third|one third|"
    r"a third|one-quarter|one quarter|a quarter|one-fifth|two-fifths|three-fifths|four-fifths|"
    r"three-fourths|one-tenth))(?=\s(?:of|the)\b|[.,;])"
    r"|(?P<multiple>(?i:doubled|doubling|tripled|tripling|quadrupled|quadrupling|twofold|"
    r"threefold|fourfold|fivefold|tenfold))\b"
    r"|(?P<ordinal>(?i:[a-z]+|\d+)(?:st|nd|rd|th|ond))(?=\s(?:consecutive|straight|successive)\s))"
)
_SHARES = {
    "third": Decimal(3), "quarter": Decimal(4), "fourth": Decimal(4), "fifth": Decimal(5),
    "tenth": Decimal(10),
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_MULTIPLES = {
    "doubl": 2, "tripl": 3, "quadr": 4, "twofo": 2, "three": 3, "fourf": 4, "fivef": 5, "tenfo": 10,
}  # fmt: skip
_CONNECTOR = re.compile(r"\s?(?:-|–|—|to|~)\s?(?=\d|[a-z])")
_BETWEEN = re.compile(r"\bbetween $", re.I)
_PER = re.compile(
    r" ?(?:per|/|a|every|each) ?(?P<many>(?:ten thousand|10,000|1,000|thousand|100,000) )?"
    r"(?P<unit>people|persons|person|capita|month|year|day|hour|square meters?|hectares?|mu|"
    r"households?|square kilometers?|kilometers?|cubic meters?|tons?|metric tons?)\b"
)
_PER_CODES = {
    "people": "person", "persons": "person", "person": "person", "capita": "person",
    "month": "month", "year": "year", "day": "day", "hour": "h", "square meter": "m2",
    "hectare": "ha", "mu": "mu", "household": "household", "square kilometer": "km2",
    "kilometer": "km", "cubic meter": "m3", "ton": "t", "metric ton": "t",
}  # fmt: skip
_MANY = {
    "ten thousand": "10000",
    "10,000": "10000",
    "1,000": "1000",
    "thousand": "1000",
    "100,000": "100000",
}
_QUALIFIER = re.compile(r"^(?:more|additional|extra) ")
_LARGE_CLASS = Decimal(100_000)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"“”]*\"|‘[^‘’]*’")
_LONGEST_NAME = 64
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LIST_NUMBER = re.compile(r"\d{1,2}(?:[.)](?:\s|$)|\s(?=[A-Z][a-z]))")
# "the 751 Cultural Block", "the Five Key Initiatives": a number within a proper name.
_NAME = re.compile(r"(?:\d+|[A-Z][a-z]+) [A-Z][a-z]")
_TIMES_AS_MUCH = re.compile(r" (?:that|the|as|more|higher|larger|over|its|those|what|of)\b|[.,;]|$")
_LEVEL = re.compile(r"-(?:level|class|scale)\b")
_CLASS = re.compile(r"-(?:level|class|scale)\b|-(?:yuan|dollar)\b")


class _Scope(msgspec.Struct, frozen=True):
    """The stretch of text being read; nothing outside ``start`` and ``end`` is looked at."""

    words: EnglishWords
    normal: str
    start: int
    end: int

    def before(self, position: int, *, length: int) -> str:
        return self.normal[max(self.start, position - length) : position]


def find_english_mentions(normal: str, start: int, end: int) -> list[Mention]:
    """Return the numbers of ``normal[start:end]`` without overlaps."""
    scope = _Scope(english_words(), normal, start, end)
    found = list(_walk(scope))
    if not found:
        return found
    names = _quoted_names(scope)
    outside = [m for m in found if not any(a < m.end and m.start < b for a, b in names)]
    apart = _without_overlaps(sorted(outside, key=lambda mention: mention.start))
    return list(with_signs(normal, start, apart))


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


def _quoted_names(scope: _Scope) -> list[tuple[int, int]]:
    return [
        found.span()
        for found in _QUOTED.finditer(scope.normal, scope.start, scope.end)
        if found.end() - found.start() <= _LONGEST_NAME
    ]


def _walk(scope: _Scope) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for found in _SPECIAL.finditer(scope.normal, scope.start, scope.end):
        if (mention := _special(scope, found)) is not None:
            taken.append((mention.start, mention.end))
            yield mention
    position = scope.start
    while first := scope.words.numeral_start.search(scope.normal, position, scope.end):
        position = first.end()
        numeral = scope.words.numeral.match(scope.normal, first.start(), scope.end)
        if numeral is None:
            continue
        position = numeral.end()
        if any(a < numeral.end() and numeral.start() < b for a, b in taken):
            continue
        mention = _mention(scope, numeral)
        if mention is not None:
            yield mention
            position = max(position, mention.end)


def _special(scope: _Scope, found: re.Match[str]) -> Mention | None:
    """Shares, multiples and streaks, which are words of their own."""
    start, end = found.span()
    if found["ordinal"]:
        value = english_ordinal(found["ordinal"])
        if value is None:
            return None
        return Mention(start, end, value, None, "year", Relation.EQUAL, start, end, why=STREAK)
    if found["multiple"]:
        value = Decimal(_MULTIPLES[found["multiple"][:5].lower()])
        return Mention(
            start, end, value, None, "x", Relation.EQUAL, start, end, is_change=True, why="multiple"
        )
    if scope.words.not_shares.search(scope.before(start, length=12)):
        return None
    share = Decimal(50) if found["half"] else _share(found["above"].lower())
    mention = Mention(start, end, share, None, "%", Relation.EQUAL, start, end, why="share")
    return _with_relation(scope, mention)


def _share(words: str) -> Decimal:
    above, below = re.split("[- ]", words)
    return Decimal(_COUNTS[above]) * 100 / _SHARES[below.rstrip("s")]


def _mention(scope: _Scope, numeral: re.Match[str]) -> Mention | None:
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
        return _money(scope, first, stop, value, high, currency)
    if unit is None:
        return _counted(scope, first, stop, value, high)
    return _measured(scope, first, unit, value, high)


def _is_excluded(scope: _Scope, numeral: re.Match[str]) -> bool:
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


def _follows_hyphen(scope: _Scope, stop: int) -> bool:
    """Spelt-out numerals build compounds (three-dimensional); only levels are counted."""
    return scope.normal.startswith("-", stop) and not scope.normal.startswith(
        ("-level", "-bed", "-story", "-lane"), stop
    )


def _range(
    scope: _Scope, stop: int, unit: re.Match[str] | None, value: Decimal
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
    magnitude = re.search(r"(?i)(hundred|thousand|million|billion|trillion)$", numeral[0])
    lower_has_own = re.search(r"(?i)[a-z]$", scope.normal[stop - 1 : stop]) is not None
    if magnitude and not lower_has_own:
        value *= english_number(magnitude[0]) or 1
    is_movement = connector[0].strip() == "to" and re.search(
        r"\bfrom (?:[^.,;]|[.,](?=\d)){0,14}$", scope.before(stop, length=24)
    )
    if high <= value or is_movement:
        return None
    return value, high, numeral.end(), upper_unit


def _money(
    scope: _Scope,
    first: int,
    stop: int,
    value: Decimal,
    high: Decimal | None,
    currency: re.Match[str],
) -> Mention:
    code = scope.words.currencies[currency[0].strip()]
    start = first - len(currency[0])
    mention = Mention(start, stop, value, high, code, Relation.EQUAL, start, stop, why="currency")
    return _with_relation(scope, _with_ratio(scope, mention))


def _measured(
    scope: _Scope, first: int, unit: re.Match[str], value: Decimal, high: Decimal | None
) -> Mention | None:
    name = unit[0] if unit[0] in scope.words.units else _QUALIFIER.sub("", unit[0].lstrip(" -"))
    code, factor = scope.words.units[name]
    if code == "year" and scope.words.windows.match(scope.normal, unit.end(), scope.end):
        return None
    if name == "times" and _counts_events(scope, first, unit.end(), value):
        code = "count"
    if name == "m" and unit[0][0] == " ":
        return None
    mention = Mention(
        first, unit.end(), value * factor, None if high is None else high * factor, code,
        Relation.EQUAL, first, unit.end(), why=f"unit {name}",
    )  # fmt: skip
    if code in scope.words.currencies.values() and _LEVEL.match(scope.normal, unit.end()):
        return replace(mention, relation=Relation.AT_LEAST, is_threshold=True)
    return _with_relation(scope, _with_ratio(scope, mention))


def _counts_events(scope: _Scope, first: int, stop: int, value: Decimal) -> bool:
    """Lowered two times is an event counted; grown 1.1 times is a multiple."""
    behind = _TIMES_AS_MUCH.match(scope.normal, stop, scope.end)
    if behind is None or not behind[0].strip():
        return True
    return behind[0] in ".,;" and not scope.normal[first].isdigit()


def _counted(
    scope: _Scope, first: int, stop: int, value: Decimal, high: Decimal | None
) -> Mention | None:
    """A number of counted things: the noun behind it stays outside the quotation."""
    level = _CLASS.match(scope.normal, stop, scope.end)
    if level and value >= _LARGE_CLASS:
        return Mention(
            first, stop, value, high, "CNY", Relation.AT_LEAST, first, stop,
            is_threshold=True, why=f"class {level[0]}",
        )  # fmt: skip
    unit = _noun_unit(scope, stop)
    mention = Mention(first, stop, value, high, unit, Relation.EQUAL, first, stop, why="count")
    return _with_relation(scope, _with_ratio(scope, mention))


def _noun_unit(scope: _Scope, stop: int) -> str:
    for position, found in enumerate(_WORD.finditer(scope.normal, stop, min(scope.end, stop + 80))):
        word = found[0].lower()
        gap = scope.normal[stop : found.start()]
        if position > 7 or word in scope.words.noun_stops or re.search(r"[.,;:()]", gap):
            return "count"
        if word in scope.words.persons:
            return "person"
        if word in scope.words.households:
            return "household"
    return "count"


def _with_ratio(scope: _Scope, mention: Mention) -> Mention:
    """Read on to ``per month`` and ``per ten thousand people``."""
    per = _PER.match(scope.normal, mention.end, scope.end)
    if per is None or (per[0].lstrip()[0] in "ae" and mention.unit not in ("CNY", "USD")):
        return mention
    name = per["unit"] if per["unit"] in _PER_CODES else per["unit"].rstrip("s")
    many = _MANY[per["many"].strip()] if per["many"] else ""
    return replace(
        mention, end=per.end(), high_edge=per.end(), unit=f"{mention.unit}/{many}{_PER_CODES[name]}"
    )


def _with_relation(scope: _Scope, mention: Mention) -> Mention:
    words = scope.words
    relation, low, high = mention.relation, mention.start, mention.end
    behind = words.after.match(scope.normal, mention.end, scope.end)
    before = words.before.search(scope.before(mention.start, length=28))
    if behind is None and before is None:
        return mention
    if behind:
        high, relation = behind.end(), words.relations_after[behind[1]]
    if before:
        low = mention.start - len(before[0])
        relation = words.relations_before[before[1].lower()]
    return replace(mention, relation=relation, low_edge=low, high_edge=high)
