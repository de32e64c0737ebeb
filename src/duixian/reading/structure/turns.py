"""Turns: how the paragraphs of a report without headings open its review and its plan.

过去一年，… and 2024年，我们… turn back, 今年，… and 2025年是…之年 turn ahead. Each turn heads a
part as a heading would, but for words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.language.headings import heading_patterns
from duixian.reading.records import PLAN, REVIEW, Role
from duixian.reading.structure.headings import Heading
from duixian.reading.structure.outline import OUTER_NUMBERS
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.wording import Wording

_RANK = 0  # further out than any heading
_OPENING = 60  # characters of a paragraph in which it can turn
_SENTENCE_END = re.compile(r"[。！？；.!?;:：]")
_SENTENCE_BREAK = re.compile(r"[。！？]\s*|[.!?]\s+")
_CLEAR = 0.25  # balance of wording that tells a lone year


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    said: str
    role: Role | None  # None where only a year is said
    year: int | None
    offset: int = 0  # into the paragraph


def without_headings(headings: Sequence[Heading]) -> bool:
    """Tell a document whose headings, if any, head no part of it."""
    return not any(_heads_a_part(heading) for heading in headings)


def _heads_a_part(heading: Heading) -> bool:
    if heading.is_item or heading.role is not None:
        return False
    if heading.own_line:
        return heading.style != "unnumbered" or heading.says_its_role
    return heading.style in OUTER_NUMBERS


def find_turns(paragraphs: Sequence[Paragraph], planned: int | None) -> list[Heading]:
    """Return the turns to a review or a plan; a paragraph that goes on as before is none.

    ``planned`` is the year the report is known to plan, which tells the years it speaks of.
    """
    turns = list(_openings(paragraphs))
    planned = planned or _year_planned(turns, paragraphs)
    roles = [_role(turn, planned) for turn in turns]
    last_plan = max((i for i, role in enumerate(roles) if role is PLAN), default=-1)
    found: list[Heading] = []
    for index, (turn, role) in enumerate(zip(turns, roles, strict=True)):
        before = found[-1].role if found else None
        # A plan looks back for a paragraph now and then, and goes on without a word.
        looks_back = before is PLAN and (turn.role is None or index > last_plan)
        if role is not None and role is not before and not looks_back:
            found.append(_heading(paragraphs[turn.paragraph], turn, role))
    if [one.role for one in found] == [REVIEW]:
        found += _inside_paragraphs(paragraphs, found[0].paragraph)
    return found


def _inside_paragraphs(paragraphs: Sequence[Paragraph], first: int) -> list[Heading]:
    """Find where a text that only reviews at the heads of its paragraphs turns ahead in one."""
    for index, paragraph in enumerate(paragraphs[first:], start=first):
        patterns = heading_patterns(paragraph.language)
        for end in _SENTENCE_BREAK.finditer(paragraph.text):
            at = end.end()
            if ahead := patterns.turn_ahead.match(paragraph.text[at : at + _OPENING]):
                turn = _Turn(index, ahead.group(), PLAN, _year(ahead), at)
                return [_heading(paragraph, turn, PLAN)]
    return []


def _role(turn: _Turn, planned: int | None) -> Role | None:
    if turn.role is not None or turn.year is None or planned is None:
        return turn.role
    return PLAN if turn.year >= planned else REVIEW


def _openings(paragraphs: Sequence[Paragraph]) -> Iterator[_Turn]:
    for index, paragraph in enumerate(paragraphs):
        if not _SENTENCE_END.search(paragraph.text):
            continue
        patterns = heading_patterns(paragraph.language)
        text = paragraph.text[:_OPENING]
        if ahead := patterns.turn_ahead.match(text):
            yield _Turn(index, ahead.group(), PLAN, _year(ahead))
        elif back := patterns.turn_back.match(text):
            yield _Turn(index, back.group(), REVIEW, _year(back))
        elif year := patterns.turn_year.match(text):
            yield _Turn(index, year.group(), None, _year(year))


def _year(match: re.Match[str]) -> int | None:
    return next((int(year) for year in match.groups() if year), None)


def _year_planned(turns: Sequence[_Turn], paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the later of two years spoken of one after the other, or what a lone one must be."""
    for turn in turns:
        if turn.role is PLAN and turn.year:
            return turn.year
    years = sorted({turn.year for turn in turns if turn.year})
    if len(years) > 1:
        return years[-1] if years[-1] - years[-2] == 1 else None
    if not years:
        return None
    if any(turn.role is PLAN for turn in turns):
        return years[0] + 1
    alone = next(turn for turn in turns if turn.year)
    lean = Wording(paragraphs).lean(alone.paragraph)
    if abs(lean) < _CLEAR:
        return None
    return years[0] if lean > 0 else years[0] + 1


def _heading(paragraph: Paragraph, turn: _Turn, role: Role) -> Heading:
    start = paragraph.start + turn.offset
    return Heading(
        style="turn",
        number=None,
        ordinal=None,
        rank=_RANK,
        is_item=False,
        fills=False,
        own_line=True,
        text="",
        span=(start, start),
        start=start,
        paragraph=turn.paragraph,
        language=paragraph.language,
        role=role,
        said=turn.said.strip("，,、 "),
        year=turn.year,
    )
