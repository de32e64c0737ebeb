"""What a sentence of a report that lists does, by its section and wording.

The section says what to expect; the wording may overrule it; where the section says
nothing (reports without a review and a plan) the text is followed from turn to turn.
"""

from __future__ import annotations

import re

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.context import (
    among_difficulties,
    is_bound_to_be,
    said_of_no_one,
)
from duixian.reading.statements.course import Course, Situation, move_on
from duixian.reading.statements.signs import Signs
from duixian.reading.structure.year_words import years_of_plan

HEADING = "heading"  # why a sentence is context
_TOLD_OF_THE_PAST = "told of the past"  # why one is a result
_DIGIT = re.compile(r"\d")
# Behind a number or in front of it, in a list of targets: 失业率5.5%左右, 新增就业不少于3万人.
_AIMED_AT = re.compile(
    r"\d[\d.]*(?:%|[万亿]?[人元户家个吨斤亩])?(?:左右|以上|以内)|(?:不低于|不少于|不超过)\d"
)
_THIS_YEAR = re.compile(
    r"(?:[^，。；]{1,8}方面，)?今年，?(?!以来|[上前年]|第?[一二三四1-4]季度|[\d一二三四五六]{1,2}月)"
)
_LAST_YEAR = re.compile(r"\b(?:last year|a year earlier)\b(?!’s|'s)")
_YEAR_ALONE = re.compile(r"((?:19|20)[0-9]{2})年?(?:全年)?[，,]")
_OPENING_YEAR = re.compile(r"\D{0,3}((?:19|20)[0-9]{2})(?!\d)")


class KindReader:
    """Reads the sentences of one report in order and tells the kind of each.

    ``items_state``: a whole sentence that opens an item (（一）…。 一是…。) is no heading alone.
    """

    def __init__(self, *, items_state: bool = False) -> None:
        self._items_state = items_state
        self._courses = {language: Course() for language in Language}

    def read(self, situation: Situation) -> tuple[Kind, str]:
        """Return the kind of the next sentence, and why."""
        signs = situation.signs
        course = self._courses[signs.language]
        move_on(situation, course)
        if situation.is_heading and not (self._items_state and _is_item(situation)):
            return Kind.CONTEXT, HEADING
        if situation.role is Role.FURNITURE:
            return Kind.CONTEXT, "page furniture"
        if difficulty := among_difficulties(signs, situation, course):
            return difficulty
        if name := said_of_no_one(signs, situation, course):
            return Kind.CONTEXT, name
        kind, why = _by_section(signs, situation, course)
        course.promising = kind is Kind.COMMITMENT
        return kind, why


def _is_item(situation: Situation) -> bool:
    patterns, text = situation.signs.patterns, situation.text
    calls = patterns.description.imperative
    if patterns.turns.stated_item.match(text):
        opening = patterns.turns.list_item.match(text)
        words = text[opening.end() :] if opening else text
        return not patterns.turns.theme_item.search(words) or calls.match(words) is not None
    return patterns.turns.called_item.match(text) is not None and calls.match(text) is not None


