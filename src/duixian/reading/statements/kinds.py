"""What a sentence does: reports a result, makes a commitment, or gives context.

The section says what to expect; the wording may overrule it; where the section says
nothing (old reports without a review and a plan) the text is followed from turn to turn.
"""

from __future__ import annotations

import re

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.bearing import success_told, trouble_told
from duixian.reading.statements.context import (
    among_difficulties,
    is_bound_to_be,
    said_of_no_one,
)
from duixian.reading.statements.course import Course, Situation, is_in_history, move_on
from duixian.reading.statements.foreign import of_foreign_affairs
from duixian.reading.statements.signs import Signs
from duixian.reading.statements.weighing import reasons_outweigh

_OPENING_YEAR = re.compile(r"\D{0,3}((?:19|20)[0-9]{2})(?!\d)")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千][万亿元吨倍]|百分之")


class KindReader:
    """Reads the sentences of one report in order and tells the kind of each."""

    def __init__(self) -> None:
        self._courses = {language: Course() for language in Language}

    def read(self, situation: Situation) -> tuple[Kind, str]:
        """Return the kind of the next sentence, and why."""
        signs = Signs(situation.language, situation.text)
        course = self._courses[situation.language]
        move_on(signs, situation, course)
        if situation.is_heading and not _is_task(signs, situation, course):
            return Kind.CONTEXT, "heading"
        if situation.role is Role.FURNITURE:
            return Kind.CONTEXT, "page furniture"
        if difficulty := among_difficulties(signs, situation, course):
            return difficulty
        if is_in_history(signs, situation, course):
            return Kind.CONTEXT, "tells of earlier times"
        if name := said_of_no_one(signs, situation, course):
            return Kind.CONTEXT, name
        kind, why = _by_section(signs, situation, course)
        if situation.is_foreign and situation.discourse:
            kind, why = of_foreign_affairs(signs, kind, why)
        course.promising, course.reporting = kind is Kind.COMMITMENT, kind is Kind.RESULT
        is_item = signs.patterns.turns.list_item.match(situation.text) is not None
        course.listed_task = course.promising and is_item
        return kind, why


def _is_task(signs: Signs, situation: Situation, course: Course) -> bool:
    """Return whether a heading is a whole sentence that sets a task, as where a plan argues.

    It opens a paragraph of its own, or is the last item of a list of tasks.
    """
    if situation.discourse is None or situation.role is not Role.PLAN:
        return False
    if not (situation.runs_on or course.listed_task):
        return False
    patterns, text = signs.patterns, situation.text.rstrip()
    if not text.endswith(("。", "；")) or situation.is_numbered_above:
        return False
    return bool(patterns.description.asks.search(text) or _asks_outright(signs))


def _asks_outright(signs: Signs) -> bool:
    patterns = signs.patterns
    return bool(
        patterns.description.imperative.search(signs.text) or signs.of(patterns.modality.promised)
    )


def _told(signs: Signs, situation: Situation, why: str) -> tuple[Kind, str]:
    """Something is told: a result, unless it is a trouble and the report argues."""
    trouble = trouble_told(signs) if situation.discourse else None
    if trouble:
        return Kind.CONTEXT, f"tells of trouble: {trouble}"
    return Kind.RESULT, why


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
    if is_bound and not course.lessons_follow and signs.of(patterns.turns.leaves_review):
        course.has_left_review = True
    if course.has_left_review:
        course.turn = Kind.COMMITMENT
        return _in_course(signs, situation, course)
    if obliged and (obliged.start() == 0 or (course.in_lessons and is_bound)):
        return Kind.CONTEXT, "lesson drawn at the end of the review"
    if obliged and is_bound:
        return Kind.COMMITMENT, f"obliged: {obliged[0].strip('，；：。 ')}"
    if course.lessons_follow and not signs.of(patterns.modality.over_with):
        return Kind.CONTEXT, "lesson drawn at the end of the review"
    if situation.discourse and _only_states(signs):
        return Kind.CONTEXT, "describes a state"
    return _told(signs, situation, "review section")


