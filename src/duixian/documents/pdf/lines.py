"""Characters to lines: what stands side by side, in reading order, two columns included.

A `Segment` is a stretch of text without a wide gap; a `Line` is what a reader reads from
left to right before going down: one segment, or several parted by tabs.
"""

from __future__ import annotations

import itertools
import re
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from duixian.documents.pdf.characters import Character
from duixian.documents.wide import WIDE_RANGES, is_wide

_LEFT = attrgetter("left")
_WIDE_GAP = 1.5  # sizes; wider gaps part segments, as the gap between columns does
_TAB_GAP = 2.5  # sizes; wider gaps are printed as a tab
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = "“‘（《〈【「『〔("
_CLOSING = "，。、；：？！”’）》】〉」』〕…·％‰℃,.;:)%"
_FIRST_WORD = re.compile(
    rf"[{_OPENING}]*(?:[^\s{WIDE_RANGES}{_OPENING}]+|.)[{re.escape(_CLOSING)}]*"
)


@dataclass(slots=True)
class Segment:
    """A stretch of text on one baseline without a wide gap in it."""

    characters: list[Character]
    baseline: float
    size: float

    @property
    def left(self) -> float:
        """Give where its first character begins."""
        return self.characters[0].left

    @property
    def right(self) -> float:
        """Give where its last character ends."""
        return self.characters[-1].right


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a page.

    Attributes:
        page: index of the page, from 0.
        column: 0 for the whole width, 1 and 2 for the left and the right of two columns.
        first_word: width of what cannot be parted at its start, in points.
        hanging: width of the punctuation at its end, which may stand outside the margin.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float
    page: int
    column: int = 0
    first_word: float = 0.0
    hanging: float = 0.0


def find_segments(characters: Iterable[Character]) -> list[Segment]:
    """Part the characters of a page into segments, top to bottom and left to right."""
    return [segment for row in _find_rows(characters) for segment in row]


def _find_rows(characters: Iterable[Character]) -> list[list[Segment]]:
    runs = sorted(_find_runs(characters), key=lambda run: (run.baseline, run.left))
    rows: list[list[Segment]] = []
    for run in runs:
        row = rows[-1] if rows else None
        if row and abs(run.baseline - row[0].baseline) <= 0.3 * min(run.size, row[0].size):
            row.append(run)
        else:
            rows.append([run])
    return [_merge(sorted(row, key=_LEFT)) for row in rows]


def _find_runs(characters: Iterable[Character]) -> list[Segment]:
    """Follow the order of the file while it goes on to the right on one baseline."""
    runs: list[Segment] = []
    for character in characters:
        run = runs[-1] if runs else None
        if run is None or not _goes_on(run, character):
            runs.append(Segment([character], character.baseline, character.size))
            continue
        if _is_superscript(run, character):
            character.text = character.text.translate(_SUPERSCRIPT)
        elif character.size > run.size:
            run.size, run.baseline = character.size, character.baseline
        run.characters.append(character)
    return runs


def _goes_on(run: Segment, character: Character) -> bool:
    previous = run.characters[-1]
    size = max(run.size, character.size)
    gap = character.left - previous.right
    return (
        abs(character.baseline - run.baseline) <= 0.5 * size and -0.7 * size <= gap < size
    ) and character.left > previous.left - 0.1 * size


def _is_superscript(run: Segment, character: Character) -> bool:
    raised = run.baseline - character.baseline
    return character.size <= 0.72 * run.size and raised >= 0.15 * run.size


def _merge(runs: Sequence[Segment]) -> list[Segment]:
    """Join runs of one row that stand close, dropping what is printed twice for boldness."""
    merged: list[Segment] = []
    is_ordered = False
    for run in runs:
        last = merged[-1] if merged else None
        if last is None or run.left - last.right >= _WIDE_GAP * max(run.size, last.size):
            merged.append(run)
            is_ordered = False
        elif not _is_shadow(last, run):
            if not is_ordered:
                last.characters.sort(key=_LEFT)
                is_ordered = True
            for character in run.characters:  # sorting again each time would be quadratic
                insort(last.characters, character, key=_LEFT)
            last.size = max(last.size, run.size)
    return merged


def _is_shadow(last: Segment, run: Segment) -> bool:
    """Tell a run printed again over the end of the last, a hair to the side."""
    tail = last.characters[-len(run.characters) :]
    return len(tail) == len(run.characters) and all(
        one.text == other.text and abs(one.left - other.left) < 0.25 * run.size
        for one, other in zip(tail, run.characters, strict=True)
    )


def segment_text(segment: Segment) -> str:
    """Write a segment, with a space where its parts are words."""
    parts: list[str] = []
    previous: Character | None = None
    for character in segment.characters:
        if previous is not None and _is_spaced(previous, character, segment.size):
            parts.append(" ")
        parts.append(character.text)
        previous = character
    return "".join(parts)


def _is_spaced(previous: Character, character: Character, size: float) -> bool:
    """Tell whether a space belongs between two neighbours.

    Ideographs are set apart to fill a line, and from figures by a hair, without a space
    being meant; words are parted by a space even where it is narrow.
    """
    gap = character.left - previous.right
    wide = is_wide(previous.text[-1]) + is_wide(character.text[0])
    if wide:
        return gap > (0.8 if wide == 2 else 0.6) * size or (
            character.after_space and gap > 0.15 * size
        )
    parted = character.after_space or character.after_gap
    return gap > 0.3 * size or (parted and gap > 0.02 * size)


def make_line(segments: Sequence[Segment], *, page: int, column: int = 0) -> Line:
    """Write the segments of one row as a line, parted by tabs where the gap is wide."""
    segments = sorted(segments, key=lambda each: each.left)
    text = segment_text(segments[0])
    for before, after in itertools.pairwise(segments):
        gap = after.left - before.right
        text += ("\t" if gap > _TAB_GAP * before.size else " ") + segment_text(after)
    characters = [each for segment in segments for each in segment.characters]
    sizes = [each.size for each in characters if is_wide(each.text[0])]
    return Line(
        text=text,
        left=segments[0].left,
        right=max(segment.right for segment in segments),
        top=min(each.top for each in characters),
        bottom=max(each.bottom for each in characters),
        baseline=segments[0].baseline,
        size=median(sizes or [each.size for each in characters]),
        page=page,
        column=column,
        first_word=_first_word_width(segments[0]),
        hanging=_hanging_width(segments[-1]),
    )


def _first_word_width(segment: Segment) -> float:
    """Measure what a typesetter would not have parted at the start of a segment."""
    text = segment_text(segment)
    match = _FIRST_WORD.match(text.partition(" ")[0])
    length = match.end() if match else 1
    last = segment.characters[min(length, len(segment.characters)) - 1]
    return last.right - segment.left


def _hanging_width(segment: Segment) -> float:
    """Measure the punctuation at the end of a segment."""
    last = len(segment.characters)
    while last > 1 and segment.characters[last - 1].text[-1] in _CLOSING:
        last -= 1
    return segment.right - segment.characters[last - 1].right


def join_rows(segments: Sequence[Segment], *, page: int, column: int = 0) -> list[Line]:
    """Write segments that follow each other on one baseline as one line each."""
    lines: list[Line] = []
    row: list[Segment] = []
    for segment in segments:
        if row and abs(segment.baseline - row[0].baseline) > 0.3 * row[0].size:
            lines.append(make_line(row, page=page, column=column))
            row = []
        row.append(segment)
    if row:
        lines.append(make_line(row, page=page, column=column))
    return lines
