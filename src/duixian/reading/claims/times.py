"""When a promise falls due, and which time a result speaks of.

Times are stated as ISO 8601: ``2026``, ``2026-10``, ``2026-03-31``, and ``2021/2025`` or
``2025-01/2025-11`` for an interval of years or months. A clause's own words come first, then
those that open its sentence, then the frame its passage stands in, then the report's own years;
what none of them says stays ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import Match, Pattern

import msgspec
from msgspec.structs import replace

from duixian.reading.claims.months import (
    Months,
    months_behind,
    months_leading,
    months_told,
    with_day,
)
from duixian.reading.claims.time_words import (
    Patterns,
    TimeWords,
    count_of_years,
    month_of,
    time_words,
    time_words_in,
)
from duixian.reading.records import Language
from duixian.reading.structure.identity import Identity
from duixian.reading.structure.year_words import may_name_year, year_of, years_of_plan

_COMMAS = ("，", ",")
_CLAUSE_MARKS = "，。；：;"
_LONG_AGO = 5  # years before the one reviewed
_CLAUSE_END = re.compile(r"[，。；：;]|,(?!\d)")
_FRAME_END = re.compile("[底末]?之?前?[，,]")
_YEARS_OF_A_PLAN = 5
_YEAR_LENGTH = len("2025")
LAST_OF_A_PLAN = ("0", "5")  # as years end
_AGES = {"century": 100, "decade": 10}
_FEW_SIGNS = 4  # such as 在 or “, before the words that open a statement


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


class Frame(msgspec.Struct, frozen=True):
    """The time a passage speaks of, for its results and for its promises."""

    period: str | None = None
    due: str | None = None
    is_of_either: bool = False  # of the years or of the year of a heading: no telling which

    def period_or(self, year: int | None) -> str | None:
        """Return the time of its results; ``year`` is that of the report."""
        return self.period or (None if self.is_of_either else _year(year))

    def due_or(self, year: int | None) -> str | None:
        """Return when its promises fall due; ``year`` is that of the report."""
        return self.due or (None if self.is_of_either else _year(year))

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
    def begins_with_beginning(self) -> bool:
        """Whether the statement begins with the year that things began in (从1979年开始，…)."""
        return _begins_with(self.patterns.back, self.statement, "onward")

    def tells_year_in_passing(self, years: ReportYears) -> bool:
        """Whether the year that the opening tells does not head it: fares were 2 yuan in 1985."""
        told = _years_told(_each(self.patterns.year_told, self.opening), years)
        return any(not _opens_clause_at(self.opening, found.start()) for _, found in told)

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
        if (found := pattern.search(opening)) and found.start() <= _FEW_SIGNS:
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
            if _search(told.patterns.this_year, clause):
                return self._due_this_year()
            carried = due_carried(told.patterns, before, self.years)
            if _search(told.patterns.before_a_feast, clause):
                carried = carried or due_said(told.patterns, told.opening, self.years)
                return carried[:_YEAR_LENGTH] if carried else self._due_this_year()
            if carried:
                return carried
            if said := self._due_going_on(told, clause, before):
                return said
            if _search(told.patterns.whole_year, clause):
                return _year(self.years.planned)
            if said := due_said(told.patterns, told.opening, self.years):
                return said
        return self.frame.due_or(self.years.planned)

    def _due_going_on(self, told: Told, clause: str, before: str) -> str | None:
        """Return the time of the clause before, where this one only says what that comes to."""
        if not told.patterns.goes_on.match(clause):
            return None
        return due_said(
            told.patterns, _CLAUSE_END.split(before.rstrip(_CLAUSE_MARKS))[-1], self.years
        )

    def _due_this_year(self) -> str | None:
        """Return the year planned, or an earlier one that its passage is headed by."""
        planned, framed = _year(self.years.planned), self.frame.due
        return min(planned, framed) if planned and framed else framed or planned

    def period(self, clause: str, before: str) -> str | None:
        """Return the time a result speaks of; the year reviewed where no words say.

        ``before`` is what its sentence says before the clause.
        """
        if (told := self.told) is None:
            return self.frame.period_or(self.years.reviewed)
        if stretch := stretch_back(told.patterns.back, clause, self.years):
            return stretch
        named = list(_years_in(told.patterns.year_told, clause))
        if said := _year_or_part(told.patterns, clause, named, self.years):
            return said
        if _opens_with_year_to_come(named, self.years):
            return None
        last = last_told(told.patterns, before, self.years) if before else None
        if months := months_told(told.patterns, clause):
            return self._of_months(months, clause, last)
        of_year = _search(told.patterns.last_year, clause) or _search(
            told.patterns.whole_year, clause
        )
        if self.years.reviewed and of_year:
            return _year(self.years.reviewed)
        if before and (months := months_leading(told.patterns, before)):
            return self._of_months(months, before, last)
        if last:
            return last
        if self.years.reviewed and _opens_clause(told.patterns.last_year, before):
            return _year(self.years.reviewed)
        if said := period_heading(told, self.years):
            return said
        if _search(told.patterns.long_past, clause):
            return None
        return self.frame.period_or(self.years.reviewed)

    def _of_months(self, months: Months, said: str, last: str | None) -> str | None:
        """Return the time of a part of a year; the year is the one told last, else that reviewed.

        ``said`` are the words that tell the part, ``last`` is the time told before them.
        """
        this_year = (self.told and _search(self.told.patterns.this_year, said)) or None
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


def is_long_gone(year: str, years: ReportYears) -> bool:
    """Tell whether a year lies so far back that a report tells it only to compare."""
    if years.reviewed is None or not year.isdigit():
        return False
    return int(year) < years.reviewed - _LONG_AGO


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


def _opens_clause(patterns: Patterns, said: str) -> Match[str] | None:
    """Return what opens a clause of the words: 去年，粮食产量…, and not 完成去年的任务."""
    for found in _each(patterns, said):
        if not found.start() or said[found.start() - 1] in _CLAUSE_MARKS:
            return found
    return None


def _opens_clause_at(said: str, start: int) -> bool:
    """Tell whether what starts there opens its clause, but for a few signs (“, and)."""
    front = max(said.rfind(mark, 0, start) for mark in (*_CLAUSE_MARKS, ", "))
    return len(said[front + 1 : start].strip()) <= _FEW_SIGNS


def _year(year: int | None) -> str | None:
    return str(year) if year else None


def _search(patterns: Patterns, said: str) -> Match[str] | None:
    for pattern in patterns:
        if found := pattern.search(said):
            return found
    return None


def due_carried(words: TimeWords, before: str, years: ReportYears) -> str | None:
    """Return the time told before that holds for a clause as well.

    It stands alone in a clause of its own (到2030年，…), or in front of the list that the
    clause is a member of (到2030年建成学校30所、医院5家).
    """
    told = (*words.year_due, *words.month_due, *words.parts, *words.coming)
    last = max(_each(told, before), key=lambda found: found.end(), default=None)
    if last is None:
        return None
    clause = max(before.rfind(mark, 0, last.start()) for mark in _CLAUSE_MARKS) + 1
    dates = _each((*words.coming, *words.year_due), before[clause : last.end()])
    touching = (found.start() for found in dates if clause + found.end() >= last.start())
    start = clause + min(touching, default=last.start() - clause)  # 明年上半年, 2025年6月底前
    if not (said := due_said(words, before[start : last.end()], years)):
        return None
    behind = before[last.end() :]
    holds = _FRAME_END.match(behind) or not _CLAUSE_END.search(behind)
    return said if holds else None


def due_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the time by which the words themselves want something done."""
    for found in _years_in(words.year_due, said):
        year = year_of(found["year"])
        if year and (years.planned is None or year >= years.planned):
            month = month_of(found["month"])
            if month:
                return f"{year}-{with_day(month, found['day'])}"
            ending = _part_behind(words, said, found.end())
            return f"{year}-{ending}" if ending else str(year)
    coming = _coming_year(words, said, years)
    if coming is None and (stretch := stretch_ahead(words.ahead, said, years)):
        return stretch
    year = coming or years.planned
    if year and (ending := _part_of_year(words, said)):
        return f"{year}-{ending}"
    return _year(coming)


