"""English numbers that stand beside what their sentence tells.

From 9 tons in 2015 and 6 tons in 2020 to 5; while the national figure was 5 percent; we planned
to build five schools and actually built eight.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

import msgspec

from duixian.language.data import load_toml
from duixian.language.screen import Screen
from duixian.reading.quantities.english.place import Place

_NUMBER = "#"  # in its place
_REACH = 160  # characters behind a number that may say what it stands beside


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    background: list[str]
    planned: list[str]
    outsiders: list[str]


class _Patterns(msgspec.Struct, frozen=True):
    screen: Screen  # of all sorts
    background: int  # the bits of each sort
    planned: int
    outsiders: int


class Beside:
    """What one sentence may tell beside what it is about; patterns it cannot match are left out."""

    def __init__(self, normal: str, start: int, end: int) -> None:
        self._normal, self._end = normal, end
        patterns = _patterns()
        words = normal[start:end]
        possible = patterns.screen.possible(f"{words}{_NUMBER}")
        self._background = possible & patterns.background
        self._planned = possible & patterns.planned
        outsiders = possible & patterns.outsiders
        # Whether it is said by or of others: an economist, a neighbouring city.
        self.is_elsewhere = bool(outsiders) and patterns.screen.first(outsiders, words) is not None

    def is_background(self, place: Place) -> bool:
        """Tell whether a number is what was before, or what others have."""
        return self._finds(self._background, place)

    def was_planned(self, place: Place) -> bool:
        """Tell whether a number was only meant, beside what was done."""
        return self._finds(self._planned, place)

    def _finds(self, possible: int, place: Place) -> bool:
        if not possible:
            return False
        edge = place.mention.high_edge
        behind = self._normal[edge : min(self._end, edge + _REACH)]
        around = f"{place.front}{place.clause}{place.compared}{_NUMBER}{behind}"
        return _patterns().screen.first(possible, around) is not None


@cache
def _patterns() -> _Patterns:
    data = load_toml("en/beside.toml", _Data)
    sorts = (data.background, data.planned, data.outsiders)
    screen = Screen([_compiled(each) for each in chain.from_iterable(sorts)])
    background, planned, outsiders = ((1 << len(sort)) - 1 for sort in sorts)
    planned <<= len(data.background)
    outsiders <<= len(data.background) + len(data.planned)
    return _Patterns(screen, background, planned, outsiders)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern to which words on both sides of the number are needs of their own.

    The sentence that is screened has the number itself between them: nothing joins an atomic group.
    """
    return re.compile(pattern.replace(_NUMBER, f"(?>{_NUMBER})"))
