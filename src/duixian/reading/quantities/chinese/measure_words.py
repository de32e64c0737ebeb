"""The words of Chinese measures: what is trimmed off, what needs a subject, what is a name.

All patterns look at bounded stretches, so that a row of a thousand numbers costs no more than
a thousand rows of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.context_words import context_words

EDGE = " \t\n\u3000、，,·—-：:;；。"
LIST_MARK = re.compile(
    r"、|(?<![共总饱缓温调])和(?!谐|平|美|解|睦|县|田)|以及|(?<![普惠涉危波触顾以])及(?!时|格|其)|(?<!参)与(?!会|否)"
)
_DIGITS = r"[\d一二三四五六七八九〇○零]{4}"
_YEAR = rf"{_DIGITS}年"
# 到 behind a verb of moving is the verb's: 提高到2025年的.
_TIME = re.compile(
    rf"(?:[从自]{_YEAR}[到至])?(?:[自比较从]|在(?={_YEAR}[高达约])|(?<![加高升长少低大小降展])[到至])?{_YEAR}"
    r"(?:以来|开始|起(?![来点草诉降重步飞获源伏征])|[底末初]前?|之?前|的|内)?"
    rf"|{_DIGITS}[、和至]{_DIGITS}[两三四五]年|今明两年|“[一二三四五六七八九十]+五”(?:期间|时期)五年"
    r"|到本世纪末|(?:在过去)?[五四三两十]年(?:[来间内]|中(?![央国小西东部期等高医欧职外考标介心美日俄非级老青学华层型段试式]))|^(?:过去|今后|未来|这)?[五四三两十]年(?=[^来间内期])"
)
_START = re.compile(
    rf"[从由比](?<![占入产配贷之别对]比)"
    rf"(?:{_YEAR}[末底初]?的?|[^，。、]{{0,6}}年前的?|现行的?|原定的?|每[^，。]{{0,6}})?$"
)
_NUMBER_OF_ITEM = re.compile(
    r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,2}是(?!否)"
)
_PAIRS = {"”": "“", "）": "（", ")": "(", "》": "《", "』": "『", "」": "「", "’": "‘"}
_BRACKET = re.compile("[“”（）()《》『』「」‘’]")
_LONGEST_SAID = 30
_LONGEST_WORD = 8


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dropped: list[str]
    whole_words: list[str]
    inheriting: list[str]
    aspects: list[str]
    aspect_kinds: list[str]
    said_of: list[str]
    milestones: list[str]
    tails: list[str]
    shared_starts: list[str]
    shared_rates: list[str]
    leading: list[str]
    going_on: list[str]
    stages: list[str]
    purposes: list[str]
    circumstances: list[str]
    said_ends: list[str]
    reaching_to: list[str]
    joining_ends: list[str]
    whole_ends: list[str]
    needs_object: list[str]
    deed_starts: list[str]
    manner: list[str]
    hosting: list[str]
    bringing: list[str]
    levels: list[str]
    both: dict[str, list[str]]
    links: list[str]
    listed_kinds: list[str]
    listed_manner: list[str]
    complete: str
    reckoned: list[str]
    reckoned_ends: list[str]
    own_deeds: list[str]
    shared_heads: list[str]
    compared: list[str]
    compared_numbers: list[str]
    within: list[str]
    parts: list[str]
    totals: list[str]
    shared_by_all: list[str]
    others: list[str]
    spent_on: list[str]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The patterns made of the data file."""

    front: re.Pattern[str]
    back: re.Pattern[str]  # for the words read backwards
    verb: re.Pattern[str]  # a verb of change that ends the words
    turned: re.Pattern[str]  # one that stands behind a list mark, with its mark
    said: WordFinder  # words that say something of a subject named before
    said_starts: frozenset[str]  # their first characters
    said_of_others: re.Pattern[str]  # 占全国, 高于全省平均, 是2020年的: so do these
    aspect: re.Pattern[str]
    aspect_end: re.Pattern[str]
    said_of: re.Pattern[str]
    milestone: re.Pattern[str]
    tail: re.Pattern[str]
    shared_start: re.Pattern[str]
    shared_rate: re.Pattern[str]
    tail_end: re.Pattern[str]
    leading: re.Pattern[str]
    going_on: re.Pattern[str]
    stage: re.Pattern[str]
    stage_end: re.Pattern[str]
    purpose: re.Pattern[str]
    circumstance: re.Pattern[str]
    said_end: re.Pattern[str]
    verbs_only: re.Pattern[str]
    joining_end: re.Pattern[str]
    joining: frozenset[str]
    manner: re.Pattern[str]
    hosting: re.Pattern[str]
    bringing: re.Pattern[str]
    headless: re.Pattern[str]  # 拟安排, 新增: a deed that does not say to what
    level: re.Pattern[str]
    level_alone: re.Pattern[str]  # with the mark behind it: 国家级、
    both: dict[str, list[str]]  # 城乡: words that name two at once


