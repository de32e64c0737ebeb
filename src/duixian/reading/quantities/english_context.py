"""What an English number measures: its basis, its measure, and whether it is background."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import alternation, load_toml
from duixian.reading.quantities.clause_ends import clause_ends, clause_of
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.english_measure import OwnWords, english_measure, told_off
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.records import Basis

_CLAUSE_END = re.compile(r"[;:—–,\s](?:(?<![,\s])|(?<=,)(?:(?!\d{3})|(?<!\d,))|(?<=\s)-\s)")
_CONJUNCTION = re.compile(r",? and |,? while |,? as well as |, ?")
_BY = re.compile(
    r"\bby(?: (?:only|just|a mere|an average of|a further|an additional|another|a total of))? $"
)
_UP = re.compile(r"(?:^|, |was |were |is |are )\s*(?:up|down)(?: by)? $")
_TO = re.compile(r"\bto $")
_LONGEST_CLAUSE = 240
_MOVING = re.compile(r"^[^,;.]{0,24}\bto\b")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    change_verbs: list[str]
    change_nouns: list[str]
    change_behind: list[str]
    dropped: list[str]
    connectives: list[str]
    phrase_stops: list[str]
    background_before: list[str]
    background_behind: list[str]
    gathering: list[str]


@dataclass(frozen=True, slots=True)
class _Patterns:
    change_verb: re.Pattern[str]
    change_directly: re.Pattern[str]
    change_noun: re.Pattern[str]
    change_behind: re.Pattern[str]
    gathered: re.Pattern[str]
    background: re.Pattern[str]
    background_behind: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load_toml("en/context.toml", _Data)
    verbs, nouns = alternation(data.change_verbs), alternation(data.change_nouns)
    return _Patterns(
        change_verb=re.compile(rf"\b(?:{verbs}|{nouns})\b", re.I),
        change_directly=re.compile(rf"\b(?:{verbs}) $", re.I),
        change_noun=re.compile(
            rf"\b(?:{nouns})(?: (?:rate|target|forecast|speed))?"
            r"(?: (?:of|at|rate of|at a rate of|will be))? $",
            re.I,
        ),
        change_behind=re.compile(
            r"^[ -](?:(?:year-on-year|annual|average annual) )?"
            rf"(?:{alternation(data.change_behind)})\b(?! than)"
        ),
        gathered=re.compile(rf" (?:{alternation(data.gathering)})\b"),
        background=re.compile(rf"\b(?:{alternation(data.background_before)}) $", re.I),
        background_behind=re.compile(rf"^ (?:{alternation(data.background_behind)})\b"),
    )


class _Place(msgspec.Struct, frozen=True):
    """A mention with the words around it inside its clause."""

    mention: Mention
    before: str  # own words in front, back to the number before it in the clause
    behind: str
    clause: str  # all words of the clause in front


def describe_english(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Context]:
    """Return the context of each mention of the sentence ``normal[start:end]``."""
    if not mentions:
        return []
    contexts: list[Context] = []
    previous: _Place | None = None
    before: OwnWords | None = None
    shares = told_off(normal, start, mentions)
    for place in _places(normal, start, end, mentions):
        basis, why = _basis(place, previous, contexts[-1].basis if contexts else None)
        own, inherited = _own_words(place), contexts[-1].measure if contexts else ""
        measure = shares.get(len(contexts)) or english_measure(own, before, inherited)
        contexts.append(Context(basis, measure, _is_background(normal, place, end), why))
        previous, before = place, own
    return contexts


def _own_words(place: _Place) -> OwnWords:
    return OwnWords(place.mention.unit, place.before, place.behind)


def _places(normal: str, start: int, end: int, mentions: list[Mention]) -> list[_Place]:
    ends = clause_ends(_CLAUSE_END, normal, start, end, mentions)
    places: list[_Place] = []
    for position, mention in enumerate(mentions):
        low, high = clause_of(ends, mention, start, end)
        clause_start = low
        if position and mentions[position - 1].end > low:
            low = _cut(normal, mentions[position - 1].high_edge, mention.low_edge)
        if position + 1 < len(mentions) and mentions[position + 1].start < high:
            following = mentions[position + 1]
            found = _last(_CONJUNCTION, normal, mention.high_edge, following.low_edge)
            high = found.start() if found else following.low_edge
        places.append(
            _Place(
                mention,
                normal[low : mention.low_edge],
                normal[mention.high_edge : high],
                normal[max(clause_start, mention.low_edge - _LONGEST_CLAUSE) : mention.low_edge],
            )
        )
    return places


def _cut(normal: str, low: int, high: int) -> int:
    found = _last(_CONJUNCTION, normal, low, max(low, high))
    return found.end() if found else low


def _last(pattern: re.Pattern[str], normal: str, low: int, high: int) -> re.Match[str] | None:
    return max(pattern.finditer(normal, low, high), key=re.Match.start, default=None)


def _basis(
    place: _Place, previous: _Place | None, previous_basis: Basis | None
) -> tuple[Basis, str]:
    patterns, mention = _patterns(), place.mention
    if mention.is_change:
        return Basis.CHANGE, "the number word is a change"
    if not place.before.strip() and previous and previous.mention.unit == mention.unit:
        return previous_basis or Basis.LEVEL, "as the number before it in the list"
    if _UP.search(place.before):
        return Basis.CHANGE, "up or down"
    if _TO.search(place.before):
        return Basis.LEVEL, "after to"
    found = patterns.change_behind.match(place.behind)
    if found and (mention.unit in ("%", "pp", "x") or "more" not in found[0]):
        return Basis.CHANGE, f"before {found[0].strip()}"
    if _BY.search(place.before) and (found := patterns.change_verb.search(place.clause)):
        return Basis.CHANGE, f"{found[0].lower()} by"
    if found := patterns.change_noun.search(place.before):
        return Basis.CHANGE, f"after {found[0].strip().lower()}"
    if mention.unit in ("%", "pp", "x") and patterns.change_directly.search(place.before):
        return Basis.CHANGE, "after a verb of change"
    if mention.unit == "x" and patterns.change_verb.search(place.clause):
        return Basis.CHANGE, "multiple of a change"
    return Basis.LEVEL, "no word of change"


def _is_background(normal: str, place: _Place, end: int) -> bool:
    patterns, mention = _patterns(), place.mention
    if mention.is_threshold:
        return True
    if re.search(r"\bfrom $", place.clause) and _MOVING.match(place.behind):
        return True
    if mention.unit == "count" and _gathers(normal, place):
        return True
    if mention.unit in ("year", "month", "day"):
        words = normal[mention.start : mention.end + 14]
        return mention.why != STREAK and "consecutive" not in words
    return patterns.background_behind.match(place.behind) is not None


def _gathers(normal: str, place: _Place) -> bool:
    """the three main crops, four major sectors: a tally of the plan's own parts."""
    mention = place.mention
    if normal[mention.start].isdigit() or place.before.endswith("another "):
        return False
    is_definite = place.before.endswith((" the ", " these ")) or place.before in ("the ", "The ")
    return is_definite or _patterns().gathered.match(normal, mention.end) is not None
