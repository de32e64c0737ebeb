"""Where one counts what was delivered (build one park, and one laboratory), and is no article."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.english_numerals import BELOW_HUNDRED, DOZEN
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.scope import Scope

# 5 schools and one park: a list whose members are counted; a year in front counts nothing.
_COUNTED = re.compile(
    r"(?i)(?<![\d,.])(?!(?:19|20)\d\d\b)\d"
    rf"|\b(?:{word_tree((BELOW_HUNDRED | DOZEN).keys() - {'one'})})\b"
)
_CLAUSE = re.compile(r"[.;:]\s")
_LONGEST = 90
_LONGEST_MOVE = 40
_ENDS = re.compile(r"[.,;:)\n]|$")
_LIST_MARKS = "▪•·- \t\n"


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    delivering: list[str]
    tallying: list[str]
    joining: list[str]
    done: list[str]
    not_after_one: list[str]
    in_turn: list[str]
    limits: list[str]
    terms: list[str]
    compared: list[str]
    measures: list[str]


class _Words(msgspec.Struct, frozen=True):
    delivering: re.Pattern[str]
    joining: re.Pattern[str]
    done: re.Pattern[str]
    not_after_one: re.Pattern[str]
    limits: re.Pattern[str]
    terms: re.Pattern[str]
    compared: re.Pattern[str]
    measures: re.Pattern[str]
    moved_from: re.Pattern[str]  # cut from three days to one
    or_more: re.Pattern[str]  # in every county, with one or more clinics


@cache
def _words() -> _Words:
    data = load_toml("en/ones.toml", _Data)
    return _Words(
        delivering=re.compile(rf"\b(?:{word_tree([*data.delivering, *data.tallying])}) $", re.I),
        joining=re.compile(rf"(?:{word_tree(data.joining)}) $"),
        done=re.compile(
            r" (?![A-Z][a-z]+(?!-)\b)(?:(?!after\b)[\w’'-]+ ){1,10}?"
            rf"(?:{word_tree(data.done)})\b"
        ),
        not_after_one=re.compile(
            rf"-|[^\w\s]|\s?$|\s(?:{word_tree(data.not_after_one)})\b"
            rf"|(?: [\w-]+){{1,3}} (?:{word_tree(data.in_turn)})\b"
        ),
        limits=re.compile(rf"\b(?:{word_tree(data.limits)}) $"),
        terms=re.compile(rf" (?:{word_tree(data.terms)})\b(?! to (?:the next|another))"),
        compared=re.compile(rf"\b(?:{word_tree(data.compared)}) $", re.I),
        measures=re.compile(rf" (?:{word_tree(data.measures)})\b"),
        moved_from=re.compile(
            rf"\bfrom (?:\d+|{word_tree(BELOW_HUNDRED)}) (?:{word_tree(data.terms)})s to $"
        ),
        or_more=re.compile(r" or more (?!of\b|than\b|times\b|such\b)[a-z]"),
    )


def counts_one(scope: Scope, first: int, stop: int) -> bool:
    """Tell whether the ``one`` at ``normal[first:stop]`` counts a thing among others."""
    words = _words()
    if scope.normal.endswith(" to ", scope.start, first) and words.moved_from.search(
        scope.before(first, length=_LONGEST_MOVE)
    ):
        return _ENDS.match(scope.normal, stop, scope.end) is not None
    if words.terms.match(scope.normal, stop, scope.end):
        return words.limits.search(scope.before(first, length=_LONGEST)) is not None
    if words.measures.match(scope.normal, stop, scope.end):
        return words.compared.search(scope.before(first, length=_LONGEST)) is not None
    if words.or_more.match(scope.normal, stop, scope.end):
        return True
    if words.not_after_one.match(scope.normal, stop, scope.end):
        return False
    before = scope.before(first, length=_LONGEST)
    if words.delivering.search(before):
        return True
    clause = _CLAUSE.split(before)[-1]
    if words.joining.search(before):
        return _COUNTED.search(clause) is not None
    is_opening = not clause.strip(_LIST_MARKS)
    return is_opening and words.done.match(scope.normal, stop, scope.end) is not None
