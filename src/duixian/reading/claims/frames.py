"""The time that whole passages speak of: from their headings and the words that open them.

A five-year report tells of five years once (过去五年，…) and goes on for pages. What a heading
says holds for its section; what opens a paragraph holds until other such words or the end of
the section, and only for its paragraph where the heading already says a time. Only the times a
report is made for open a passage wherever they stand; another (近三年, 1998年, 今后三年) holds for
its sentence, unless it begins one that has no figure of its own. Where a heading names a stretch
of years and a year of the report (“十四五”时期主要成就和2025年工作), a figure told of the stretch
opens no more than its paragraph: those behind it may be of either, and speak of no time until
some is told again. Where it names a year of the report alone (2024年工作回顾), those behind are of
that year.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.broken_lines import on_one_line
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.time_words import TimeWords, time_words_in
from duixian.reading.claims.times import (
    LAST_OF_A_PLAN,
    Frame,
    StatementTimes,
    Told,
    period_heading,
    told_in,
)
from duixian.reading.claims.times_said import is_long_gone, stretch_ahead, stretch_back
from duixian.reading.records import Language, Role, Section, Statement
from duixian.reading.structure.year_words import year_of, years_in

_NO_FRAME = Frame()
_OF_EITHER = Frame(is_of_either=True)
_SEMICOLONS = ("；", ";")


class FrameReader:
    """Reads the statements of one report in order and tells the times of each."""

    def __init__(self, sections: Sequence[Section], years: ReportYears) -> None:
        self._years = years
        self._parents = [section.parent for section in sections]
        self._heading_spans = [section.heading_span for section in sections]
        self._headed = _frames_of_headings(sections, years)
        self._of_both = _sections_of_both(sections, years)
        self._of_year = _sections_of_year(sections, years)
        self._section = 0
        self._passing = _NO_FRAME  # to the end of the sentence, which semicolons do not end
        self._goes_on = False
        self._lasting = dict.fromkeys(Language, _NO_FRAME)  # to the end of the section
        self._running = dict.fromkeys(Language, _NO_FRAME)  # to the end of the paragraph
        self._latest = dict.fromkeys(Language, _NO_FRAME)  # may lead into sections below

    def read(
        self, statement: Statement, words: str, *, opens_paragraph: bool, has_figure: bool
    ) -> StatementTimes:
        """Return the times of the next statement; ``words`` is its normal form."""
        told = told_in(statement.language, on_one_line(words, statement.language))
        frame = self._frame(statement, told, opens_paragraph=opens_paragraph, has_figure=has_figure)
        years = frame.years_in(self._years) if told else self._years
        return StatementTimes(told, frame, years)

    def _frame(
        self, statement: Statement, told: Told | None, *, opens_paragraph: bool, has_figure: bool
    ) -> Frame:
        language, section = statement.language, statement.section
        headed = self._headed[section]
        if section != self._section:
            self._enter(section)
        elif opens_paragraph:
            self._running[language] = self._lasting[language]
        heading = self._heading_spans[section]
        if heading and statement.end <= heading[1] + 1:
            return _over(headed, self._running[language])  # a heading opens no passage itself
        if opens_paragraph or not self._goes_on:
            self._passing = _NO_FRAME
        self._goes_on = statement.text.endswith(_SEMICOLONS)
        around = _over(self._running[language], headed)
        if told and (said := self._said(told, around)):
            if not self._opens(
                told, said, around, opens_paragraph=opens_paragraph, has_figure=has_figure
            ):
                self._passing = said
                if told.begins_with_beginning and not _is_stretch(around):
                    self._running[language] = said  # to the end of the paragraph, and no longer
            else:
                self._passing = _NO_FRAME
                lasts = opens_paragraph and headed == _NO_FRAME
                if told.opens_by_comparing:
                    self._running[language] = said
                elif has_figure and self._of_year[section] and self._is_of_years(said):
                    self._running[language] = said
                    if lasts and self._of_both[section]:
                        self._lasting[language] = self._latest[language] = _OF_EITHER
                else:
                    self._open(language, said, lasts=lasts)
                around = _over(said, headed)
        return _over(self._passing, around)

    def _is_of_years(self, said: Frame) -> bool:
        """Whether it is a plan or a count of years that is spoken of, and no year alone."""
        return _is_stretch(said) or said.due not in (None, str(self._years.planned))

    def _open(self, language: Language, said: Frame, *, lasts: bool) -> None:
        self._running[language] = said
        if not _is_year(said) or said.period == str(self._years.reviewed):
            self._latest[language] = said  # another year is an episode
            if lasts:
                self._lasting[language] = said
        elif lasts and said.period == str(self._years.planned):
            self._lasting[language] = _NO_FRAME  # what was of either is of this year now

    def _enter(self, section: int) -> None:
        """What leads into a part's sections holds for all of them; else each begins anew."""
        parent = self._parents[section]
        if parent is None or self._headed[section] != self._headed[parent]:
            self._lasting = dict.fromkeys(Language, _NO_FRAME)
        elif parent == self._section:
            self._lasting = dict(self._latest)
        elif parent != self._parents[self._section]:
            self._lasting = dict.fromkeys(Language, _NO_FRAME)
        self._latest = dict(self._lasting)
        self._running = dict(self._lasting)
        self._section = section

    def _opens(
        self, told: Told, said: Frame, around: Frame, *, opens_paragraph: bool, has_figure: bool
    ) -> bool:
        """Tell whether what is said goes on behind its sentence."""
        reviewed, planned = self._years.reviewed, self._years.planned
        if planned is None or (reviewed is None and said.period):
            return True  # nothing tells which times are its own
        is_of_year_reviewed = reviewed is not None and said.period == str(reviewed)
        if _is_year(said) and not _is_stretch(around):
            if has_figure and is_long_gone(said.period or "", self._years):
                return False
            return is_of_year_reviewed or not told.tells_year_in_passing(self._years)
        if is_of_year_reviewed:
            return opens_paragraph or not has_figure
        if reviewed and said.period == f"{reviewed - 4}/{reviewed}":
            return True
        if said.due in (str(planned), str(planned + 4)):
            return True
        if _is_year(said):
            return False
        if told.begins_with_years_past:
            return True
        if has_figure or not told.begins_with_stretch:
            return False
        return opens_paragraph or (said.due or "").endswith(LAST_OF_A_PLAN)

    def _said(self, told: Told, around: Frame) -> Frame | None:
        patterns, opening = told.patterns, told.opening
        period = period_heading(told, self._years)
        due = stretch_ahead(patterns.ahead, opening, around.years_in(self._years))
        if due is None and self._years.planned:
            this_year = any(pattern.search(opening) for pattern in patterns.this_year)
            due = str(self._years.planned) if this_year else None
        return Frame(period, due) if period or due else None


