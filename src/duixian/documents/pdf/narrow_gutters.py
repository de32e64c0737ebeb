"""Two columns so close that their lines run into each other: parted where the right one begins.

Gaps inside lines of one column fall anywhere; behind a gutter the letters of line after line
begin at the same place, which is the left margin of the column on the right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from duixian.documents.pdf.lines import Segment

_LEAST_GAP = 0.3  # sizes that a gutter is wider than the gaps of its line
_HUNG_GAP = 0.15  # the same behind a mark that hangs over the margin
_FROM, _TO = 0.3, 0.7  # of the page's width, where a gutter may stand
_SHORTEST = 5  # letters of a line that runs into the next column; a name in the middle has fewer
_FEWEST = 5  # lines that show it
_MOST_WHOLE = 0.15  # of the lines, across the gutter
_SAME = 1.5  # points


def part_at_narrow_gutter(segments: Sequence[Segment]) -> tuple[list[Segment], float] | None:
    """Part the segments of a page at a narrow gutter; give them and its place, none for none."""
    begins = _right_margin(segments)
    if begins is None:
        return None
    parted: list[Segment] = []
    cut = whole = 0
    for segment in segments:
        begun_left = segment.left < begins - _SHORTEST * segment.size
        crosses = begun_left and segment.right > begins + _SAME
        halves = _halves(segment, begins) if crosses else [segment]
        cut += len(halves) == 2
        whole += crosses and len(halves) == 1
        parted.extend(halves)
    if not cut or whole > _MOST_WHOLE * len(parted):
        return None
    return parted, begins - _SAME


def _right_margin(segments: Sequence[Segment]) -> float | None:
    """Give where line after line begins in the middle of a page, behind a gap or by itself."""
    if len(segments) < _FEWEST:
        return None
    left = min(each.left for each in segments)
    width = max(each.right for each in segments) - left
    low, high = left + _FROM * width, left + _TO * width
    begun = Counter(
        round(start / _SAME)
        for segment in segments
        for start in (segment.left, *_behind_gaps(segment))
        if low <= start <= high
    )
    together = {place: begun[place - 1] + begun[place] + begun[place + 1] for place in [*begun]}
    best = max(together, key=lambda place: (together[place], begun[place]), default=0)
    return best * _SAME if together.get(best, 0) >= _FEWEST else None


def _behind_gaps(segment: Segment) -> Iterator[float]:
    """Give where letters begin behind gaps that are wider than is usual in their line."""
    gaps = _gaps(segment)
    least = median(gaps or [0.0]) + _LEAST_GAP * segment.size
    for gap, after in zip(gaps, segment.characters[1:], strict=True):
        if gap >= least:
            yield after.left


def _gaps(segment: Segment) -> list[float]:
    return [after.left - before.right for before, after in pairwise(segment.characters)]


def _halves(segment: Segment, begins: float) -> list[Segment]:
    """Part a segment at the margin of the right column, where its paragraphs are indented too."""
    characters = segment.characters
    least = median(_gaps(segment)) + _HUNG_GAP * segment.size
    for at, (before, after) in enumerate(pairwise(characters), start=1):
        if after.left < begins - 2 * _SAME:
            continue
        gap = after.left - before.right
        is_begin = abs(after.left - begins) <= 2 * _SAME and gap >= least
        is_indented = gap >= 0.9 * segment.size
        if before.right <= begins + _SAME and (is_begin or is_indented):
            return [
                Segment(characters[:at], segment.baseline, segment.size),
                Segment(characters[at:], segment.baseline, segment.size),
            ]
        break
    return [segment]
