"""When a promise falls due, and which time a result speaks of.

Times are stated as ISO 8601: ``2026``, ``2026-10``, ``2026-03-31``, and ``2021/2025`` or
``2025-01/2025-11`` for an interval of years or months. A clause's own words come first, then
those that open its sentence, then the frame its passage stands in, then the report's own years;
what none of them says stays ``None``.
"""

from __future__ import annotations

from re import Match

import msgspec
from msgspec.structs import replace

from duixian.reading.claims.months import Months, months_leading, months_told
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.time_words import Patterns, TimeWords, time_words, time_words_in
from duixian.reading.claims.times_said import (
    CLAUSE_END,
    CLAUSE_MARKS,
    FEW_SIGNS,
    all_found,
    due_carried,
    due_opening,
    due_said,
    first_found,
    is_long_gone,
    last_told,
    opens_clause,
    opens_clause_at,
    opens_with_year_to_come,
    period_said,
    stretch_back,
    year_alone,
    year_or_part,
    years_named,
    years_told,
)
from duixian.reading.records import Language

_YEAR_LENGTH = len("2025")
LAST_OF_A_PLAN = ("0", "5")  # as years end


class Frame(msgspec.Struct, frozen=True):
    """The time a passage speaks of, for its results and for its promises."""

    period: str | None = None
    due: str | None = None
    is_of_either: bool = False  # of the years or of the year of a heading: no telling which

    def period_or(self, year: int | None) -> str | None:
        """Return the time of its results; ``year`` is that of the report."""
        return self.period or (None if self.is_of_either else year_alone(year))

    def due_or(self, year: int | None) -> str | None:
        """Return when its promises fall due; ``year`` is that of the report."""
        return self.due or (None if self.is_of_either else year_alone(year))

    def years_in(self, years: ReportYears) -> ReportYears:
        """Return the years of the report with the end of the plan its passage speaks of."""
        if not self.due or not self.due.endswith(LAST_OF_A_PLAN):
            return years
        if int(self.due) <= (years.planned or 0):
            return years  # 今年，… in a year that ends so is no plan
        return replace(years, plan_ends=int(self.due))


class Told(msgspec.Struct, frozen=True):
    """A statement that speaks of time: the patterns that may match in it, and its opening."""

    statement: str
    patterns: TimeWords
    opening: str  # the words up to the first comma, which hold for all of a sentence

    @property
    def begins_with_years_past(self) -> bool:
        """Whether a count of years past stands alone before all the rest (四年来，…)."""
        found = _counted_at_head(self.opening, self.patterns.back)
        counts = (one for one in found if one.groupdict().get("years"))
        return any(one.end() == len(self.opening) for one in counts)

    @property
    def begins_long_ago(self) -> bool:
        """Whether the statement begins with a time that began nobody says when (近年来，…)."""
        return any(pattern.match(self.opening) for pattern in self.patterns.long_past)

    @property
    def begins_with_beginning(self) -> bool:
        """Whether the statement begins with the year that things began in (从1979年开始，…)."""
        return _begins_with(self.patterns.back, self.statement, "onward")

    def tells_year_in_passing(self, years: ReportYears) -> bool:
        """Whether the year that the opening tells does not head it: fares were 2 yuan in 1985."""
        told = years_told(all_found(self.patterns.year_told, self.opening), years)
        return any(not opens_clause_at(self.opening, found.start()) for _, found in told)

    @property
    def opens_by_comparing(self) -> bool:
        """Whether the opening compares with an earlier year (2025年同2020年相比，…)."""
        return _begins_with(self.patterns.back, self.opening, "compared")

    @property
    def begins_with_stretch(self) -> bool:
        """Whether the statement begins with a count of years or a plan (在今后三年中)."""
        patterns = (*self.patterns.back, *self.patterns.ahead)
        return bool(_counted_at_head(self.opening, patterns))


def told_in(language: Language, statement: str) -> Told | None:
    """Return what a statement tells of time; None where it has no word of it."""
    possible = time_words_in(language, statement)
    if possible is None:
        return None
    opening = possible.opening.match(statement)
    return Told(statement, possible, opening[0] if opening else "")


def _begins_with(patterns: Patterns, said: str, group: str) -> bool:
    """Tell whether one of the patterns matches where the words begin, and the group with it."""
    found = (pattern.match(said) for pattern in patterns)
    return any(one and one.groupdict().get(group) for one in found)


def _counted_at_head(opening: str, patterns: Patterns) -> list[Match[str]]:
    at_head = []
    for pattern in patterns:
        if (found := pattern.search(opening)) and found.start() <= FEW_SIGNS:
            named = found.groupdict()
            if (named.get("years") or named.get("plan")) and not named.get("passing"):
                at_head.append(found)
    return at_head


