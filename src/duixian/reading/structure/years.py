"""The years of a report: which one it reviews and which one it plans.

Said by headings (2023年工作回顾, Major Tasks for 2024), by the day it was given, or by its
opening. A year that nothing says stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from duixian.language.headings import heading_patterns
from duixian.reading.records import Language, Role
from duixian.reading.structure.headings import Heading
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.sessions import SESSION, year_of_session
from duixian.reading.structure.year_words import year_of, year_patterns, years_in
from duixian.reading.structure.years_told import (
    speaks_of_last_year,
    year_named_most,
    year_told_of,
)

_PLANS_IN = re.compile(
    r"(?:\bin|\bfor)\s+(20\d\d)\b.{0,80}?\bplan(?:s|ning)?\b|\bplan(?:s|ning)?\b.{0,80}?\b(?:in|for)\s+(20\d\d)\b",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(f"向{SESSION}")
_TITLED = re.compile(
    r"工作报告\s*[（(]\s*(?P<behind>20\d\d)年?\s*[）)]|^\W*(?P<before>20\d\d)年[^，。]{0,16}工作报告\W*$"
)
_YEAR_OPENS = re.compile(r"\W{0,4}(?P<year>(?:19|20)\d\d)年[,，]")
_CHINESE_SIGNS = (
    "年",
    "工作报告",
    "全国人民代表大会",
)  # without which no Chinese words name a year
_REPORT = re.compile(r"工作报告|work report", re.IGNORECASE)
_LAST_MONTH_OF_SESSIONS = 6
_FARTHEST_PLANNED = 5  # years behind those reviewed; farther are visions
_LONGEST_TITLE = 160
_LONGEST_OPENING = 600  # characters of a paragraph that may name the year
_OPENING = 6  # paragraphs of the body that may name the year


@dataclass(frozen=True, slots=True)
class Years:
    """The year a report reviews and the year it plans; None where nothing says so."""

    reviewed: int | None
    planned: int | None


def find_years(
    headings: Sequence[Heading],
    paragraphs: Sequence[Paragraph],
    body: int,
    delivered: date | None,
    published: date | None,
) -> Years:
    """Return the years of a report from its headings, its date and its opening, in that order.

    Where nothing in it says, news of a report are of the year they were published in.
    """
    named = _named_by_headings(headings)
    given = delivered.year if delivered else None
    opening = _named_by_the_opening(paragraphs[: body + _OPENING])
    titled = _named_by_a_title(paragraphs[: max(body, 1)])
    turned = _named_by_turns(headings)
    follows = given is not None and (
        named.reviewed == given - 1 or (named.planned or given) > given + 1
    )  # 2035年远景目标 is no plan of a year
    planned = (
        (None if follows else named.planned)
        or given
        or opening.planned
        or titled.planned
        or turned.planned
    )
    reviewed = named.reviewed or opening.reviewed or _opening_the_review(headings, paragraphs)
    reviewed = reviewed or titled.reviewed or turned.reviewed
    if planned is None and reviewed is not None and headings:
        planned = reviewed + 1
    planned = planned or _latest_planned_for(paragraphs[body:])
    if reviewed is None:
        has_review = given is not None or any(_looks_back(heading) for heading in headings)
        reviewed, planned = _told_in_passing(paragraphs[body:], planned, has_review=has_review)
    if reviewed is not None and planned is not None and not 0 < planned - reviewed <= 1:
        reviewed = planned - 1
    if reviewed is None and planned is None:
        planned = _year_of_news(paragraphs, published)
        reviewed = planned - 1 if planned else None
    return Years(reviewed, planned)


def _year_of_news(paragraphs: Sequence[Paragraph], published: date | None) -> int | None:
    """Return the year of a page that tells of a report, in the months of a year's sessions."""
    if published is None or published.month > _LAST_MONTH_OF_SESSIONS:
        return None  # in the last months of a year reports of the next are given too
    tells = any(_REPORT.search(paragraph.text) for paragraph in paragraphs[:_OPENING])
    return published.year if tells else None


def _told_in_passing(
    spoken: Sequence[Paragraph], planned: int | None, *, has_review: bool
) -> tuple[int | None, int | None]:
    """Return the years of a report whose headings and opening do not tell what it reviews."""
    speaks_of_it = speaks_of_last_year(spoken)
    if planned is None and speaks_of_it:
        planned = year_told_of(spoken)
        if planned is None and (reviewed := year_named_most(spoken)):
            return reviewed, reviewed + 1
    return (planned - 1 if planned and (has_review or speaks_of_it) else None), planned


