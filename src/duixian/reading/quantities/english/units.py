"""The units of English numbers: money, measures, ratios, and the nouns that are counted."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Relation

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
_TERMS = ("year", "month", "day", "hour")  # 7 percent per year is a rate of growth, no ratio
_RATES = ("%", "pp", "x")
_QUALIFIER = re.compile(r"^(?:more|additional|extra) ")
_LARGE_CLASS = Decimal(100_000)
_LEVEL = re.compile(r"-(?:level|class|scale)\b")
_CLASS = re.compile(r"-(?:level|class|scale)\b|-(?:yuan|dollar)\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_TIMES_AS_MUCH = re.compile(r" (?:that|the|as|more|higher|larger|over|its|those|what|of)\b|[.,;]|$")
_WINDOW = re.compile(r"(?i)\b(?:over|in|during|throughout|within|for) (?:the|these|those) $")
_YEARS = ("year", "years")
_GAP = re.compile(r"[.,;:()]")
_MOST_WORDS = 7


def with_currency(
    scope: Scope,
    first: int,
    stop: int,
    value: Decimal,
    high: Decimal | None,
    currency: re.Match[str],
) -> Mention:
    """Return the sum of money that a mark of currency stands in front of."""
    code = scope.words.currencies[currency[0].strip()]
    start = first - len(currency[0])
    mention = Mention(start, stop, value, high, code, Relation.EQUAL, start, stop, why="currency")
    return with_relation(scope, _with_ratio(scope, mention))


def with_unit(
    scope: Scope, first: int, stop: int, value: Decimal, high: Decimal | None, unit: re.Match[str]
) -> Mention | None:
    """Return a measured number that ends at ``stop``; the unit may be one it shares in a list."""
    name = unit[0] if unit[0] in scope.words.units else _QUALIFIER.sub("", unit[0].lstrip(" -"))
    code, factor = scope.words.units[name]
    if code == "year" and name in _YEARS and _is_window(scope, first, unit):
        return None
    if name == "times" and _counts_events(scope, first, unit.end(), value):
        code = "count"
    if name == "m" and unit[0][0] == " ":
        return None
    mention = Mention(
        first, stop, value * factor, None if high is None else high * factor, code,
        Relation.EQUAL, first, stop, why=f"unit {name}",
    )  # fmt: skip
    if code in scope.words.currencies.values() and _LEVEL.match(scope.normal, unit.end()):
        return replace(mention, relation=Relation.AT_LEAST, is_threshold=True)
    return with_relation(scope, _with_ratio(scope, mention))


def _is_window(scope: Scope, first: int, unit: re.Match[str]) -> bool:
    if scope.words.windows.match(scope.normal, unit.end(), scope.end):
        return True
    return _WINDOW.search(scope.before(first, length=16)) is not None


def _counts_events(scope: Scope, first: int, stop: int, value: Decimal) -> bool:
    """Lowered two times is an event counted; grown 1.1 times is a multiple."""
    behind = _TIMES_AS_MUCH.match(scope.normal, stop, scope.end)
    if behind is None or not behind[0].strip():
        return True
    return behind[0] in ".,;" and not scope.normal[first].isdigit()


def counted(scope: Scope, first: int, stop: int, value: Decimal, high: Decimal | None) -> Mention:
    """Return a number of counted things: the noun behind it stays outside the quotation."""
    level = _CLASS.match(scope.normal, stop, scope.end)
    if level and value >= _LARGE_CLASS:
        return Mention(
            first, stop, value, high, "CNY", Relation.AT_LEAST, first, stop,
            is_threshold=True, why=f"class {level[0]}",
        )  # fmt: skip
    unit = _unit_of_noun(scope, stop) or _unit_in_front(scope, first) or "count"
    mention = Mention(first, stop, value, high, unit, Relation.EQUAL, first, stop, why="count")
    return with_relation(scope, _with_ratio(scope, mention))


def _unit_of_noun(scope: Scope, stop: int) -> str | None:
    """The unit of the noun phrase behind a number; none where no noun stands there."""
    words = scope.words
    if words.people_behind.match(scope.normal, stop, scope.end):
        return "person"
    position = -1
    for position, found in enumerate(_WORD.finditer(scope.normal, stop, min(scope.end, stop + 80))):
        word = found[0].lower()
        if position > _MOST_WORDS or word in words.noun_stops:
            break
        if _GAP.search(scope.normal, stop, found.start()):
            break
        if word in words.persons:
            return "person"
        if word in words.households:
            return "household"
    else:
        position += 1
    return "count" if position > 0 else None


def _unit_in_front(scope: Scope, first: int) -> str | None:
    """a population of 5 million, the number of students reached 300: what was counted."""
    found = scope.words.people_before.search(scope.before(first, length=100))
    return "person" if found else None


def _with_ratio(scope: Scope, mention: Mention) -> Mention:
    """Read on to ``per month`` and ``per ten thousand people``."""
    per = _PER.match(scope.normal, mention.end, scope.end)
    if per is None or (per[0].lstrip()[0] in "ae" and mention.unit not in ("CNY", "USD")):
        return mention
    if per["unit"] in _TERMS and mention.unit in _RATES:
        return mention
    name = per["unit"] if per["unit"] in _PER_CODES else per["unit"].rstrip("s")
    many = _MANY[per["many"].strip()] if per["many"] else ""
    return replace(
        mention, end=per.end(), high_edge=per.end(), unit=f"{mention.unit}/{many}{_PER_CODES[name]}"
    )
