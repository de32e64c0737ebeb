"""The words that say what an English number measures: ``en/measures.toml``, compiled."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leading: list[str]
    begun: list[str]
    no_verbs: list[str]
    moved: list[str]
    showing: list[str]
    counted: list[str]
    moves: list[str]
    compared_with: list[str]
    moved_to: list[str]
    moving: list[str]
    parts: list[str]
    shares: list[str]
    named_moves: list[str]
    no_deeds: list[str]
    done: list[str]
    more: list[str]
    more_than: list[str]
    beyond: list[str]
    aims: list[str]
    passing_aims: list[str]
    reaching: list[str]
    paying: list[str]
    paid_for: list[str]
    coming_to: list[str]
    of_another: list[str]
    subject_verbs: list[str]


class MeasureWords(msgspec.Struct, frozen=True):
    """The words around a number that say what it measures, as patterns and sets."""

    verb: re.Pattern[str]
    leading: frozenset[str]
    begun: frozenset[str]
    moved: re.Pattern[str]
    compared_with: re.Pattern[str]
    moved_to: frozenset[str]
    moving: frozenset[str]
    parts: frozenset[str]  # tea took a 5% share
    share: re.Pattern[str]
    named_move: re.Pattern[str]
    was_done: re.Pattern[str]
    more: re.Pattern[str]
    compared: re.Pattern[str]  # 3 percent higher than, above the target
    to_reach: re.Pattern[str]
    paying: re.Pattern[str]
    paid_for: re.Pattern[str]
    came_to: re.Pattern[str]
    of_target: re.Pattern[str]
    subject: re.Pattern[str]  # and its population reached
    passed_aim: re.Pattern[str]  # surpassing the target of


@cache
def adjectives_in_ed() -> str:
    """Return the pattern of words in -ed that are no verbs behind what is counted."""
    return word_tree(load_toml("en/measures.toml", _Data).no_verbs)


@cache
def measure_words() -> MeasureWords:
    """Return the words that say what an English number measures."""
    data = load_toml("en/measures.toml", _Data)
    return MeasureWords(
        verb=re.compile(
            r"\b(?:were|was|are|will be|been|have|has"
            rf"|(?!(?:{word_tree(data.no_verbs)})\b)[\w]+ed)\b"
        ),
        leading=frozenset(data.leading),
        begun=frozenset(data.begun),
        moved=re.compile(
            rf"(?:^|, |\band |\bwas |\bwere |\bis |\bare )\s*(?:{word_tree(data.moved)}"
            rf"|(?:(?:{word_tree(data.showing)}) )?(?:an? )?(?:(?:{word_tree(data.counted)}) )*"
            rf"(?:{word_tree(data.moves)}) (?:of|by)) $",
            re.I,
        ),
        compared_with=re.compile(rf"^[\s,.]*(?:$|(?:{word_tree(data.compared_with)})\b)", re.I),
        moved_to=frozenset(data.moved_to),
        moving=frozenset(data.moving),
        parts=frozenset(data.parts),
        share=re.compile(rf"\b(?:{word_tree(data.shares)})", re.I),
        named_move=re.compile(
            rf"{word_tree(data.named_moves)}|\b(?:{word_tree(context_words().directions)})\b"
        ),
        was_done=re.compile(
            rf"^ (?:was|were|will be|has been|have been) (?!(?:{word_tree(data.no_deeds)})\b)"
            rf"(?:\w+ly )?([a-z]+ed|[a-z]*paid|{word_tree(data.done)})\b"
        ),
        more=re.compile(rf" (?:{word_tree(data.more)})\b(?! than)"),
        compared=re.compile(
            rf"^ (?:(?:{word_tree(data.more_than)}) than\b"
            rf"|(?:{word_tree(data.beyond)}) (?:(?:the|its|that of|{word_tree(data.aims)}) ?"
            r"|(?:last year|the year before|20\d\d)['’]s?\b))"
        ),
        paying=re.compile(rf"\b(?:{word_tree(data.paying)}) (?:[a-z]+ )?$"),
        paid_for=re.compile(rf"^ ({word_tree(data.paid_for)}) "),
        came_to=re.compile(rf"\b(?:{word_tree(data.coming_to)}) $"),
        of_target=re.compile(
            rf"^ of (?:the |its |their |our )?(?:[a-z-]+ )?(?:{word_tree(data.aims)})(?=[.,;)]|$)"
        ),
        passed_aim=re.compile(
            rf"\W*(?:and )?(?:{word_tree(data.passing_aims)}) (?:the|its|our|their) "
            rf"(?:[\w’'-]+ ){{0,3}}?(?P<aim>{word_tree(data.aims)}) of $"
        ),
        subject=re.compile(
            rf"\W*(?:and |while )?(?:the |its )?(?!(?:{word_tree(data.of_another)})\b)[a-z-]+ "
            rf"(?:{word_tree(data.subject_verbs)})\b"
        ),
        to_reach=re.compile(rf"^.*\b(?:to|and) (?:{word_tree(data.reaching)})\b", re.S),
    )
