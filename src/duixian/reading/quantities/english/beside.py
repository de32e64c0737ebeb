"""English numbers that stand beside what their sentence tells.

From 9 tons in 2015 and 6 tons in 2020 to 5; while the national figure was 5 percent; we planned
to build five schools and actually built eight.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.reading.quantities.english.place import Place

_REACH = 160  # characters behind a number that may say what it stands beside


class _Sort(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signs: list[str]
    patterns: list[str]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    background: _Sort
    planned: _Sort


class Beside:
    """What one sentence may tell beside what it is about; patterns it cannot match are left out."""

    def __init__(self, normal: str, start: int, end: int) -> None:
        self._normal, self._end = normal, end
        words = normal[start:end]
        self._background = _possible(_data().background, words)
        self._planned = _possible(_data().planned, words)

    def is_background(self, place: Place) -> bool:
        """Tell whether a number is what was before, or what others have."""
        return self._matches(self._background, place)

    def was_planned(self, place: Place) -> bool:
        """Tell whether a number was only meant, beside what was done."""
        return self._matches(self._planned, place)

    def _matches(self, pattern: re.Pattern[str] | None, place: Place) -> bool:
        if pattern is None:
            return False
        edge = place.mention.high_edge
        front = f"{place.front}{place.clause}{place.compared}"
        behind = self._normal[edge : min(self._end, edge + _REACH)]
        return pattern.search(f"{front}#{behind}") is not None


def _possible(sort: _Sort, words: str) -> re.Pattern[str] | None:
    if not any(sign in words for sign in sort.signs):
        return None
    return _compiled("|".join(sort.patterns))


@cache
def _compiled(patterns: str) -> re.Pattern[str]:
    return re.compile(patterns)


@cache
def _data() -> _Data:
    return load_toml("en/beside.toml", _Data)
