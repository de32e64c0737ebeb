"""What the language of a table says in its heads, captions and cells, as patterns."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_patterns
from duixian.reading.records import Language

IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit_caption: re.Pattern[str]
    unit_header: re.Pattern[str]
    counting: re.Pattern[str]
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
    deadline: re.Pattern[str]
    deadline_parts: re.Pattern[str]
    deadline_begins: re.Pattern[str]
    time: re.Pattern[str]
    own_year: re.Pattern[str]
    only_column: re.Pattern[str]
    sentence_end: re.Pattern[str]
    of_row: re.Pattern[str]


class _Data(_Patterns, frozen=True, forbid_unknown_fields=True):
    in_front: re.Pattern[str]
    behind: re.Pattern[str]
    due_by: tuple[str, ...]
    in_year: str


class TableWords(_Patterns, frozen=True):
    """The patterns of one language; the data file says what each is for."""

    language: Language
    due_by: tuple[str, ...]  # how a sentence writes a time that a cell gives as a deadline
    in_year: str
    number: re.Pattern[str]  # groups ``front``, ``number`` and ``behind``


@cache
def table_words(language: Language) -> TableWords:
    """Load the words of a language."""
    data = load_patterns(f"{language.value}/tables.toml", _Data)
    patterns = {name: getattr(data, name) for name in _Patterns.__struct_fields__}
    patterns["only_column"] = re.compile(rf"(?i:{data.only_column.pattern})*+")
    return TableWords(
        language=language,
        **patterns,
        due_by=data.due_by,
        in_year=data.in_year,
        number=_number(data),
    )


def _number(data: _Data) -> re.Pattern[str]:
    """Return the pattern of a cell that is a number and nothing else: 5-6, ≥27, 6左右."""
    return re.compile(
        rf"\s*(?P<front>{data.in_front.pattern}|[<>≤≥～~])?\s*\+?"
        r"(?P<number>[-−]?\d[\d,]*(?:\.\d+)?(?:\s?%?\s?[-—–~～至]\s?\d[\d,]*(?:\.\d+)?)?)"
        rf"\s*%?\s*(?P<behind>{data.behind.pattern})?\s*$"
    )
