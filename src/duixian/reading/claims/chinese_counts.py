"""Chinese numbers that only say of what or for how long another is told, and claim nothing.

8个断面水质优良比例达100% tells the share, and 安全感连续七年保持98% too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import EQUAL, Quantity, Statement

_PARTED = re.compile(r"[、，；：。,;:]|和|以及")
_NEXT_SORT = re.compile(r"[和及与、]\d+千伏")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    divisions: list[str]
    no_divisions: list[str]
    streaks: list[str]
    ahead_of_time: list[str]
    shares: list[str]
    up_to: list[str]
    bundles: list[str]


class _Words(msgspec.Struct, frozen=True):
    one_sort: re.Pattern[str]
    streaks: tuple[str, ...]
    ahead_of_time: tuple[str, ...]
    share: re.Pattern[str]
    up_to: tuple[str, ...]
    bundles: tuple[str, ...]


@cache
def _words() -> _Words:
    data = load_toml("zh/counts.toml", _Data)
    share = rf"(?:{word_tree(data.shares)})[^，。；]{{0,14}}$"
    division = rf"(?!{word_tree(data.no_divisions)})(?:{word_tree(data.divisions)})"
    return _Words(
        one_sort=re.compile(rf"{division}(?:[、和与]{division})+"),
        streaks=tuple(data.streaks),
        ahead_of_time=tuple(data.ahead_of_time),
        share=re.compile(share),
        up_to=tuple(data.up_to),
        bundles=tuple(data.bundles),
    )


def end_of_sort(normal: str, low: int, high: int) -> int:
    """Return where the words end that name together what one number before ``low`` counts.

    They are divisions of a country: 20个省、自治区、直辖市; 30个国家和地区.
    """
    found = _words().one_sort.match(normal, low, high)
    return found.end() if found else low


def without_subjects(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: Sequence[Span]
) -> list[Quantity]:
    """Return the numbers of a statement without those that are words of the one behind them."""
    ends = [mark[0] for mark in marks]
    after, said = own[-1], set[int]()
    for quantity in reversed(own[:-1]):
        clause = bisect_left(ends, quantity.start)
        low = marks[clause - 1][1] if clause else statement.start
        is_same_clause = clause == len(ends) or after.start < ends[clause]
        if is_same_clause and _is_of_next(normal, low, quantity, after):
            said.add(quantity.start)
        else:
            after = quantity
    kept: list[Quantity] = []
    for quantity in own:
        # Behind a number that keeps its words to itself it would be in the words of none.
        runs_on = kept and not _PARTED.search(normal, kept[-1].end, quantity.start)
        if quantity.start not in said or runs_on:
            kept.append(quantity)
    return kept


def is_sort(normal: str, quantity: Quantity) -> bool:
    """220千伏变电站: the voltage says what is built, with or without another number behind it."""
    if quantity.unit != "V" or quantity.end == len(normal):
        return False
    is_last = _PARTED.match(normal, quantity.end) is not None
    return not is_last or _NEXT_SORT.match(normal, quantity.end) is not None


def _is_sort(normal: str, quantity: Quantity) -> bool:
    """24小时自助服务区: for how long each is open says what is counted behind it."""
    if quantity.unit != "h":
        return False
    low = max(0, quantity.start - 1)
    return not normal.startswith(_words().up_to, low)


def _is_of_next(normal: str, low: int, quantity: Quantity, after: Quantity) -> bool:
    between = normal[end_of_sort(normal, quantity.end, after.start) : after.start]
    if not between:
        both_counted = quantity.unit == after.unit == "count"
        return both_counted and quantity.text.endswith(_words().bundles)
    if _PARTED.search(between):
        return False
    if between.endswith("的") and quantity.unit == after.unit == "count":
        return True  # 3个县的12个村
    if _is_sort(normal, quantity):
        return True
    if normal.endswith(_words().ahead_of_time, low, quantity.start):
        return True  # 提前3个月实现全部交付
    if quantity.unit == "year":
        return normal.endswith(_words().streaks, low, quantity.start)
    if quantity.unit != "count" or quantity.relation is not EQUAL or after.unit != "%":
        return False
    return not normal[low : quantity.start].strip() and bool(_words().share.search(between))
