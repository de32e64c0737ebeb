"""What a sentence does: reports a result, makes a commitment, or gives context.

The section says what to expect; the wording may overrule it; where the section says
nothing (old reports without a review and a plan) the text is followed from turn to turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.patterns import (
    ContextPattern,
    StatementPatterns,
    statement_patterns,
)

_OPENING_YEAR = re.compile(r"\D{0,3}((?:19|20)[0-9]{2})(?!\d)")
_EXPECTED = {
    Role.REVIEW: Kind.RESULT,
    Role.PLAN: Kind.COMMITMENT,
    Role.OTHER: Kind.CONTEXT,
    Role.FURNITURE: Kind.CONTEXT,
}


class Situation(msgspec.Struct, frozen=True):
    """Where a sentence stands."""

    text: str  # normal form
    language: Language
    role: Role
    role_is_certain: bool  # told by a heading or a year, not guessed from the wording
    is_heading: bool
    opens_paragraph: bool
    opens_section: bool
    year_planned: int | None


@dataclass(slots=True)
class _Course:
    """What the text is about at this point: carried from sentence to sentence."""

    turn: Kind = Kind.CONTEXT
    in_difficulties: bool = False
    has_left_review: bool = False  # for what will be done, inside a section that is a review
    in_lessons: bool = False  # after a heading of a review that says what must be, or a lesson
    listing: str | None = None  # a context told over in the items of a list
    setting: str | None = None  # a context that runs on through its paragraph
    promising: bool = False  # the sentence before, in this paragraph, was a promise


class KindReader:
    """Reads the sentences of one report in order and tells the kind of each."""

    def __init__(self) -> None:
        self._courses = {language: _Course() for language in Language}

    def read(self, situation: Situation) -> tuple[Kind, str]:
        """Return the kind of the next sentence, and why."""
        patterns = statement_patterns(situation.language)
        course = self._courses[situation.language]
        _move_on(patterns, situation, course)
        if situation.is_heading:
            return Kind.CONTEXT, "heading"
        if situation.role is Role.FURNITURE:
            return Kind.CONTEXT, "page furniture"
        if difficulty := _difficulties(patterns, situation, course):
            return difficulty
        if name := _said_of_no_one(patterns, situation, course):
            return Kind.CONTEXT, name
        kind, why = _by_section(patterns, situation, course)
        course.promising = kind is Kind.COMMITMENT
        return kind, why


def _move_on(patterns: StatementPatterns, situation: Situation, course: _Course) -> None:
    if situation.opens_section:
        course.turn, course.in_difficulties = _EXPECTED[situation.role], False
        course.has_left_review = course.in_lessons = False
    if situation.opens_section or situation.opens_paragraph:
        course.in_difficulties, course.setting, course.promising = False, None, False
    if situation.opens_paragraph and not patterns.list_item.match(situation.text):
        course.listing = None
    if situation.is_heading and situation.role is Role.REVIEW:
        course.in_lessons = patterns.obliged.search(situation.text) is not None


def _by_section(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str]:
    if situation.role is Role.REVIEW and situation.role_is_certain:
        return _in_review(patterns, situation, course)
    if situation.role is Role.PLAN and situation.role_is_certain:
        return _in_plan(patterns, situation)
    return _in_course(patterns, situation, course)


def _said_of_no_one(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> str | None:
    text = situation.text
    for sign in patterns.context:
        if sign.pattern.search(text) and not _is_overruled(patterns, sign, text):
            if sign.runs_on:
                course.setting = sign.name
            if sign.opens_list:
                course.listing = sign.name
            course.in_lessons |= sign.opens_lessons
            return sign.name
    if course.listing is not None:
        return course.listing
    if course.setting is not None and not _stays_in_setting(patterns, situation):
        course.setting = None
    return course.setting


def _stays_in_setting(patterns: StatementPatterns, situation: Situation) -> bool:
    text = situation.text
    if situation.role is Role.REVIEW and situation.role_is_certain:
        return _is_bound(patterns, text)
    if situation.role is not Role.PLAN and patterns.done.search(text):
        return False
    return not (patterns.promised.search(text) or patterns.imperative.search(text))


def _is_overruled(patterns: StatementPatterns, sign: ContextPattern, text: str) -> bool:
    if "promise" in sign.overruled_by and patterns.promised.search(text):
        return True
    return "deed" in sign.overruled_by and patterns.done.search(text) is not None


def _difficulties(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str] | None:
    """A paragraph of difficulties is context up to the vow that ends it."""
    text = situation.text
    in_plan = situation.role is Role.PLAN and situation.role_is_certain
    is_of_them = _speaks_of_difficulties(patterns, text)
    if not course.in_difficulties and not in_plan:
        course.in_difficulties = is_of_them
    if not course.in_difficulties:
        return None
    if patterns.difficulties_end.search(text) and not is_of_them:
        return Kind.COMMITMENT, "vow at the end of the difficulties"
    is_review = situation.role is Role.REVIEW and situation.role_is_certain
    goes_on = not is_review and not is_of_them and patterns.promised.search(text)
    if goes_on or patterns.overcome.search(text):
        course.in_difficulties = False
        return None
    return Kind.CONTEXT, "difficulties"


def _speaks_of_difficulties(patterns: StatementPatterns, text: str) -> bool:
    if patterns.difficulties.search(text):
        return True
    return bool(patterns.difficulties_named.search(text)) and not patterns.promised.search(text)


def _in_review(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str]:
    """A review reports, but old reports turn in it to what will be done from now on."""
    text = situation.text
    obliged = patterns.obliged.search(text)
    is_bound = _is_bound(patterns, text)
    if is_bound and patterns.leaves_review.search(text):
        course.has_left_review = True
    if course.has_left_review:
        course.turn = Kind.COMMITMENT
        return _in_course(patterns, situation, course)
    if obliged and (obliged.start() == 0 or (course.in_lessons and is_bound)):
        return Kind.CONTEXT, "lesson drawn at the end of the review"
    if obliged and is_bound:
        return Kind.COMMITMENT, f"obliged: {obliged[0].strip('，；：。 ')}"
    return Kind.RESULT, "review section"


def _is_bound(patterns: StatementPatterns, text: str) -> bool:
    """Return whether the sentence says what must be, and of nothing that it is done."""
    if patterns.obliged.search(text) is None:
        return False
    return not any(patterns.plainly_done.search(sign[0]) for sign in patterns.done.finditer(text))


def _in_plan(patterns: StatementPatterns, situation: Situation) -> tuple[Kind, str]:
    text = situation.text
    promised = patterns.promised.search(text) is not None
    looks_back = patterns.told.search(text) or (
        patterns.to_review.search(text)
        and patterns.done.search(text)
        and not _opens_with_year_to_come(situation)
    )
    if not promised and looks_back:
        return Kind.RESULT, "looks back inside the plan"
    if not promised and _describes_a_state(patterns, text):
        return Kind.CONTEXT, "describes a state"
    return Kind.COMMITMENT, "plan section"


def _describes_a_state(patterns: StatementPatterns, text: str) -> bool:
    if patterns.copula.search(text):
        return True
    return patterns.state.search(text) is not None and not patterns.imperative.search(text)


def _opens_with_year_to_come(situation: Situation) -> bool:
    year = _OPENING_YEAR.match(situation.text)
    if year is None or situation.year_planned is None:
        return False
    return int(year[1]) >= situation.year_planned


def _in_course(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str]:
    """A section that is neither review nor plan: follow the turns of the text."""
    text = situation.text
    promised = patterns.promised.search(text)
    done = patterns.done.search(text)
    told = done is not None and promised is not None and done.start() < promised.start()
    if not promised and patterns.told.search(text):
        return Kind.RESULT, f"done: {done[0]}" if done else "told of the past"
    if patterns.to_plan.search(text) and patterns.obliged.search(text) and not told:
        course.turn = Kind.COMMITMENT
    elif patterns.to_review.search(text) and done and not promised:
        course.turn = Kind.RESULT
    if promised and not (told and course.turn is Kind.RESULT):
        return Kind.COMMITMENT, f"promised: {promised[0].strip('，；：。 ')}"
    if course.turn is Kind.RESULT and done and patterns.plainly_done.search(done[0]):
        return Kind.RESULT, f"done: {done[0]}"
    if _describes_a_state(patterns, text):
        return Kind.CONTEXT, "describes a state"
    if done and (course.turn is not Kind.COMMITMENT or patterns.plainly_done.search(done[0])):
        return Kind.RESULT, f"done: {done[0]}"
    asks = patterns.imperative.search(text) is not None
    if asks and (course.promising or situation.role is Role.PLAN):
        return Kind.COMMITMENT, "goes on with the promise"
    goes_on = course.turn is Kind.RESULT or situation.role is not Role.OTHER or asks
    if course.turn is Kind.CONTEXT or not goes_on:
        return Kind.CONTEXT, "neither promised nor done"
    return course.turn, "goes on with the passage"