def _named_by_headings(headings: Sequence[Heading]) -> Years:
    reviewed: list[int] = []
    planned: list[int] = []
    for heading in headings:
        patterns = heading_patterns(heading.language)
        looks_back = patterns.review.search(heading.text)
        looks_ahead = patterns.plan.search(heading.text)
        years = years_in(heading.text)
        if looks_back and looks_ahead and len(set(years)) > 1:
            reviewed.append(min(years))
            planned.append(max(years))
        elif looks_back:
            reviewed += years
        elif looks_ahead:
            planned += years
    first = reviewed[0] if reviewed else None
    last = max(reviewed, default=None)
    later = [
        year
        for year in planned
        if first is None or last is None or first < year <= last + _FARTHEST_PLANNED
    ]
    if first is not None and first + 1 in later:  # beside 目标到2035年, 2021–2025
        return Years(first, first + 1)
    return Years(first, later[0] if later else None)


def _named_by_the_opening(paragraphs: Sequence[Paragraph]) -> Years:
    reviewed = planned = None
    for paragraph in paragraphs:
        text = paragraph.text[:_LONGEST_OPENING]
        if any(word in text for word in _CHINESE_SIGNS):
            named = _named_in_chinese(text)
            reviewed, planned = reviewed or named.reviewed, planned or named.planned
        if paragraph.language is Language.EN and "20" in text and not planned:
            ahead = _PLANS_IN.search(text)
            planned = int(ahead[1] or ahead[2]) if ahead else None
    return Years(reviewed, planned)


def _named_in_chinese(text: str) -> Years:
    session = _GIVEN_TO.search(text)
    planned = year_of_session(session) if session else None
    if planned is None and (title := _TITLED.search(text)):
        planned = int(title["behind"] or title["before"])
    if planned is None and (ahead := year_patterns().planned.search(text)):
        planned = year_of(ahead["year"])
    back = year_patterns().reviewed.search(text)
    return Years(year_of(back["year"] or back["last"]) if back else None, planned)


def _named_by_a_title(head: Sequence[Paragraph]) -> Years:
    """Return the year in which a report with one year in its title is given, or reviews."""
    for paragraph in head:
        patterns = heading_patterns(paragraph.language)
        text = paragraph.text
        years = set(years_in(text))
        if len(text) > _LONGEST_TITLE or len(years) != 1 or not patterns.title.search(text):
            continue
        if patterns.opening.search(text) or any(p.search(text) for p in patterns.delivered):
            continue
        looks_back = patterns.review.search(text) and not patterns.plan.search(text)
        return Years(years.pop(), None) if looks_back else Years(None, years.pop())
    return Years(None, None)


def _named_by_turns(headings: Sequence[Heading]) -> Years:
    found = {
        role: next((h.year for h in headings if h.role is role and h.year), None)
        for role in (Role.REVIEW, Role.PLAN)
    }
    return Years(found[Role.REVIEW], found[Role.PLAN])


def _opening_the_review(headings: Sequence[Heading], paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the year that opens a part headed as the review: 去年工作回顾 2005年，…."""
    for heading, after in zip_longest(headings, headings[1:]):
        body = paragraphs[heading.paragraph + 1 : after.paragraph if after else None]
        if not (body and _looks_back(heading) and year_patterns().of_one_year.search(heading.text)):
            continue
        if found := _YEAR_OPENS.match(body[0].text):
            return int(found["year"])
    return None


def _latest_planned_for(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the latest year that a report sets tasks for, or calls the year of something.

    A report also tells of the year before; of a year far ahead it only dreams.
    """
    plans = year_patterns().named_by_plan
    told = {year for one in paragraphs for year in years_in(one.text)}
    named = (found["year"] for one in paragraphs for found in plans.finditer(one.text))
    years = (year for one in named for year in years_in(f"{one}年"))
    return max((year for year in years if year - 1 in told), default=None)


def _looks_back(heading: Heading) -> bool:
    if heading.role is not None:
        return heading.role is Role.REVIEW
    return heading_patterns(heading.language).review.search(heading.text) is not None