class StatementTimes(msgspec.Struct, frozen=True):
    """The times that the claims of one statement speak of."""

    told: Told | None
    frame: Frame
    years: ReportYears

    def due(self, clause: str, before: str) -> str | None:
        """Return when a promise falls due; the year it is made for where no words say.

        ``before`` is what its sentence says before the clause.
        """
        if told := self.told:
            if said := due_said(told.patterns, clause, self.years):
                return said
            if first_found(told.patterns.this_year, clause):
                return self._due_this_year()
            carried = due_carried(told.patterns, before, self.years)
            if first_found(told.patterns.before_a_feast, clause):
                carried = carried or due_said(told.patterns, told.opening, self.years)
                return carried[:_YEAR_LENGTH] if carried else self._due_this_year()
            if carried:
                return carried
            if said := self._due_going_on(told, clause, before):
                return said
            if first_found(told.patterns.whole_year, clause):
                return year_alone(self.years.planned)
            if said := due_opening(told.patterns, told.opening, self.years):
                return said
        return self.frame.due_or(self.years.planned)

    def _due_going_on(self, told: Told, clause: str, before: str) -> str | None:
        """Return the time of the clause before, where this one only says what that comes to."""
        if not told.patterns.goes_on.match(clause):
            return None
        return due_said(
            told.patterns, CLAUSE_END.split(before.rstrip(CLAUSE_MARKS))[-1], self.years
        )

    def _due_this_year(self) -> str | None:
        """Return the year planned, or an earlier one that its passage is headed by."""
        planned, framed = year_alone(self.years.planned), self.frame.due
        return min(planned, framed) if planned and framed else framed or planned

    def period(self, clause: str, before: str) -> str | None:
        """Return the time a result speaks of; the year reviewed where no words say.

        ``before`` is what its sentence says before the clause.
        """
        if (told := self.told) is None:
            return self.frame.period_or(self.years.reviewed)
        if stretch := stretch_back(told.patterns.back, clause, self.years):
            return stretch
        named = list(years_named(told.patterns.year_told, clause))
        if said := year_or_part(told.patterns, clause, named, self.years):
            return said
        if opens_with_year_to_come(named, self.years):
            return None
        last = last_told(told.patterns, before, self.years) if before else None
        if months := months_told(told.patterns, clause):
            return self._of_months(months, clause, last)
        of_year = first_found(told.patterns.last_year, clause) or first_found(
            told.patterns.whole_year, clause
        )
        if self.years.reviewed and of_year:
            return year_alone(self.years.reviewed)
        if before and (months := months_leading(told.patterns, before)):
            return self._of_months(months, before, last)
        if last:
            return last
        if self.years.reviewed and opens_clause(told.patterns.last_year, before):
            return year_alone(self.years.reviewed)
        if said := period_heading(told, self.years):
            return said
        if first_found(told.patterns.long_past, clause) or told.begins_long_ago:
            return None
        return self.frame.period_or(self.years.reviewed)

    def _of_months(self, months: Months, said: str, last: str | None) -> str | None:
        """Return the time of a part of a year; the year is the one told last, else that reviewed.

        ``said`` are the words that tell the part, ``last`` is the time told before them.
        """
        this_year = (self.told and first_found(self.told.patterns.this_year, said)) or None
        if this_year and this_year.end() == months.start:
            year = self.years.given or self.years.planned
        else:
            year = _one_year(last) or self.years.reviewed
        year = months.year or year
        return months.of(year) if year else self.frame.period


def period_heading(told: Told, years: ReportYears) -> str | None:
    """Return the time that the opening tells of all its sentence."""
    said = period_said(told.patterns, told.opening, years)
    if said and is_long_gone(said, years) and told.tells_year_in_passing(years):
        return None
    return said


def _one_year(time: str | None) -> int | None:
    return int(time[:4]) if time and not is_of_years(time) else None


def is_of_years(period: str | None) -> bool:
    """Tell whether a period is a stretch of several years, and no part of one."""
    first, _, last = (period or "").partition("/")
    return bool(last) and first[:4] != last[:4]


def stands_at(language: Language, in_front: str) -> bool:
    """Tell whether a number says where something stands at the end of a stretch of years.

    ``in_front`` is what its clause says before it: it is reached, and neither summed nor added.
    """
    words = time_words(language)
    return bool(words.reached.search(in_front)) and not words.summed.search(in_front)


def is_of_state(language: Language, measure: str, in_front: str) -> bool:
    """Tell whether a number says what state things are in, which no years add up to: 城镇化率."""
    words = time_words(language)
    if not words.state.search(measure):
        return False
    return not words.summed.search(in_front) and not words.held.search(in_front)
