"""The patterns for what joins a subject to its number, and for what members of a list share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.measure_data import measure_data


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
def list_words() -> ListWords:
    """Return the patterns for subjects, lists and what sums are for."""
    data = measure_data()
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
