"""Where a sentence of a report stands, and what the text is about at that point.

The situation of a sentence is its own; the course is carried from sentence to sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from duixian.reading.records import COMMITMENT, CONTEXT, PLAN, RESULT, REVIEW, Kind, Language, Role
from duixian.reading.statements.signs import Signs

_EXPECTED = {
    REVIEW: RESULT,
    PLAN: COMMITMENT,
    Role.OTHER: CONTEXT,
    Role.FURNITURE: CONTEXT,
}


class Situation(msgspec.Struct, frozen=True):
    """Where a sentence stands."""

    signs: Signs
    role: Role
    role_is_certain: bool  # told by a heading or a year, not guessed from the wording
    is_heading: bool
    opens_paragraph: bool
    opens_section: bool
    year_planned: int | None
    is_argument: bool = False  # asks for nothing, in a plan that argues
    plan_promises: bool = (
        True  # the plan says what will be done: what it tells or describes is none
    )

    @property
    def text(self) -> str:
        """Its words, in normal form."""
        return self.signs.text

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return self.signs.language


@dataclass(slots=True)
class Course:
    """What the text is about at this point: carried from sentence to sentence."""

    turn: Kind = CONTEXT
    in_difficulties: bool = False
    heads_difficulties: bool = False  # the heading before names nothing else
    has_left_review: bool = False  # for what will be done, inside a section that is a review
    in_lessons: bool = False  # after a heading of a review that says what must be, or a lesson
    listing: str | None = None  # a context told over in the items of a list
    setting: str | None = None  # a context that runs on through its paragraph
    promising: bool = False  # the sentence before, in this paragraph, was a promise


def move_on(situation: Situation, course: Course) -> None:
    """Take the course on to the next sentence, before its kind is told."""
    signs, patterns = situation.signs, situation.signs.patterns
    if situation.opens_section:
        course.turn, course.in_difficulties = _EXPECTED[situation.role], False
        course.has_left_review = course.in_lessons = False
    if situation.opens_section or situation.opens_paragraph:
        course.in_difficulties, course.setting, course.promising = False, None, False
    heading = patterns.difficulties.heading
    if situation.is_heading or situation.opens_section:
        is_of_them = heading is not None and heading.match(situation.text) is not None
        course.heads_difficulties = situation.is_heading and is_of_them
    course.in_difficulties |= course.heads_difficulties
    if situation.opens_paragraph and not patterns.turns.list_item.match(situation.text):
        course.listing = None
    if situation.is_heading and situation.role is REVIEW:
        course.in_lessons = signs.of(patterns.modality.obliged) is not None
