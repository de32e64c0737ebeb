"""Whose number it is, where an English clause leaves that to the words before it.

of which tax revenue made up 70 percent; benefiting 3,000 households; accounting for 5 percent of
the whole; bringing the total to 90: the subject is what the number or the clause before told of.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import alternation, load_toml
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import STREAK

_OPENS = r"^\W*(?:and |thus |thereby )?"
_OF_WHICH = re.compile(_OPENS + r"of (?:which|whom|them|these|this|those)\b(?P<own>.*)", re.S)
_SHARE_OF_WHICH = re.compile(r"^ of (?:which|whom|them|these|those)\b(?P<rest>.*)", re.S)
_PART = re.compile(r"\b(?:account|made up|makes? up|making up|took up|takes? up|represent)", re.I)
# ..., overseas trips and vehicles were: the last of several nouns, and none that has a verb.
_LAST_NOUNS = re.compile(
    r"^ (?P<more>[\w’'-]+ ){0,4}?and (?:[\w’'-]+ ){1,4}?"
    r"(?:was|were|is|are|will|has|have|had|[a-z]+ed|grew|rose|fell|went|came|up|down) "
)
_NOUNS = re.compile(r" ?[\w’'“”-]+(?: [\w’'“”-]+){0,9}")
_NO_NOUNS = re.compile(
    r"^ ?(?:in|by|for|with|through|during|since|after|before|on|at|as|under|over|to|from|while|and|"
    r"when|if|this|last|meanwhile|overall|we|they|it|[a-z]+ly|(?!spending|funding|lending|financing|housing)[a-z]+ing)\b|\d"
    r"|\b(?:was|were|is|are|will|has|have|had|been|be|[a-z]+ed|grew|rose|fell|went|came|held|built)\b",
    re.I,
)
_WHOLE = re.compile(r"^ (?:of|in) ")
_TO = re.compile(r"^\W*(?:to|to reach)\W*$")
_NUMBER = re.compile(r"\d")
_MOST_WORDS = 8
_MOST_NOUNS = 4
_WORDS_OF_RATE = 3


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sharing: list[str]
    doing: list[str]
    raising: list[str]
    totals: list[str]
    rates: list[str]


class _Words(msgspec.Struct, frozen=True):
    sharing: re.Pattern[str]  # accounting for, or: what follows is a share of a whole
    doing: re.Pattern[str]  # benefiting, adding: what the deed before led to
    total: re.Pattern[str]  # bringing the total to
    rate: re.Pattern[str]  # with a satisfaction rate of


@cache
def _words() -> _Words:
    data = load_toml("en/subjects.toml", _Data)
    return _Words(
        sharing=re.compile(rf"{_OPENS}(?:{alternation(data.sharing)})\W*$"),
        doing=re.compile(
            rf"{_OPENS}(?P<verb>{alternation(data.doing)})(?: an?)?"
            r"(?: (?:additional|total of))?\W*$"
        ),
        total=re.compile(
            rf"\b(?:{alternation(data.raising)}) (?:the|its|their)(?: \w+)? "
            rf"(?:{alternation(data.totals)})\b[^,;]{{0,20}}\bto $"
        ),
        rate=re.compile(
            rf"{_OPENS}(?:with|its|their|the) (?P<own>[^,;]*\b(?:{alternation(data.rates)}))\b"
            r"(?: (?:of|at|is|was|were|being|both|all|reaching|reached|standing at))* ?$"
        ),
    )


def with_subject(place: Place, inherited: str) -> list[str] | None:
    """Return the measure of a number that takes its subject from before, else nothing."""
    subject = _subject(place, inherited)
    if not subject:
        return None
    if found := _OF_WHICH.match(place.before):
        return _part(place, found["own"], subject)
    if found := _SHARE_OF_WHICH.match(place.behind):
        return [*_counted(subject), *phrase_behind(found["rest"])]
    words = _words()
    if place.mention.unit == "%" and _WHOLE.match(place.behind):
        if words.sharing.match(place.before):
            return [*subject, "share of", *phrase_behind(place.behind)]
        return None
    if words.total.search(place.before):
        return [*subject, "total"]
    if found := words.doing.match(place.before):
        return [*phrase_behind(place.behind), found["verb"], *subject]
    if found := words.rate.match(place.before):
        own = phrase_before(found["own"])
        return [*subject, *own] if len(own) <= _WORDS_OF_RATE else None
    return _bare(place, inherited)


def with_list(place: Place) -> str:
    """Return the words in front of a number with the nouns in front that the clause ends."""
    last = _LAST_NOUNS.match(place.before)
    if last is None:
        return place.before
    listed: list[str] = []
    for clause in reversed(place.front.rstrip(" ,").split(",")[-_MOST_NOUNS:]):
        if _NOUNS.fullmatch(clause) is None or _NO_NOUNS.search(clause):
            break
        listed.insert(0, clause)
    if len(listed) < (1 if last["more"] else 2):  # , and the deficit was: a clause of its own
        return place.before
    return ",".join([*listed, place.before])


def _bare(place: Place, inherited: str) -> list[str] | None:
    """doubling the figure of 2020, more than doubled to 90 units, for the third year running."""
    mention = place.mention
    if not inherited or phrase_before(place.before):
        return None
    if mention.why == STREAK:
        return [inherited, *phrase_behind(place.behind)]
    if mention.unit == "x" or _TO.match(place.before):
        return [inherited]
    return None


def _part(place: Place, own: str, subject: list[str]) -> list[str]:
    words = phrase_before(own)
    if place.mention.unit == "%" and words and _PART.search(own):
        return [*words, "share of", *subject]
    return [*subject, *(words or phrase_behind(place.behind))]


def _counted(subject: list[str]) -> list[str]:
    """spectators drawing 9 concerts: of what led to them no share is told."""
    words = _words()
    ends = (at for at, word in enumerate(subject) if at and words.doing.match(word))
    return subject[: next(ends, len(subject))]


def _subject(place: Place, inherited: str) -> list[str]:
    """What the number before measured, or the clause in front if that has no number."""
    clause = place.front.rstrip(" ,").rsplit(", ", 1)[-1]
    if clause and not _NUMBER.search(clause):
        words = phrase_before(clause)
        if not inherited or len(words) > 1:
            return words[:_MOST_WORDS]
    return inherited.split(" ")[:_MOST_WORDS] if inherited else []
