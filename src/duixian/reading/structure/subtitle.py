"""Titles and the lines under them that are set over several lines.

清河县 / 人民政府 / 工作报告 is one title. The line under it says when and where the report was
given, and either half of it alone is a heading to look at: ——2025年1月10日在清河县 / 第六届…会议上.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from duixian.documents.document import Span
from duixian.language.headings import heading_patterns
from duixian.reading.languages import language_of
from duixian.reading.records import Language

_HEAD_LINES = 40  # lines among which it stands
_MOST_LINES = 3  # that it is broken over
_LONGEST = 160  # characters
_LONGEST_NAME = 24  # characters of a government above the rest of its title
_SPACED = re.compile(
    r"(?<![^\s\d])[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])){2,}"
)
_BETWEEN_LETTERS = re.compile(
    r"(?<=[\u4e00-\u9fff\d“（(、，])[ \u3000]+(?=[\u4e00-\u9fff\d”）)、，])"
)
_BLANKS = re.compile(r"\s+")
_STOPS = frozenset("，。；：！？;!?")


def title_on_one_line(text: str, language: Language) -> str:
    """Return a text without its line breaks, and without spaces between letters set wide."""
    if language is Language.EN:
        if "\n" not in text:
            return text.strip()
        return " ".join(line.strip() for line in text.split("\n"))
    lines = (line.strip() for line in text.split("\n"))
    return "".join(_SPACED.sub(lambda wide: _BLANKS.sub("", wide.group()), one) for one in lines)


def set_close(text: str) -> str:
    """Return a Chinese heading without the blanks it is set wide with: 2023 年 工 作 回 顾."""
    return _BETWEEN_LETTERS.sub("", text) if _SPACED.search(text) else text


def lines_that_go_on(lines: Sequence[Span], normal: str) -> frozenset[int]:
    """Return the starts of the lines that go on with a title, or with a line under it, above."""
    return _broken_title(lines[:_HEAD_LINES], normal) | _broken_subtitle(lines, normal)


def title_goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with the title that the line above it begins."""
    patterns = heading_patterns(Language.ZH)
    if len(above) > _LONGEST_NAME or not patterns.title_above.fullmatch(above):
        return False
    names_a_body = patterns.title_body.search(above) is not None
    if patterns.title_end.fullmatch(line):
        return names_a_body is not (patterns.title_body.search(line) is not None)
    is_body = patterns.title_above.fullmatch(line) and patterns.title_body.search(line[-1:])
    return is_body is not None and not names_a_body


def _broken_title(lines: Sequence[Span], normal: str) -> frozenset[int]:
    texts = [normal[slice(*line)] for line in lines]
    title_end = heading_patterns(Language.ZH).title_end
    end = next((at for at, text in enumerate(texts) if title_end.fullmatch(text)), 0)
    begin = end
    while begin and title_goes_on(texts[begin - 1], texts[begin]):
        begin -= 1
    return frozenset(start for start, _ in lines[begin + 1 : end + 1])


def _broken_subtitle(lines: Sequence[Span], normal: str) -> frozenset[int]:
    """Return the starts of the lines that go on with the line above them."""
    head = lines[:_HEAD_LINES]
    # A line may begin with a day in either language: ——20 alone has no letters of one.
    opening = [heading_patterns(each).delivered_opens for each in Language]
    for index, line in enumerate(head):
        text = normal[slice(*line)]
        if not any(pattern.match(text) for pattern in opening) or _is_given(text):
            continue
        for count in range(2, _MOST_LINES + 1):
            piece = head[index : index + count]
            if len(piece) == count and _is_given(_joined(piece, normal)):
                return frozenset(after[0] for _, after in pairwise(piece))
    return frozenset()


def _joined(lines: Sequence[Span], normal: str) -> str:
    text = "\n".join(normal[slice(*line)] for line in lines)
    return title_on_one_line(text, language_of(text))


def _is_given(text: str) -> bool:
    """Whether a text says when and where, and is no sentence that goes on to tell of it."""
    if len(text) > _LONGEST or not _STOPS.isdisjoint(text):
        return False
    patterns = heading_patterns(language_of(text))
    return any(pattern.search(text) for pattern in patterns.delivered)
