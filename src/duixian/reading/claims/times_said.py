"""The times that words themselves say: years, stretches of years, and when something is due.

Patterns of one language (``time_words``) find them; the years of the report tell what 五年来 or
next year are. ``None`` where the words say no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import Match, Pattern

from duixian.reading.claims.months import months_behind, with_day
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.time_words import (
    Patterns,
    TimeWords,
    count_of_years,
    month_of,
    year_of_part,
)
from duixian.reading.structure.year_words import may_name_year, year_of, years_of_plan

_COMMAS = ("，", ",")
CLAUSE_MARKS = "，。；：;"
_LONG_AGO = 5  # years before the one reviewed
CLAUSE_END = re.compile(r"[，。；：;]|,(?!\d)")
_FRAME_END = re.compile("[底末]?之?前?[，,](?! and )")  # by June, and build a school
_YEARS_OF_A_PLAN = 5
_AGES = {"century": 100, "decade": 10}
_OPENS_WITHIN = 12  # characters of an opening a date stands in that holds for its sentence
FEW_SIGNS = 4  # such as 在 or “, before the words that open a statement


def is_long_gone(year: str, years: ReportYears) -> bool:
    """Tell whether a year lies so far back that a report tells it only to compare."""
    if years.reviewed is None or not year.isdigit():
        return False
    return int(year) < years.reviewed - _LONG_AGO


def opens_clause(patterns: Patterns, said: str) -> Match[str] | None:
    """Return what opens a clause of the words: 去年，粮食产量…, and not 完成去年的任务."""
    for found in all_found(patterns, said):
        if not found.start() or said[found.start() - 1] in CLAUSE_MARKS:
            return found
    return None


def opens_clause_at(said: str, start: int) -> bool:
    """Tell whether what starts there opens its clause, but for a few signs (“, and)."""
    front = max(said.rfind(mark, 0, start) for mark in (*CLAUSE_MARKS, ", "))
    return len(said[front + 1 : start].strip()) <= FEW_SIGNS


def year_alone(year: int | None) -> str | None:
    """Return a year as times are stated."""
    return str(year) if year else None


def first_found(patterns: Patterns, said: str) -> Match[str] | None:
    """Return what the first of the patterns finds that finds anything."""
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
    last = max(all_found(told, before), key=lambda found: found.end(), default=None)
    if last is None:
        return None
    clause = max(before.rfind(mark, 0, last.start()) for mark in CLAUSE_MARKS) + 1
    dates = all_found((*words.coming, *words.year_due), before[clause : last.end()])
    touching = (found.start() for found in dates if clause + found.end() >= last.start())
    start = clause + min(touching, default=last.start() - clause)  # 明年上半年, 2025年6月底前
    if not (said := due_said(words, before[start : last.end()], years)):
        return None
    behind = before[last.end() :]
    holds = _FRAME_END.match(behind) or not CLAUSE_END.search(behind)
    return said if holds else None


def due_opening(words: TimeWords, opening: str, years: ReportYears) -> str | None:
    """Return the time that the words up to the first comma tell for all of a sentence.

    One in passing, behind a long subject, holds for its own words.
    """
    dates = (*words.year_due, *words.month_due, *words.parts)
    first = min((found.start() for found in all_found(dates, opening)), default=0)
    return due_said(words, opening, years) if first <= _OPENS_WITHIN else None


def due_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the time by which the words themselves want something done."""
    for found in years_named(words.year_due, said):
        year = year_of(found["year"])
        if year and (years.planned is None or year >= years.planned):
            month = month_of(found["month"])
            if month:
                return f"{year}-{with_day(month, found['day'])}"
            ending = _part_behind(words, said, found.end())
            return f"{year}-{ending}" if ending else str(year)
    coming = _coming_year(words, said, years)
    ahead = (*words.ahead, *words.summed_over)
    if coming is None and (stretch := stretch_ahead(ahead, said, years)):
        return stretch
    year, ending = _part_of_year(words, said)
    if year and years.planned and year < years.planned:
        return year_alone(coming)  # it lies behind
    year = year or coming or years.planned
    return f"{year}-{ending}" if year and ending else year_alone(coming)


def _coming_year(words: TimeWords, said: str, years: ReportYears) -> int | None:
    """Return the year that next year, or the one after it, is."""
    given = years.given or years.planned
    named = [words.years_on[each] for each in words.coming if each.search(said)]
    return given + max(named) if given and named else None


def _part_behind(words: TimeWords, said: str, end: int) -> str | None:
    """Return the day that a part of a year ends, told right behind it: 2026年上半年."""
    part = next((each for each in words.parts if each.match(said, end)), None)
    return words.endings[part] if part else None


def all_found(patterns: Patterns, said: str) -> Iterator[Match[str]]:
    """Give all that the patterns find."""
    for pattern in patterns:
        yield from pattern.finditer(said)


def years_named(patterns: Patterns, said: str) -> Iterable[Match[str]]:
    """Give what patterns of a year find; most words name none, as a look at four digits tells."""
    return all_found(patterns, said) if patterns and may_name_year(said) else ()


def _part_of_year(words: TimeWords, said: str) -> tuple[int | None, str | None]:
    """Return the part of a year that is named, with the year that its own words tell."""
    if found := first_found(words.month_due, said):
        month = month_of(found["month"])
        return None, with_day(month, found["day"]) if month else None
    if part := first_found(words.parts, said):
        return year_of_part(part.groupdict()), words.endings[part.re]
    return None, None


def period_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the year or the years that the words themselves tell of."""
    if stretch := stretch_back(words.back, said, years):
        return stretch
    for year, _ in years_told(years_named(words.year_told, said), years):
        return str(year)
    return None


def time_said(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the time the words themselves tell of, to the month or the day."""
    if stretch := stretch_back(words.back, said, years):
        return stretch
    return year_or_part(words, said, years_named(words.year_told, said), years)


def year_or_part(
    words: TimeWords, said: str, named: Iterable[Match[str]], years: ReportYears
) -> str | None:
    """Return the first year told of those that the words name, or the part of it behind."""
    for year, found in years_told(named, years):
        behind = months_behind(words, said, found.end())
        return behind.of(year) if behind else str(year)
    return None


def years_told(named: Iterable[Match[str]], years: ReportYears) -> Iterator[tuple[int, Match[str]]]:
    """Give the years told of, with their words; not those that a comparison starts from."""
    for found in named:
        year = year_of(found["year"] or "")
        if year and (years.planned is None or year <= years.planned):
            yield year, found


def opens_with_year_to_come(named: Sequence[Match[str]], years: ReportYears) -> bool:
    """Tell whether words open with a year that no result can be of yet (预计2026年通车)."""
    if not named or named[0].start() > FEW_SIGNS or years.planned is None:
        return False
    return (year_of(named[0]["year"] or "") or 0) > years.planned


def last_told(words: TimeWords, said: str, years: ReportYears) -> str | None:
    """Return the year told last in the words, or the stretch of years before a comma.

    A year long gone that stands inside a clause holds for no other.
    """
    last, ends = None, -1
    for found in all_found(words.back, said):
        if found.end() > ends and (interval := _interval_back(found, years)):
            ends = found.end()
            last = interval if said[ends : ends + 1] in _COMMAS else None
    for year, found in years_told(years_named(words.year_told, said), years):
        if is_long_gone(str(year), years) and not opens_clause_at(said, found.start()):
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
    ends = (_last_year(found, years) for found in all_found(patterns, said))
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
