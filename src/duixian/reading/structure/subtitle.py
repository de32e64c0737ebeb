"""The line under a title that says when and where a report was given, broken over lines.

——2025年1月10日在清河县 / 第六届人民代表大会第五次会议上: either half alone is a heading to look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from duixian.documents.document import Span
from duixian.language.headings import heading_patterns
from duixian.reading.languages import language_of
from duixian.reading.records import Language

_HEAD_LINES = 40  # lines among which it stands
_MOST_LINES = 3  # that it is broken over
_LONGEST = 160  # characters
_STOPS = frozenset("，。；：！？;!?")


def on_one_line(text: str, language: Language) -> str:
    """Return a text without its line breaks, for which Chinese has no space."""
    if "\n" not in text:
        return text
    between = "" if language is Language.ZH else " "
    return between.join(line.strip() for line in text.split("\n"))


def broken_subtitle(lines: Sequence[Span], normal: str) -> frozenset[int]:
    """Return the starts of the lines that go on with the line above them."""
    head = lines[:_HEAD_LINES]
    for index, line in enumerate(head):
        text = normal[slice(*line)]
        if not _opens(text) or _is_given(text):
            continue
        for count in range(2, _MOST_LINES + 1):
            piece = head[index : index + count]
            if len(piece) == count and _is_given(_joined(piece, normal)):
                return frozenset(after[0] for _, after in pairwise(piece))
    return frozenset()


def _opens(text: str) -> bool:
    """Whether a line begins with a day in either language: ——20 alone has no letters of one."""
    return any(heading_patterns(each).delivered_opens.match(text) for each in Language)


def _joined(lines: Sequence[Span], normal: str) -> str:
    text = "\n".join(normal[slice(*line)] for line in lines)
    return on_one_line(text, language_of(text))


def _is_given(text: str) -> bool:
    """Whether a text says when and where, and is no sentence that goes on to tell of it."""
    if len(text) > _LONGEST or not _STOPS.isdisjoint(text):
        return False
    patterns = heading_patterns(language_of(text))
    return any(pattern.search(text) for pattern in patterns.delivered)