@dataclass(frozen=True, slots=True)
class ListWords:
    """What joins a subject to its number, and what the members of a list share."""

    link: re.Pattern[str]  # 小学生已经有6400万人
    et_cetera: re.Pattern[str]
    compares: re.Pattern[str]
    listed_manner: re.Pattern[str]
    spent_on: re.Pattern[str]
    complete: re.Pattern[str]
    reckoned: re.Pattern[str]
    reckoned_behind: re.Pattern[str]  # 9.56万套（间）, 5亿元（按不变价格计算）
    own_deed: re.Pattern[str]  # 连续5年提高养老金标准
    more_than: re.Pattern[str]  # 超过GDP增速
    shared_head: re.Pattern[str]  # 万元GDP能耗、用水量
    shared_by_all: re.Pattern[str]  # 失业保险参保人数: what all members share of the last
    part: re.Pattern[str]  # 其中城镇居民: whose part of the number before it is
    part_end: re.Pattern[str]
    total: re.Pattern[str]  # 累计达: no more what was added
    compared: re.Pattern[str]  # 高于全国、全省: what several differences are from


@cache
def _data() -> _Data:
    return load_toml("zh/measures.toml", _Data)


@cache
def list_words() -> ListWords:
    """Return the patterns for subjects, lists and what sums are for."""
    data = _data()
    return ListWords(
        link=re.compile(f"(?:{word_tree(data.links)})*有"),
        et_cetera=re.compile(f"等(?:{word_tree(data.listed_kinds)})?$"),
        compares=re.compile(f"^(?:{word_tree(data.compared)}|[比较]全)"),
        listed_manner=re.compile(f"(?:{word_tree(data.listed_manner)})+$"),
        spent_on=re.compile(
            rf"[，,](?:资金)?((?:{word_tree(data.spent_on)})?用于[^，。；,;\d]{{3,40}})"
        ),
        complete=re.compile(data.complete),
        reckoned=re.compile(word_tree(data.reckoned)),
        reckoned_behind=re.compile(
            f"[（(](?:[一-鿿]|(?:{word_tree(data.reckoned)})[^（()）]{{0,24}}"
            f"|[^（()）]{{0,16}}(?:{word_tree(data.reckoned_ends)}))[）)]"
        ),
        own_deed=re.compile(f"(?:{word_tree([*data.leading, *data.own_deeds])})(?=.{{2}})"),
        more_than=re.compile(f"[，。；\\s]*(?:{word_tree([*data.compared, '超过'])})"),
        shared_head=re.compile("|".join(data.shared_heads)),
        shared_by_all=re.compile(word_tree(data.shared_by_all)),
        part=re.compile(f"(?:{word_tree(data.parts)})"),
        part_end=re.compile(f" (?:{word_tree(data.parts)})$"),
        total=re.compile(f"(?:{word_tree(data.totals)})了? *$"),
        compared=re.compile(
            f"(?P<verb>{word_tree(data.compared)}|比|较)(?P<others>[^，。；]{{2,24}}?)"
            f"(?P<rest>平均水平|平均|[高低快慢多少]出?)?$"
        ),
    )


