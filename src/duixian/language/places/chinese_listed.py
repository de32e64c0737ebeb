"""Chinese names told by the words around them: programmes by their verb, others by their list.

实施稳岗扩容提质行动 names a programme as 实施“稳岗”行动 does. Before 等9条道路 each member is a
name, though it has no suffix of its own: 东苇路北延、青岩联络线等9条道路.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from duixian.language.conjunctions import AND
from duixian.language.numerals import chinese_number
from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name, runs_of
from duixian.language.word_tree import word_tree

_LONGEST_MEMBER = 22
_LONGEST_LIST = 200
_LONGEST_PLACE = 6  # of a list without 等
_JOINTS = ("、", "和")
_EDGE = re.compile(r"[，。；：:\n“”《》（）()]|(?<![A-Za-z0-9])\s|\s(?![A-Za-z0-9])")
_LATIN_NAME = re.compile(r"[A-Z][\w&.'’-]*(?: [A-Z0-9][\w&.'’-]*)+", re.ASCII)
_SHORTEST_OF_ANY_KIND = 4  # before 等5个项目, which may be of anything: 戏曲、话剧等5个项目
_STARTS = "(?:组织实施|实施|开展|启动|推出|推行)(?:实施|好|了)?"
_PROGRAMME_ENDS = ("行动", "工程", "计划", "行动”", "工程”", "计划”")
_LONGEST_CLASS = 3  # 大行动 is no name
_STARTED_TOO = re.compile(_STARTS)
_BROKEN_OFF = re.compile(r".*(?:[)）]|\d[一-鿿]{0,2})")  # before what is only the end of a name
_CAMPAIGN_WORD = r"[一-鿿A-Za-z\d+＋·]{3,24}?"
_ETC_PROGRAMMES = re.compile("等(?:专项)?(?:行动计划|行动|工程|计划)$")
_QUOTED_INSIDE = "“[^“”，。；、]{1,16}”"  # 开展青岩“双千”育才行动
_SEVERAL = re.compile("”[和、]?“|、|”等|和“")  # names beside each other: “双千”“百优”行动
_QUOTED = re.compile("[“「][^“”「」，。；\n]{2,16}[”」]")


class _Patterns(NamedTuple):
    programme: re.Pattern[str]
    no_programme: re.Pattern[str]
    no_programme_alone: tuple[str, ...]  # however it goes on: 新一轮三年行动计划
    campaign: re.Pattern[str]  # 完成青岩提升行动
    campaign_done: re.Pattern[str]  # 青岩提升行动圆满收官
    benefiting: re.Pattern[str]  # 惠及3万名学生的营养计划
    built: re.Pattern[str]  # before a list of works that are only built
    etc: re.Pattern[str]  # 等9条道路, with what is counted
    counted_places: re.Pattern[str]
    quoted: re.Pattern[str]
    plan: re.Pattern[str]
    quoted_not: tuple[str, ...]
    not_before: tuple[str, ...]
    deed: re.Pattern[str]
    done_to: re.Pattern[str]


def listed_projects(text: str) -> Iterator[Span]:
    """Give the programmes that a verb starts, and the projects told off in a list."""
    patterns = _patterns()
    if "行动" in text or "工程" in text or "计划" in text or "活动" in text:
        for match in patterns.programme.finditer(text):
            yield from _programmes(text, *match.span("names"))
        if "行动" in text:
            for match in (
                *patterns.campaign.finditer(text),
                *patterns.campaign_done.finditer(text),
            ):
                if _is_programme(text, *match.span("name")):
                    yield match.span("name")
        if "“" in text:
            for match in patterns.quoted.finditer(text):
                yield from _quoted(text, *match.span())
    if "纲要" in text or "规划" in text:
        for match in patterns.plan.finditer(text):
            yield match.span("name")
    yield from _members(text, "project")


def listed_place(text: str, *, but_not: frozenset[str] = frozenset()) -> Span | None:
    """Return the places told off in a list, as one span: 青岩、柳河 of 青岩、柳河等6个村.

    ``but_not`` are names that say nothing here: of the government that speaks.
    """
    members = [*_counted_places(text), *_members(text, "place")]
    places = [span for span in members if text[slice(*span)] not in but_not]
    if not places:
        return None
    start, end = places[0]
    for low, high in places[1:]:
        if text[end:low] not in _JOINTS:
            break
        end = high
    return start, end


def _counted_places(text: str) -> Iterator[Span]:
    """Give the members of a list whose number is told behind it: 青岩、柳河2个千亿县."""
    if "、" not in text:
        return
    for counted in _patterns().counted_places.finditer(text):
        low = max(0, counted.start() - _LONGEST_LIST)
        edges = [edge.end() for edge in _EDGE.finditer(text, low, counted.start())]
        members = list(_parts(text, edges[-1] if edges else low, counted.start()))
        if chinese_number(counted[1]) == len(members) > 1 and all(
            high - start <= _LONGEST_PLACE and _is_named(text, start, high)
            for start, high in members
        ):
            yield from members


def _programmes(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the members of a list that end as a programme does, or all before 等行动.

    What ends otherwise belongs to the next: 技术和示范工程 is one.
    """
    if etc := _ETC_PROGRAMMES.search(text, start, end):
        members = list(_split(text, start, etc.start(), "、"))
        if min(high - low for low, high in members) >= _SHORTEST_OF_ANY_KIND:
            yield from (one for one in members if not _is_of_several(text, *one))
        return
    begin = start
    for _, high in _split(text, start, end):
        if started := _STARTED_TOO.match(text, begin, high):
            begin = started.end()
        if benefiting := _patterns().benefiting.match(text, begin, high):
            begin = benefiting.end()  # 惠及3万名学生的营养计划
        if not text.endswith(_PROGRAMME_ENDS, begin, high):
            continue
        if _is_programme(text, begin, high):
            yield begin, high
        begin = high + 1


