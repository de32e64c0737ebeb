"""English numbers that a rule or the state of things sets: prices, opening times, whole classes.

Sold at 58 yuan; open 8 hours a day; within a 10-minute walk; in the 36 largest cities; the 11
firms that will be merged into 8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED

_OWNERS = ("'s ", "’s ", "s' ", "s’ ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    priced: re.Pattern[str]
    of_market_price: re.Pattern[str]
    ruled: re.Pattern[str]
    threshold: re.Pattern[str]
    policy: re.Pattern[str]
    apiece: re.Pattern[str]
    open_for: re.Pattern[str]
    merged: re.Pattern[str]
    ways: re.Pattern[str]
    inside: re.Pattern[str]
    inside_of: re.Pattern[str]  # among the city's 16 districts
    outstanding: re.Pattern[str]
    relating: re.Pattern[str]
    territories: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = context_words()
    return _Patterns(
        priced=re.compile(rf"\b(?:{word_tree(data.priced)}) $"),
        of_market_price=re.compile(
            rf"^ of (?:the |their |its )?(?:[\w-]+ ){{1,3}}?(?:{word_tree(data.market_prices)})\b"
        ),
        ruled=re.compile(
            rf"\b(?:{word_tree(data.ruled)}) .*\b(?:to|at) (?:an? |the )?(?:[\w-]+ ){{0,3}}"
            r"rates? of $|\bsubject to (?:an? |the )(?:[\w-]+ ){0,3}rates? of $"
        ),
        threshold=re.compile(rf"\b(?:{word_tree(data.thresholds)}) (?:(?:is|are|of) )?$"),
        policy=re.compile(r"\b[Pp]olic(?:y|ies) of (?:[a-z]+ing\b|$)"),
        apiece=re.compile(rf"^ (?:{word_tree(data.apiece)})\b"),
        open_for=re.compile(rf"\b(?:{word_tree(data.open_for)}) $"),
        merged=re.compile(rf" (?:{word_tree(data.merged)}) (?:[a-z]+ )?(?:in)?to $"),
        ways=re.compile(rf"^ (?:{word_tree(data.ways)})\b"),
        inside=re.compile(rf"\b(?:{word_tree(data.inside)}) the $", re.I),
        inside_of=re.compile(
            rf"\b(?:{word_tree(data.inside)}) (?:the )?[\w-]+(?:['’]s|s['’]) $", re.I
        ),
        outstanding=re.compile(r" (?:[a-z]+est|most [a-z]+|major|main|leading|key) "),
        relating=re.compile(rf"\b(?:{word_tree(data.relating)}) the $"),
        territories=re.compile(rf"^ (?:[\w-]+ ){{0,5}}?(?:{word_tree(data.territories)})\b"),
    )


def is_price(place: Place) -> bool:
    """Tell whether a number is a price or a set rate: meals at 15 yuan each, tax at a rate of."""
    patterns, before = _patterns(), place.before
    if before.endswith((" at ", " for ", " of ")) and patterns.priced.search(before):
        return True
    if before.endswith(" at "):
        if place.mention.unit == "%":
            return patterns.of_market_price.match(place.behind) is not None
        return patterns.apiece.match(place.behind) is not None
    is_rate = place.mention.unit == "%" and before.endswith(("rate of ", "rates of "))
    return is_rate and patterns.ruled.search(place.clause) is not None


def is_of_rule(place: Place) -> bool:
    """On annual taxable income below 40,000 yuan, the policy of granting 200 yuan: of a rule."""
    if " income" in place.before and _patterns().threshold.search(place.before):
        return True
    return "olic" in place.clause and _patterns().policy.search(place.clause) is not None


def is_opening_time(place: Place) -> bool:
    """Tell whether a number is how long something is open: open at least 8 hours a day."""
    return place.mention.unit == "h/day" and _patterns().open_for.search(place.before) is not None


def is_way(place: Place) -> bool:
    """Tell whether a number is how long a way is: within a 10-minute walk."""
    return _patterns().ways.match(place.behind) is not None


def is_whole_class(normal: str, place: Place) -> bool:
    """Tell whether a number is how many a class has: in the 36 largest cities."""
    before, patterns = place.before, _patterns()
    if not normal[place.mention.start].isdigit():
        return False
    if before.endswith(_OWNERS) and patterns.inside_of.search(before):
        return patterns.territories.match(place.behind) is not None
    if not before.endswith(" the "):
        return False
    is_inside = patterns.inside.search(before) is not None
    if is_inside and patterns.outstanding.match(place.behind):
        return True
    if not is_inside and patterns.relating.search(before) is None:
        return False
    return patterns.territories.match(place.behind) is not None


def is_merged(place: Place, following: Place | None) -> bool:
    """Tell whether things were so many before they were merged into fewer."""
    if following is None or following.mention.unit not in COUNTED:
        return False
    return place.behind.endswith("to ") and _patterns().merged.search(place.behind) is not None
