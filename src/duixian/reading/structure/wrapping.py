"""Whether a text is hard-wrapped: its lines broken at a fixed width and not where a sentence ends.

A line fills the width where the first word of the next line would not have fitted behind it. In
a wrapped text nearly every line that ends no sentence does; elsewhere hardly any. Chinese and
English lines may be wrapped at different widths.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from duixian.reading.languages import language_of
from duixian.reading.records import ZH, Language

_WIDE = re.compile(r"[^\x00-\u00ff]")
# What no program parts: a Latin word up to its hyphen, a figure, or one Chinese character; and
# the marks behind it, which do not begin a line.
_FIRST_WORD = re.compile(
    r"\s*(?:[A-Za-z'’]+-?|[\d.,%]+|\S)[，。、；：！？）》”’」』】,.;:!?)%]*", re.ASCII
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_NARROWEST, _WIDEST = 10, 140  # characters of a line
_FEWEST = 5  # lines that fill the width
_OF_THE_BROKEN = 0.7  # share of the lines without an end that fill it
_OF_ALL = 0.2  # share of all lines that fill it and have no end
_LONGER = 0.05  # share of all lines that may be longer: titles, tables


class Wrapping(msgspec.Struct, frozen=True):
    """The width at which lines were broken, in characters or in columns (Chinese takes two)."""

    width: int
    in_columns: bool

    @property
    def characters(self) -> int:
        """How many characters of its language fill a line."""
        return self.width // 2 if self.in_columns else self.width

    def fills(self, line: str, following: str) -> bool:
        """Return whether the first word of the following line did not fit behind the line."""
        length = _length(line, in_columns=self.in_columns)
        if length > self.width + (2 if self.in_columns else 1):
            return False
        word = _FIRST_WORD.match(following[: self.width + 1])
        if word is None:
            return False
        space = 1 if following[:1].isascii() and line[-1:].isalpha() and line[-1:].isascii() else 0
        added = _length(word[0], in_columns=self.in_columns)
        return length + space + added > self.width


def find_wrapping(
    lines: Sequence[str], broken: Sequence[tuple[str, str]]
) -> Mapping[Language, Wrapping]:
    """Return how the lines of each language were wrapped; nothing where they were not.

    ``broken`` are the lines without a sentence's end, each with the line right behind it.
    """
    found: dict[Language, Wrapping] = {}
    if len(broken) < _FEWEST:
        return found
    for language in Language:
        own = [line for line in lines if language_of(line) is language]
        pairs = [pair for pair in broken if language_of(pair[0]) is language]
        if len(pairs) < _FEWEST or len(pairs) < _OF_ALL * len(own):
            continue
        kinds = (False, True) if language is ZH else (False,)
        wrappings = [_widest(own, in_columns=in_columns) for in_columns in kinds]
        best = max(wrappings, key=lambda one: sum(one.fills(*pair) for pair in pairs))
        if _holds(best, own, pairs):
            found[language] = best
    if found and len(found) == 1:
        # A line of a Chinese text may hold nothing but figures and Latin letters.
        (only,) = found.values()
        found = dict.fromkeys(Language, only)
    return found


def are_of_one_paragraph(line: str, following: str) -> bool:
    """Return whether two lines are not a text and its translation."""
    if _HAN.search(line) and not _HAN.search(following):
        return len(_LATIN.findall(following)) < len(following) // 6
    if _HAN.search(following) and not _HAN.search(line):
        return len(_LATIN.findall(line)) < len(line) // 6
    return True


def _widest(lines: Sequence[str], *, in_columns: bool) -> Wrapping:
    lengths = sorted(_length(line, in_columns=in_columns) for line in lines)
    return Wrapping(lengths[int((1 - _LONGER) * (len(lengths) - 1))], in_columns)


def _holds(wrapping: Wrapping, lines: Sequence[str], pairs: Sequence[tuple[str, str]]) -> bool:
    if not _NARROWEST <= wrapping.characters <= _WIDEST:
        return False
    filled = sum(wrapping.fills(*pair) for pair in pairs)
    return filled >= max(_FEWEST, _OF_THE_BROKEN * len(pairs), _OF_ALL * len(lines))


def _length(line: str, *, in_columns: bool) -> int:
    return len(line) + len(_WIDE.findall(line)) if in_columns else len(line)
