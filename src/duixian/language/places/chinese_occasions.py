"""Chinese names told by an edition, by a founding or by being held: events, bodies that are set up.

第八届湿地大会 and 2026湿地大会 name an event though each of its words is an everyday one;
组建青岩水务集团 names a body, which elsewhere is only one of those who act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name
from duixian.language.word_tree import word_tree

_LONGEST_NAME = 24
_LONGEST_HELD = 16
_JOINT = re.compile("[、和及]")
_CLAUSE = re.compile("[^，；。]+")
_CLAUSE_END = re.compile(r"[，。；：\n]|$")
_TERM = r"第[一二三四五六七八九十\d]{1,4}届"
_YEAR = r"(?<!\d)20\d\d年?(?!\d|[初底末度]|[一二三四五六七八九十\d]{1,3}月)"


class _Patterns(NamedTuple):
    event: re.Pattern[str]
    listed_event: re.Pattern[str]  # before one that has an edition
    holding: re.Pattern[str]
    held: re.Pattern[str]  # 办好青岩论坛, without an edition
    of_the_world: re.Pattern[str]
    founded: re.Pattern[str]


def named_occasions(text: str) -> Iterator[Span]:
    """Give the events with an edition, and the bodies founded, that a text names."""
    if "届" in text or "20" in text:
        for found in _patterns().event.finditer(text):
            yield from _listed_before(text, found.start())
            yield found.span("name")
    if "办" in text or "举行" in text:
        yield from _held(text)
    if "举" in text or "召开" in text or "开幕" in text:
        yield from _took_place(text)
    for found in _patterns().founded.finditer(text):
        if is_name(found["stem"], from_its_start=False):
            yield found.span("name")


def _held(text: str) -> Iterator[Span]:
    """Give the events that are held, with those listed behind: 办好青岩论坛、柳河马拉松."""
    verbs = list(_patterns().holding.finditer(text))
    for verb, following in zip_longest(verbs, verbs[1:]):
        limit = following.start() if following else len(text)
        begin, end = verb.end(), next(_CLAUSE_END.finditer(text, verb.end(), limit)).start()
        while begin < end:
            found = _patterns().held.match(text, begin, end)
            if found and (found["formal"] is None or _is_formal(found["stem"])):
                yield found.span("name")
                begin = found.end()
            joint = _JOINT.search(text, begin, end)
            begin = joint.end() if joint else end


def _took_place(text: str) -> Iterator[Span]:
    """Give the events that a clause opens with and says were held: 世界湿地大会在青岩举行."""
    for clause in _CLAUSE.finditer(text):
        found = _patterns().held.match(text, clause.start())
        if found and found["took_place"] and (not found["formal"] or _is_formal(found["stem"])):
            yield found.span("name")


def _is_formal(stem: str) -> bool:
    """Say whether what stands before 大会, 文化节 names one of them: 世界湿地大会."""
    return _patterns().of_the_world.match(stem) is not None or is_name(stem, from_its_start=False)


def _listed_before(text: str, start: int) -> Iterator[Span]:
    """Give the event without an edition that a list has before one: 湿地论坛、第八届湿地大会."""
    if not text.endswith("、", 0, start):
        return
    low = max(text.rfind(mark, 0, start - 1) for mark in "、，；。：") + 1
    if found := _patterns().listed_event.search(text[low : start - 1]):
        yield low + found.start("name"), start - 1


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    events, bodies = word_tree(words.event_suffixes), word_tree(words.founded_suffixes)
    classes = word_tree(words.not_founded)
    verbs = [word for word in words.not_in_an_event if len(word) > 1]
    inside = f"(?!{word_tree(words.not_in_an_event)})[^，。；、：“”《》的了\\n]"
    quoted = "“[^“”，。；]{2,20}”"
    suffixes = word_tree([*words.held_suffixes, *words.formally_held_suffixes])
    held_event = (
        r"(?:[\d一二两三四五六七八九十]{1,3}届)?"
        rf"(?P<name>(?!(?:{word_tree(words.class_of_event)})+(?:{suffixes})|(?:{suffixes})和)"
        rf"(?!{word_tree(words.no_held_event)}|{_TERM}|[\d两三四五六七八九十了好])"
        f"(?P<stem>(?:{inside}){{1,{_LONGEST_HELD}}}?)(?<![型类大])"
        f"(?:{word_tree(words.held_suffixes)}|(?P<formal>{word_tree(words.formally_held_suffixes)})))"
    )
    ends = f"[，。；、：”]|$|等|和|与|及|的?(?:筹办|筹备|准备)|(?P<took_place>{words.took_place})"
    return _Patterns(
        event=re.compile(
            f"(?P<name>(?:{_TERM}(?:{quoted})?|首届(?:{quoted}|{inside})|{_YEAR}(?:{inside}){{2}})"
            f"(?:{inside}){{0,{_LONGEST_NAME}}}?(?:{events}))"
        ),
        listed_event=re.compile(
            f"(?:^|{word_tree(verbs)})(?P<name>(?!{_TERM})(?:{inside}){{2,16}}(?:{events}))$"
        ),
        holding=re.compile(rf"(?:{word_tree(words.holding)})(?:了|好)?"),
        held=re.compile(f"{held_event}(?={ends})"),
        of_the_world=re.compile(word_tree(words.of_the_world)),
        founded=re.compile(
            f"(?:{word_tree(words.founding)})(?:了|好)?"
            f"(?P<name>(?P<stem>(?:(?!{classes})[一-鿿A-Za-z]){{2,16}}?)"
            f"(?:{bodies}))(?![一-鿿])"
        ),
    )
