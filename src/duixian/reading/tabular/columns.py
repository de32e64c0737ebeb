"""What the head of a column says of its cells: unit, time, target or result, and what is told.

A head of several rows is told from the lowest up: under 年度计划, 目标 and 完成 differ.
What spans the whole table is its title, and speaks only where the columns are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.time_words import time_words_in
from duixian.reading.claims.times_said import due_said, time_said
from duixian.reading.records import Language, Status
from duixian.reading.structure.year_words import years_in, years_of_plan
from duixian.reading.tabular.captions import YearOfTable
from duixian.reading.tabular.units import is_rate
from duixian.reading.tabular.words import IN_BRACKETS, TableWords

_SIGN_BEHIND = re.compile(r"(?:[%‰]|(?<=/)\S+)$")  # 增长%, 投资/亿元
_PLAN = re.compile("(十[一二三四五六七八九]?)五")
_STRETCH = re.compile(r"((?:19|20)\d\d)年?\s*[-—–~～至到]\s*((?:19|20)\d\d)")
_OF_NO_YEAR = YearOfTable()


class Column(msgspec.Struct, frozen=True):
    """What a column says of its cells; nothing where it has no head."""

    units: tuple[str, ...] = ()  # what may be the unit it states, the lowest and last first
    unit_of_all: str = ""  # stated where the labels are headed: 指标（单位：亿元）
    name: str = ""  # what its numbers are, where that is more than which column it is
    status: Status | None = None
    time: str | None = None  # ISO 8601: 2024, 2024-01/2024-11, 2021/2025
    is_growth: bool = False  # its numbers say how much something changed
    is_aside: bool = False  # neither figures nor names of rows: offices, dates, remarks
    is_deadline: bool = False
    is_category: bool = False  # groups the rows
    is_of_units: bool = False


def read_column(
    heads: Sequence[str],
    title: str,
    *,
    words: TableWords,
    years: ReportYears,
    table: YearOfTable = _OF_NO_YEAR,
) -> Column:
    """Return what a column says; ``heads`` are the texts above it, ``title`` that of all."""
    head = " ".join(heads)
    bare = [IN_BRACKETS.sub("", each).strip() for each in heads]
    caption = words.unit_caption.search(head)
    dated = head if _years_told(head) else title
    if not _years_told(dated):
        dated = _year_of_table(head, _said([title, *heads], words), words, years, table)
    status = _status([title, *heads], _years_told(dated), words, years)
    units = tuple(_units(heads, words))
    has_unit = any(is_rate(unit, words.language) is not None for unit in units)  # 办理时间（天）
    is_deadline = not has_unit and any(words.deadline.search(each) for each in bare)
    return Column(
        units=units,
        unit_of_all=caption["unit"] if caption else "",
        name=_name(bare, words),
        status=status,
        time=_time(dated, status, words.language, years),
        is_growth=words.change.search(" ".join(bare)) is not None,
        is_aside=is_deadline or (not has_unit and any(words.aside.search(each) for each in bare)),
        is_deadline=is_deadline,
        is_category=words.category.search(head) is not None,
        is_of_units=words.unit_header.match(head) is not None,
    )


def _year_of_table(
    head: str, said: Status | None, words: TableWords, years: ReportYears, table: YearOfTable
) -> str:
    """Return the year that a table tells of a column whose heads tell none.

    In a report on 2024, 目标 beside 完成 is what 2024 aimed at, and 今年目标 is not. A caption
    dates what was reached as well, but for a year to come: 2025年任务, 目标, 完成. Of the year
    that is planned nothing need be told, and a row may say more: 10月底前.
    """
    if table.year is None or table.year == years.planned or words.own_year.search(head):
        return ""
    is_past = table.is_captioned and table.year <= (years.reviewed or table.year)
    return str(table.year) if said is Status.TARGET or (said and is_past) else ""


def _units(heads: Sequence[str], words: TableWords) -> Iterator[str]:
    for head in reversed(heads):
        for inside in reversed(IN_BRACKETS.findall(head)):
            caption = words.unit_caption.search(inside)
            yield caption["unit"] if caption else inside.strip()
        if sign := _SIGN_BEHIND.search(head):
            yield sign[0]


def _name(bare: Sequence[str], words: TableWords) -> str:
    told = (" ".join(words.time.sub(" ", each).strip(" %‰").split()) for each in bare)
    return " ".join(
        each for each in told if words.done.search(each) or not words.only_column.fullmatch(each)
    )


def _years_told(head: str) -> tuple[int, int] | None:
    """Return the first and the last year that a head tells: 2025年, 2021—2025年, “十四五”."""
    if stretch := _STRETCH.search(head):
        return int(stretch[1]), int(stretch[2])
    if named := years_in(head):
        return max(named), max(named)
    plan = _PLAN.search(head)
    return years_of_plan(plan[1]) if plan else None


def _status(
    heads: Sequence[str], told: tuple[int, int] | None, words: TableWords, years: ReportYears
) -> Status | None:
    """Return what the numbers are of; ``None`` where nothing says it.

    What an earlier year aimed at is a plan in front of what came of it, and promises nothing.
    """
    said = _said(heads, words)
    if told is None:
        return said
    last = told[1]
    if said is None and years.reviewed is years.planned is None:
        return None
    if said is None:
        of_years = {years.reviewed: Status.RESULT, years.planned: Status.TARGET}
        return of_years.get(last, Status.OTHER)
    if years.planned is None:
        return said
    if said is Status.TARGET:
        return said if last >= years.planned else Status.OTHER
    if last >= years.planned and any(words.expected.search(head) for head in heads):
        return Status.TARGET
    return said if told[0] <= years.planned else Status.OTHER


def _said(heads: Sequence[str], words: TableWords) -> Status | None:
    for head in reversed(heads):
        if words.done.search(head):
            return Status.RESULT
        if words.target.search(head):
            return Status.TARGET
        if words.result.search(head):
            return Status.RESULT
    return None


def _time(dated: str, status: Status | None, language: Language, years: ReportYears) -> str | None:
    told = _years_told(dated)
    words = time_words_in(language, dated)
    if status is Status.TARGET:
        said = due_said(words, dated, years) if words else None
        return said or (str(told[1]) if told else None)
    if told and told[0] < told[1]:
        return f"{told[0]}/{min(told[1], max(told[0], years.reviewed or told[1]))}"
    said = time_said(words, dated, years) if words else None
    return said or (str(told[1]) if told else None)
