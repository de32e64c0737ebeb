"""What a person should know of a document's structure before trusting what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.language.headings import heading_patterns
from duixian.reading.records import Language
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.sections import Structure
from duixian.reading.structure.turns import without_headings
from duixian.reading.structure.year_words import years_in

NO_HEADINGS = "no headings found: review and plan told by how paragraphs open and by their wording"
SEVERAL_REPORTS = "holds several reports; read as one"

_LONGEST_LINE = 160  # characters of a title or a line of delivery
_TITLE = re.compile(r"工作报告|\breport\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[。！？；.!?;:](?:(?<=[。！？；])|\s*$)")  # a set first, for speed
_SENTENCE_END = re.compile(r"[。！？.!?]\W*$")
_LONGEST_END = 40  # characters of marks that may close a sentence
_SHORTEST_REPORT = 300  # characters behind its head; a list of links to reports has none
_FEWEST_PARAGRAPHS = 2  # that a text has where headings could be expected


@dataclass(slots=True)
class _Head:
    """The lines that open a report: title, day of delivery, first words."""

    first: int  # index of its first paragraph
    last: int
    years: set[int]
    spoken: set[Language]  # in which somebody reports on behalf of a government


def notes_of(structure: Structure) -> tuple[str, ...]:
    """Return the notes on a document's structure."""
    notes: list[str] = []
    if _has_no_headings(structure):
        notes.append(NO_HEADINGS)
    if _are_several(list(_heads(structure.paragraphs))):
        notes.append(SEVERAL_REPORTS)
    widths = sorted({one.wrapped_at for one in structure.paragraphs if one.wrapped_at})
    notes.extend(f"lines broken at {width} characters were joined" for width in widths)
    return tuple(notes)


def _has_no_headings(structure: Structure) -> bool:
    """Tell a text that turns without headings, or that is long enough to have some."""
    headings = structure.headings
    if not without_headings(headings):
        return False
    if any(heading.role is not None for heading in headings):
        return True
    told = sum(
        _SENTENCE_END.search(one.text[-_LONGEST_END:]) is not None for one in structure.paragraphs
    )
    lines = any(heading.own_line and not heading.is_item for heading in headings)
    return told >= _FEWEST_PARAGRAPHS and not lines


def _are_several(heads: Sequence[_Head]) -> bool:
    """Tell heads of different years, or of one language; a translation has neither."""
    dated = [head.years for head in heads if head.years]
    if any(one.isdisjoint(dated[0]) for one in dated[1:]):
        return True
    return any(sum(language in head.spoken for head in heads) > 1 for language in Language)


def _heads(paragraphs: Sequence[Paragraph]) -> Iterator[_Head]:
    """Find the heads behind which a report follows."""
    found: list[_Head] = []
    for index, paragraph in enumerate(paragraphs):
        is_named = _is_named(paragraph)
        speaks = heading_patterns(paragraph.language).opening.search(paragraph.text) is not None
        if not (speaks or is_named):
            continue
        before = paragraphs[found[-1].last].end if found else paragraph.start
        if not found or paragraph.start - before >= _SHORTEST_REPORT:
            found.append(_Head(index, index, set(), set()))
        found[-1].last = index
        if is_named:
            found[-1].years.update(years_in(paragraph.text))
        if speaks:
            found[-1].spoken.add(paragraph.language)
    ends = [paragraphs[head.first].start for head in found[1:]]
    for head, end in zip(found, [*ends, paragraphs[-1].end if paragraphs else 0], strict=False):
        if end - paragraphs[head.last].end >= _SHORTEST_REPORT:
            yield head


def _is_named(paragraph: Paragraph) -> bool:
    """Tell the title of a report or the line that says when it was given, and no sentence."""
    text = paragraph.text
    if len(text) > _LONGEST_LINE or _SENTENCE.search(text):
        return False
    if any(p.search(text) for p in heading_patterns(paragraph.language).delivered):
        return True
    return _TITLE.search(text) is not None and "，" not in text
