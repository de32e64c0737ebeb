"""The units of English numbers: money, measures, ratios, and what is counted."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from duixian.language.english_numerals import MAGNITUDE
from duixian.language.numerals import english_number
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.nouns import (
    is_age,
    persons,
    points_of_rate,
    unit_counted,
)
from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.english.words import english_words
from duixian.reading.quantities.mentions import COUNTED, RATES, Mention
from duixian.reading.records import Relation

_NOUN_PER = re.compile(r" [a-z]+s(?= per [\dto])")
_TERMS = ("year", "month", "day", "hour")  # 7 percent per year is a rate of growth, no ratio
_BY_A_TERM = (
    "CNY",
    "USD",
    "h",
    "min",
    "count",
)  # 8 hours a day; 300 tons a day are told of the day
# What can be done in a day: 60,000 tests a day.
_OF_A_DAY = re.compile(r" [a-z]+s (?:a|per) (?P<term>day|hour)\b")
_PER_TERM = re.compile(
    r" (?:per|each|a|every) (?P<term>year|month|day)\b(?! (?:ago|earlier|before|later))"
)
_MANY_EVENTS = Decimal(1_000)
_LARGE_CLASS = Decimal(100_000)
_WINDOW = re.compile(
    r"(?i)\b(?:over|in|during|throughout|within|for) (?:the|these|those) $|\bwithin $"
)
# train 5,000 workers over two years: how long it is to go on, and no duration that is told.
_OVER = "s over "
_RATE_OVER = ("% over ", "percent over ", "per cent over ")
# How long it took is no streak, but the best in ten years and the first time in three years are.
_RECORD = re.compile(
    r"\b(?:first|most|best|worst|least|record|(?!harvest|forest|interest)[a-z]{3,}est)"
    r"(?!(?: [a-z]+)* (?:was|were|built|opened|finished|completed) [a-z ]*in $)"
    r"(?: [a-z]+){0,8} [Ii]n $"
)
# Over five years 40 km were built; more than five years before.
_OVER_OPENS = re.compile(r"(?:^|[.;\n] ?)Over $|[,;] and over $")
_THAN = " than "
_BEFORE = re.compile(r" before(?=[.,;]|$)")
_FACT = (" of ", " have passed", " has passed", " passed")  # nine years of schooling
# It is now more than three years since the dam was built: how long is what is told.
_IT_IS = re.compile(r"\b[Ii]t (?:is|has been)(?: now| already)?(?: [a-z]+){0,2} $")
_YEARS = ("year", "years", "decade", "decades")


@cache
def _per() -> re.Pattern[str]:
    people = word_tree({word.removesuffix("s") for word in persons()})
    units = word_tree(english_words().per)
    return re.compile(
        rf" ?(?:per|/|a|every|each) ?(?P<many>(?:(?:ten |a |one )?(?:{MAGNITUDE})|"
        r"\d{1,3}(?:,\d{3})*|\d+) )?"
        rf"(?P<unit>(?:{units})s?|(?P<people>(?:{people})s?|(?:live )?births))\b"
        r"(?! (?:ago|before|earlier|later)\b)"  # up from 31 a year earlier
        # of people, where nothing else is said: 8.6 per 100,000.
        r"|(?= per 10) per (?P<bare>10{1,2},000)(?=[,.;)]|$)"
    )


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
    name = scope.words.name_of(unit)
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
    if code in scope.words.currencies.values() and scope.words.level.match(
        scope.normal, unit.end()
    ):
        return replace(mention, relation=Relation.AT_LEAST, is_threshold=True)
    return with_relation(scope, _with_ratio(scope, mention))


def _is_window(scope: Scope, first: int, unit: re.Match[str]) -> bool:
    if scope.words.windows.match(scope.normal, unit.end(), scope.end):
        return _IT_IS.search(scope.before(first, length=48)) is None
    if _WINDOW.search(scope.before(first, length=16)) is not None:
        return True
    if _was_needed(scope, first, unit.end()):
        return True
    if scope.normal.endswith(_RATE_OVER, scope.start, first):
        return True
    is_over = scope.normal.endswith(_OVER, scope.start, first)
    return is_over and scope.words.after_deed.search(scope.before(first, length=60)) is not None


def _was_needed(scope: Scope, first: int, stop: int) -> bool:
    """Tell whether years are how long something took, or how long before it was otherwise."""
    before = scope.before(first, length=60)
    if scope.normal.startswith(_FACT, stop):
        return False
    if before.endswith((" in ", "In ")):
        return _RECORD.search(before) is None
    if before.endswith(_THAN):
        return _BEFORE.match(scope.normal, stop, scope.end) is not None
    return before.endswith("ver ") and _OVER_OPENS.search(before) is not None


def _counts_events(scope: Scope, first: int, stop: int, value: Decimal) -> bool:
    """Lowered two times is an event counted, so is helped 6,400 times; grown 1.1 times is none."""
    if value >= _MANY_EVENTS:
        return True
    if value != int(value):
        return False
    behind = scope.words.times_as_much.match(scope.normal, stop, scope.end)
    if behind is None or not behind[0].strip():
        return True
    return behind[0] in ".,;" and not scope.normal[first].isdigit()


def counted(scope: Scope, first: int, stop: int, value: Decimal, high: Decimal | None) -> Mention:
    """Return a number of counted things: the noun behind it stays outside the quotation."""
    level = scope.words.large_class.match(scope.normal, stop, scope.end)
    if level and value >= _LARGE_CLASS:
        return Mention(
            first, stop, value, high, "CNY", Relation.AT_LEAST, first, stop,
            is_threshold=True, why=f"class {level[0]}",
        )  # fmt: skip
    if points := points_of_rate(scope, first, stop):
        end = points.end()
        mention = Mention(first, end, value, high, "pp", Relation.EQUAL, first, end, why="points")
        return with_relation(scope, mention)
    unit = unit_counted(scope, first, stop)
    why = "age" if unit == "year" and is_age(scope, first, stop) else "count"
    mention = Mention(first, stop, value, high, unit, Relation.EQUAL, first, stop, why=why)
    return with_relation(scope, _with_ratio(scope, mention))


def _with_ratio(scope: Scope, mention: Mention) -> Mention:
    """Read on to ``per month`` and ``per ten thousand people``."""
    per = _per().match(scope.normal, mention.end, scope.end)
    if per is None and mention.unit in COUNTED:
        per = _counted_per(scope, mention.end)
    if per is None and mention.unit in COUNTED:
        return _with_things_and_term(scope, mention)
    if per is None or (per[0].lstrip()[0] in "ae" and mention.unit not in _BY_A_TERM):
        return mention
    if bare := per["bare"]:
        return _per_so_many(mention, per.end(), f"{english_number(bare)}person")
    if per["unit"] in _TERMS and mention.unit in RATES:
        return mention
    code = "person" if per["people"] else scope.words.per[per["unit"].removesuffix("s")]
    many = english_number(re.sub("^(?:a|one) ", "", per["many"])) if per["many"] else ""
    if per["many"] and not many:
        return mention
    ratio = _per_so_many(mention, per.end(), f"{many}{code}")
    then = _PER_TERM.match(scope.normal, ratio.end, scope.end)  # 100 yuan per person per year
    return _per_so_many(ratio, then.end(), scope.words.per[then["term"]]) if then else ratio


def _with_things_and_term(scope: Scope, mention: Mention) -> Mention:
    found = _OF_A_DAY.match(scope.normal, mention.end, scope.end)
    if found is None:
        return mention
    return _per_so_many(mention, found.end(), scope.words.per[found["term"]])


def _counted_per(scope: Scope, stop: int) -> re.Match[str] | None:
    """186 units per 10,000 people: what is counted stands in between."""
    noun = _NOUN_PER.match(scope.normal, stop, scope.end)
    per = _per().match(scope.normal, noun.end(), scope.end) if noun else None
    return per if per and per["many"] and per["people"] else None


def _per_so_many(mention: Mention, end: int, whole: str) -> Mention:
    return replace(mention, end=end, high_edge=end, unit=f"{mention.unit}/{whole}")
