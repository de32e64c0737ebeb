"""Lists in a wording: the members that stand side by side in it."""

from __future__ import annotations

import re

from duixian.language.indicators import find_indicators_in_text

_LIST = re.compile(r"[^、，；：和及与]{2,14}(?:、[^、，；：]{2,16})+")
_BETWEEN = re.compile("[、和及与]")
_SHORTEST = 2


def members_of(text: str) -> list[str]:
    """Return the members of the lists in a Chinese wording, in order."""
    return [
        member.strip()
        for found in _LIST.findall(text)
        for member in _BETWEEN.split(found.partition("等")[0])
        if len(member.strip()) >= _SHORTEST
    ]


def indicators_named(text: str, language: str) -> frozenset[str]:
    """Return the indicators that a wording names in full."""
    return frozenset(hit.id for hit in find_indicators_in_text(text, language=language))
