"""Chinese clauses that tell a change anyone can check, although they have no number.

建成公园3个，青岩水库下闸蓄水: beside a clause that is a claim, such a one is a claim of its own.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import compile_any, compile_pattern, load_toml
from duixian.language.screen import Screen

_PATH = "zh/changes.toml"
_SHORTEST = 6  # characters
_LONGEST = 80


class _Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    patterns: list[str]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    not_done: list[str]
    to_come: list[str]
    pushed: list[str]
    change: list[_Change]


class _Words(msgspec.Struct, frozen=True):
    patterns: list[tuple[str, re.Pattern[str]]]  # with the name of the change
    screen: Screen  # of all of them: one look at a clause says which can match
    not_done: re.Pattern[str]
    to_come: re.Pattern[str]
    pushed: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml(_PATH, _Data)
    patterns = [
        (change.name, compile_pattern(each, path=_PATH, entry=change.name))
        for change in data.change
        for each in change.patterns
    ]
    return _Words(
        patterns=patterns,
        screen=Screen([pattern for _, pattern in patterns]),
        not_done=compile_any(data.not_done, path=_PATH),
        to_come=compile_any(data.to_come, path=_PATH),
        pushed=compile_any(data.pushed, path=_PATH),
    )


def _named(clause: str, words: _Words) -> str | None:
    possible = words.screen.possible(clause)
    if not possible:
        return None
    for place, (name, pattern) in enumerate(words.patterns):
        if possible >> place & 1 and pattern.search(clause):
            return name
    return None


def change_told(clause: str, *, is_promise: bool) -> str | None:
    """Name the change that a clause, in normal form, tells; None where it tells none.

    What is not done tells none, and what is still to come tells one only in a promise.
    """
    if not _SHORTEST <= len(clause) <= _LONGEST:
        return None
    words = _words()
    told = _named(clause, words)
    if told is None or words.not_done.search(clause):
        return None
    if is_promise:
        return told
    return None if words.to_come.search(clause) or words.pushed.search(clause) else told
