"""Lists in a wording: the members that stand side by side in it."""

from __future__ import annotations

import re

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
