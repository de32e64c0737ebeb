"""The words the checks go by, from ``language/zh/checks.toml`` and ``language/en/checks.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.data import load_toml
from duixian.reading.records import Language


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    chain: str
    grows: str
    from_before: str
    to_between: str
    compared_with: str
    may_be_negative: str
    own_prices: str
    share: str
    may_pass_whole: str
    falls: str
    may_fall_below_nothing: str
    sectors: str
    part: str
    next_part: str
    no_part: str
    in_all: str
    fragment: str
    fragment_opening: str
    verb: str
    date: str
    clock: str
    year_range: str
    range_mark: str
    range_falls: str
    apart: str
    other_time: str
    term: str
    light: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    month_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of one language; ``checks.toml`` says what each is for."""

    chain: re.Pattern[str]
    grows: re.Pattern[str]
    from_before: re.Pattern[str]
    to_between: re.Pattern[str]
    compared_with: re.Pattern[str]
    may_be_negative: re.Pattern[str]
    own_prices: re.Pattern[str]
    share: re.Pattern[str]
    may_pass_whole: re.Pattern[str]
    falls: re.Pattern[str]
    may_fall_below_nothing: re.Pattern[str]
    sectors: re.Pattern[str]
    part: re.Pattern[str]
    next_part: re.Pattern[str]
    no_part: re.Pattern[str]
    in_all: re.Pattern[str]
    fragment: re.Pattern[str]
    fragment_opening: re.Pattern[str]
    verb: re.Pattern[str]
    date: re.Pattern[str]
    clock: re.Pattern[str]
    year_range: re.Pattern[str]
    range_mark: re.Pattern[str]
    range_falls: re.Pattern[str]
    apart: re.Pattern[str]
    other_time: re.Pattern[str]
    term: re.Pattern[str]
    light: frozenset[str]
    same: dict[str, str]  # word -> the one that stands for all of its kind
    month_names: tuple[str, ...]


@cache
def words_of(language: Language) -> Words:
    """Return the words of a language. Raises LanguageDataError naming the entry at fault."""
    path = f"{language.value}/checks.toml"
    entries = msgspec.structs.asdict(load_toml(path, _Data))
    patterns = {name: _compiled(path, name, entry) for name, entry in entries.items()
                if isinstance(entry, str)}  # fmt: skip
    return Words(
        **patterns,
        light=frozenset(entries["light"]),
        same={word: group[0] for group in entries["same"] for word in group},
        month_names=tuple(entries["month_names"]),
    )


def _compiled(path: str, name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise LanguageDataError(path, f"{name}: {error}") from error
