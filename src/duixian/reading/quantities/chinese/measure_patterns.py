"""The patterns that Chinese measures are told by, made of the words of the data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.context_words import context_words
from duixian.reading.quantities.chinese.measure_data import MeasureData, measure_data

EDGE = " \t\n\u3000、，,·—-：:;；。"
_LONGEST_WORD = 8


@dataclass(frozen=True, slots=True)
class MeasurePatterns:
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
    of_yield: re.Pattern[str]  # 粮食产量
    yield_units: frozenset[str]
    no_goods: re.Pattern[str]
    shared_start: re.Pattern[str]
    shared_rate: re.Pattern[str]
    tail_end: re.Pattern[str]
    leading: re.Pattern[str]
    going_on: re.Pattern[str]
    stage: re.Pattern[str]
    stage_end: re.Pattern[str]
    openings: frozenset[str]
    mere_number: re.Pattern[str]
    purpose: re.Pattern[str]
    rank: re.Pattern[str]
    rank_between: re.Pattern[str]
    circumstance: re.Pattern[str]
    said_end: re.Pattern[str]
    verbs_only: re.Pattern[str]
    joining_end: re.Pattern[str]
    joining: frozenset[str]
    manner: re.Pattern[str]
    hosting: re.Pattern[str]
    bringing: re.Pattern[str]
    of_them: re.Pattern[str]  # 其中停产的有: of those counted before
    no_such: re.Pattern[str]  # how words open that name none
    headless: re.Pattern[str]  # 拟安排, 新增: a deed that does not say to what
    level: re.Pattern[str]
    level_alone: re.Pattern[str]  # with the mark behind it: 国家级、
    both: dict[str, list[str]]  # 城乡: words that name two at once


@cache
def measure_patterns() -> MeasurePatterns:
    """Return the patterns for Chinese measures."""
    data = measure_data()
    changes = context_words()
    edge = f"[{re.escape(EDGE)}]"
    change, fillers = word_tree(changes.change), word_tree(changes.change_fillers)
    verbs = [word for word in changes.change if not word.endswith(("率", "速度", "速", "幅"))]
    lists = (data.inheriting, data.aspects, data.dropped, data.going_on)
    listed = chain(*lists, changes.change, changes.change_fillers)
    said = {word for word in listed if 0 < len(word) <= _LONGEST_WORD}
    aspects, tails = word_tree(data.aspects), word_tree(data.tails)
    return MeasurePatterns(
        front=re.compile(_front(data, edge)),
        back=re.compile(
            f"(?:{edge}|{_apart(_backwards(data.dropped), _backwards(data.whole_words))})+"
        ),
        verb=re.compile(f"(?:新(?=增))?(?:{word_tree(verbs)})(?:{fillers})*$"),
        turned=re.compile(f"[、和与](?P<verb>(?:{word_tree(verbs)})了?)(?:{fillers})*"),
        said=WordFinder(said),
        said_starts=frozenset(word[0] for word in said),
        said_of_others=re.compile(_said_of_others(change, data)),
        aspect=re.compile(f"(?:全年|年末|五年|年|其)?(?:{aspects})"),
        aspect_end=re.compile(f"(?:{word_tree(data.aspect_kinds)})?(?:{aspects})$"),
        said_of=re.compile(word_tree(data.said_of)),
        milestone=re.compile(f"(?:{word_tree(data.milestones)})"),
        tail=re.compile(f"(?:{tails})"),
        of_yield=re.compile(f"(?P<goods>.+?)(?:{word_tree(data.yields)})"),
        yield_units=frozenset(data.yield_units),
        no_goods=re.compile(data.no_goods),
        shared_start=re.compile(word_tree(data.shared_starts)),
        shared_rate=re.compile(f"(?:率|{word_tree(data.shared_rates)})$"),
        tail_end=re.compile(f"(?:{tails})$"),
        leading=re.compile(_apart(data.leading, data.whole_words)),
        going_on=re.compile(word_tree(data.going_on)),
        stage=re.compile(word_tree(data.stages)),
        stage_end=re.compile(f"(?<=[^，。；]{{2}})(?:{word_tree(data.stages)})$"),
        circumstance=re.compile(_apart(data.circumstances, data.whole_words)),
        openings=frozenset(data.openings),
        mere_number=re.compile(f"(?:以[上下内]|左右)?的(?:{word_tree(data.mere_numbers)})"),
        purpose=re.compile(word_tree(data.purposes)),
        rank=re.compile(data.ranks),
        rank_between=re.compile(data.ranks_between),
        said_end=_said_end(data.said_ends),
        joining_end=re.compile(
            f"(?<={_one_of(data.joining_ends)})(?<!{')(?<!'.join(data.whole_ends)})$"
        ),
        joining=frozenset(data.joining_ends),
        manner=re.compile(f"(?:{word_tree(data.manner)})+"),
        hosting=re.compile(word_tree(data.hosting)),
        bringing=re.compile(word_tree(data.bringing)),
        of_them=re.compile(data.of_them),
        no_such=re.compile(data.no_such),
        headless=re.compile(
            f"(?:{word_tree(data.deed_starts)})*(?P<deed>{word_tree(data.needs_object)})"
        ),
        level=re.compile(word_tree(data.levels)),
        level_alone=re.compile(f"(?:{word_tree(data.levels)})[、和及与]"),
        both=data.both,
        verbs_only=re.compile(f"(?:{word_tree([*data.leading, *data.going_on])})+"),
    )


def _said_end(ends: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:(?:{word_tree(ends)})+|(?:较|(?<!可)比)(?!重|例)[^，。]{{1,10}})$")


def _one_of(characters: list[str]) -> str:
    return f"[{''.join(characters)}]"


def _backwards(words: list[str]) -> list[str]:
    return [word[::-1] for word in words]


def _front(data: MeasureData, edge: str) -> str:
    openings = _apart(data.openings, data.not_openings)
    return f"(?:{edge}|{_apart(data.dropped, data.whole_words)}|{openings}(?=..))+"


def _apart(words: list[str], whole: list[str]) -> str:
    """Return a pattern of words that do not begin one of the whole words."""
    first = re.escape("".join({word[0] for word in words}))  # looked for before any word is
    return f"(?:(?=[{first}])(?!{word_tree(whole)})(?:{word_tree(words)}))"


def _said_of_others(change: str, data: MeasureData) -> str:
    compared = word_tree([*data.compared, *data.compared_numbers])
    return (
        rf"在?占(?!地|用|补|道)[^，。]{{0,14}}|在[^，。]{{1,10}}(?:{word_tree(data.within)})"
        rf"|(?:{compared})[^，。]{{0,12}}"
        rf"|(?:比|较|相当于)(?!重|例|率|值|较|大|好|高|快)[^，。]{{1,12}}?(?:{change}|[高低多少快])"
        rf"|(?:比|较)(?:{word_tree(data.others)}|[^，。]{{1,10}}(?:年|末|底|期间?))的?"
        rf"|(?:{word_tree(data.reaching_to)})(?![^，。]{{2,24}}(?:{change})$)[^，。]{{0,10}}|(?:是|为|相当于|达到?)[^，。]{{0,12}}的"
    )
