"""Which paragraphs can be headings by their looks, and which only stand around a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duixian.language.bullets import BULLET
from duixian.language.headings import heading_patterns
from duixian.language.numerals import FIGURE_ALONE
from duixian.reading.records import Language
from duixian.reading.structure.paragraphs import Paragraph

LONGEST = {Language.ZH: 70, Language.EN: 240}  # characters of a numbered heading
ENDED = re.compile(r"[。！？!?：:；;，,、.…—](?:[”’\"')）】]*)$")
_SHORTEST = 2
_BODY_SENTENCE = {Language.ZH: 30, Language.EN: 90}  # characters only running text has
# It starts with a set of characters, so that all others are skipped at once.
_SENTENCE_INSIDE = re.compile(r"[。；！？.!?](?:(?<=[。；！？])|(?<=[a-z)][.!?])\s+[A-Z])")
_UNFINISHED = re.compile(r" (?:by|before|until)\s*$")  # a date stands in the next line
_BULLET = re.compile(rf"{BULLET}|>|-\s")
# A cell of figures, behind another: GDP | 46 billion yuan | +8.1%. A year is none: 2024 IN REVIEW.
_FIGURE_IN_CELL = re.compile(r"\| *[+±−-]?(?:[A-Z]{0,3}[$¥€]? ?)\d(?!\d{3} [A-Za-z])")
_CAPITAL = re.compile(r"[A-Z0-9“\"‘']")
_NAME = re.compile(
    r"[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]+"
)


def where_the_body_begins(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the first paragraph after title, date and speaker."""
    for index, paragraph in enumerate(paragraphs):
        patterns = heading_patterns(paragraph.language)
        text = paragraph.text
        is_sentence = len(text) >= _BODY_SENTENCE[paragraph.language] and ENDED.search(text)
        if patterns.salutation.match(text) or patterns.opening.search(text):
            return index
        if is_sentence and not is_furnishing(paragraph):
            return index
        if patterns.numbered.match(text) and not is_furnishing(paragraph):
            return index
    return len(paragraphs)


def may_be_heading(paragraph: Paragraph, longest: int, offset: int = 0) -> bool:
    """Return whether a paragraph, from ``offset`` on, looks like a heading."""
    text = paragraph.text[offset:]
    if not _SHORTEST <= len(text) <= longest or ENDED.search(text) or _SENTENCE_INSIDE.search(text):
        return False
    if _BULLET.match(text) or FIGURE_ALONE.match(text) or not paragraph.is_one_line:
        return False
    if "|" in text and _FIGURE_IN_CELL.search(text):
        return False
    if paragraph.language is Language.EN and (not _CAPITAL.match(text) or _UNFINISHED.search(text)):
        return False
    return not _is_signature(paragraph)


def is_furnishing(paragraph: Paragraph) -> bool:
    """Whether it is a title, a date, a speaker: what stands around a report."""
    patterns = heading_patterns(paragraph.language)
    text = paragraph.text
    if len(text) > LONGEST[paragraph.language]:
        return False
    return (
        patterns.title.search(text) is not None
        or says_a_day(paragraph)
        or _NAME.fullmatch(text) is not None
        or _is_signature(paragraph)
    )


def says_a_day(paragraph: Paragraph) -> bool:
    """Whether a dash and a date, and no sentence, are all of it: ——2025年1月10日."""
    patterns = heading_patterns(paragraph.language)
    line = paragraph.line
    if len(line) > LONGEST[paragraph.language] or not patterns.delivered_opens.match(line):
        return False
    return patterns.dated.match(line) is not None or any(
        pattern.search(line) for pattern in patterns.delivered
    )


def _is_signature(paragraph: Paragraph) -> bool:
    """Whether it says when, where, by whom and to whom the report is given."""
    patterns = heading_patterns(paragraph.language)
    text = paragraph.line
    return (
        any(pattern.search(text) for pattern in patterns.delivered)
        or patterns.speaker.match(text) is not None
        or patterns.date_line.fullmatch(text) is not None
        or patterns.opening.search(text) is not None
    )
