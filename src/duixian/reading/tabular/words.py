"""What the language of a table says in its heads, captions and cells, as patterns."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.reading.records import Language

IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit_caption: str
    unit_header: str
    unit_marks: str
    list_marks: str
    done: str
    target: str
    result: str
    expected: str
    change: str
    rate: str
    aside: str
    category: str
    time: str
    only_column: str
    in_front: str
    behind: str
    sentence_end: str
    of_row: str


class TableWords(msgspec.Struct, frozen=True):
    """The patterns of one language; the data file says what each is for."""

    language: Language
    unit_caption: re.Pattern[str]
    unit_header: re.Pattern[str]
    unit_marks: re.Pattern[str]
    list_marks: re.Pattern[str]
    done: re.Pattern[str]
    target: re.Pattern[str]
    result: re.Pattern[str]
    expected: re.Pattern[str]
    change: re.Pattern[str]
    rate: re.Pattern[str]
    aside: re.Pattern[str]
    category: re.Pattern[str]
    time: re.Pattern[str]
    only_column: re.Pattern[str]
    sentence_end: re.Pattern[str]
    of_row: re.Pattern[str]
    number: re.Pattern[str]  # groups ``front``, ``number`` and ``behind``


@cache
def table_words(language: Language) -> TableWords:
    """Load and compile the words of a language."""
    data = load_toml(f"{language.value}/tables.toml", _Data)
    names = [name for name in _Data.__struct_fields__ if name not in ("in_front", "behind")]
    patterns = {name: re.compile(getattr(data, name)) for name in names}
    return TableWords(language, **patterns, number=_number(data))


def _number(data: _Data) -> re.Pattern[str]:
    """Return the pattern of a cell that is a number and nothing else: 5-6, ≥27, 6左右."""
    return re.compile(
        rf"\s*(?P<front>{data.in_front}|[<>≤≥～~])?\s*\+?"
        r"(?P<number>[-−]?\d[\d,]*(?:\.\d+)?(?:\s?%?\s?[-—–~～至]\s?\d[\d,]*(?:\.\d+)?)?)"
        rf"\s*%?\s*(?P<behind>{data.behind})?\s*$"
    )
