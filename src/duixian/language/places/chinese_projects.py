"""Named projects in Chinese, told by their suffix or by quotes: 大兴机场线二期, “双千”工程."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name, runs_holding
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

_LONGEST_STEM = 22
_SHORTEST_IN_PHASES = 4
_PHASE = re.compile("[一二三四五]期")
_NUMBERED_LINE = re.compile(r"\d号线|[A-Z]\d+[一-鿿]?线")


class _Patterns(NamedTuple):
    hints: WordFinder  # without one of which there is no project but a quoted one
    project: re.Pattern[str]
    not_before: tuple[str, ...]
    tail: re.Pattern[str]
    quoted: re.Pattern[str]


def find_projects(text: str) -> tuple[Span, ...]:
    """Return the spans of named projects: quoted ones and ones with a telling suffix."""
    patterns = _patterns()
    is_quoting = "“" in text or "「" in text
    spans = [match.span() for match in patterns.quoted.finditer(text)] if is_quoting else []
    for start, end in runs_holding(patterns.hints, text):
        span = _project_in_run(text, start, end)
        if span is not None and not any(_overlap(span, other) for other in spans):
            spans.append(span)
    return tuple(sorted(spans))


def _project_in_run(text: str, start: int, end: int) -> Span | None:
    patterns = _patterns()
    match = patterns.project.fullmatch(text, start, end)
    if match is None or text.endswith(patterns.not_before, start, end):
        return None
    named = is_name(match["stem"], from_its_start=match["common"] is not None)
    if not named and _PHASE.search(text, match.end("stem"), end):  # 国家会议中心二期
        named = len(match["stem"]) >= _SHORTEST_IN_PHASES and not text.endswith(
            ("个", "家"), 0, start
        )
    if not named and _NUMBERED_LINE.search(text, start, end) is None:
        return None
    tail = patterns.tail.match(text, end)
    return start, tail.end() if tail else end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    rare, common = word_tree(words.project_suffixes), word_tree(words.project_common_suffixes)
    tails, quoted = word_tree(words.project_tails), word_tree(words.quoted_suffixes)
    behind = word_tree([*words.quoted_suffixes, *words.quoted_in_front])
    phase = r"(?:[(（]?第?[一二三四五六七八九十\d]+期[)）]?)"
    return _Patterns(
        hints=WordFinder([*words.project_suffixes, *words.project_common_suffixes]),
        project=re.compile(
            rf"(?P<stem>.{{1,{_LONGEST_STEM}}}?)(?:{rare}|(?P<common>{common}))"
            rf"(?:{tails}|{phase}|[^\W\d]{{1,3}}段)*"
        ),
        not_before=tuple(words.project_not_before),
        tail=re.compile(f"{phase}?(?:{tails})*(?:工程|项目)|{phase}"),
        quoted=re.compile(
            f"[“「](?!{word_tree(words.quoted_not)})(?:[^“”「」，。；\n]{{2,20}}[”」](?:{behind})"
            f"|[^“”「」，。；、\n]{{1,16}}(?:{quoted})[”」]"
            f"|[^“”「」，。；、\n]{{2,16}}[”」](?=(?:[、和]?“[^“”\n]{{2,16}}”){{1,4}}(?:{behind})))"
            "(?!奖(?![励补惩学]))"
        ),
    )
