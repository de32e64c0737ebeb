"""Names of places and projects in Chinese, which has no capitals to tell them by.

The text is cut into runs at punctuation and at words no name goes on behind (verbs, numbers
with a classifier, 在, 等 ...). A run is a name if it ends in a suffix (a place's suffix may
stand inside it) and if something is left of it once every everyday word is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from duixian.language.governments import governments
from duixian.language.place_words import place_words
from duixian.language.screen import starts_of
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

Span = tuple[int, int]

_NAME_CHARACTERS = "一-鿿A-Za-z0-9·\\-—"
_GOVERNMENT_ENDS = "省市区县州旗盟"
_LONGEST_GOVERNMENT = 12
_LONGEST_STEM = 22
_MUNICIPALITIES = frozenset(("北京", "上海", "天津", "重庆"))
_LONGEST_PLACE_STEM = 8
# “昆明宣言” is not where something is done, nor the end of a line: 包头到兰州.
_NOT_BEFORE_A_PREFECTURE = ("“", "「", "‘", "到", "至", "—")
_BY_THE_SEA = "(?:[湾港](?![区口澳深]))?"  # 泉州湾 is not 泉州
_JOINTS = ("、", "和")
_VILLAGE = "[一-鿿]{2,4}(?:村|社区)$"  # behind its 镇 or 乡, at the end of a run
# 鄱阳湖国际自行车赛, 西秦岭 and 滇池路 are not where something is done.
_NO_REGION_BEHIND = "(?<!“)(?<!聚焦)(?!(?<=西)秦岭)"
_NO_REGION_BEFORE = r"(?!口|流(?!域)|特?大桥|[县市]|[东南西北]?[路站]|[一二三四五\d]?号|国际)"
_SHORTEST_IN_PHASES = 4
_PHASE = re.compile("[一二三四五]期")
_DIGIT = re.compile(r"\d")
_NUMBERED_LINE = re.compile(r"\d号线|[A-Z]\d+[一-鿿]?线")


class _Hints(NamedTuple):
    of_places: list[Span]
    of_projects: list[Span]


class _Patterns(NamedTuple):
    boundary: re.Pattern[str]  # but for the words
    boundary_words: WordFinder  # and behind them the suffixes that hold one
    first_suffix: int  # among these
    hints: WordFinder  # without one of which there is no place; behind them, those of projects
    first_of_projects: int  # among these
    place: re.Pattern[str]
    region: re.Pattern[str]
    prefecture: re.Pattern[str]  # without its 市
    prefecture_beside: re.Pattern[str]  # beside another no name is ambiguous: 庆阳、天水
    prize: re.Pattern[str]  # behind a place that it is named after
    place_behind: re.Pattern[str]
    place_not_before: tuple[str, ...]
    project: re.Pattern[str]
    project_not_before: tuple[str, ...]
    tail: re.Pattern[str]
    quoted: re.Pattern[str]
    everyday: re.Pattern[str]
    everyday_characters: frozenset[str]
    government_names: frozenset[str]


def find_place(text: str, *, but_not: frozenset[str] = frozenset()) -> Span | None:
    """Return the span of the first place, with the smaller place that follows it directly."""
    patterns = _patterns()
    runs = _runs_holding(_hints_in(text).of_places, text)
    if not runs:
        return None
    suffixed = patterns.place.search(text) is not None  # a run hides what follows it: 站在
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
    return start, end


def _place_beside(text: str, start: int) -> int | None:
    """Return where the place ends that begins at ``start``, as a member of a list does."""
    patterns = _patterns()
    run_end = next((end for begin, end in runs_of(text) if begin == start), start)
    place = _place_in_run(text, start, run_end) if run_end > start else None
    if place and place[0] == start:
        return place[1]
    spoken = patterns.region.match(text, start) or patterns.prefecture_beside.match(text, start)
    return spoken.end() if spoken else None


def find_projects(text: str) -> tuple[Span, ...]:
    """Return the spans of named projects: quoted ones and ones with a telling suffix."""
    patterns = _patterns()
    is_quoting = "“" in text or "「" in text
    spans = [match.span() for match in patterns.quoted.finditer(text)] if is_quoting else []
    for start, end in _runs_holding(_hints_in(text).of_projects, text):
        span = _project_in_run(text, start, end)
        if span is not None and not any(_overlap(span, other) for other in spans):
            spans.append(span)
    return tuple(sorted(spans))


def _prefectures_at(text: str, start: int) -> Span | None:
    """Return the span of a prefecture called without its 市, with those listed behind it."""
    spoken = _patterns().prefecture.match(text, start)
    if spoken is None:
        return None
    end = spoken.end()
    beside = _patterns().prefecture_beside
    while text.startswith("、", end) and (spoken := beside.match(text, end + 1)):
        end = spoken.end()
    return start, end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@lru_cache(maxsize=4)  # a text is asked for its projects, then for its place
def _hints_in(text: str) -> _Hints:
    """Return where the words stand without which there is no place, and no project."""
    patterns = _patterns()
    places: list[Span] = []
    projects: list[Span] = []
    for listed, start, end in patterns.hints.all_in(text):
        (places if listed < patterns.first_of_projects else projects).append((start, end))
    return _Hints(places, projects)


def _runs_holding(hints: list[Span], text: str) -> list[Span]:
    """Return the runs that hold one of the words, told by where they stand."""
    if not hints:
        return []
    return [
        (start, end)
        for start, end in runs_of(text)
        if any(start <= low and high <= end for low, high in hints)
    ]


@lru_cache(maxsize=4)
def runs_of(text: str) -> tuple[Span, ...]:
    """Return the runs between boundaries that are long enough for a name."""
    runs: list[Span] = []
    begin = 0
    for start, end in [*_cuts(text), (len(text), len(text))]:
        if start - begin > 1:
            runs.append((begin, start))
        begin = end
    return tuple(runs)


def _cuts(text: str) -> Iterator[Span]:
    """Give the boundaries in order; where a word and a pattern begin together, the word counts.

    A word inside the suffix of a name is none: 研究 in 研究院.
    """
    patterns, position = _patterns(), 0
    words: dict[int, int] = {}  # where one begins to where the longest there ends
    suffixes: list[Span] = []
    for listed, start, end in patterns.boundary_words.all_in(text):
        if listed < patterns.first_suffix:
            words[start] = max(end, words.get(start, 0))
        else:
            suffixes.append((start, end))
    for low, high in suffixes:
        for start in range(low, high):
            if words.get(start, high + 1) <= high:
                del words[start]
    other = patterns.boundary.search(text)
    for start in sorted(words):
        while other and position <= other.start() < start:
            yield other.span()
            position = other.end()
            other = patterns.boundary.search(text, position)
        if start >= position:
            position = words[start]
            yield start, position
            if other and other.start() < position:
                other = patterns.boundary.search(text, position)
    while other:
        yield other.span()
        other = patterns.boundary.search(text, other.end())


def _place_in_run(text: str, start: int, end: int) -> Span | None:
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
    """Find a name of GB/T 2260; one of two characters only where the run begins with it."""
    names = _patterns().government_names
    for begin in range(max(start, end - _LONGEST_GOVERNMENT), end - 1):
        if text[begin:end] in names and (end - begin > 2 or begin == start):
            return begin, end
    return None


def _project_in_run(text: str, start: int, end: int) -> Span | None:
    patterns = _patterns()
    match = patterns.project.fullmatch(text, start, end)
    if match is None or text.endswith(patterns.project_not_before, start, end):
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


def is_name(stem: str, *, from_its_start: bool) -> bool:
    """Say whether something is left of a word once the everyday words are taken away.

    ``from_its_start`` asks that the word begins with it: 沈阳数字中心, not 数字沈阳中心.
    """
    patterns = _patterns()
    rests = patterns.everyday.split(stem, 1 if from_its_start else 0)
    for rest in rests[:1] if from_its_start else rests:
        if len(rest) > 1 and not patterns.everyday_characters.issuperset(rest):
            return True
    return False


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    rare, common = word_tree(words.project_suffixes), word_tree(words.project_common_suffixes)
    governments_named = _government_names() - frozenset(words.ambiguous_governments)
    spoken = _prefectures_spoken()
    prefectures = sorted(spoken - frozenset(words.ambiguous_prefectures))
    of_places = [*words.regions, *words.place_suffixes, *governments_named, *prefectures]
    tails, quoted = word_tree(words.project_tails), word_tree(words.quoted_suffixes)
    phase = r"(?:[(（]?第?[一二三四五六七八九十\d]+期[)）]?)"
    return _Patterns(
        boundary=_boundary(words.boundary_patterns),
        boundary_words=WordFinder([*words.boundaries, *_suffixes_holding_a_boundary()]),
        first_suffix=len(words.boundaries),
        hints=WordFinder([*of_places, *words.project_suffixes, *words.project_common_suffixes]),
        first_of_projects=len(of_places),
        place=_place_pattern(),
        region=re.compile(word_tree(words.regions)),
        prefecture=re.compile(
            f"(?:{word_tree(prefectures)}){_BY_THE_SEA}(?!{word_tree(words.not_a_prefecture)})"
        ),
        prefecture_beside=re.compile(
            f"(?:{word_tree(sorted(spoken | _MUNICIPALITIES))})"
            f"(?:{_BY_THE_SEA}(?!{word_tree(words.not_a_prefecture)})"
            f"|(?:[-—]{word_tree(sorted(spoken))})+)"
        ),
        prize=re.compile(r"[^，、。；]{0,9}?(?<!获)奖(?![励补惩学])"),
        place_behind=re.compile(f"{word_tree(words.place_behind)}|{_VILLAGE}"),
        place_not_before=tuple(words.place_not_before),
        project=re.compile(
            rf"(?P<stem>.{{1,{_LONGEST_STEM}}}?)(?:{rare}|(?P<common>{common}))"
            rf"(?:{tails}|{phase}|[^\W\d]{{1,3}}段)*"
        ),
        project_not_before=tuple(words.project_not_before),
        tail=re.compile(f"{phase}?(?:{tails})*(?:工程|项目)|{phase}"),
        quoted=re.compile(
            f"[“「](?!{word_tree(words.quoted_not)})(?:[^“”「」，。；\n]{{2,20}}[”」](?:{quoted})"
            f"|[^“”「」，。；、\n]{{1,16}}(?:{quoted})[”」])(?!奖(?![励补惩学]))"
        ),
        everyday=re.compile("[A-Za-z0-9]+|" + word_tree(_longer(words.everyday))),
        everyday_characters=frozenset(word for word in words.everyday if len(word) == 1),
        government_names=governments_named,
    )


def _boundary(listed: list[str]) -> re.Pattern[str]:
    """Join the patterns behind the characters they start with, which alone are looked for."""
    starts = [starts_of(re.compile(each)) or r"\w" for each in listed]
    return re.compile(
        f"《[^》]{{1,60}}》|[^{_NAME_CHARACTERS}]+|——+|(?=[{''.join(starts)}])(?:{'|'.join(listed)})"
    )


def _place_pattern() -> re.Pattern[str]:
    words = place_words().zh
    characters = "".join(suffix for suffix in words.place_suffixes if len(suffix) == 1)
    return re.compile(
        f"(?P<region>{_NO_REGION_BEHIND}(?:{word_tree(words.regions)}){_NO_REGION_BEFORE})"
        f"|(?P<government>[{_GOVERNMENT_ENDS}](?![域间划情长内外级委城]))"
        f"|(?:{word_tree(_longer(words.place_suffixes))})|(?P<character>[{characters}])(?!在|上新)"
    )


def _suffixes_holding_a_boundary() -> list[str]:
    words = place_words().zh
    suffixes = [*words.project_suffixes, *words.project_common_suffixes, *words.place_suffixes]
    return [one for one in suffixes if any(word in one for word in words.boundaries)]


def _longer(words: list[str]) -> list[str]:
    return [word for word in words if len(word) > 1]


def _prefectures_spoken() -> frozenset[str]:
    return frozenset(place_words().zh.spoken_places) | {
        place.name[:-1]
        for place in governments()
        if place.level == "prefecture" and place.name.endswith("市")
    }


def _government_names() -> frozenset[str]:
    names = {name for place in governments() for name in place.names}
    return frozenset(name for name in names if name.endswith(tuple(_GOVERNMENT_ENDS)))
