"""What English numbers measure: the phrase that names it, before or behind the number.

A list told off (rose 6 percent and 8 percent respectively) gives each number its member; a
number that only says how far something moved (up 2 points from last year) has the subject of
the number before it; the members of a list share the verb that opens it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import alternation, load_toml
from duixian.reading.quantities.mentions import Mention

_WORD = re.compile(r"[A-Za-z0-9][\w'’&/.-]*[\w’']|[A-Za-z]")
_SHARE_OF = re.compile(r"^\s(?:of|in) ")
_HAS_VERB = re.compile(r"\b(?:were|was|are|will be|been|have|has)\b|\b\w+ed\b")
_BETWEEN = re.compile(r"\s*(?:,|and|,\s*and|to)\s*(?:(?:by|over|about|nearly|more than)\s+)?")
_RESPECTIVELY = re.compile(r"[^.;]{0,40}?\brespectively\b")
_LIST = re.compile(r",\s*and\s+|,\s+|\s+and\s+")
_AND = re.compile(r"(?P<first>(?:[\w’'-]+, )*[\w’'-]+),? and (?P<last>[\w’'-]+)(?P<rest> .*)")
_OPENS = re.compile(r"(?:^|\b(?:the|of|in|at|for|from|both|local|total)\s|[,;]\s*)$", re.I)
_CLAUSE = re.compile(r"[;:]\s|\.\s")
_MOVE = re.compile(r"increase|decrease|rise|growth|drop|decline|reduction")
_LONGEST_PHRASE = 11
_LONGEST_CLAUSE = 200
_FEW_WORDS = 1
_MORE_WORDS = 5
_COUNTED = ("count", "person", "household")
_RATES = ("%", "pp", "x")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leading: list[str]
    moved: list[str]
    compared_with: list[str]


class _Shared(msgspec.Struct, frozen=True):
    change_behind: list[str]
    dropped: list[str]
    connectives: list[str]
    phrase_stops: list[str]


class OwnWords(msgspec.Struct, frozen=True):
    """A number's unit with the words of its clause that are its own."""

    unit: str
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class _Words:
    dropped: frozenset[str]
    connectives: frozenset[str]
    phrase_stops: frozenset[str]
    leading: frozenset[str]
    change_behind: re.Pattern[str]
    moved: re.Pattern[str]
    compared_with: re.Pattern[str]


@cache
def _words() -> _Words:
    data, shared = load_toml("en/measures.toml", _Data), load_toml("en/context.toml", _Shared)
    return _Words(
        dropped=frozenset(shared.dropped),
        connectives=frozenset(shared.connectives),
        phrase_stops=frozenset(shared.phrase_stops),
        leading=frozenset(data.leading),
        change_behind=re.compile(
            r"^[ -](?:(?:year-on-year|annual|average annual) )?"
            rf"(?:{alternation(shared.change_behind)})\b(?! than)"
        ),
        moved=re.compile(
            rf"(?:^|, |\band |\bwas |\bwere |\bis |\bare )\s*(?:{alternation(data.moved)}) $", re.I
        ),
        compared_with=re.compile(rf"^[\s,.]*(?:$|(?:{alternation(data.compared_with)})\b)", re.I),
    )


def english_measure(place: OwnWords, previous: OwnWords | None, inherited: str) -> str:
    """Return the counted noun phrase with its verb, or the subject the figure is said of."""
    if inherited and _only_moves(place):
        noun = _MOVE.search(place.before)
        return f"{inherited} {noun[0]}" if noun and noun[0] not in inherited else inherited
    before, behind = _phrase(place.before, last=True), _phrase(place.behind, last=False)
    if place.unit in _COUNTED and behind:
        if _HAS_VERB.search(place.behind):
            return " ".join(behind)
        few = _FEW_WORDS if len(behind) > 2 else _MORE_WORDS
        own = _trimmed(before[-few:])
        if not before and previous is not None and previous.unit in _COUNTED:
            own = _leading(inherited)
        return " ".join([*own, *behind])
    if _words().change_behind.match(place.behind) or (
        _SHARE_OF.match(place.behind) and len(before) < _MORE_WORDS
    ):
        return " ".join([*_trimmed(before[-_FEW_WORDS:]), *behind])
    words = before or behind
    if len(words) <= 1 and inherited:
        words = [inherited, *words]
    return " ".join(words)


def _only_moves(place: OwnWords) -> bool:
    """Tell whether all that is said is how far it moved: up 2 points from the previous year."""
    words = _words()
    if words.moved.search(place.before) is None:
        return False
    return len(_phrase(place.before, last=True)) <= _MORE_WORDS and (
        words.compared_with.match(place.behind) is not None
    )


def _leading(inherited: str) -> list[str]:
    first = inherited.split(" ", 1)[0]
    return [first] if first.lower() in _words().leading else []


def told_off(normal: str, start: int, mentions: list[Mention]) -> dict[int, str]:
    """Return the measures of numbers told off with 'respectively', by their position."""
    found: dict[int, str] = {}
    position = 0
    while position < len(mentions):
        size = _run(normal, mentions, position)
        last = mentions[position + size - 1]
        if size > 1 and _RESPECTIVELY.match(normal, last.high_edge, last.high_edge + 60):
            low = mentions[position - 1].high_edge if position else start
            low = max(low, mentions[position].low_edge - _LONGEST_CLAUSE)
            front = _CLAUSE.split(normal[low : mentions[position].low_edge])[-1]
            for offset, member in enumerate(_members(front, size)):
                found[position + offset] = " ".join(_phrase(member, last=True))
        position += size
    return found


def _run(normal: str, mentions: list[Mention], position: int) -> int:
    size = 1
    while position + size < len(mentions):
        between = normal[mentions[position + size - 1].end : mentions[position + size].start]
        if not _BETWEEN.fullmatch(between):
            break
        size += 1
    return size


def _members(front: str, size: int) -> list[str]:
    """urban and rural incomes rose: each adjective takes the noun; two subjects are split."""
    pairs = list(_AND.finditer(front))
    if not pairs:
        return []
    found = pairs[-1]
    first = _LIST.split(found["first"])
    opening = front[: found.start()]
    if len(first) + 1 == size and _OPENS.search(opening):
        return [f"{opening}{each}{found['rest']}" for each in (*first, found["last"])]
    parts = _LIST.split(front.strip(" ,"))
    return parts if len(parts) == size else []


def _phrase(words: str, *, last: bool) -> list[str]:
    """The words around a number that name its measure, up to where the phrase ends."""
    patterns = _words()
    phrase: list[str] = []
    for found in _WORD.finditer(words.replace("-level", " level")):
        word = found[0].strip(".")
        if word.lower() in patterns.phrase_stops:
            if not last and phrase:
                break
            phrase = [] if last else phrase
        else:
            phrase.append(word)
    phrase = _trimmed(phrase)
    return _trimmed(phrase[-_LONGEST_PHRASE:] if last else phrase[:_LONGEST_PHRASE])


def _trimmed(words: list[str]) -> list[str]:
    """Drop articles, auxiliaries and connectives inside and at both ends."""
    data = _words()
    kept = [word for word in words if word.lower() not in data.dropped]
    while kept and kept[-1].lower() in data.connectives:
        kept.pop()
    while kept and kept[0].lower() in data.connectives:
        kept.pop(0)
    return kept