@cache
def measure_words() -> MeasureWords:
    """Return the patterns for Chinese measures."""
    data = _data()
    changes = context_words()
    edge = f"[{re.escape(EDGE)}]"
    change, fillers = word_tree(changes.change), word_tree(changes.change_fillers)
    verbs = [word for word in changes.change if not word.endswith(("率", "速度", "速", "幅"))]
    lists = (data.inheriting, data.aspects, data.dropped, data.going_on)
    listed = chain(*lists, changes.change, changes.change_fillers)
    said = {word for word in listed if 0 < len(word) <= _LONGEST_WORD}
    aspects, tails = word_tree(data.aspects), word_tree(data.tails)
    return MeasureWords(
        front=re.compile(f"(?:{edge}|{_apart(data.dropped, data.whole_words)})+"),
        back=re.compile(
            f"(?:{edge}|{_apart(_backwards(data.dropped), _backwards(data.whole_words))})+"
        ),
        verb=re.compile(f"(?:{word_tree(verbs)})(?:{fillers})*$"),
        turned=re.compile(f"[、和与](?P<verb>(?:{word_tree(verbs)})了?)(?:{fillers})*"),
        said=WordFinder(said),
        said_starts=frozenset(word[0] for word in said),
        said_of_others=re.compile(_said_of_others(change, data)),
        aspect=re.compile(f"(?:全年|年末|五年|年|其)?(?:{aspects})"),
        aspect_end=re.compile(f"(?:{word_tree(data.aspect_kinds)})?(?:{aspects})$"),
        said_of=re.compile(word_tree(data.said_of)),
        milestone=re.compile(f"(?:{word_tree(data.milestones)})"),
        tail=re.compile(f"(?:{tails})"),
        shared_start=re.compile(word_tree(data.shared_starts)),
        shared_rate=re.compile(f"(?:率|{word_tree(data.shared_rates)})$"),
        tail_end=re.compile(f"(?:{tails})$"),
        leading=re.compile(_apart(data.leading, data.whole_words)),
        going_on=re.compile(word_tree(data.going_on)),
        stage=re.compile(word_tree(data.stages)),
        stage_end=re.compile(f"(?<=[^，。；]{{2}})(?:{word_tree(data.stages)})$"),
        circumstance=re.compile(_apart(data.circumstances, data.whole_words)),
        purpose=re.compile(word_tree(data.purposes)),
        said_end=re.compile(
            f"(?:(?:{word_tree(data.said_ends)})+|(?:较|比)(?!重|例)[^，。]{{1,10}})$"
        ),
        joining_end=re.compile(
            f"(?<={_one_of(data.joining_ends)})(?<!{')(?<!'.join(data.whole_ends)})$"
        ),
        joining=frozenset(data.joining_ends),
        manner=re.compile(f"(?:{word_tree(data.manner)})+"),
        hosting=re.compile(word_tree(data.hosting)),
        bringing=re.compile(word_tree(data.bringing)),
        headless=re.compile(
            f"(?:{word_tree(data.deed_starts)})*(?P<deed>{word_tree(data.needs_object)})"
        ),
        level=re.compile(word_tree(data.levels)),
        level_alone=re.compile(f"(?:{word_tree(data.levels)})[、和及与]"),
        both=data.both,
        verbs_only=re.compile(f"(?:{word_tree([*data.leading, *data.going_on])})+"),
    )


def _one_of(characters: list[str]) -> str:
    return f"[{''.join(characters)}]"


def _backwards(words: list[str]) -> list[str]:
    return [word[::-1] for word in words]


def _apart(words: list[str], whole: list[str]) -> str:
    """Return a pattern of words that do not begin one of the whole words."""
    first = re.escape("".join({word[0] for word in words}))  # looked for before any word is
    return f"(?:(?=[{first}])(?!{word_tree(whole)})(?:{word_tree(words)}))"


