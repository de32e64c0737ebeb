"""Chinese projects told by what came of them, by their number, by two sides or by quotes.

青岩乙烯项目投产 names a project though 推进重点项目 names none; 第三次湿地普查 is one by its
number, 中国—东盟湿地中心 by its two sides, “双千”育才行动 by its quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name, runs_of
from duixian.language.places.chinese_places import spoken_names
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

_LONGEST_STEM = 24
_CODE = re.compile(r"[A-Z]\d+$")  # 核心区Z4项目
_CLASS_LENGTH = 2  # 技改项目
_CODES = r"[一-鿿]{0,4}[A-Z]\d+(?:[、和][A-Z]\d+)+"
_BRACKETED = re.compile("(?:中国|国家[一-鿿]{2,4})?[（][一-鿿]{2,4}[）]")
_LONGEST_SPOKEN = 5
_HINTS = (
    "项目",
    "普查",
    "调查",
    "考",
    "中国—",
    "中国-",
    "金砖",
    "上合",
    "上海合作",
    "版",
    "”",
    "」",
)


class _Patterns(NamedTuple):
    hints: WordFinder  # without one of which none of these names is there
    done: re.Pattern[str]
    no_name: re.Pattern[str]
    census: re.Pattern[str]  # 第三次湿地普查
    version: re.Pattern[str]  # 实施湿地改革2.0版
    sides: re.Pattern[str]
    of_two_sides: re.Pattern[str]
    by_name: re.Pattern[str]
    behind_a_place: frozenset[str]  # the suffixes
    behind_place: re.Pattern[str]
    not_behind_place: WordFinder
    no_work_of_a_place: tuple[str, ...]
    quoted: re.Pattern[str]
    quoted_event: re.Pattern[str]  # “青岩超”足球联赛, but no “一站式”平台
    quoted_not: tuple[str, ...]


def works_told(text: str) -> Iterator[Span]:
    """Give the projects that a text names in one of these ways."""
    patterns = _patterns()
    hints = patterns.hints.words_in(text)
    if not hints:
        return
    if "项目" in text:
        yield from _done(text)
    if "普查" in text or "调查" in text or "考" in text:
        for match in patterns.census.finditer(text):
            yield match.span()
    if patterns.sides.search(text):
        for match in patterns.of_two_sides.finditer(text):
            yield match.span("name")
            if match["also"]:
                yield match.span("also")
    if not patterns.behind_a_place.isdisjoint(hints):
        yield from _behind_a_place(text)
    if "版" in text:
        for match in patterns.version.finditer(text):
            yield match.span("name")
    for match in patterns.by_name.finditer(text):
        yield match.span()
    if "”" in text or "」" in text:
        for match in (*patterns.quoted.finditer(text), *patterns.quoted_event.finditer(text)):
            if not text.startswith(patterns.quoted_not, match.start() + 1):
                yield match.span()


def _behind_a_place(text: str) -> Iterator[Span]:
    """Give what a place and a suffix name, whatever stands between: 青岩国际开放创新试验区."""
    patterns = _patterns()
    for start, _ in runs_of(text):
        end = _end_of_place(text, start)
        match = patterns.behind_place.match(text, end) if end else None
        if match is None or match[0].endswith(patterns.no_work_of_a_place):
            continue
        if not patterns.not_behind_place.words_in(match["stem"]):
            yield start, match.end()


def _end_of_place(text: str, start: int) -> int | None:
    if bracketed := _BRACKETED.match(text, start):  # 中国（宁夏）
        return bracketed.end()
    names = spoken_names()
    ends = range(start + _LONGEST_SPOKEN, start + 1, -1)
    return next((end for end in ends if text[start:end] in names), None)


def _done(text: str) -> Iterator[Span]:
    """Give the single projects of which a result is told: 青岩乙烯项目投产."""
    patterns = _patterns()
    for match in patterns.done.finditer(text):
        stem = match["stem"]
        if patterns.no_name.search(stem):
            continue
        if _CODE.search(stem) or (
            is_name(stem, from_its_start=True)
            and (len(stem) > _CLASS_LENGTH or stem in spoken_names())
        ):
            yield match.span("name")


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    come_of = word_tree(words.came_of_a_project)
    sides = word_tree(words.suffixes_of_two_sides)
    behind = word_tree(words.suffixes_behind_a_place)
    of_a_class = word_tree(words.class_behind_a_place)
    return _Patterns(
        hints=WordFinder([*words.works_by_name, *words.suffixes_behind_a_place, *_HINTS]),
        done=re.compile(
            f"(?:^|(?<=[，；、。：]))(?:{word_tree(words.project_verbs)})*+"
            f"(?P<name>(?P<stem>{_CODES}|[^，。；：、“”的等]{{2,{_LONGEST_STEM}}}?)项目)"
            rf"(?={come_of})(?!{come_of}\d)"
        ),
        no_name=re.compile(word_tree(words.no_single_project)),
        census=re.compile(
            r"(?:全国)?第[一二三四五六七八九十\d]{1,3}次(?!会议)[一-鿿]{0,12}?"
            f"(?:{word_tree(words.censuses)})(?:和(?!第)[一-鿿]{{2,6}}普查)?"
        ),
        version=re.compile(
            f"(?:{word_tree(words.before_a_version)})(?P<name>(?!实施)[一-鿿]{{4,20}}?\\d\\.\\d版)"
        ),
        sides=re.compile(words.sides),
        of_two_sides=re.compile(
            f"(?P<name>(?:{words.sides})[^，。；、：“”的等]{{2,22}}?(?P<suffix>{sides}))(?!(?:(?!等)[一-鿿]){{0,6}}(?:{sides}))"
            "(?:、(?P<also>[一-鿿]{2,10}(?P=suffix))(?![一-鿿]{0,4}等))?"
        ),
        by_name=re.compile(f"(?:{word_tree(words.works_by_name)}){words.part_of_work}"),
        behind_a_place=frozenset(words.suffixes_behind_a_place),
        behind_place=re.compile(
            f"(?!{of_a_class})[市省县区]?"
            f"(?!{of_a_class}|[\\d和与及]|市区)(?P<stem>(?:[（][一-鿿]{{2,4}}[）])?"
            rf"(?:(?![和与及在了将已的等为到])[一-鿿A-Za-z—]){{2,20}}?)(?:{behind})"
            rf"(?!\d+[个家所]|[一-鿿]{{0,8}}(?:{behind})|城|集群|的?[一-鿿]{{0,2}}(?:名单|名录|城市))"
        ),
        not_behind_place=WordFinder(
            one for one in words.boundaries if one not in words.inside_behind_a_place
        ),
        no_work_of_a_place=tuple(words.no_work_of_a_place),
        quoted=re.compile(
            "[“「][^“”「」，。；\n]{2,20}[”」][^，。；、“”「」的等和与及\n]{1,14}?(?:行动计划|行动|工程|计划)"
            "(?=[，。；、和]|$)"
        ),
        quoted_event=re.compile(
            r"“(?![\d一]|[^“”]*字号)[^“”+，。；\n]{2,16}”"
            f"(?:(?!{word_tree(words.class_behind_a_quotation)})[^，。；、“”的等和与及\\n]){{1,10}}?"
            "(?:平台|活动|联赛|大赛)(?![一-鿿]{0,2}(?:平台|活动|企业))"
        ),
        quoted_not=tuple(words.quoted_not),
    )
