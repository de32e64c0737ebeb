"""Chinese names told by an edition, by a founding or by being held: events, bodies that are set up.

第八届湿地大会 and 2026湿地大会 name an event though each of its words is an everyday one;
组建青岩水务集团 names a body, which elsewhere is only one of those who act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name
from duixian.language.word_tree import word_tree

_LONGEST_NAME = 24
_LONGEST_HELD = 16
_TERM = r"第[一二三四五六七八九十\d]{1,4}届"
_YEAR = r"(?<!\d)20\d\d年?(?!\d|[初底末度]|[一二三四五六七八九十\d]{1,3}月)"


class _Patterns(NamedTuple):
    event: re.Pattern[str]
    listed_event: re.Pattern[str]  # before one that has an edition
    held: re.Pattern[str]  # 办好青岩论坛, without an edition
    held_beside: re.Pattern[str]
    founded: re.Pattern[str]


def named_occasions(text: str) -> Iterator[Span]:
    """Give the events with an edition, and the bodies founded, that a text names."""
    if "届" in text or "20" in text:
        for found in _patterns().event.finditer(text):
            yield from _listed_before(text, found.start())
            yield found.span("name")
    if "办" in text:
        yield from _held(text)
    for found in _patterns().founded.finditer(text):
        if is_name(found["stem"], from_its_start=False):
            yield found.span("name")


def _held(text: str) -> Iterator[Span]:
    """Give the events that are held, with those listed behind: 办好青岩论坛、柳河马拉松."""
    for first in _patterns().held.finditer(text):
        found: re.Match[str] | None = first
        while found:
            yield found.span("name")
            found = _patterns().held_beside.match(text, found.end())


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
    held = (
        rf"(?!(?:{word_tree(words.class_of_event)})+(?:{word_tree(words.held_suffixes)}))"
        rf"(?!{word_tree(words.no_held_event)}|{_TERM}|[\d两三四五六七八九十])"
        f"(?:{inside}){{1,{_LONGEST_HELD}}}?(?<![型类大])(?:{word_tree(words.held_suffixes)})"
        "(?=[，。；、：”]|$|等|和|与|及|的?(?:筹办|筹备|准备))"
    )
    return _Patterns(
        event=re.compile(
            f"(?P<name>(?:{_TERM}|{_YEAR}(?:{inside}){{2}})(?:{inside}){{0,{_LONGEST_NAME}}}?"
            f"(?:{events}))"
        ),
        listed_event=re.compile(
            f"(?:^|{word_tree(verbs)})(?P<name>(?!{_TERM})(?:{inside}){{2,16}}(?:{events}))$"
        ),
        held=re.compile(rf"(?:{word_tree(words.holding)})(?:了|好)?(?P<name>(?![了好]){held})"),
        held_beside=re.compile(f"[、和及](?P<name>{held})"),
        founded=re.compile(
            f"(?:{word_tree(words.founding)})(?:了|好)?"
            f"(?P<name>(?P<stem>(?:(?!{classes})[一-鿿A-Za-z]){{2,16}}?)"
            f"(?:{bodies}))(?![一-鿿])"
        ),
    )
