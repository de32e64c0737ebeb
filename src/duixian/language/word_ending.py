"""Words that a text may end in, a blank behind them, as what stands before a number does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duixian.language.word_tree import word_tree


class Ending:
    """Words of which one may end a text: a search looks for them all through it, and is slow."""

    def __init__(self, words: Sequence[str], *, behind: str = r"\b") -> None:
        """``behind`` is the pattern of what stands in front of the words."""
        self._last = tuple(f"{word} " for word in words)
        self._whole = re.compile(rf"{behind}(?:{word_tree(words)}) $")

    def ends(self, text: str) -> bool:
        """Return whether a text ends in one of the words, whole, or does but for a line break."""
        if not text.removesuffix("\n").endswith(self._last):
            return False
        return self._whole.search(text) is not None
