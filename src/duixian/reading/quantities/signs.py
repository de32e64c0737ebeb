"""Minus signs: 利润-3亿元, growth of -2.5 percent, 负0.2%; a dash or a range is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from duixian.language.data import load_toml
from duixian.reading.quantities.mentions import Mention

_ALWAYS = "−负"
_HYPHENS = "-－"  # minus only where nothing in front makes them a dash, a range or a bullet
_SIGNED = frozenset({"%", "pp", "CNY", "USD", "EUR", "HKD", "JPY", "GBP", "C", "K"})


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    burdens: frozenset[str]


class _EnglishData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    minus: list[str]
    minus_of_rates: list[str]


class _Minus(msgspec.Struct, frozen=True):
    """English words for a minus, each between spaces."""

    of_any: tuple[str, ...]
    all: tuple[str, ...]  # with those of rates and sums


@cache
def _minus() -> _Minus:
    data = load_toml("en/signs.toml", _EnglishData)
    of_any, of_rates = (
        [f" {word} " for word in each] for each in (data.minus, data.minus_of_rates)
    )
    return _Minus(tuple(of_any), (*of_any, *of_rates))


def _minus_in_words(normal: str, start: int, mention: Mention) -> str:
    """Return the word for a minus with the space behind it: minus 3 percent."""
    words = _minus().all if mention.unit in _SIGNED else _minus().of_any
    if not normal.endswith(words, start, mention.start):
        return ""
    return normal[start : mention.start].split(" ")[-2] + " "


@cache
def _burdens() -> frozenset[str]:
    return load_toml("zh/signs.toml", _Data).burdens


def with_signs(normal: str, start: int, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Give the mentions of a stretch from ``start``, those behind a minus sign below zero."""
    for mention in mentions:
        # A sign that tells of a move only says whether up or down.
        is_level = mention.high is None and mention.value and not mention.is_change
        if is_level and _is_negative(normal, start, mention):
            at = mention.start - 1
        elif is_level and (word := _minus_in_words(normal, start, mention)):
            at = mention.start - len(word)
        else:
            at = mention.start
        if at < mention.start:
            yield replace(
                mention,
                start=at,
                value=-mention.value,
                low_edge=min(mention.low_edge, at),
                why=f"{mention.why}; minus sign",
            )
        else:
            yield mention


def _is_negative(normal: str, start: int, mention: Mention) -> bool:
    at = mention.start - 1
    if at < start or not normal[mention.start].isdigit():
        return False
    if normal[at] in _ALWAYS:
        return at == start or normal[at - 1] not in _burdens()
    if normal[at] not in _HYPHENS:
        return False
    before = normal[at - 1] if at > start else "\t"
    if before == "\t":
        return mention.unit in _SIGNED or at > start
    return (
        mention.unit in _SIGNED
        and not (before.isascii() and before.isalnum())
        and before not in "%-—–~至到―－"
    )
