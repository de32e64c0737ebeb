"""What a sentence does: reports a result, makes a commitment, or gives context.

The section says what to expect; the wording may overrule it; where the section says
nothing (old reports without a review and a plan) the text is followed from turn to turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.patterns import StatementPatterns, statement_patterns

# Patterns of context that a promise or a deed in the same sentence overrules.
_OVERRULED_BY_PROMISES = ("copula: says what a thing is", "says what a thing is", "attribution")
_OVERRULED_BY_DEEDS = ("copula: says what a thing is",)
_OPENING_YEAR = re.compile(r"\D{0,3}((?:19|20)[0-9]{2})(?!\d)")


# Of the signs of things done, those that hold inside a passage of promises too.
_PLAINLY_DONE = re.compile(r"了|已|曾|取得|得到|比|增长|达|获得|有|过")
_EXPECTED = {
    Role.REVIEW: Kind.RESULT,
    Role.PLAN: Kind.COMMITMENT,
    Role.OTHER: Kind.CONTEXT,
    Role.FURNITURE: Kind.CONTEXT,
}


@dataclass(frozen=True, slots=True)
class Situation:
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


class KindReader:
    """Reads the sentences of one report in order and tells the kind of each."""

    def __init__(self) -> None:
        self._courses = {language: _Course() for language in Language}

    def read(self, situation: Situation) -> tuple[Kind, str]:
        """Return the kind of the next sentence, and why."""
        patterns = statement_patterns(situation.language)
        course = self._courses[situation.language]
        if situation.opens_section:
            course.turn, course.in_difficulties = _EXPECTED[situation.role], False
        elif situation.opens_paragraph:
            course.in_difficulties = False
        if situation.is_heading:
            return Kind.CONTEXT, "heading"
        if situation.role is Role.FURNITURE:
            return Kind.CONTEXT, "page furniture"
        if difficulty := _difficulties(patterns, situation, course):
            return difficulty
        if name := _said_of_no_one(patterns, situation.text):
            return Kind.CONTEXT, name
        if situation.role is Role.REVIEW and situation.role_is_certain:
            return _in_review(patterns, situation, course)
        if situation.role is Role.PLAN and situation.role_is_certain:
            return _in_plan(patterns, situation)
        return _in_course(patterns, situation, course)


def _said_of_no_one(patterns: StatementPatterns, text: str) -> str | None:
    for name, pattern in patterns.context:
        if pattern.search(text):
            if name in _OVERRULED_BY_PROMISES and patterns.promised.search(text):
                continue
            if name in _OVERRULED_BY_DEEDS and patterns.done.search(text):
                continue
            return name
    return None


def _difficulties(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str] | None:
    """A paragraph of difficulties is context up to the vow that ends it."""
    text = situation.text
    in_plan = situation.role is Role.PLAN and situation.role_is_certain
    if not course.in_difficulties and not in_plan:
        course.in_difficulties = patterns.difficulties.search(text) is not None
    if not course.in_difficulties:
        return None
    if patterns.difficulties_end.search(text) and not patterns.difficulties.search(text):
        return Kind.COMMITMENT, "vow at the end of the difficulties"
    if patterns.overcome.search(text):
        course.in_difficulties = False
        return None
    return Kind.CONTEXT, "difficulties"


def _in_review(
    patterns: StatementPatterns, situation: Situation, course: _Course
) -> tuple[Kind, str]:
    """A review reports, but old reports go on to what follows from it for the time to come."""
    obliged = patterns.obliged.search(situation.text)
    done = patterns.done.search(situation.text)
    if obliged and obliged.start() == 0 and course.turn is not Kind.COMMITMENT:
        return Kind.CONTEXT, "lesson drawn at the end of the review"
    if obliged and not done:
        course.turn = Kind.COMMITMENT
    if course.turn is Kind.COMMITMENT:
        return _in_course(patterns, situation, course)
    return Kind.RESULT, "review section"


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
    if not promised and patterns.state.search(text):
        return Kind.CONTEXT, "describes a state"
    return Kind.COMMITMENT, "plan section"


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
    if patterns.state.search(text):
        return Kind.CONTEXT, "describes a state"
    if done and (course.turn is not Kind.COMMITMENT or _PLAINLY_DONE.search(done[0])):
        return Kind.RESULT, f"done: {done[0]}"
    if course.turn is Kind.CONTEXT:
        return Kind.CONTEXT, "neither promised nor done"
    return course.turn, "goes on with the passage"
