"""Sentences that a page or a file broke over lines, read as if written on one.

A break inside Chinese stands for nothing, one inside English for a space. What is found in the
unbroken words is put back to its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from duixian.reading.records import Language

_BREAK = re.compile(r"[^\S\n\u3000]*\n[\s\u200b]*")


class Unbroken(msgspec.Struct, frozen=True):
    """The words of a sentence without line breaks; ``places[i]`` is where the ``i``-th stands."""

    words: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text of ``words[start:end]``."""
        if start == end:
            place = self.places[start] if start < len(self.places) else self.places[-1] + 1
            return place, place
        return self.places[start], self.places[end - 1] + 1


def is_broken(text: str, start: int, end: int) -> bool:
    """Return whether a line ends inside ``text[start:end]``."""
    return text.find("\n", start, end) >= 0


def unbroken(text: str, start: int, end: int, language: Language) -> Unbroken:
    """Return ``text[start:end]`` without its line breaks."""
    words: list[str] = []
    places: list[int] = []
    position = start
    for found in _BREAK.finditer(text, start, end):
        words.append(text[position : found.start()])
        places.extend(range(position, found.start()))
        if language is Language.EN:
            words.append(" ")
            places.append(found.start())
        position = found.end()
    words.append(text[position:end])
    places.extend(range(position, end))
    return Unbroken("".join(words), places)
