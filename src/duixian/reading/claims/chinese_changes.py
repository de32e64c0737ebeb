"""Chinese clauses that tell a change anyone can check, although they have no number.

建成公园3个，青岩水库下闸蓄水: beside a clause that is a claim, such a one is a claim of its own.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.data import load_toml
from duixian.language.screen import Screen

_SHORTEST = 6  # characters
_LONGEST = 80


class _Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    patterns: list[str]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    change: list[_Change]


class _Words(msgspec.Struct, frozen=True):
    screen: Screen
    patterns: tuple[re.Pattern[str], ...]
    names: tuple[str, ...]  # of the change that each of them tells


@cache
def _words() -> _Words:
    path = "zh/changes.toml"
    told = [
        (_compiled(pattern, path, change.name), change.name)
        for change in load_toml(path, _Data).change
        for pattern in change.patterns
    ]
    patterns = tuple(pattern for pattern, _ in told)
    return _Words(Screen(patterns), patterns, tuple(name for _, name in told))


def _compiled(pattern: str, path: str, name: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise LanguageDataError(path, f"{name}: {error.msg}: {pattern!r}") from error


def change_told(clause: str) -> str | None:
    """Name the change that a clause, in normal form, tells; None where it tells none."""
    if not _SHORTEST <= len(clause) <= _LONGEST:
        return None
    data = _words()
    possible = data.screen.possible(clause)
    while possible:
        lowest = possible & -possible
        possible ^= lowest
        if data.screen.first(lowest, clause):
            return data.names[lowest.bit_length() - 1]
    return None
