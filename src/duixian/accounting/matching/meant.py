"""The indicators that a promise without a number means by naming them."""

from __future__ import annotations

import re
from functools import cache

from duixian.language.indicator_data import load_indicators
from duixian.language.word_tree import word_tree

_SHORTEST = 4  # characters of a name; shorter ones stand in too many promises


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {
        name: identifier
        for identifier, indicator in load_indicators().items()
        for name in indicator.aliases_zh
        if len(name) >= _SHORTEST
    }
    return re.compile(word_tree(list(known))), known


def indicators_meant(text: str) -> dict[str, str]:
    """Return the indicators a Chinese wording names, each with its name there."""
    pattern, known = _names()
    return {known[found[0]]: found[0] for found in pattern.finditer(text)}
