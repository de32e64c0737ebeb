"""What headings look like and say: the patterns of ``zh/`` and ``en/headings.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import compile_any, load_toml
from duixian.language.screen import ScreenedPattern

Searched = ScreenedPattern | re.Pattern[str]


class Numbering(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One way to number headings."""

    style: str
    pattern: str
    rank: int  # the lower, the further out it usually stands
    item: bool  # opening a paragraph, it heads only what belongs to that paragraph


class _Headings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    review: list[str]
    plan: list[str]
    other: list[str]
    appended: list[str]
    strong_review: list[str]
    strong_plan: list[str]
    situation: list[str]
    last_year: list[str]
    this_year: list[str]


class _Wording(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    review: list[str]
    plan: list[str]
    plan_opening: list[str]


class _Turns(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    back: list[str]
    ahead: list[str]
    year: list[str]


class _Furnishing(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    title: list[str]
    list_title: list[str]
    title_end: list[str]
    title_above: list[str]
    title_body: list[str]
    delivered: list[str]
    delivered_opens: list[str]
    dated: list[str]
    speaker: list[str]
    opening: list[str]
    salutation: list[str]
    closing: list[str]
    date_line: list[str]


class _HeadingData(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    numbering: list[Numbering]
    headings: _Headings
    wording: _Wording
    turns: _Turns
    furnishing: _Furnishing


@dataclass(frozen=True, slots=True)
class HeadingPatterns:
    """One language's patterns, compiled. All match the normal form of the text."""

    numberings: tuple[tuple[Numbering, re.Pattern[str]], ...]
    numbered: re.Pattern[str]  # any of them: tried first, for speed
    review: Searched
    plan: Searched
    other: Searched
    appended: re.Pattern[str]  # a line that heads what is put behind a report, its colon with it
    strong_review: Searched
    strong_plan: Searched
    situation: Searched  # the state of things, which a report tells as what was reached
    last_year: re.Pattern[str]
    this_year: re.Pattern[str]
    review_wording: re.Pattern[str]
    plan_wording: re.Pattern[str]
    plan_opening: re.Pattern[str]
    turn_back: re.Pattern[str]
    turn_ahead: re.Pattern[str]
    turn_year: re.Pattern[str]  # to a review or to a plan, whichever that year is for
    title: Searched
    list_title: Searched  # of a list of tasks
    title_end: re.Pattern[str]  # all of the last line of a title set over several
    title_above: re.Pattern[str]  # all of a line above it
    title_body: re.Pattern[str]  # the end of the body whose report it is
    delivered: tuple[re.Pattern[str], ...]
    delivered_opens: re.Pattern[str]  # a line that tells it and may go on on the next one
    dated: re.Pattern[str]  # no more than the day, marked as what stands under a title
    speaker: re.Pattern[str]
    opening: Searched
    salutation: re.Pattern[str]
    closing: Searched
    date_line: re.Pattern[str]


@cache
def heading_patterns(language: str) -> HeadingPatterns:
    """Return the patterns of a language ("zh" or "en").

    Raises LanguageDataError where the file does not fit its schema or a pattern is not valid.
    """
    path = f"{language}/headings.toml"
    data = load_toml(path, _HeadingData)
    headings, wording, furnishing = data.headings, data.wording, data.furnishing
    flags = re.NOFLAG if language == "zh" else re.IGNORECASE | re.MULTILINE

    def compiled(patterns: list[str], flags: re.RegexFlag = flags) -> re.Pattern[str]:
        return compile_any(patterns, path=path, flags=flags)

    def screened(patterns: list[str]) -> Searched:
        each = [compiled([pattern]) for pattern in patterns]
        return ScreenedPattern(each) if len(each) > 1 else each[0]

    return HeadingPatterns(
        numberings=tuple((one, compiled([one.pattern], re.NOFLAG)) for one in data.numbering),
        numbered=compiled(
            [one.pattern.replace("?P<n>", "?:") for one in data.numbering], re.NOFLAG
        ),
        review=screened(headings.review),
        plan=screened(headings.plan),
        other=screened(headings.other),
        appended=compiled(headings.appended),
        strong_review=screened(headings.strong_review),
        strong_plan=screened(headings.strong_plan),
        situation=screened(headings.situation),
        last_year=compiled(headings.last_year),
        this_year=compiled(headings.this_year),
        review_wording=compiled(wording.review),
        plan_wording=compiled(wording.plan),
        plan_opening=compiled(wording.plan_opening),
        turn_back=compiled(data.turns.back),
        turn_ahead=compiled(data.turns.ahead),
        turn_year=compiled(data.turns.year),
        title=screened(furnishing.title),
        list_title=screened(furnishing.list_title),
        title_end=compiled(furnishing.title_end),
        title_above=compiled(furnishing.title_above),
        title_body=compiled(furnishing.title_body),
        delivered=tuple(compiled([pattern]) for pattern in furnishing.delivered),
        delivered_opens=compiled(furnishing.delivered_opens),
        dated=compiled(furnishing.dated),
        speaker=compiled(furnishing.speaker),
        opening=screened(furnishing.opening),
        salutation=compiled(furnishing.salutation),
        closing=screened(furnishing.closing),
        date_line=compiled(furnishing.date_line),
    )
