"""Ratios of several members, 7.4∶39.6∶53: many numbers, of which one thing is said.

Of the structure of industry it is known which member is whose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec
from msgspec.structs import replace

from duixian.language.data import load_toml
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import EQUAL

_RATIO = "ratio"  # why a number is one member of a ratio
_MARKS = frozenset("∶:：")
_MEMBER = re.compile(r"\d+(?:\.\d+)?")


class _Ratio(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: list[str]
    members: list[str]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ratio: list[_Ratio]


@cache
def _known() -> list[_Ratio]:
    return load_toml("en/ratios.toml", _Data).ratio


def members_of_ratio(found: re.Match[str]) -> Iterator[Mention]:
    """Return a mention for each member of a ratio."""
    for member in _MEMBER.finditer(found.string, *found.span()):
        start, end = member.span()
        value = Decimal(member[0])
        yield Mention(start, end, value, None, "%", EQUAL, start, end, why=_RATIO)


def whole_ratios(normal: str, mentions: list[Mention]) -> tuple[list[Mention], list[int]]:
    """Return the mentions with the members of each ratio as one, and how many each stands for."""
    wholes: list[Mention] = []
    sizes: list[int] = []
    for mention in mentions:
        if wholes and _goes_on(normal, wholes[-1], mention):
            end = mention.end
            wholes[-1] = replace(wholes[-1], end=end, high_edge=mention.high_edge)
            sizes[-1] += 1
        else:
            wholes.append(mention)
            sizes.append(1)
    return wholes, sizes


def of_each_member(context: Context, size: int) -> list[Context]:
    """Return the context of each member of a ratio; its own name with it where that is known."""
    if size == 1:  # no ratio, as nearly all numbers
        return [context]
    measure = context.measure.lower()
    for ratio in _known():
        if size == len(ratio.members) and any(name in measure for name in ratio.names):
            return [
                replace(context, measure=f"{context.measure} {member}") for member in ratio.members
            ]
    return [context] * size


def _goes_on(normal: str, previous: Mention, mention: Mention) -> bool:
    is_member = previous.why == mention.why == _RATIO
    return is_member and normal[previous.end : mention.start].strip(" ") in _MARKS
