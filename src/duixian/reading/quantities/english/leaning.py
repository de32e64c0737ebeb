"""English numbers that lean on a subject in front of them, or on a pronoun.

The airport, handling 6 million passengers, was the busiest; 85 others were finished; the share of
those rated good; 3,000 of those out of work; the people, to whom 70 percent was devoted.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import change_behind
from duixian.reading.quantities.english.elided import things_of
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED

_TO_WHOM = re.compile(r"^\W*(?P<link>to|for|from|on) (?:whom|which) $")
_LAST_LINK = re.compile(r".*\b(?:for|of|to|in|on|by|with|from|after) (?=[^,]*$)", re.S)
_JOINED = re.compile(r"^\W*(?:and )?$")
_DEFINING = re.compile(r" (?:that|who|which|whose|where) ")
_MOST_WORDS = 6
_LEAST_WORDS = 2
_LONGEST_FRONT = 120  # characters in which those words stand
_FEW_WORDS = 4
_DONE_BY = re.compile(r"\W*(?:\w+ly )?([a-z]+ed|built|run|led) by $")

_LINKS = ("out", "of", "in", "from", "at", "on", "for", "with", "to")
_AS_WERE = re.compile(r"\W*as (?:was|were) (?P<own>(?:[a-z]+ ){0,3})")
_WAS_DONE = re.compile(r".*\b(?:was|were|been) (?P<did>[a-z][^,;]*)$", re.S)
# The bridge, 900 meters long and paved with stone, was opened: of the bridge.
_LONG = re.compile(r" (?:long|wide|high|tall|deep|thick)\b")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    besides: list[str]
    goes_on: list[str]
    no_subjects: frozenset[str]
    others: list[str]
    parts: list[str]
    verbs: list[str]
    drawing: list[str]
    having: list[str]
    going: list[str]
    under_way: list[str]
    saying: frozenset[str]
    relatives: list[str]


class _Words(msgspec.Struct, frozen=True):
    besides: re.Pattern[str]  # handling
    goes_on: re.Pattern[str]  # was the busiest for
    no_subjects: frozenset[str]
    others: re.Pattern[str]
    of_those: re.Pattern[str]  # the share of those rated
    verb: re.Pattern[str]
    drawing: re.Pattern[str]
    having: re.Pattern[str]
    going: re.Pattern[str]
    under_way: re.Pattern[str]
    saying: frozenset[str]
    relative: re.Pattern[str]  # , most of whom


@cache
def _words() -> _Words:
    data = load_toml("en/leaning.toml", _Data)
    return _Words(
        besides=re.compile(rf"^\s*(?P<verb>{word_tree(data.besides)}) (?:\w+ ){{0,2}}$"),
        goes_on=re.compile(rf"^\s*(?:{word_tree(data.goes_on)}) "),
        no_subjects=data.no_subjects,
        others=re.compile(rf"^ (?:{word_tree(data.others)})\b"),
        of_those=re.compile(
            rf"\b(?P<part>{word_tree(data.parts)}) of those (?P<rest>[a-z].*)", re.S
        ),
        verb=re.compile(rf" (?:{word_tree(data.verbs)}) "),
        drawing=re.compile(rf" (?:{word_tree(data.drawing)}) $"),
        having=re.compile(rf"^(?P<who>(?: [\w-]+){{1,4}}) (?P<verb>{word_tree(data.having)})\W*$"),
        under_way=re.compile(
            rf"^(?P<what>.*) (?:{word_tree(data.under_way)}) (?:in|on|at) $", re.S
        ),
        going=re.compile(rf" (?:{word_tree(data.going)}) $"),
        saying=data.saying,
        relative=re.compile(rf", (?:{word_tree(data.relatives)}) "),
    )


def with_leaning(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """Return the measure of a number that leans on a subject or a pronoun, else nothing."""
    before, behind, words = place.before, place.behind, _words()
    if behind.startswith(" of those "):
        return _of_those_people(place)
    if behind.startswith(" who ") and (things := things_of(previous)):
        return [*_head_of(things), *phrase_behind(behind)]  # 90 herders, 9 who moved
    if "as w" in before and (joined := _AS_WERE.fullmatch(before)):
        return _as_those_before(place, joined)
    if before.endswith((" whom ", " which ")) and (found := _TO_WHOM.match(before)):
        return _to_whom(place, found["link"])
    if place.front.endswith(","):
        if before.endswith(" by ") and (doers := _done_by(place, previous, inherited)):
            return doers
        if "ing " in before and (found := words.besides.match(before)):
            subject = _bare_subject(place.front)
            return [*subject, found["verb"], *phrase_behind(behind)] if subject else None
        if (own := words.goes_on.match(before)) and (gone_on := _goes_on(place, own.end())):
            return gone_on
        if before.lstrip().partition(" ")[0] in words.saying:
            return _over_relative(place)
    if _LONG.match(behind) and not before.strip() and place.front.endswith(","):
        return [*subject, behind.split()[0]] if (subject := _owner(place.front)) else None
    if before == " with " and "ing" in behind and (found := words.having.match(behind)):
        of = phrase_before(place.front.rstrip(" ,").rpartition(", ")[2])[:_MOST_WORDS]
        return [*phrase_behind(found["who"]), found["verb"], *of]
    is_bare = inherited and "ing" in behind and not before.strip()
    if is_bare and (found := words.having.match(behind)):
        return [*phrase_behind(found["who"]), found["verb"], *inherited.split()[:_MOST_WORDS]]
    if place.mention.unit in COUNTED:
        if previous is not None and before.endswith("to ") and goes_to(previous, place):
            return phrase_behind(behind)
        if "way " in before and (found := words.under_way.match(before)):
            return [*phrase_before(found["what"])[-_FEW_WORDS:], *phrase_behind(behind)]
    if behind.startswith((" more ", " fewer ")) and change_behind().match(behind):
        return _drawn(place, previous)
    return _leans_on_things(place, previous)


def goes_to(place: Place, following: Place) -> list[str]:
    """investment of 3 billion yuan will go into 40 projects: investment in the projects."""
    if not place.behind.endswith("to "):
        return []
    if place.mention.unit in COUNTED or following.mention.unit not in COUNTED:
        return []
    head = phrase_before(place.before)
    if len(head) > _FEW_WORDS or not _words().going.search(place.behind):
        return []
    return [*head, "in", *phrase_behind(following.behind)] if head else []


def _of_those_people(place: Place) -> list[str] | None:
    """3,000 of those out of work found jobs: people, and none of what was told of before."""
    if place.mention.unit != "person":
        return None
    return ["people", *phrase_behind(place.behind.removeprefix(" of those"))]


def _as_those_before(place: Place, joined: re.Match[str]) -> list[str] | None:
    """Two parks were opened, as were 90 gardens: those were opened as well."""
    done = _WAS_DONE.match(place.front.rstrip(" ,"))
    things = [*phrase_before(joined["own"]), *_head_of(phrase_behind(place.behind))]
    return [*things, *phrase_before(done["did"])[:_FEW_WORDS]] if done else None


def _head_of(words: list[str]) -> list[str]:
    """herders out of debt, gardens of many kinds: herders, gardens."""
    ends = (at for at, word in enumerate(words) if at and word in _LINKS)
    return words[: min(next(ends, _FEW_WORDS), _FEW_WORDS)]


def _done_by(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """bamboo, pooled by 119 villages: the villages that pooled it."""
    done = _DONE_BY.match(place.before)
    if done is None or place.mention.unit not in COUNTED:
        return None
    things = things_of(previous) or inherited.split() or _bare_subject(place.front)
    if previous is not None and previous.behind.startswith(" of "):
        things = phrase_behind(previous.behind)
    return [*phrase_behind(place.behind), done[1], *things[:_FEW_WORDS]] if things else None


def _to_whom(place: Place, link: str) -> list[str] | None:
    """the people, to whom 70 percent of spending was devoted."""
    own = phrase_behind(place.behind)
    front = place.front[-_LONGEST_FRONT:].rstrip(" ,")
    linked = _LAST_LINK.match(front)
    whom = phrase_before(front[linked.end() :])[-_FEW_WORDS:] if linked else []
    return [*own, link, *whom] if own and whom else None


def _goes_on(place: Place, opened: int) -> list[str] | None:
    """The airport, handling 6 million passengers, was: what the subject in front goes on with."""
    clause, found, besides = place.front.rstrip(" ,").rpartition(", ")
    if not found or not _words().besides.match(besides.partition(" ")[0] + " "):
        return None
    subject, own = _bare_subject(f"{clause},"), phrase_before(place.before[opened:])
    return [*subject, *own] if subject else None


def _over_relative(place: Place) -> list[str] | None:
    """The number of firms that moved here, most of which are young, rose: the number of firms."""
    relatives = list(_words().relative.finditer(place.front))
    if not relatives:
        return None
    subject = place.front[: relatives[-1].start()].rpartition(", ")[2]
    head = _DEFINING.split(subject, maxsplit=1)[0]
    words = phrase_before(head)[-_MOST_WORDS:]
    if len(words) < _LEAST_WORDS or words[0].lower() in _words().no_subjects:
        return None
    if _words().verb.search(f" {head} ") or any(mark.isdigit() for mark in head):
        return None
    return [*words, *phrase_before(place.before)]


def _bare_subject(front: str) -> list[str]:
    """Return the words of a clause in front that is no more than a subject."""
    clause = front.rstrip(" ,").rpartition(", ")[2].removeprefix("and ")
    words = clause.split()
    if not words or len(words) > _MOST_WORDS or words[0].lower() in _words().no_subjects:
        return []
    if any(character.isdigit() for character in clause) or _words().verb.search(f" {clause} "):
        return []
    return phrase_before(clause)


def _owner(front: str) -> list[str]:
    """The bridge over the north canal, 900 meters: what a clause without a verb names."""
    clause = front.rstrip(" ,").rpartition(", ")[2]
    if _words().verb.search(f" {clause} ") or any(mark.isdigit() for mark in clause):
        return []
    return phrase_before(clause)


def _drawn(place: Place, previous: Place | None) -> list[str] | None:
    """The fair attracted 27% more firms and 59% more visitors: of the fair, both."""
    drawing, before = _words().drawing, place.before
    if previous is not None and _JOINED.match(before):
        before = previous.before
    if not drawing.search(before) or before.lstrip().split(" ", 1)[0].lower() == "we":
        return None
    subject = phrase_before(before)
    if not 1 < len(subject) <= _MOST_WORDS:
        return None
    return [*subject, *phrase_behind(place.behind)]


def _leans_on_things(place: Place, previous: Place | None) -> list[str] | None:
    """85 others; the share of those rated good: of the things that were counted before."""
    if previous is None:
        return None
    if " other" in place.behind and place.mention.unit in COUNTED:
        if not (found := _words().others.match(place.behind)):
            return None
        things = things_of(previous)
        own = phrase_behind(place.behind[found.end() :])
        return [*_done_to(place, previous), *things, *own] if things else None
    if " of those " not in place.before or not (found := _words().of_those.search(place.before)):
        return None
    things = things_of(previous)
    return [found["part"], "of", *things, *phrase_before(found["rest"])] if things else None


def _done_to(place: Place, previous: Place) -> list[str]:
    """Renovation began in 127 and was finished in 85 others: the renovation was."""
    own = phrase_before(place.before)
    if not _words().goes_on.match(f" {place.before.lstrip()}"):
        return own
    subject = _words().verb.split(previous.before, maxsplit=1)
    return [*phrase_before(subject[0])[:_FEW_WORDS], *own] if len(subject) > 1 else own