def _is_year(said: Frame) -> bool:
    return said.due is None and not _is_stretch(said)


def _is_stretch(said: Frame) -> bool:
    return "/" in (said.period or "")


def _over(inner: Frame, outer: Frame) -> Frame:
    if inner is _NO_FRAME:
        return outer
    if outer is _NO_FRAME:
        return inner
    is_of_either = inner.is_of_either or outer.is_of_either
    return Frame(inner.period or outer.period, inner.due or outer.due, is_of_either)


def _frames_of_headings(sections: Sequence[Section], years: ReportYears) -> list[Frame]:
    """Return the frame of each section: its own heading's, else that of the section around it."""
    frames: list[Frame] = []
    for section in sections:
        own = _frame_of_heading(section.heading, section.role, years)
        if own == _NO_FRAME and section.parent is not None:
            own = frames[section.parent]
        frames.append(own)
    return frames


def _frame_of_heading(heading: str, role: Role, years: ReportYears) -> Frame:
    """Return the time a heading says; one that says both a plan and a year says neither.

    A year alone is told only where it is not the report's own: one of the reports that a file
    puts together.
    """
    for language in Language:
        words = time_words_in(language, heading)
        if words is None:
            continue
        stretches = (*words.back, *words.ahead, *words.plan_in_heading)
        named = _years_named(words, heading)
        if not any(pattern.search(heading) for pattern in stretches):
            if len(named) == 1 and named.isdisjoint((years.reviewed, years.planned)):
                return _frame_of_year(str(*named), role)
            continue
        if named or _names_own_year(heading, years):
            return _NO_FRAME
        return Frame(
            stretch_back((*words.back, *words.plan_in_heading), heading, years),
            stretch_ahead((*words.ahead, *words.plan_in_heading), heading, years),
        )
    return _NO_FRAME


def _sections_of_both(sections: Sequence[Section], years: ReportYears) -> list[bool]:
    """Return for each section whether it, or one around it, is headed by years and by a year."""
    of_both: list[bool] = []
    for section in sections:
        own = _names_own_year(section.heading, years) and _names_years(section.heading)
        of_both.append(own or (section.parent is not None and of_both[section.parent]))
    return of_both


def _sections_of_year(sections: Sequence[Section], years: ReportYears) -> list[bool]:
    """Return for each section whether it, or one around it, is headed by a year of the report."""
    of_year: list[bool] = []
    for section in sections:
        own = _names_own_year(section.heading, years)
        of_year.append(own or (section.parent is not None and of_year[section.parent]))
    return of_year


def _names_own_year(heading: str, years: ReportYears) -> bool:
    named = set(years_in(heading))
    return len(named) == 1 and not named.isdisjoint((years.reviewed, years.planned))


def _names_years(heading: str) -> bool:
    for language in Language:
        if words := time_words_in(language, heading):
            stretches = (*words.back, *words.ahead, *words.plan_in_heading)
            if any(pattern.search(heading) for pattern in stretches):
                return True
    return False


def _frame_of_year(year: str, role: Role) -> Frame:
    if role is Role.REVIEW:
        return Frame(period=year)
    return Frame(due=year) if role is Role.PLAN else _NO_FRAME


def _years_named(words: TimeWords, heading: str) -> set[int | None]:
    patterns = (*words.year_told, *words.year_due)
    named = {year_of(one["year"] or "") for each in patterns for one in each.finditer(heading)}
    return named - {None}
