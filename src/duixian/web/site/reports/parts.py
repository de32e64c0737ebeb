"""Parting a long report into pages: at its headings, as few as the limit allows.

A page is parted by weight: the bytes of its text and of the markup around every statement and
number, so that none comes near the 300 KB a page may have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from duixian.web.ledger.models import Section

LARGEST_WEIGHT = 215_000  # bytes; head, outline and foot come on top
STATEMENT_WEIGHT = 150
QUANTITY_WEIGHT = 8
# What HTML writes longer than it is, and a line's end, which begins a new block.
_SIZES = {"&": 5, "<": 4, ">": 4, '"': 6, "'": 6, "\n": 50}


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a report: a half-open span of its text. ``number`` is counted from 1."""

    number: int
    start: int
    end: int
    heading: str  # of the first section that begins on it

    def holds(self, place: int) -> bool:
        """Tell whether a character stands on this page."""
        return self.start <= place < self.end


class Weights:
    """How heavy any span of a text is, asked in no time."""

    def __init__(self, text: str, statements: Iterable[int], quantities: Iterable[int]) -> None:
        sizes = [0] * (len(text) + 1)
        for place, character in enumerate(text):
            sizes[place + 1] = _SIZES.get(character) or _bytes_of(character)
        for place in statements:
            sizes[min(place, len(text) - 1) + 1] += STATEMENT_WEIGHT
        for place in quantities:
            sizes[min(place, len(text) - 1) + 1] += QUANTITY_WEIGHT
        self._sums = list(accumulate(sizes))

    def of(self, start: int, end: int) -> int:
        """Weigh a span, in bytes."""
        return self._sums[end] - self._sums[start]

    def reach(self, start: int) -> int:
        """Tell how far a page that begins here can go."""
        return bisect_left(self._sums, self._sums[start] + LARGEST_WEIGHT) - 1


def parts_of(text: str, sections: Sequence[Section], weights: Weights) -> tuple[Part, ...]:
    """Part a report; one that fits on a page stays whole."""
    starts = [0, *_cuts(text, sections, weights), len(text)]
    return tuple(
        Part(number, start, end, _first_heading(sections, start, end))
        for number, (start, end) in enumerate(pairwise(starts), start=1)
    )


def _cuts(text: str, sections: Sequence[Section], weights: Weights) -> Iterator[int]:
    here = 0
    while weights.of(here, len(text)) > LARGEST_WEIGHT:
        here = _next_cut(text, sections, here, max(weights.reach(here), here + 1))
        if here >= len(text):
            return
        yield here


def _next_cut(text: str, sections: Sequence[Section], here: int, reach: int) -> int:
    """Cut before the highest heading in the second half of what fits, else at a line's end."""
    middle = here + (reach - here) // 2
    headed = [each for each in sections if middle <= each.start <= reach and each.heading]
    if headed:
        return min(headed, key=lambda each: (each.level, -each.start)).start
    line = text.rfind("\n", middle, reach)
    return line + 1 if line >= 0 else reach


def _first_heading(sections: Sequence[Section], start: int, end: int) -> str:
    inside = (each.heading for each in sections if start <= each.start < end and each.heading)
    return next(inside, "")


def part_at(parts: Sequence[Part], place: int) -> Part:
    """Find the page a character stands on; the last for a place beyond the text."""
    return next((part for part in parts if part.holds(place)), parts[-1])


def _bytes_of(character: str) -> int:
    if character < "\x80":
        return 1
    return 3 if character < "\U00010000" else 4