def _is_programme(text: str, start: int, end: int) -> bool:
    if end - start <= _LONGEST_CLASS or _patterns().no_programme.search(text, start, end):
        return False
    if _is_of_several(text, start, end):
        return False
    return not text.startswith(_patterns().no_programme_alone, start, end)


def _is_of_several(text: str, start: int, end: int) -> bool:
    return "“" in text[start:end] and _SEVERAL.search(text, start, end) is not None


def _split(text: str, start: int, end: int, marks: str = f"、|{AND}") -> Iterator[Span]:
    begin = start
    for mark in re.compile(marks).finditer(text, start, end):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, end


def _quoted(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, start, end):
        if not text.startswith(_patterns().quoted_not, match.start() + 1):
            yield match.span()


def _members(text: str, kind: str) -> Iterator[Span]:
    if "等" not in text:
        return
    for etc in _patterns().etc.finditer(text):
        if etc[kind] is None:
            continue
        low = max(0, etc.start() - _LONGEST_LIST)
        edges = [edge.end() for edge in _EDGE.finditer(text, low, etc.start())]
        low = edges[-1] if edges else low
        if (
            kind == "project"
            and etc["plain"] is not None
            and not _patterns().built.match(text, low)
        ):
            continue
        members = list(_parts(text, low, etc.start()))
        shortest = min((end - start for start, end in members), default=0)
        if etc["any"] and shortest < _SHORTEST_OF_ANY_KIND:
            continue
        yield from (one for one in members if _is_named(text, *one))


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the members of a list, the first without the verb before it: 加快 青岩路、…"""
    runs = runs_of(text)
    for low, high in _split(text, start, end):
        begin = low
        if _LATIN_NAME.fullmatch(text, low, high):
            begin = low
        elif low == start:
            begin = max((run[0] for run in runs if _reaches(text, run, high)), default=high)
            if _BROKEN_OFF.fullmatch(text, max(0, begin - 3), begin):
                continue
        elif verb := _patterns().deed.match(text, low, high):
            begin = verb.end()  # 建成坝河口、谋划通惠河工程等5个项目
        if max(low, begin) < high:
            yield max(low, begin), high


def _reaches(text: str, run: Span, end: int) -> bool:
    """Tell whether a run ends there, but for what is done to it: 长江航道 in 长江航道整治."""
    return run[1] == end or (
        run[0] < run[1] < end and _patterns().done_to.fullmatch(text, run[1], end) is not None
    )


def _is_named(text: str, start: int, end: int) -> bool:
    if not 2 <= end - start <= _LONGEST_MEMBER or text.endswith(_patterns().not_before, start, end):
        return False
    if _LATIN_NAME.fullmatch(text, start, end):
        return True
    is_section = text.endswith(("段", "线"), start, end)  # 沿江高铁宜涪段
    return is_name(text[start:end], from_its_start=not is_section)


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    lines, kinds = word_tree(words.listed_projects), word_tree(words.listed_any_project)
    some = r"\d[\d.]*[百千万]?|[一二三四五六七八九十]+|多"
    class_of = rf"[^，。；、\d了的]{{0,10}}?(?:{lines}|{kinds})"
    counted = rf"等(?:(?:{some})余?(?:[个条项座所处段家片]|批)|一批|(?=重[大点]|标志性|骨干))"
    told = rf"{word_tree(words.came_of_a_project)}|(?P<plain>[，。；]|$|建设|前期|落地|提速|实施)"
    built = rf"等(?={class_of}(?:{told}))"
    made, also = word_tree(words.making), word_tree([*words.making, *words.made_too])
    return _Patterns(
        programme=re.compile(
            rf"{_STARTS}(?P<names>(?:[一-鿿A-Za-z\d+＋·、]|（[一-鿿]{{2,6}}）|{_QUOTED_INSIDE})"
            r"{3,60}?(?:行动|工程|计划)(?:“[^”，。；]{2,12}”)?)(?=[，。；、：（(]|\d|$)(?!、[^，。；]{0,30}(?:行动|工程|计划)(?:[，。；]|$))"
        ),
        no_programme=re.compile(
            rf"{word_tree(words.no_programme)}|\d+[多余]?[个项]|[一二三四五六七八九十]大(?!数)"
        ),
        no_programme_alone=tuple(words.no_programme_alone),
        campaign=re.compile(
            f"(?:{word_tree(words.before_a_campaign)})(?:开展|实施)?(?P<name>{_CAMPAIGN_WORD}"
            f"(?:{word_tree(words.kinds_of_campaign)})行动(?:计划)?)(?=收官|[，。；、]|$)"
        ),
        campaign_done=re.compile(
            f"(?:^|(?<=[，；、：]))(?:坚决)?(?:{word_tree(words.opening_a_campaign)})?+"
            f"(?P<name>(?:(?!等)[一-鿿A-Za-z\\d+＋·]){{3,24}}?行动(?:计划)?)(?={words.came_of_a_campaign})"
        ),
        benefiting=re.compile(words.benefiting),
        built=re.compile(words.only_built),
        etc=re.compile(
            rf"{counted}(?:重点|贫困|[百千万]亿级?)?(?P<place>{word_tree(words.listed_places)})(?![级域际内])"
            rf"|(?:{counted}|{built})[^，。；、\d了的]{{0,10}}?(?P<project>{lines}|(?P<any>{kinds}))"
        ),
        counted_places=re.compile(
            r"(?<=[一-鿿])(\d\d?|[二三四五六七八九十])个(?:[^，。；、的]{0,8}?[级元大强亿])?"
            rf"(?:城市|{word_tree(words.listed_places)})(?![级域际内])"
        ),
        quoted=re.compile(
            rf"(?:{_QUOTED.pattern}[、和]?)+等(?:系列|专项|一系列|\d+[项个]|[两三四五六七八九十]大)?"
            r"(?:重点|专项|重大|品牌)?(?:行动|工程|项目|计划|活动)"
        ),
        plan=re.compile(
            rf"(?:{made})(?:[和并、]?(?:{also}))*+(?:了|好)?+(?P<name>(?!和|与|并|好)(?:(?!{word_tree(words.no_plan)})"
            rf"[^，。；、：“”《》（）的了\n]){{4,24}}?(?:{word_tree(words.plan_suffixes)}))"
            "(?=[，。；、]|和|$)"
        ),
        quoted_not=tuple(words.quoted_not),
        not_before=(*words.place_not_before, *words.project_not_before),
        deed=re.compile(f"(?:{word_tree(words.project_verbs)})+"),
        done_to=re.compile(f"(?:{word_tree(words.project_tails)})+"),
    )
