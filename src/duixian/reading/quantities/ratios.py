"""Ratios of several members, 7.4∶39.6∶53: many numbers, of which one thing is said."""

from __future__ import annotations

from msgspec.structs import replace

from duixian.reading.quantities.mentions import Mention

RATIO = "ratio"  # why a number is one member of a ratio
_MARKS = frozenset("∶:：")


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


def _goes_on(normal: str, previous: Mention, mention: Mention) -> bool:
    is_member = previous.why == mention.why == RATIO
    return is_member and normal[previous.end : mention.start] in _MARKS
