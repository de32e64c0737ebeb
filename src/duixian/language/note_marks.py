"""The marks of notes behind words and numbers (412³家, 5.6%[4], 3亿元①): they say nothing there.

In the normal form characters that nobody sees stand in their place, so a number goes on to its
unit. Powers (m², 10⁸) and the numbers of a list (①建园②修路) are no marks.
"""

from __future__ import annotations

import re

RAISED = "⁰¹²³⁴-⁹"  # of a character class
_UNSEEN = "\u2060"

# A pattern that starts with a set of characters skips all others at once.
_MARK = re.compile(
    rf"[{RAISED}①-⑳\[［〔【](?:(?<=[{RAISED}])[{RAISED}]{{0,2}}(?:[,，、–-][{RAISED}]{{1,3}})*"
    r"|(?<=[①-⑳])(?:(?<=[\d%％].)|(?=[，。；、：！？）)”》]|[^\S\n]{0,3}$|\d))"
    rf"|(?<=[\[［〔【])[\d{RAISED}①-⑳]{{1,2}}[\]］〕】])",
    re.MULTILINE,
)
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_FAR = 8  # characters in front of a mark that tell what it is
_BEHIND_TEXT = re.compile(
    r"(?:[\d㐀-鿿%％‰”’）)》」.。，,；;、：！？!?]|(?<![A-Za-z/])[A-Za-z]*[a-z]{3})$"
)
_TAKES_POWER = re.compile(r"(?:米|里|尺|(?<![\d.,])10)\s?$")


def without_note_marks(text: str) -> str:
    """Return the text, of the same length, without the marks of notes."""
    return _MARK.sub(lambda mark: _unseen(text, mark), text)


def _unseen(text: str, mark: re.Match[str]) -> str:
    start = mark.start()
    before = text[max(0, start - _FAR) : start]
    is_raised = mark[0][0] in _RAISED_DIGITS
    if is_raised and before.endswith(" "):  # as PDF sets a raised figure off
        before = before[:-1]
    if not _BEHIND_TEXT.search(before) or (is_raised and _TAKES_POWER.search(before)):
        return mark[0]
    return _UNSEEN * len(mark[0])
