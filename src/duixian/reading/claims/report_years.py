"""The years of a report: the one it reviews, the one it plans, the one it is given in."""

from __future__ import annotations

import msgspec

from duixian.reading.claims.time_words import time_words
from duixian.reading.records import Language
from duixian.reading.structure.identity import Identity


class ReportYears(msgspec.Struct, frozen=True):
    """The year a report reviews and the year it plans; ``None`` is not stated."""

    reviewed: int | None
    planned: int | None
    given: int | None = None  # in which it is given, where that is known and not the year it plans
    plan_ends: int | None = None  # the last year of the five-year plan that a passage speaks of


def years_of_report(normal: str, identity: Identity) -> ReportYears:
    """Return the years of a report; what it plans for next year is for the year it plans."""
    reviewed, planned = identity.year_reviewed, identity.year_planned
    given = identity.delivered.year if identity.delivered else None
    if given is None and any(_plans_next_year(normal, each) for each in Language):
        given = reviewed
    return ReportYears(reviewed, planned, given if given == reviewed else None)


def _plans_next_year(normal: str, language: Language) -> bool:
    return all(each.search(normal) for each in time_words(language).plans_next_year)