def _coming_year(words: TimeWords, said: str, years: ReportYears) -> int | None:
    """Return the year that next year, or the one after it, is."""
    given = years.given or years.planned
    named = [words.years_on[each] for each in words.coming if each.search(said)]
    return given + max(named) if given and named else None


def _part_behind(words: TimeWords, said: str, end: int) -> str | None:
    """Return the day that a part of a year ends, told right behind it: 2026年上半年."""
    part = next((each for each in words.parts if each.match(said, end)), None)
    return words.endings[part] if part else None


def _each(patterns: Patterns, said: str) -> Iterator[Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(said)


def _years_in(patterns: Patterns, said: str) -> Iterable[Match[str]]:
    """Give what patterns of a year find; most words name none, as a look at four digits tells."""
    return _each(patterns, said) if patterns and may_name_year(said) else ()


def _part_of_year(words: TimeWords, said: str) -> str | None:
    if found := _search(words.month_due, said):
        month = month_of(found["month"])
        return with_day(month, found["day"]) if month else None
    part = _search(words.parts, said)
    return words.endings[part.re] if part else None


def period_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the year or the years that the words themselves tell of."""
    if stretch := stretch_back(words.back, said, years):
        return stretch
    for year, _ in _years_told(_years_in(words.year_told, said), years):
        return str(year)
    return None


def time_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the time the words themselves tell of, to the month or the day."""
    if stretch := stretch_back(words.back, said, years):
        return stretch
    return _year_or_part(words, said, _years_in(words.year_told, said), years)


def _year_or_part(
    words: TimeWords, said: str, named: Iterable[Match[str]], years: ReportYears
) -> str | None:
    """Return the first year told of those that the words name, or the part of it behind."""
    for year, found in _years_told(named, years):
        behind = months_behind(words, said, found.end())
        return behind.of(year) if behind else str(year)
    return None


def _years_told(
    named: Iterable[Match[str]], years: ReportYears
) -> Iterator[tuple[int, Match[str]]]:
    """Give the years told of, with their words; not those that a comparison starts from."""
    for found in named:
        year = year_of(found["year"] or "")
        if year and (years.planned is None or year <= years.planned):
            yield year, found


def _opens_with_year_to_come(named: Sequence[Match[str]], years: ReportYears) -> bool:
    """Tell whether words open with a year that no result can be of yet (预计2026年通车)."""
    if not named or named[0].start() > _FEW_SIGNS or years.planned is None:
        return False
    return (year_of(named[0]["year"] or "") or 0) > years.planned


def last_told(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the year told last in the words, or the stretch of years before a comma.

    A year long gone that stands inside a clause holds for no other.
    """
    last, ends = None, -1
    for found in _each(words.back, said):
        if found.end() > ends and (interval := _interval_back(found, years)):
            ends = found.end()
            last = interval if said[ends : ends + 1] in _COMMAS else None
    for year, found in _years_told(_years_in(words.year_told, said), years):
        if is_long_gone(str(year), years) and not _opens_clause_at(said, found.start()):
            continue
        if (end := found.end()) > ends:  # one that ends a stretch is part of it
            last, ends = str(year), end
            behind = months_behind(words, said, end)
            if behind and said.startswith(_COMMAS, behind.end):
                last = behind.of(year)
    return last


def stretch_back(patterns: Iterable[Pattern[str]], said: str, years: ReportYears) -> str | None:
    """Return the interval of the past years, the plan or the time since a year that is named."""
    for pattern in patterns:
        found = pattern.search(said)
        if found and (interval := _interval_back(found, years)):
            return interval
    return None


def _interval_back(found: Match[str], years: ReportYears) -> str | None:
    named = found.groupdict()
    if plan := years_of_plan(named.get("plan") or ""):
        last = min(plan[1], years.reviewed or plan[1])
        return _interval(last if named.get("ending") else plan[0], last)
    if years.reviewed is None:
        return None
    if compared := year_of(named.get("compared") or ""):
        return _interval(compared + 1, year_of(named.get("until") or "") or years.reviewed)
    if since := year_of(named.get("since") or ""):
        return _interval(since, year_of(named.get("until") or "") or years.reviewed)
    count = count_of_years(named.get("years") or "")
    return _interval(years.reviewed - count + 1, years.reviewed) if count else None


def _interval(first: int, last: int) -> str | None:
    if first > last:
        return None
    return str(last) if first == last else f"{first}/{last}"


def stretch_ahead(patterns: Patterns, said: str, years: ReportYears) -> str | None:
    """Return the last year of the coming years or of the plan that is named."""
    ends = (_last_year(found, years) for found in _each(patterns, said))
    return next((str(last) for last in ends if last), None)


def _years_of_age(named: dict[str, str | None]) -> int | None:
    """Return how many years the age has whose end is named: a century, a decade."""
    return next((years for age, years in _AGES.items() if named.get(age)), None)


def _last_year(found: Match[str], years: ReportYears) -> int | None:
    named = found.groupdict()
    if plan := years_of_plan(named.get("plan") or named.get("other") or ""):
        return plan[1] if plan[1] >= (years.planned or plan[1]) else None
    if by := year_of(named.get("by") or ""):
        return by if by >= (years.planned or by) else None
    if named.get("outline") and years.planned and years.planned % 5 == 1:
        return years.planned + 4  # the outline of a plan is given in the plan's first year
    if years.planned and (span := _years_of_age(named)):
        return -(-years.planned // span) * span
    count = count_of_years(named.get("years") or "")
    if count == _YEARS_OF_A_PLAN and named.get("passing") and years.plan_ends:
        return years.plan_ends  # 五年内 is told of the plan that is spoken of
    return years.planned + count - 1 if count and years.planned else None