def _in_plan(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    patterns = signs.patterns
    promised = signs.of(patterns.modality.promised) is not None
    looks_back = signs.of(patterns.modality.told) or (
        signs.of(patterns.turns.to_review)
        and signs.of(patterns.modality.done)
        and not _opens_with_year_to_come(situation)
    )
    if not promised and looks_back:
        return _told(signs, situation, "looks back inside the plan")
    if situation.discourse and signs.of(patterns.modality.goes_on):
        return Kind.RESULT, "done, and to go on"
    if situation.discourse and not promised and signs.of(patterns.modality.judged):
        return _told(signs, situation, "done, and judged")
    if situation.discourse and not promised and signs.of(patterns.modality.past):
        return _told(signs, situation, "told of the past")
    if not promised and _describes_a_state(signs):
        return Kind.CONTEXT, "describes a state"
    if situation.is_argument:
        return Kind.CONTEXT, "argues for the plan"
    if (
        situation.discourse
        and not promised
        and not patterns.description.imperative.search(signs.text)
    ):
        if signs.of(patterns.modality.over_with):
            return _told(signs, situation, "looks back inside the plan")
        if course.reporting and not signs.of(patterns.turns.to_plan) and success_told(signs):
            return Kind.RESULT, "goes on looking back"
        if reasons := _reasons(signs, situation, course):
            return Kind.CONTEXT, f"argues: {reasons}"
    return Kind.COMMITMENT, "plan section"


def _reasons(signs: Signs, situation: Situation, course: Course) -> str | None:
    if situation.is_foreign or situation.discourse is None:
        return None
    return reasons_outweigh(signs, promising=course.promising, opening=situation.opens_paragraph)


def _only_states(signs: Signs) -> bool:
    """Return whether a sentence of a review tells of no deed, no figure and no success."""
    patterns = signs.patterns
    if signs.of(patterns.modality.done) or _FIGURE.search(signs.text):
        return False
    return _describes_a_state(signs) and not success_told(signs)


def _describes_a_state(signs: Signs) -> bool:
    patterns = signs.patterns
    if signs.of(patterns.description.copula):
        return True
    return signs.of(
        patterns.description.state
    ) is not None and not patterns.description.imperative.search(signs.text)


def _opens_with_year_to_come(situation: Situation) -> bool:
    year = _OPENING_YEAR.match(situation.text)
    if year is None or situation.year_planned is None:
        return False
    return int(year[1]) >= situation.year_planned


def _done(signs: Signs) -> re.Match[str] | None:
    """Return what is told as done: not what is to be brought about (so that all get …)."""
    patterns = signs.patterns
    done = signs.of(patterns.modality.done)
    if done and patterns.modality.brought.search(signs.text[: done.start()]):
        return None if signs.of(patterns.modality.over_with) is None else done
    return done


def _in_course(signs: Signs, situation: Situation, course: Course) -> tuple[Kind, str]:
    """A section that is neither review nor plan: follow the turns of the text."""
    patterns = signs.patterns
    promised = signs.of(patterns.modality.promised)
    done = _done(signs)
    told = done is not None and promised is not None and done.start() < promised.start()
    if situation.discourse and signs.of(patterns.modality.goes_on):
        return Kind.RESULT, "done, and to go on"
    if not promised and signs.of(patterns.modality.told):
        return _told(signs, situation, f"done: {done[0]}" if done else "told of the past")
    if signs.of(patterns.turns.to_plan) and signs.of(patterns.modality.obliged) and not told:
        course.turn = Kind.COMMITMENT
    elif signs.of(patterns.turns.to_review) and done and not promised:
        course.turn = Kind.RESULT
    if promised and not (told and course.turn is Kind.RESULT):
        return Kind.COMMITMENT, f"promised: {promised[0].strip('，；：。 ')}"
    if situation.discourse and signs.of(patterns.modality.judged):
        return _told(signs, situation, "done, and judged")
    if situation.discourse and signs.of(patterns.modality.past):
        return _told(signs, situation, "told of the past")
    if course.turn is Kind.RESULT and done and patterns.modality.plainly_done.search(done[0]):
        return _told(signs, situation, f"done: {done[0]}")
    if _describes_a_state(signs):
        return Kind.CONTEXT, "describes a state"
    if done and (
        course.turn is not Kind.COMMITMENT or patterns.modality.plainly_done.search(done[0])
    ):
        return _told(signs, situation, f"done: {done[0]}")
    reasons = _reasons(signs, situation, course)
    if reasons and course.turn is not Kind.RESULT:
        return Kind.CONTEXT, f"argues: {reasons}"
    asks = patterns.description.imperative.search(signs.text) is not None
    if asks and (course.promising or situation.role is Role.PLAN):
        return Kind.COMMITMENT, "goes on with the promise"
    goes_on = course.turn is Kind.RESULT or situation.role is not Role.OTHER or asks
    if course.turn is Kind.CONTEXT or not goes_on:
        return Kind.CONTEXT, "neither promised nor done"
    if course.turn is Kind.COMMITMENT and situation.is_argument:
        return Kind.CONTEXT, "argues for the plan"
    return course.turn, "goes on with the passage"
