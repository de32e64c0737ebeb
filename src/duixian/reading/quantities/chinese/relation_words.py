"""The Chinese words that compare a number with what it is said to be, as patterns made once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import Relation


class _Stages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    crossing: list[str]
    names: str


class _OfList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    behind: list[str]
    told: list[str]


class _Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    inside: dict[str, list[str]]
    clause: dict[str, list[str]]
    of_whole: dict[str, list[str]]
    of_list: _OfList
    stages: _Stages


@dataclass(frozen=True, slots=True)
class ChineseRelations:
    """Compiled patterns, and the relation that each word of them says."""

    before: re.Pattern[str]  # ends in front of a number
    after: re.Pattern[str]
    said_before: dict[str, Relation]
    said_after: dict[str, Relation]
    said_inside: dict[str, Relation]
    clause: re.Pattern[str]  # of all that is counted behind it in its clause
    said_of_clause: dict[str, Relation]
    of_whole: re.Pattern[str]  # ends in front of a share
    said_of_whole: dict[str, Relation]
    behind_list: re.Pattern[str]  # what compares all numbers of a list
    told_apart: re.Pattern[str]  # in front of such a list
    crossing: frozenset[str]  # words that count the stages behind them and compare nothing
    stages: re.Pattern[str]


@cache
def chinese_relations() -> ChineseRelations:
    """Load and compile the Chinese words of comparison."""
    data = load_toml("zh/relations.toml", _Relations)
    before, after = _by_word(data.before), _by_word(data.after)
    clause, of_whole = _by_word(data.clause), _by_word(data.of_whole)
    return ChineseRelations(
        before=re.compile(f"({word_tree(before)})了? ?$"),
        after=re.compile(f" ?(?:（[个件套间台只辆艘张]）)?({word_tree(after)})"),
        said_before=before,
        said_after=after,
        said_inside=_by_word(data.inside),
        clause=re.compile(word_tree(clause)),
        said_of_clause=clause,
        of_whole=re.compile(rf"({word_tree(of_whole)})[^，。；、\d百千万亿]{{2,14}}的$"),
        said_of_whole=of_whole,
        behind_list=re.compile(word_tree(data.of_list.behind)),
        told_apart=re.compile(word_tree(data.of_list.told)),
        crossing=frozenset(data.stages.crossing),
        stages=re.compile(data.stages.names),
    )


def _by_word(words: dict[str, list[str]]) -> dict[str, Relation]:
    return {word: Relation(sign) for sign, listed in words.items() for word in listed}