def _by_section(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    if situation.role is Role.REVIEW and situation.role_is_certain:
        return _in_review(signs, situation, course)
    if situation.role is Role.PLAN and situation.role_is_certain:
        return _in_plan(signs, situation, course)
    return _in_course(signs, situation, course)


def _in_review(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    """A review reports, but old reports turn in it to what will be done from now on."""
    patterns = signs.patterns
    obliged = signs.of(patterns.modality.obliged)
    is_bound = is_bound_to_be(signs)
    if is_bound and signs.of(patterns.turns.leaves_review):
        course.has_left_review = True
    if course.has_left_review:
        course.turn = Kind.COMMITMENT
        return _in_course(signs, situation, course)
    if obliged and (obliged.start() == 0 or (course.in_lessons and is_bound)):
        return Kind.CONTEXT, "lesson drawn at the end of the review"
    if obliged and is_bound:
        return Kind.COMMITMENT, f"obliged: {obliged[0].strip('，；：。 ')}"
    if _looks_ahead(signs, situation):
        return Kind.COMMITMENT, "looks ahead inside the review"
    return Kind.RESULT, "review section"


def _looks_ahead(signs: Signs, situation: Situation) -> bool:
    """Tell whether a year to come is named, and something is to be reached by it."""
    modality = signs.patterns.modality
    if situation.year_planned is None or modality.year_reached is None:
        return False
    years = (int(one[1]) for one in modality.year_reached.finditer(signs.text))
    if max(years, default=0) < situation.year_planned:
        return False
    return signs.of(modality.promised) is not None


def _in_plan(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    patterns = signs.patterns
    if signs.of(patterns.modality.promised) is None:
        looks_back = _is_told(signs, situation) or (
            signs.of(patterns.turns.to_review)
            and (signs.of(patterns.modality.done) or _opens_with_time_past(situation))
            and not _opens_with_time_to_come(situation)
            and not patterns.modality.to_come.search(situation.text)
        )
        looks_back = looks_back or _tells_of_last_year(signs)
        if looks_back:
            return Kind.RESULT, "looks back inside the plan"
        if _describes_a_state(signs, situation):
            return Kind.CONTEXT, "describes a state"
    if situation.is_argument:
        return Kind.CONTEXT, "argues for the plan"
    return Kind.COMMITMENT, "plan section"


def _is_told(signs: Signs, situation: Situation) -> bool:
    return situation.plan_promises and signs.of(signs.patterns.modality.told) is not None


def _describes_a_state(signs: Signs, situation: Situation) -> bool:
    patterns = signs.patterns
    if situation.plan_promises and signs.of(patterns.description.copula):
        return True
    found = signs.of(patterns.description.state)
    if found is None or patterns.description.imperative.search(signs.text):
        return False
    # 目前已有基站8000个，今年新增3000个: what is there leads to what will be.
    modality = patterns.modality
    return not (modality.now.match(signs.text) and modality.to_come.search(signs.text))


def _tells_of_last_year(signs: Signs) -> bool:
    """Whether an English sentence tells what was done last year, as news do among plans."""
    return (
        signs.language is Language.EN
        and _LAST_YEAR.search(signs.text) is not None
        and signs.of(signs.patterns.modality.done) is not None
    )


def _opens_with_time_past(situation: Situation) -> bool:
    """Whether a year before that planned stands alone before figures, or last year tells them."""
    past_told = situation.signs.patterns.turns.past_told
    if past_told is not None and past_told.match(situation.text):
        return True
    year = _YEAR_ALONE.match(situation.text)
    return (
        year is not None
        and situation.year_planned is not None
        and int(year[1]) < situation.year_planned
        and _DIGIT.search(situation.text, year.end()) is not None
    )


def _opens_with_time_to_come(situation: Situation) -> bool:
    """Whether a year to come opens the sentence, or a five-year plan that is still to run."""
    planned = situation.year_planned
    if planned is None:
        return False
    if year := _OPENING_YEAR.match(situation.text):
        return int(year[1]) >= planned
    plan = situation.signs.patterns.turns.plan_opens.match(situation.text)
    years = years_of_plan(plan["plan"]) if plan else None
    return years is not None and (years[0] >= planned or years[1] > planned)


def _turns_to_plan(signs: Signs, *, has_done: bool) -> bool:
    """Whether a sentence turns to what is to come; one that opens with this year may just list."""
    patterns = signs.patterns
    if not has_done and _THIS_YEAR.match(signs.text):
        return True
    return signs.of(patterns.turns.to_plan) is not None and (
        signs.of(patterns.modality.obliged) is not None
    )


def _in_course(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    """A section that is neither review nor plan: follow the turns of the text."""
    patterns = signs.patterns
    promised = signs.of(patterns.modality.promised)
    done = signs.of(patterns.modality.done)
    told = done is not None and promised is not None and done.start() < promised.start()
    if not promised and _is_told(signs, situation):
        return Kind.RESULT, f"done: {done[0]}" if done else _TOLD_OF_THE_PAST
    if not promised and _opens_with_time_past(situation):
        return Kind.RESULT, _TOLD_OF_THE_PAST
    if not told and _turns_to_plan(signs, has_done=done is not None):
        course.turn = Kind.COMMITMENT
    elif signs.of(patterns.turns.to_review) and done and not promised:
        course.turn = Kind.RESULT
    if promised and not (told and course.turn is Kind.RESULT):
        return Kind.COMMITMENT, f"promised: {promised[0].strip('，；：。 ')}"
    if course.turn is Kind.RESULT and done and patterns.modality.plainly_done.search(done[0]):
        return Kind.RESULT, f"done: {done[0]}"
    if _describes_a_state(signs, situation):
        return Kind.CONTEXT, "describes a state"
    if done and (
        course.turn is not Kind.COMMITMENT or patterns.modality.plainly_done.search(done[0])
    ):
        return Kind.RESULT, f"done: {done[0]}"
    if (
        course.promising
        and not (done or situation.opens_paragraph)
        and _AIMED_AT.search(signs.text)
    ):
        return Kind.COMMITMENT, "goes on with the promise"
    asks = patterns.description.imperative.search(signs.text) is not None
    if asks and (course.promising or situation.role is Role.PLAN):
        return Kind.COMMITMENT, "goes on with the promise"
    goes_on = course.turn is Kind.RESULT or situation.role is not Role.OTHER or asks
    if course.turn is Kind.CONTEXT or not goes_on:
        return Kind.CONTEXT, "neither promised nor done"
    if course.turn is Kind.COMMITMENT and situation.is_argument:
        return Kind.CONTEXT, "argues for the plan"
    return course.turn, "goes on with the passage"
