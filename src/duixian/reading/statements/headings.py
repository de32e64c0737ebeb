"""Which sentences only head what follows, and say nothing of their own.

A heading on its own line without a full stop names a theme. A heading that is a sentence with
a subject (We strengthened …) or holds a figure says something and is a statement like others.
A whole Chinese sentence that opens an item (一是加强监管。 ——经济回升。) heads what follows and
says something as well: its kind is that of its section (``by_rules``).
"""

from __future__ import annotations

import re

from duixian.language.bullets import BULLET
from duixian.language.mark_ending import MarkEnding
from duixian.language.numerals import FIGURE_ALONE
from duixian.reading.records import Language, Role, Section
from duixian.reading.sentences import Sentence
from duixian.reading.statements.patterns import Theme, statement_patterns

_LIST_NUMBER = re.compile(r"[\s(（]*(?:\d{1,3}|[IVX]+|[一二三四五六七八九十]+)[.、．)）]*\s*$")
_SAYS_SOMETHING = re.compile(r"[^\W_]")
_ENDED = MarkEnding("。！？；.!?;:：", closers="”’\"')）")
_FULL_STOP = MarkEnding("。！？.!?", closers="”’\"')）")
_DASH = "(?:[—–]{1,2}|--)"
_LIST_ITEM = re.compile(rf"\s*(?:(?:{BULLET}|[○-]|{_DASH})\s*|[(（]?\d{{1,2}}[)）.．、]\s*)(?=\S)")
_BULLET_TELLS = re.compile(rf"\s*(?:{BULLET}|[○-])\s*[^:]{{2,60}}:\s*\S")
_BULLETED = re.compile(rf"\s*(?:{BULLET}\s*(?=\S)|{_DASH}\s*(?=[A-Z]))")
_LONGEST = {Language.ZH: 48, Language.EN: 260}
_LONGEST_ITEM = 42
_LONGEST_CARD = 40  # of the number on a card
_LONGEST_MARKER = 6  # of the list marker in front of a sentence


def is_heading(
    text: str, section: Section, sentence: Sentence, *, has_figures: bool, tells_figures: bool
) -> bool:
    """Return whether the sentence is a heading and no statement.

    ``tells_figures``: it has figures of its own, no price, rule or part of a plan.
    """
    words = text[sentence.start : sentence.end]
    if _LIST_NUMBER.match(words) or not _SAYS_SOMETHING.search(words):
        return True
    if has_figures and (_ENDED.ends(words) or FIGURE_ALONE.match(words)):
        return False
    if tells_figures and _LIST_ITEM.match(words):
        return False
    if _BULLET_TELLS.match(words) or _is_below_a_figure(text, sentence):
        return False
    heads_section = _in_heading(section, sentence)
    if _BULLETED.match(words) and not heads_section:
        return False
    if not _names_a_theme(
        text, section, sentence, heads_section=heads_section, has_figures=has_figures
    ):
        return False
    patterns = statement_patterns(sentence.language).theme
    return not _is_sentence(patterns, words, heads_section=heads_section)


def _names_a_theme(
    text: str, section: Section, sentence: Sentence, *, heads_section: bool, has_figures: bool
) -> bool:
    """Return whether a line stands as a heading does; whether it is a sentence is not asked."""
    words = text[sentence.start : sentence.end]
    if words.endswith(("；", ";")):  # an item of a list
        return False
    if words.startswith("——") and _ENDED.ends(words):
        return section.role is not Role.PLAN
    if heads_section:
        if _FULL_STOP.ends(words) and _is_all_of(section, sentence):
            return False
        if len(words) <= _LONGEST_ITEM:
            return True
        is_long = len(words) > _LONGEST[sentence.language]
        return _is_own_line(text, sentence) and not (is_long and _FULL_STOP.ends(words))
    theme = statement_patterns(sentence.language).theme
    if theme.gerund_only.match(words):
        return True
    if theme.labels and theme.labels.match(words):
        return _is_own_line(text, sentence)
    return (
        not has_figures
        and len(words) <= _LONGEST[sentence.language]
        and not _ENDED.ends(words[-_LONGEST_MARKER:])
        and _is_own_line(text, sentence)
    )


def _is_sentence(patterns: Theme, words: str, *, heads_section: bool) -> bool:
    if patterns.no_theme.search(words):
        return patterns.names is None or patterns.names.match(words) is None
    is_ended = _FULL_STOP.ends(words)
    if (is_ended or not heads_section) and patterns.states.search(words):
        return True
    return is_ended and patterns.past.search(words) is not None


def _in_heading(section: Section, sentence: Sentence) -> bool:
    span = section.heading_span
    if span is None:
        return False
    return section.start <= sentence.start < span[1] and sentence.end <= span[1] + 2


def _is_all_of(section: Section, sentence: Sentence) -> bool:
    """Return whether the section, an item of a list, holds nothing but the sentence."""
    return section.end - sentence.end <= _LONGEST_MARKER


def _is_own_line(text: str, sentence: Sentence) -> bool:
    before = text.rfind("\n", 0, sentence.start) + 1
    after = text.find("\n", sentence.end)
    line = text[before : after if after >= 0 else len(text)]
    return len(line.strip()) <= sentence.end - sentence.start + _LONGEST_MARKER


def _is_below_a_figure(text: str, sentence: Sentence) -> bool:
    """Return whether the sentence is a line of small letters under a line of one number."""
    if not text[sentence.start].islower():
        return False
    above = text[max(0, sentence.start - _LONGEST_CARD) : sentence.start].rstrip()
    return FIGURE_ALONE.match(above[above.rfind("\n") + 1 :]) is not None
