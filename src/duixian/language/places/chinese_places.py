"""Where something is done, in Chinese: a name with a place's suffix, a region, a prefecture.

A place's suffix may stand inside a run of text that can be a name (``chinese_names``).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from duixian.language.governments import governments, short_name
from duixian.language.place_words import place_words
from duixian.language.places.chinese_names import Span, is_name, longer, runs_holding, runs_of
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

_GOVERNMENT_ENDS = "省市区县州旗盟"
_LONGEST_GOVERNMENT = 12
_MUNICIPALITIES = frozenset(("北京", "上海", "天津", "重庆"))
_LONGEST_PLACE_STEM = 8
_LONGEST_SPOKEN = 5
# “昆明宣言” is not where something is done, nor the end of a line: 包头到兰州.
_NOT_BEFORE_A_PREFECTURE = ("“", "「", "‘", "到", "至", "—")
_BY_THE_SEA = "(?:[湾港](?![区口澳深]))?"  # 泉州湾 is not 泉州
_JOINTS = ("、", "和")
_QUOTED_BEHIND = re.compile("“[^“”，。；]{2,12}”、")
_SECTION = re.compile("[一-鿿]{1,4}?[河江](?:干流)?(?P<part>[一-鿿]{2,5}?)[市州县区]?段(?!位)")
_VILLAGE = "[一-鿿]{2,4}(?:村|社区)$"  # behind its 镇 or 乡, at the end of a run
# 鄱阳湖国际自行车赛, 西秦岭 and 滇池路 are not where something is done.
_NO_REGION_BEHIND = "(?<!“)(?<!聚焦)(?!(?<=西)秦岭)"
_NO_REGION_BEFORE = (
    r"(?!实验室|口|流(?!域)|特?大桥|[县市]|[东南西北]?[路站]|[一二三四五\d]?号|国际"
    r"|(?<=游)(?:航运|游轮|经济带|城市群))"
)
_BEFORE_WHAT_OPENS_WITH_AND = ("", "，", "。", "；", "：", "、", "\n", "在")  # 在和平区
_DIGIT = re.compile(r"\d")


class _Patterns(NamedTuple):
    hints: WordFinder  # without one of which there is no place
    place: re.Pattern[str]
    region: re.Pattern[str]
    part: re.Pattern[str]  # of a province
    prefecture: re.Pattern[str]  # without its 市
    prefecture_beside: re.Pattern[str]  # beside another no name is ambiguous: 庆阳、天水
    county_beside: re.Pattern[str]  # without its 县 or 市: 三明、石狮
    prize: re.Pattern[str]  # behind a place that it is named after
    place_behind: re.Pattern[str]
    place_not_before: tuple[str, ...]
    government_names: frozenset[str]
    read_as_and: frozenset[str]


def find_place(text: str, *, but_not: frozenset[str] = frozenset()) -> Span | None:
    """Return the span of the first place, with the smaller place that follows it directly."""
    found = _first_place(text, but_not)
    section = _first_section(text) if "段" in text else None
    if section and (found is None or section[0] <= found[0]):
        return _with_those_beside(text, section)
    return found


def _first_section(text: str) -> Span | None:
    ends = ((start, _section_end(text, start)) for start, _ in runs_of(text))
    return next(((start, end) for start, end in ends if end), None)


def _section_end(text: str, start: int) -> int | None:
    """Return where the section of a river ends that begins there: 柳河青岩段."""
    section = _SECTION.match(text, start)
    return section.end() if section and section["part"] in spoken_names() else None


def _first_place(text: str, but_not: frozenset[str]) -> Span | None:
    patterns = _patterns()
    runs = runs_holding(patterns.hints, text)
    if not runs:
        return None
    suffixed = any(each.search(text) for each in (patterns.place, patterns.part))
    for start, end in runs:
        found = _place_in_run(text, start, end) if suffixed else None
        if found is None and text[max(0, start - 1) : start] not in _NOT_BEFORE_A_PREFECTURE:
            found = _prefectures_at(text, start)
        if found is None or text[slice(*found)] in but_not:
            continue
        if not patterns.prize.match(text, found[1]):
            return _with_those_beside(text, found)
    return None


def _with_those_beside(text: str, found: Span) -> Span:
    """Return a place with those listed behind it: 京津冀、长三角; 福州新区、厦门."""
    start, end = found
    while text[end : end + 1] in _JOINTS and (beside := _place_beside(text, end + 1)):
        end = beside
    quoted = _QUOTED_BEHIND.match(text, end)  # 青岩“花海”、柳河青岩段
    section_end = _section_end(text, quoted.end()) if quoted else None
    return start, section_end or end


def _place_beside(text: str, start: int) -> int | None:
    """Return where the place ends that begins at ``start``, as a member of a list does."""
    patterns = _patterns()
    if section_end := _section_end(text, start):
        return section_end
    run_end = next((end for begin, end in runs_of(text) if begin == start), start)
    place = _place_in_run(text, start, run_end) if run_end > start else None
    if place and place[0] == start:
        return place[1]
    spoken = patterns.region.match(text, start) or _spoken_beside(text, start)
    if spoken:
        return spoken.end()
    part = patterns.part.match(text, start)
    return part.end() if part else None


def _spoken_beside(text: str, start: int) -> re.Match[str] | None:
    patterns = _patterns()
    return patterns.prefecture_beside.match(text, start) or patterns.county_beside.match(
        text, start
    )


def _prefectures_at(text: str, start: int) -> Span | None:
    """Return the span of a prefecture called without its 市, with those listed behind it."""
    spoken = _patterns().prefecture.match(text, start)
    if spoken is None:
        return None
    end = spoken.end()
    while text.startswith("、", end) and (spoken := _spoken_beside(text, end + 1)):
        end = spoken.end()
    return start, end


def _place_in_run(text: str, start: int, end: int) -> Span | None:
    found = _suffixed_in_run(text, start, end)
    part = _part_in_run(text, start, end)
    if part is None or (found and found[0] < part[1]):
        return found  # 湖南桂东县 is not 桂东
    return (part[0], found[1]) if found and found[0] == part[1] else part


def _part_in_run(text: str, start: int, end: int) -> Span | None:
    """Return the first part of a province, but not 川西 of 银川西站 or 黔东 of 黔东南州."""
    for part in _patterns().part.finditer(text, start, end):
        if not _is_inside_a_name(text, start, part.span()):
            return part.span()
    return None


def _is_inside_a_name(text: str, run_start: int, span: Span) -> bool:
    """Tell whether a longer name as people call it begins with these words or runs into them."""
    (start, end), names = span, _names_without_classes()
    if any(text[start:after] in names for after in range(end + 1, start + _LONGEST_SPOKEN + 1)):
        return True
    return any(
        text[begin:after] in names
        for begin in range(max(run_start, start - _LONGEST_SPOKEN), start)
        for after in range(start + 1, end + 1)
    )


def _suffixed_in_run(text: str, start: int, end: int) -> Span | None:
    found: Span | None = None
    after = start  # where a name without a known beginning would have to begin
    in_zone = False  # 临江新区, behind which 先导区 belongs to the name
    for match in _patterns().place.finditer(text, start, end):
        is_zone = match.lastgroup is None and text[match.end() - 1] == "区"
        span = (after, match.end()) if in_zone and is_zone and match.start() == after else None
        span = span or _place_at(text, after, end, match)
        if span is None:
            if match.start() == after and match.lastgroup is None:
                after = match.end()  # the class before a name: 自贸试验区哈尔滨片区
            continue
        in_zone = is_zone
        if found is not None and span[0] != found[1]:
            break
        found = (found[0] if found else span[0], span[1])
        after = span[1]
    return found


def _place_at(text: str, start: int, run_end: int, match: re.Match[str]) -> Span | None:
    """Return the span of the place that ends with this suffix, if it is a name."""
    patterns, end = _patterns(), match.end()
    if match["region"]:
        return match.span()
    if match["government"]:
        return _government_ending_at(text, start, end)
    if (
        match["character"]
        and end != run_end
        and not patterns.place_behind.match(text, end, run_end)
    ):
        return None
    stem = text[start : match.start()].removeprefix("中国")
    if match["character"] and _DIGIT.search(stem):
        return None
    is_spoken = patterns.prefecture_beside.fullmatch(stem) is not None  # 上海 of 上海自贸区
    is_named = is_spoken or is_name(stem, from_its_start=True)
    if not is_named or not 2 <= len(stem) <= _LONGEST_PLACE_STEM:
        return _government_ending_at(text, start, end)  # 湟中区 is no 中区 of 湟
    return None if text.endswith(patterns.place_not_before, start, end) else (start, end)


def _government_ending_at(text: str, start: int, end: int) -> Span | None:
    """Find a name of GB/T 2260; of two characters only where the run begins with it."""
    names = _patterns().government_names
    for begin in range(max(start, end - _LONGEST_GOVERNMENT), end - 1):
        if text[begin:end] not in names or (end - begin == 2 and begin != start):
            continue
        if (
            text[begin:end] not in _patterns().read_as_and
            or text[max(0, begin - 1) : begin] in _BEFORE_WHAT_OPENS_WITH_AND
        ):
            return begin, end
    return None


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    governments_named = _government_names() - frozenset(words.ambiguous_governments)
    spoken = _prefectures_spoken()
    prefectures = sorted(spoken - frozenset(words.ambiguous_prefectures))
    return _Patterns(
        hints=WordFinder(
            [
                *_regions(),
                *words.province_parts,
                *words.place_suffixes,
                *governments_named,
                *prefectures,
            ]
        ),
        place=_place_pattern(),
        region=re.compile(word_tree(_regions())),
        part=re.compile(  # 祖国北疆 is none
            f"(?<![国“])(?>{word_tree(words.province_parts)})"
            f"(?!{word_tree(words.not_a_province_part)})"
        ),
        prefecture=re.compile(
            f"(?:{word_tree(prefectures)}){_BY_THE_SEA}(?!{word_tree(words.not_a_prefecture)})"
        ),
        prefecture_beside=re.compile(
            f"(?:{word_tree(sorted(spoken | _MUNICIPALITIES))})"
            f"(?:{_BY_THE_SEA}(?!{word_tree(words.not_a_prefecture)})"
            f"|(?:[-—]{word_tree(sorted(spoken))})+)"
        ),
        county_beside=re.compile(
            f"(?:{word_tree(sorted(_counties_spoken()))})(?={words.county_behind})"
        ),
        prize=re.compile(r"[^，、。；]{0,9}?(?<!获)奖(?![励补惩学])"),
        place_behind=re.compile(f"{word_tree(words.place_behind)}|{_VILLAGE}"),
        place_not_before=tuple(words.place_not_before),
        government_names=governments_named,
        read_as_and=frozenset(words.read_as_and),
    )


def _place_pattern() -> re.Pattern[str]:
    words = place_words().zh
    characters = "".join(suffix for suffix in words.place_suffixes if len(suffix) == 1)
    regions = "".join(sorted({word[0] for word in _regions()}))
    firsts = "".join(sorted({word[0] for word in (*words.place_suffixes, *_regions())}))
    # Most characters begin nothing: one look at each is far cheaper than all that is tried there.
    return re.compile(
        f"(?=[{firsts}{_GOVERNMENT_ENDS}])(?:(?P<region>(?=[{regions}])"
        f"{_NO_REGION_BEHIND}(?:{word_tree(_regions())}){_NO_REGION_BEFORE})"
        f"|(?P<government>[{_GOVERNMENT_ENDS}](?![域间划情长内外级委城]))"
        f"|(?:{word_tree(longer(words.place_suffixes))})|(?P<character>[{characters}])(?!在|上新))"
    )


@cache
def _regions() -> list[str]:
    words = place_words().zh
    parts = product(words.rivers, words.parts_of_rivers)
    return [*words.regions, *("".join(each) for each in parts)]


@cache
def spoken_names() -> frozenset[str]:
    """Return provinces, prefectures and counties as people call them, without 省, 市, 县."""
    return _prefectures_spoken() | _counties_spoken() | _provinces_spoken()


def _provinces_spoken() -> frozenset[str]:
    return frozenset(short_name(place.name) for place in governments() if place.level == "province")


@cache
def _names_without_classes() -> frozenset[str]:
    """Return the names as people call them, those of districts and towns among them."""
    return spoken_names() | {
        place.name[:-1] for place in governments() if place.name.endswith("区") and place.name[2:]
    }


def _prefectures_spoken() -> frozenset[str]:
    return frozenset(place_words().zh.spoken_places) | {
        place.name[:-1]
        for place in governments()
        if place.level == "prefecture" and place.name.endswith("市")
    }


def _counties_spoken() -> frozenset[str]:
    """Return counties without their 县 or 市, which beside another place are no common words."""
    spoken = frozenset(
        place.name[:-1]
        for place in governments()
        if place.level == "county" and place.name.endswith(("县", "市")) and len(place.name) > 2
    )
    return spoken - frozenset(place_words().zh.ambiguous_counties)


def _government_names() -> frozenset[str]:
    names = {name for place in governments() for name in place.names}
    return frozenset(name for name in names if name.endswith(tuple(_GOVERNMENT_ENDS)))