def _said_of_others(change: str, data: _Data) -> str:
    compared = word_tree([*data.compared, *data.compared_numbers])
    return (
        rf"在?占(?!地|用|补|道)[^，。]{{0,14}}|在[^，。]{{1,10}}(?:{word_tree(data.within)})"
        rf"|(?:{compared})[^，。]{{0,12}}"
        rf"|(?:比|较|相当于)(?!重|例|率|值|较|大|好|高|快)[^，。]{{1,12}}?(?:{change}|[高低多少快])"
        rf"|(?:比|较)(?:{word_tree(data.others)}|[^，。]{{1,10}}(?:年|末|底|期间?))的?"
        rf"|(?:{word_tree(data.reaching_to)})(?![^，。]{{2,24}}(?:{change})$)[^，。]{{0,10}}|(?:是|为|相当于|达到?)[^，。]{{0,12}}的"
    )


def trimmed(words: str) -> str:
    """Return the words without what a measure leaves out at its ends, quotes in pairs."""
    if not words:
        return words
    data = measure_words()
    if found := data.front.match(words):
        words = words[found.end() :]
    backwards = words[::-1]
    if found := data.back.match(backwards):
        words = backwards[found.end() :][::-1]
    return balanced(words)


def unjoined(words: str) -> str:
    """Return the words in front of a number without what only joins them to it: 到, 由."""
    while len(words) > 1 and measure_words().joining_end.search(words, len(words) - 1):
        words = trimmed(words[:-1])
    return words


def unlisted(words: str) -> str:
    """Return the names of members without their 等, where no other name is given."""
    return trimmed(words.rpartition("等")[0])


def timeless(words: str) -> str:
    """Return the words in front of a number without its years and its mark of a start.

    Nor with the number of an item: 一是财政收入, （二）农业支出.
    """
    words = words.lstrip()[-120:]
    if words[:1] in "（(一二三四五六七八九十" and (item := _NUMBER_OF_ITEM.match(words)):
        words = words[item.end() :]
    return undated(_START.sub("", words))


def undated(words: str) -> str:
    """Return the words without the years they name."""
    return _TIME.sub("", words) if "年" in words or "世纪" in words else words


def is_start(before: str) -> bool:
    """Tell whether the words end in 从 or 由: the number is where a movement began."""
    return _START.search(before[-24:]) is not None


def is_said(words: str) -> bool:
    """Tell whether words have no subject of their own, only what is said of one.

    Every place that a row of such words can reach is noted once, so that words which can be
    read in many ways cost no more than others.
    """
    if not words or len(words) > _LONGEST_SAID:
        return not words
    data, length = measure_words(), len(words)
    if words[0] not in data.said_starts and not data.said_of_others.match(words):
        return False
    steps: dict[int, list[int]] = {}
    for _, begin, end in data.said.all_in(words):
        steps.setdefault(begin, []).append(end)
    reached = {0}
    for start in range(length):
        if start not in reached:
            continue
        reached.update(steps.get(start, ()))
        if data.said_of_others.match(words, start):
            ends = range(start + 1, length + 1)
            reached.update(e for e in ends if data.said_of_others.fullmatch(words, start, e))
    return length in reached


def balanced(words: str) -> str:
    """Return the words without quotes and brackets that have no partner."""
    if not _BRACKET.search(words):
        return words
    lonely: list[int] = []
    for found in _BRACKET.finditer(words):
        opening = _PAIRS.get(found[0])
        if opening and lonely and words[lonely[-1]] == opening:
            lonely.pop()
        else:
            lonely.append(found.start())
    for place in reversed(lonely):
        words = words[:place] + words[place + 1 :]
    return words


def subject_of(words: str) -> str:
    """Return the noun in a measure: without its verb in front and what is said behind."""
    data = measure_words()
    if (found := data.leading.match(words)) and len(words) - found.end() > 1:
        words = words[found.end() :]
    return trimmed(unsaid(words))


def unsaid(words: str) -> str:
    """Return the words without what is said of them at their end: a change, a streak, a step."""
    data = measure_words()
    for pattern in (data.verb, data.said_end):
        if found := pattern.search(words[-24:]):
            rest = trimmed(words[: len(words) - len(found[0])])
            words = rest if len(rest) > 1 else words
    return words
