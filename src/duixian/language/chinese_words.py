"""The words of Chinese reports, and in how many clauses of reports at large each stands."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from duixian.errors import LanguageDataError
from duixian.language.word_finder import WordFinder

PATH = "zh/word_clauses.csv"
ALL = "*"  # the row of all clauses


@cache
def clauses_with() -> Mapping[str, int]:
    """Return in how many clauses each word stands, and under ``ALL`` how many there are.

    Raises LanguageDataError where the file is not valid.
    """
    content = files("duixian.language").joinpath(PATH).read_text(encoding="utf-8")
    rows = list(csv.reader(content.splitlines()))[1:]
    try:
        return MappingProxyType({word: int(count) for word, count in rows})
    except ValueError as error:
        raise LanguageDataError(PATH, str(error)) from error


@cache
def chinese_word_finder() -> WordFinder:
    """Return what finds the words in a text."""
    return WordFinder(word for word in clauses_with() if word != ALL)
