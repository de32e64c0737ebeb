"""What is said of no one's doing: the named contexts of the data, and difficulties.

Some run on through their paragraph or their list, up to a promise.
"""

from __future__ import annotations

import re

from duixian.reading.records import COMMITMENT, CONTEXT, PLAN, REVIEW, Kind
from duixian.reading.statements.course import Course, Situation
from duixian.reading.statements.patterns import ContextPattern, Sign
from duixian.reading.statements.signs import Signs

DIFFICULTIES = "difficulties"  # why a sentence is context


def said_of_no_one(signs: Signs, situation: Situation, course: Course) -> str | None:
    """Return the name of the context that the sentence is, or runs on from the one before."""
    for context in signs.contexts():
        found = signs.of(context.sign)
        if found and not _is_overruled(signs, context, found):
            if context.runs_on:
                course.setting = context.name
            if context.opens_list:
                course.listing = context.name
            course.in_lessons |= context.opens_lessons
            return context.name
    if course.listing is not None:
        return course.listing
    if course.setting is not None and not _stays_in_setting(signs, situation):
        course.setting = None
    return course.setting


def _stays_in_setting(signs: Signs, situation: Situation) -> bool:
    patterns = signs.patterns
    if situation.role is REVIEW and situation.role_is_certain:
        return is_bound_to_be(signs)
    if situation.role is not PLAN and signs.of(patterns.modality.done):
        return False
    return not (
        signs.of(patterns.modality.promised) or patterns.description.imperative.search(signs.text)
    )


def _is_overruled(signs: Signs, context: ContextPattern, found: re.Match[str]) -> bool:
    patterns = signs.patterns
    if "promise" in context.overruled_by and signs.of(patterns.modality.promised):
        return True
    if "promise elsewhere" in context.overruled_by and _outside(
        signs, patterns.modality.promised, found
    ):
        return True
    if "figure elsewhere" in context.overruled_by and _tells_a_figure(signs, found):
        return True
    if "deed elsewhere" in context.overruled_by and _outside(signs, patterns.modality.done, found):
        return True
    return "deed" in context.overruled_by and signs.of(patterns.modality.done) is not None


def _outside(signs: Signs, sign: Sign, found: re.Match[str]) -> bool:
    """Return whether a sign is shown before or after the words that were found."""
    return any(map(sign.pattern.search, _beside(signs, found)))


def _tells_a_figure(signs: Signs, found: re.Match[str]) -> bool:
    figure = signs.patterns.modality.figure
    return figure is not None and any(map(figure.search, _beside(signs, found)))


def _beside(signs: Signs, found: re.Match[str]) -> tuple[str, str]:
    return signs.text[: found.start()], signs.text[found.end() :]


def among_difficulties(
    signs: Signs, situation: Situation, course: Course
) -> tuple[Kind, str] | None:
    """A paragraph of difficulties is context up to the vow that ends it."""
    patterns = signs.patterns
    in_plan = situation.role is PLAN and situation.role_is_certain
    is_of_them = _speaks_of_difficulties(signs, situation)
    if not course.in_difficulties and not in_plan:
        course.in_difficulties = is_of_them
    if not course.in_difficulties:
        return None
    if signs.of(patterns.difficulties.ending) and not is_of_them:
        return COMMITMENT, "vow at the end of the difficulties"
    is_review = situation.role is REVIEW and situation.role_is_certain
    goes_on = not is_review and not is_of_them and signs.of(patterns.modality.promised)
    if goes_on or signs.of(patterns.difficulties.overcome):
        course.in_difficulties = False
        return None
    return CONTEXT, DIFFICULTIES


def _speaks_of_difficulties(signs: Signs, situation: Situation) -> bool:
    patterns = signs.patterns
    if signs.of(patterns.difficulties.opening):
        return True
    named = signs.of(patterns.difficulties.named)
    if named is None or patterns.difficulties.met.search(signs.text, 0, named.start()):
        return False
    return not (
        signs.of(patterns.modality.promised) or patterns.description.imperative.match(signs.text)
    )


def is_bound_to_be(signs: Signs) -> bool:
    """Return whether the sentence says what must be, and of nothing that it is done."""
    patterns = signs.patterns
    if signs.of(patterns.modality.obliged) is None:
        return False
    said = patterns.modality.done.pattern.finditer(signs.text)
    return not any(patterns.modality.plainly_done.search(done[0]) for done in said)
