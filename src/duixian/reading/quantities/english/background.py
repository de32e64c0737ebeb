"""English numbers that are neither reached nor to be reached: starting points, rules, terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.data import alternation
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.place import TERMS, Place
from duixian.reading.quantities.mentions import STREAK

_FROM = re.compile(r"\bfrom $")
_UP_FROM = re.compile(r"\b(?:up|down|compared with|compared to|as against) (?:from )?$")
_MOVING = re.compile(r"^[^,;.]{0,24}\bto\b")
_CURRENT = re.compile(r"\b(?:current|existing|previous|original)\b[^,;]{0,30} of $")
_TO = re.compile(r"^[^,;.]{0,60}\bto $")
_ENDS_AT = re.compile(r"(?:to|at|of|is|was|reached|reaches|reaching|reach|within|under|about) $")
_NEAR = 30
_NATION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Patterns:
    behind: re.Pattern[str]
    gathered: re.Pattern[str]
    lasting: re.Pattern[str]  # what is measured in time: life expectancy, the time required


@cache
def _patterns() -> _Patterns:
    data = context_words()
    return _Patterns(
        behind=re.compile(rf"^ (?:{alternation(data.background_behind)})\b"),
        gathered=re.compile(rf" (?:{alternation(data.gathering)})\b"),
        lasting=re.compile(rf"\b(?:{alternation(data.lasting)})\b"),
    )


def is_background(normal: str, place: Place, following: Place | None) -> bool:
    """Tell whether the number stands only beside what the report tells or promises."""
    mention = place.mention
    if mention.is_threshold or _is_start(normal, place, following):
        return True
    if mention.unit == "person" and mention.value >= _NATION:
        return "population of" in place.before
    if mention.unit == "count" and _gathers(normal, place):
        return True
    if mention.unit in TERMS:
        return not _is_streak(normal, place) and not _lasts(place)
    if mention.unit == "h" and place.is_attributive:
        return True
    return _patterns().behind.match(place.behind) is not None


def _is_start(normal: str, place: Place, following: Place | None) -> bool:
    """from 5 to 6, the current rate of 5 percent to 6, up from 5: where a movement began."""
    if _UP_FROM.search(place.clause) and place.clause.endswith("from "):
        return True
    behind = normal[place.mention.high_edge : place.mention.high_edge + _NEAR]
    if _FROM.search(place.clause) and _MOVING.match(behind):
        return True
    is_current = _CURRENT.search(place.clause) is not None
    return is_current and following is not None and _TO.match(following.before) is not None


def _is_streak(normal: str, place: Place) -> bool:
    mention = place.mention
    words = normal[mention.start : mention.end + 14]
    return mention.why == STREAK or "consecutive" in words


def _lasts(place: Place) -> bool:
    """Life expectancy reached 78 years, the time required was cut to 4 days."""
    if _patterns().lasting.search(place.clause) is None:
        return False
    mention = place.mention
    return mention.low_edge < mention.start or _ENDS_AT.search(place.before) is not None


def _gathers(normal: str, place: Place) -> bool:
    """the three main crops, four major sectors: a tally of the plan's own parts."""
    mention = place.mention
    if normal[mention.start].isdigit() or place.before.endswith("another "):
        return False
    is_definite = place.before.endswith((" the ", " these ")) or place.before in ("the ", "The ")
    return is_definite or _patterns().gathered.match(normal, mention.end) is not None
