"""English numbers that only tell of what another number counts, and what is said behind both.

52 projects worth 3 million yuan each were signed: the projects were. Six schools with 5,400 places
opened: the schools did, and the places are theirs. All 16 villages earned 3 million yuan: one thing
is told of them by two numbers.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED

_OPENING = re.compile(r"\W*(?:and )?(?:(?:a )?total of )?", re.I)
_ALL = re.compile(r"\W*(?:all|each) (?:of )?(?:the |its |our )?", re.I)
_FROM = re.compile(r" (?:from|in|on|through) ")
_HEAD_OF_THEM = re.compile(r"(?:and )?of (?:them|these|those|which|that)\b")  # is no list's
_OF_THEM = re.compile(r" of (?:them|these|those|which)\b")
_LONGEST_LIST = 400  # characters, over semicolons
_MOST_THINGS = 4  # words that name what is counted


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    having: list[str]
    coming: list[str]
    sizes: list[str]
    did: list[str]
    no_deeds: list[str]
    ways: list[str]
    inserting: list[str]
    heads: list[str]


class _Words(msgspec.Struct, frozen=True):
    last_words: tuple[str, ...]  # one of which ends what the next two find
    has: re.Pattern[str]  # schools with
    sized: re.Pattern[str]  # projects worth
    comes: re.Pattern[str]  # guests from
    done: re.Pattern[str]  # places opened, each were signed
    way: re.Pattern[str]
    inserted: re.Pattern[str]
    headed: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml("en/told_by_numbers.toml", _Data)
    having, sizes = word_tree(data.having), word_tree(data.sizes)
    things = rf"^(?P<things>(?: [\w’'-]+){{1,{_MOST_THINGS + 2}}}?)"
    return _Words(
        last_words=tuple(f" {word} " for word in (*data.having, *data.coming, *data.sizes, "of")),
        has=re.compile(rf"{things} (?:{having}) $"),
        sized=re.compile(
            rf"{things},? (?:{sizes}|(?:{having}) (?:(?:an?|its|their) )?(?:[\w-]+ ){{1,4}}of) $"
        ),
        comes=re.compile(rf"{things} (?:{word_tree(data.coming)}) $"),
        done=re.compile(
            r"^(?P<own>(?: (?!(?:of|in|for|and|each|was|were|are|will|have|has) )[\w’'-]+){0,3}?)"
            r"(?: each)?(?P<done> (?:(?:was|were|will be|have been|has been) (?:\w+ly )?[a-z]+"
            rf"|(?!(?:{word_tree(data.no_deeds)})\b)[a-z]+ed|{word_tree(data.did)})\b)"
        ),
        way=re.compile(rf"^['’]? (?P<way>{word_tree(data.ways)})\b"),
        inserted=re.compile(
            r"(?:^|, |[;:.] )(?P<with>(?:and )?with )(?P<noun>(?:the )?[a-z][^,;:.\d]{2,60}), "
            rf"(?:{word_tree(data.inserting)}) [^,;:.\d]{{3,80}},$"
        ),
        headed=re.compile(
            r"(?:^|[.!?:\n•] ?)(?:the )?"
            rf"(?P<head>(?:[\w’'-]+ ){{0,3}}(?:{word_tree(data.heads)}))"
            r" of [^.!?\n•]*(?:\.\d[^.!?\n•]*)*; ?$",
            re.I,
        ),
    )


def things_told(behind: str) -> str:
    """Return what is counted without the number that tells of it: schools, of schools with."""
    words = _words()
    if not behind.endswith(words.last_words):
        return behind
    found = words.has.match(behind) or words.sized.match(behind)
    return found["things"] if found else behind


def predicate_behind(first: Place, last: Place) -> list[str]:
    """17 roads with a length of 14 km were opened: what is said of them behind what they have.

    Gives the whole measure of the first number, nothing where the second is no attribute of it.
    """
    if first.mention.unit not in COUNTED or not first.behind.endswith(_words().last_words):
        return []
    if not _OPENING.fullmatch(first.before):
        return []
    comes = _words().comes.match(first.behind)
    things = comes["things"] if comes else things_told(first.behind)
    done = _words().done.match(last.behind) if things is not first.behind else None
    if done is None or _words().done.match(things):
        return []
    return [*phrase_behind(things), *phrase_behind(last.behind[done.start("done") :])]


def had_by_things(first: Place, last: Place) -> list[str]:
    """Six schools with 5,400 places opened: the second number counts school places."""
    if not first.behind.endswith(_words().last_words):
        return []
    if not {first.mention.unit, last.mention.unit}.issubset(COUNTED):
        return []
    found = _words().has.match(first.behind)
    if found is None:
        return []
    things = phrase_behind(found["things"])
    done = _words().done.match(last.behind)
    own = phrase_behind(done["own"] if done else last.behind)
    if not things or not things[-1].endswith("s") or len(own) != 1 or len(things) > _MOST_THINGS:
        return []
    return [*things[:-1], _single(things[-1]), *own]


def _single(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]


def told_of_all(first: Place, last: Place) -> list[str]:
    """All 16 villages earned 3 million yuan from tea: of both numbers the same is told."""
    if first.mention.unit not in COUNTED or last.mention.unit in COUNTED:
        return []
    if not _ALL.fullmatch(first.before) or last.front != first.front or " and " in first.behind:
        return []
    if not _FROM.match(last.behind) or not _words().done.match(first.behind):
        return []
    return [*phrase_behind(first.behind), *phrase_behind(last.behind)]


def is_of_them(place: Place) -> bool:
    """Tell whether a number is a part of what was counted: seven of them."""
    return " of " in place.behind and _OF_THEM.match(place.behind) is not None


def way_there(place: Place) -> list[str]:
    """within 10 minutes' walk: how far it is to what stands in front."""
    if place.mention.unit not in ("min", "h") or not (way := _words().way.match(place.behind)):
        return []
    return [*phrase_before(place.before), way["way"]]


def over_insertion(place: Place) -> list[str]:
    """with tea, the mainstay of trade, making up two thirds: the tea does."""
    if not place.front.endswith(",") or "ing " not in place.before:
        return []
    found = _words().inserted.search(place.front) if "with " in place.front else None
    return phrase_before(found["noun"]) if found else []


def head_of_list(normal: str, start: int) -> str:
    """of coal, 6 tons: the head that a sentence in front has for it (output of steel), with of."""
    if not normal.startswith(("of ", "and of "), start) or _HEAD_OF_THEM.match(normal, start):
        return ""
    found = _words().headed.search(normal[max(0, start - _LONGEST_LIST) : start])
    return f"{found['head'].strip()} of" if found else ""
