"""What a Chinese number measures: its basis, its measure, and whether it is background."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.data import alternation, load_toml
from duixian.reading.quantities.chinese_measure import chinese_measures
from duixian.reading.quantities.clause_ends import CHINESE_CLAUSE_END, clause_ends, clause_of
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.ratios import whole_ratios
from duixian.reading.records import Basis

_LIST_MARK = re.compile(r"、|和(?!谐|平|美)|及|以及|与")
# A number of years is the report's own doing only as a streak, or where it is brought forward.
_STREAK = re.compile(r"连续|提前|缩短|连年|寿命|年限|蝉联")
_COMPARED = re.compile(r"比[^，。；]{1,20}的$")
_MADE = re.compile(r"等$|(?:打造|建设|建成|培育|形成|新增|实施|完成|做强|布局)[^，。；]{0,6}$")
_OBJECT_OF_CHANGE = re.compile(
    r"(?:压减|减少|压缩|降低|提高|节约|缩短|减|降)[^，。、；\d至到]{1,8}$"
)
# 增产原煤3000万吨: the verb itself says that it is more, whatever is counted.
_MORE_OR_LESS_OF = re.compile(r"(?:增产|减产|多产|少产)[\u4e00-\u9fff]{1,5}$")
_MASSES = frozenset({"t", "kg", "jin", "W", "Wh", "kWh", "CNY", "USD", "m3"})
_SENTENCE_PART = re.compile(r"[；。]")
_COUNTED = ("mu", "km", "m2", "household")
_RATES = ("%", "pp", "x")
_NATION = 100_000_000
_REACHED = re.compile(r"[到至](?:\d{4}年的?)?$")
_EDGE = ' 　、，,“”"（）()·—-：:'


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    change: list[str]
    change_fillers: list[str]
    growing: list[str]
    level_verbs: list[str]
    becoming: str
    from_words: list[str]
    moving_words: str
    forecasts: list[str]
    reached: str
    own_parts: str
    sorts_of_indicators: str
    indicators: str
    laying_down: str
    indicators_told: str
    classed: str
    nations: str
    nations_before: str
    acting: list[str]
    acting_on_counts: list[str]
    steps: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    change: re.Pattern[str]
    change_verb_first: re.Pattern[str]
    change_behind: re.Pattern[str]
    growing: re.Pattern[str]
    level: re.Pattern[str]
    from_words: re.Pattern[str]
    moving: re.Pattern[str]
    forecasts: re.Pattern[str]
    reached: re.Pattern[str]
    own_parts: re.Pattern[str]
    sorts_of_indicators: re.Pattern[str]  # behind their number
    sorts_in_front: re.Pattern[str]
    indicators: re.Pattern[str]
    laying_down: re.Pattern[str]
    indicators_told: re.Pattern[str]
    classed: re.Pattern[str]
    nations: re.Pattern[str]
    nations_before: re.Pattern[str]
    acting: tuple[str, ...]
    acting_on_counts: tuple[str, ...]
    steps: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load_toml("zh/context.toml", _Data)
    change, fillers = alternation(data.change), alternation(data.change_fillers)
    told = data.indicators_told
    return _Patterns(
        change=re.compile(f"(?:{change})(?:{fillers})*$"),
        change_verb_first=re.compile(f"^(?:再)?(?:{change})"),
        change_behind=re.compile(f"的?(?:{change})"),
        growing=re.compile(f"(?:{alternation(data.growing)})(?:预期|目标|{fillers})*$"),
        level=re.compile(f"(?:(?:{alternation(data.level_verbs)})[^，。]{{0,8}}|{data.becoming})$"),
        from_words=re.compile(f"(?:{alternation(data.from_words)})[^，。；]{{0,14}}$"),
        moving=re.compile(data.moving_words),
        forecasts=re.compile(alternation(data.forecasts)),
        reached=re.compile(data.reached),
        own_parts=re.compile(data.own_parts),
        sorts_of_indicators=re.compile(f"[个项]{data.sorts_of_indicators}(?!{told})"),
        sorts_in_front=re.compile(f"{data.sorts_of_indicators}(?:有|为|共)?$"),
        indicators=re.compile(f"[个项]{data.indicators}(?!{told})"),
        laying_down=re.compile(f"{data.laying_down}$"),
        indicators_told=re.compile(data.indicators_told),
        classed=re.compile(data.classed),
        nations=re.compile(data.nations),
        nations_before=re.compile(data.nations_before),
        acting=tuple(data.acting),
        acting_on_counts=tuple(data.acting_on_counts),
        steps=re.compile(data.steps),
    )


class _Place(msgspec.Struct, frozen=True):
    """A mention with the words around it inside its clause."""

    mention: Mention
    before: str
    between: str  # what parts it from the number in front of it in the clause
    behind: str
    clause: str
    clause_start: int


def describe_chinese(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Context]:
    """Return the context of each mention of the sentence ``normal[start:end]``."""
    if not mentions:
        return []
    wholes, sizes = whole_ratios(normal, mentions)
    contexts = _contexts(normal, start, end, wholes)
    return [one for one, size in zip(contexts, sizes, strict=True) for _ in range(size)]


def _contexts(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Context]:
    contexts: list[Context] = []
    previous: _Place | None = None
    marks = clause_ends(CHINESE_CLAUSE_END, normal, start, end, mentions)
    measures = chinese_measures(normal, start, end, mentions, marks)
    for place, measure in zip(_places(normal, start, end, mentions, marks), measures, strict=True):
        basis, why = _basis(place, previous, contexts[-1].basis if contexts else None)
        is_background = _is_background(normal, place, end) or (
            contexts[-1:] != [] and contexts[-1].is_background and _is_listed_start(place)
        )
        is_reached = (
            _patterns().reached.search(normal, place.clause_start, place.mention.start) is not None
        )
        contexts.append(Context(basis, measure, is_background, why, is_reached))
        previous = place
    return contexts


def _places(
    normal: str, start: int, end: int, mentions: list[Mention], ends: list[Span]
) -> list[_Place]:
    """Give each mention the words of its clause that are its own."""
    places: list[_Place] = []
    for position, mention in enumerate(mentions):
        low, high = clause_of(ends, mention, start, end)
        clause_start, between = low, ""
        if position and mentions[position - 1].end > low:
            previous = mentions[position - 1]
            between = normal[previous.high_edge : mention.low_edge]
            low = _cut(normal, previous.high_edge, mention.low_edge)
            if previous.is_threshold:  # 百亿级园区2个: the words between are of both
                low = previous.high_edge
        if position + 1 < len(mentions) and mentions[position + 1].start < high:
            high = _cut(normal, mention.high_edge, mentions[position + 1].low_edge)
            high = mentions[position + 1].low_edge if high == mention.high_edge else high
        places.append(
            _Place(
                mention,
                normal[low : mention.low_edge],
                between,
                normal[mention.high_edge : high],
                normal[clause_start : mention.low_edge],
                clause_start,
            )
        )
    return places


def _cut(normal: str, low: int, high: int) -> int:
    """Where the words of one number end and those of the next begin."""
    high = max(low, high)
    if found := _LIST_MARK.search(normal, low, high):
        return found.end()
    return low if _patterns().moving.match(normal, low, high) else high


def _basis(
    place: _Place, previous: _Place | None, previous_basis: Basis | None
) -> tuple[Basis, str]:
    patterns, mention = _patterns(), place.mention
    before = place.before.strip(_EDGE)
    if not before and not _LIST_MARK.search(place.between):
        between = place.between.strip(_EDGE)  # 17个行业增加值增长5.3%
        before = between if patterns.change.search(between) else ""
    if mention.is_change:
        return Basis.CHANGE, "the number word is a change"
    if not before and previous is not None and _is_listed_with(mention, previous.mention):
        return previous_basis or Basis.LEVEL, "as the number before it in the list"
    if patterns.level.search(before):
        return Basis.LEVEL, "verb of addition"
    if (found := patterns.change.search(before)) and not _acts_on(place, found[0]):
        return Basis.CHANGE, f"after {found[0]}"
    percent = mention.unit in ("%", "pp")
    if percent and "占" not in before and patterns.growing.search(before):
        return Basis.CHANGE, "growth of the measure"
    if percent and patterns.change_verb_first.match(before) and not _REACHED.search(before):
        return Basis.CHANGE, "verb of change opens the clause"
    if percent and "占" not in before and _OBJECT_OF_CHANGE.search(before):
        return Basis.CHANGE, "object of a verb of change"
    if mention.unit in _MASSES and _MORE_OR_LESS_OF.search(before):
        return Basis.CHANGE, "object of a verb of change"
    is_start = patterns.from_words.search(before) is not None
    if percent and not is_start and patterns.change_behind.match(place.behind):
        return Basis.CHANGE, "word of change behind"
    return Basis.LEVEL, "no word of change"


def _acts_on(place: _Place, verb: str) -> bool:
    """改造提升25个养老机构: the number is of the things improved, not the improvement."""
    patterns, behind = _patterns(), place.behind.strip(_EDGE)
    if not behind or _LIST_MARK.fullmatch(behind) or patterns.steps.match(behind):
        return False
    if place.mention.unit == "count":
        return verb.startswith(patterns.acting_on_counts)
    return place.mention.unit in _COUNTED and verb.startswith(patterns.acting)


def _is_listed_with(mention: Mention, previous: Mention) -> bool:
    """分别增长3.8倍、80.2%: numbers of one kind share a basis; so do rates."""
    is_rate = mention.unit in _RATES and previous.unit in _RATES
    return is_rate or mention.unit == previous.unit


def _is_background(normal: str, place: _Place, end: int) -> bool:
    patterns, mention = _patterns(), place.mention
    if mention.is_threshold or _is_comparison_base(place) or _is_nation(normal, place, end):
        return True
    if mention.why == "unit 大" and not _MADE.search(place.before):
        return True
    if mention.unit == "count" and normal[mention.start - 1 : mention.start] in ("”", "）"):
        return not normal[mention.start].isdigit()
    if mention.unit == "count" and _is_own_part(normal, place, end):
        return True
    behind = normal[mention.high_edge : min(end, mention.high_edge + 24)]
    clause_behind = _SENTENCE_PART.split(behind, maxsplit=1)[0]
    in_front = place.before or place.between
    if patterns.from_words.search(in_front) and patterns.moving.search(clause_behind):
        return True
    if mention.unit == "year" and mention.why != STREAK and not _STREAK.search(place.clause):
        return True
    if _is_class_boundary(normal, mention, place):
        return True
    return patterns.forecasts.search(place.before + place.behind) is not None and bool(
        re.match(r"预计|今年", place.clause)
    )


def _is_own_part(normal: str, place: _Place, end: int) -> bool:
    """三个方面, 提出7项指标, 约束性指标9项: the report counts what it lays down itself."""
    patterns, last = _patterns(), place.mention.end - 1
    if patterns.own_parts.match(normal, last, end):
        return True
    if patterns.sorts_of_indicators.match(normal, last, end):
        return True
    if patterns.sorts_in_front.search(place.before):
        return patterns.indicators_told.match(normal, last + 1, end) is None
    laid_down = patterns.indicators.match(normal, last, end)
    return laid_down is not None and patterns.laying_down.search(place.clause) is not None


def _is_listed_start(place: _Place) -> bool:
    """分别从645元/月、4318元/年提高到…: the second of two starting points."""
    in_list = not place.before.strip(_EDGE) and _LIST_MARK.fullmatch(place.between)
    is_start = in_list and re.search("[从由]", place.clause)
    return bool(is_start) and _patterns().moving.match(place.behind) is not None


def _is_nation(normal: str, place: _Place, end: int) -> bool:
    """近14亿人口的大国, 我国有十亿人口: the size of a country, beside the report's own doing."""
    patterns, mention = _patterns(), place.mention
    if mention.unit != "person" or mention.value < _NATION:
        return False
    if patterns.nations.match(normal, mention.end, end):
        return True
    has = patterns.nations_before.search(place.before)
    return has is not None and "人口" in normal[mention.start : mention.end]


def _is_comparison_base(place: _Place) -> bool:
    """比第五个五年计划期间的五百七十七亿元增加…: what the number is compared with."""
    return (
        _COMPARED.search(place.before) is not None
        and _patterns().moving.match(place.behind) is not None
    )


def _is_class_boundary(normal: str, mention: Mention, place: _Place) -> bool:
    """2000万元以上企业, 60岁以上老年人: a rule for belonging, not a measurement."""
    if mention.unit == "CNY" and _is_class_of_counted(normal, mention, place):
        return True
    if mention.high_edge == mention.end or mention.unit not in ("CNY", "year", "m", "m2", "t", "W"):
        return False
    after = normal[mention.high_edge : mention.high_edge + 1]
    return bool(place.behind) and after not in "，。；、！？,. "


def _is_class_of_counted(normal: str, mention: Mention, place: _Place) -> bool:
    """12个百亿元项目, 跨过3个万亿元大关, 营收过百亿元企业: the sum says which ones are meant."""
    if place.clause.endswith("个") and re.search(r"[\d一二两三四五六七八九十]个$", place.clause):
        return True
    passed = normal[mention.low_edge : mention.start] in ("过", "超", "超过")
    return passed and _patterns().classed.match(normal, mention.end) is not None
