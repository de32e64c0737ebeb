"""Numbers of another time than their sentence: what is to come in a review, what was in a plan.

到2035年，人均GDP达到20万元 is a target wherever it stands, and 去年新建学校12所 a result, though
the same sentence goes on with what will be built.
"""

from __future__ import annotations

import re

from duixian.reading.records import RESULT, Kind, Language, Status
from duixian.reading.statements.patterns import OwnTimes, statement_patterns

_CLAUSE_END = re.compile(r"[，；;：:]|,(?!\d)")


def tells_own_time(words: str, language: Language) -> bool:
    """Tell whether a sentence has a word without which no number of it has a time of its own."""
    return statement_patterns(language).own_times.any_time.search(words) is not None


def own_status(words: str, at: int, *, language: Language, kind: Kind, planned: int) -> Status:
    """Return what a number is, by the time its clause tells of its own.

    ``words`` is the sentence of the kind, in normal form, which tells such a time; ``at`` is where
    the number stands in it, and ``planned`` the year that the report plans.
    """
    expected = Status.RESULT if kind is RESULT else Status.TARGET
    patterns = statement_patterns(language).own_times
    marks = [found.end() for found in _CLAUSE_END.finditer(words)]
    start = max((mark for mark in marks if mark <= at), default=0)
    end = min((mark for mark in marks if mark > at), default=len(words))
    clause = words[start:end]
    before = words[max((mark for mark in marks if mark < start), default=0) : start]
    if kind is RESULT:
        is_ahead = _is_ahead(clause, clause, patterns, planned)
        leads = patterns.alone.fullmatch(before) and _is_ahead(before, clause, patterns, planned)
        return Status.TARGET if is_ahead or leads else expected
    is_behind = _is_behind(clause, patterns, planned)
    if not is_behind and (patterns.goes_on.match(clause) or patterns.alone.fullmatch(before)):
        is_behind = _is_behind(before, patterns, planned)
    return Status.RESULT if is_behind and not patterns.promised.search(clause) else expected


def _is_ahead(time: str, clause: str, patterns: OwnTimes, planned: int) -> bool:
    for pattern in (patterns.ahead, patterns.ahead_if_promised):
        found = pattern.search(time)
        if found is None or patterns.done.search(clause):
            continue
        year = int(found["year"] or planned)
        if year < planned:
            continue
        if pattern is patterns.ahead or year > planned or patterns.promised.search(clause):
            return True
    return False


def _is_behind(time: str, patterns: OwnTimes, planned: int) -> bool:
    found = patterns.behind.match(time)
    if found is None or patterns.promised.search(time):
        return False
    return found["year"] is None or int(found["year"]) < planned
