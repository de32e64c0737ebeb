"""The English numbers that are words of their own as patterns, made once from the language data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.english_numerals import (
    BELOW_HUNDRED,
    DOZEN,
    MAGNITUDE,
    MAGNITUDES,
    NUMBER_WORD,
    ONES,
    ORDINALS,
    PARTS,
)
from duixian.language.word_tree import word_tree

_FOLD = BELOW_HUNDRED | MAGNITUDES
_HALF_A = r"(?P<half_a>(?i:half an?)(?=[ -][a-z]))"


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    consecutive: list[str]
    running: list[str]
    multiples: dict[str, int]
    doubtful_multiples: dict[str, int]
    behind_doubtful: list[str]
    before_doubtful: list[str]
    not_behind_doubtful: list[str]
    often: list[str]
    as_much: list[str]
    behind_half: list[str]
    behind_by_half: list[str]
    rising: list[str]
    behind_share: list[str]
    behind_ordinal: list[str]
    before_period: list[str]
    before_no_share: list[str]
    halved: list[str]
    to_zero: list[str]


class SpecialWords(msgspec.Struct, frozen=True):
    """Where a special number may begin, which it is, and what beside it decides."""

    hints: frozenset[str]  # one of them stands where there is a special number
    start: re.Pattern[str]  # far cheaper to search for than for all of them
    special: re.Pattern[str]
    multiples: dict[str, int]
    as_much: re.Pattern[str]
    periods: re.Pattern[str]
    no_share: re.Pattern[str]


class StreakWords(msgspec.Struct, frozen=True):
    """What makes a streak of an ordinal or a number of years: before its noun, and behind it."""

    consecutive: list[str]
    running: list[str]


@cache
def _data() -> _Data:
    return load_toml("en/specials.toml", _Data)


def streak_words() -> StreakWords:
    """Return the words of a streak."""
    return StreakWords(_data().consecutive, _data().running)


@cache
def special_words() -> SpecialWords:
    """Load and compile the words."""
    data = _data()
    multiples = data.multiples | data.doubtful_multiples
    in_a_row = (
        rf"\s(?:{word_tree(data.consecutive)})\s"
        rf"|\s(?:(?:[a-z]+\s){{0,2}}(?:{word_tree(data.rising)})|year|month|time)\s"
        rf"(?:{word_tree(data.running)})\b"
    )
    return SpecialWords(
        hints=_hints(data, multiples),
        start=re.compile(_start([*multiples, *data.halved], in_a_row)),
        special=re.compile(_special(data, in_a_row)),
        multiples=multiples,
        as_much=re.compile(rf"\s(?:{word_tree(data.as_much)})\b"),
        periods=re.compile(rf"(?i)\b(?:{word_tree(data.before_period)}) (?:the )?$"),
        no_share=re.compile(
            rf"(?:\b(?:{word_tree(data.before_no_share)})|(?:\d|\b(?:{NUMBER_WORD})) and a) $",
            re.I,
        ),
    )


def _hints(data: _Data, multiples: Iterable[str]) -> frozenset[str]:
    """Return words in lower case without one of which there is no special number."""
    out_of = {f"{word}{gap}{link}" for word in _FOLD for gap in " -" for link in ("in", "out")}
    rounded = {f"a{gap}{word}" for word in MAGNITUDES for gap in " -"}
    in_a_row = {*data.consecutive, *data.running}
    return frozenset(
        {
            *multiples,
            *PARTS,
            *DOZEN,
            *out_of,
            *rounded,
            *in_a_row,
            "half",
            *data.halved,
            "to zero",
            " out of ",
            "1 in ",
            "twice",
            "fold",
            *":∶",
        }
    )


def _start(multiples: Iterable[str], in_a_row: str) -> str:
    """Look for the first letter before any word: a search for them all is far dearer."""
    words = [*multiples, *_FOLD, *ORDINALS, "half", "a", "twice", "zero"]
    letters = "".join(sorted({word[0] for word in words}))
    return (
        rf"[\d{letters.upper()}{letters}](?<!\w.)(?:(?<=\d)[\d.]{{0,16}}(?: ?[:∶] ?\d|st|nd|rd|th"
        r"| out of |(?<=1)(?<!\w1) in \d)"
        rf"|(?i:alf\b|{_tails(multiples)}|wice\b|(?<=to z)ero\b"
        rf"|(?<=a)[ -](?:{word_tree(MAGNITUDES | DOZEN | PARTS)})"
        rf"|(?:{_tails(_FOLD)})(?:fold\b|[ -](?:in|out|dozen|{word_tree(PARTS)}))"
        rf"|(?:{_tails(ORDINALS)})(?:{in_a_row})))"
    )


def _tails(words: Iterable[str]) -> str:
    return word_tree(word[1:] for word in words)


def _special(data: _Data, in_a_row: str) -> str:
    zero_behind = "|".join(rf"(?<=\b{words} )" for words in data.to_zero)
    return (
        rf"(?:{_HALF_A}|{_shares(data)}|(?P<multiple>{_multiples(data)})\b"
        rf"|(?P<halved>(?i:{word_tree(data.halved)}))\b|(?:{zero_behind})(?P<zero>zero)\b(?!-)"
        rf"|(?P<fold>(?i:{word_tree(_FOLD)}))fold\b"
        rf"|(?P<twice>(?i:twice))\b(?!\s(?:{word_tree(data.often)})\b)"
        rf"|(?P<round>(?i:a (?P<magnitude>(?:hundred )?{MAGNITUDE})))\b"
        rf"|(?P<dozen>(?i:(?P<dozens>a|{NUMBER_WORD}) dozen))\b"
        r"|(?P<ratio>\d+(?:\.\d+)?(?: ?[:∶] ?\d+(?:\.\d+)?){2,})"
        r"|(?P<to_one>(?P<over_one>\d+(?:\.\d+)?)[:∶]1)(?![\d:∶.]*\d)"
        rf"|(?P<ordinal>\d+(?:st|nd|rd|th)|(?i:{word_tree(ORDINALS)}))(?={in_a_row}))"
    )


def _multiples(data: _Data) -> str:
    """Doubled; more than double, double that of: the verb, and no adjective (double digits)."""
    words = word_tree(data.doubtful_multiples)
    behind = "|".join(rf"(?<=\b{word} )" for word in data.before_doubtful)
    return (
        rf"(?i:{word_tree(data.multiples)})|(?:{behind})(?i:{words})(?![\w-])"
        rf"(?!\s(?:{word_tree(data.not_behind_doubtful)})\b)"
        rf"|(?i:(?:{words})s?)(?=\s(?:{word_tree(data.behind_doubtful)})\b)"
    )


# 1 in 5 households, where it opens what is counted: no ranked No. 1 in 12, no phase 1 in 10 months.
_ONE_OF = (
    r"(?:(?<![\s\S])|(?<=[\n,;:(]\s)|(?<=[a-z]\.\s)(?<!No\.\s)|(?<=and )|(?<=early )|(?<=bout )"
    r"|(?<=over )|(?<=round )|(?<=than )|(?<=only )|(?<=lmost )|(?<=that ))1(?= in )"
    r"(?! in \d+ (?:month|year|day|week|hour|minute))"
)


def _shares(data: _Data) -> str:
    above, below = word_tree(ONES), word_tree(PARTS)
    ordinal_below = word_tree(word for word in PARTS if word != "quarter")
    of = rf"(?=\s(?:{word_tree(data.behind_share)})\b|[.,;:)]|$)"
    return (
        rf"(?P<half>(?i:half))(?=\s(?:(?:{word_tree(data.behind_half)})\b|[a-z]+['’]s\b)|[.,;]|$"
        rf"|(?<=\bby half)\s(?:{word_tree(data.behind_by_half)})\b)"
        rf"|(?P<above>(?i:{above}|a))[ -](?P<below>(?i:{below}))s?{of}"
        rf"|(?P<plain_above>(?i:{above}))[ -](?P<plain_below>(?i:{ordinal_below}))s?\b"
        rf"(?!-|\s(?:{word_tree(data.behind_ordinal)})\b)"
        rf"|(?P<some>(?i:{above})(?= in | out of )|(?<![\d.,])(?:{_ONE_OF}|\d{{1,2}}(?= out of )))"
        rf" (?:in|out of) (?P<many>(?i:{NUMBER_WORD})|\d{{1,2}})(?=\s[a-z])"
    )
