"""The marks of notes behind words and numbers (412³家, 5.6%[4], 3亿元①): they say nothing there.

In the normal form characters that nobody sees stand in their place, so a number goes on to its
unit. Powers (m², 10⁸) and the numbers of a list (①建园②修路) are no marks.
"""

from __future__ import annotations

import re

from duixian.documents.raised import CIRCLED, RAISED, is_power

_UNSEEN = "\u2060"

# A pattern that starts with a set of characters skips all others at once.
_MARK = re.compile(
    rf"[{RAISED}{CIRCLED}\[［〔【](?:(?<=[{RAISED}])[{RAISED}]{{0,2}}(?:[,，、–-][{RAISED}]{{1,3}})*"
    rf"|(?<=[{CIRCLED}])(?:(?<=[\d%％].)|(?=[，。；、：！？）)”》]|[^\S\n]{{0,3}}$|\d))"
    rf"|(?<=[\[［〔【])[\d{RAISED}{CIRCLED}]{{1,2}}[\]］〕】])",
    re.MULTILINE,
)
_IS_RAISED = re.compile(f"[{RAISED}]")
_FAR = 24  # characters in front of a mark that tell what it is
_BEHIND_TEXT = re.compile(
    r"(?:[\d㐀-鿿%％‰”’）)》」.。，,；;、：！？!?]|(?<![A-Za-z/])[A-Za-z]*[a-z]{3})$"
)


def without_note_marks(text: str) -> str:
    """Return the text, of the same length, without the marks of notes."""
    return _MARK.sub(lambda mark: _unseen(text, mark), text)


def _unseen(text: str, mark: re.Match[str]) -> str:
    start = mark.start()
    before = text[max(0, start - _FAR) : start]
    is_raised = _IS_RAISED.match(mark[0]) is not None
    if is_raised and before.endswith(" "):  # as PDF sets a raised figure off
        before = before[:-1]
    if not _BEHIND_TEXT.search(before) or (is_raised and is_power(mark[0], before)):
        return mark[0]
    return _UNSEEN * len(mark[0])
