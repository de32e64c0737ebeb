"""What Chinese wordings are about, in numbers: alike where their words stand together in reports.

Words alone miss an aim that is answered by its instrument: 流动性 and 存款准备金率 share no letter,
but stand in the same sentences of reports at large (``language/zh/word_topics.csv``, made by
``tools/make_word_topics.py``; numbers only).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from duixian.errors import LanguageDataError

TABLE = "zh/word_topics.csv"
DIMENSIONS = 16
LARGEST = 127
MOST_COMPARED = 4096  # wordings that one is compared with; national reports have 1100
MOST_NEAR = 20

Numbers = npt.NDArray[np.float32]


@cache
def load_topics() -> tuple[Mapping[str, int], Numbers]:
    """Return the row of each word and the rows. Raises LanguageDataError."""
    content = files("duixian.language").joinpath(TABLE).read_text(encoding="utf-8")
    rows = list(csv.reader(content.splitlines()))[1:]
    try:
        read = [np.frombuffer(bytes.fromhex(numbers), np.int8) for _, numbers in rows]
        table = np.array(read, np.float32).reshape(len(rows), DIMENSIONS) / np.float32(LARGEST)
    except ValueError as error:
        raise LanguageDataError(TABLE, str(error)) from error
    return {word: number for number, (word, _) in enumerate(rows)}, table


def topics_of(weights: Mapping[str, float]) -> Numbers:
    """Return what weighted words are about together."""
    rows, table = load_topics()
    known = [(rows[word], weight) for word, weight in weights.items() if weight and word in rows]
    if not known:
        return np.zeros(DIMENSIONS, np.float32)
    places = [place for place, _ in known]
    return np.array([weight for _, weight in known], np.float32) @ table[places]


class Topics:
    """Compares wordings, and the passages that they stand in, by what they are about."""

    def __init__(self, wordings: Iterable[Mapping[str, float]], passages: Sequence[int]) -> None:
        """Read wordings by the weights of their words; ``passages`` tells where each stands."""
        read = np.array([topics_of(each) for each in wordings], np.float32)
        self._wordings = _of_one_length(read.reshape(-1, DIMENSIONS))
        around = np.zeros((max(passages, default=0) + 1, DIMENSIONS), np.float32)
        np.add.at(around, np.array(passages, np.intp), read.reshape(-1, DIMENSIONS))
        self._passages = _of_one_length(around)[np.array(passages, np.intp)]

    def likeness(self, number: int, other: Topics, index: int) -> tuple[float, float]:
        """Return how alike two wordings are, and the passages around them; from 0 to 1."""
        words = float(self._wordings[number] @ other._wordings[index])
        around = float(self._passages[number] @ other._passages[index])
        return max(0.0, words), max(0.0, around)

    def near(self, number: int, other: Topics) -> list[int]:
        """Return the places of the other wordings that are most alike, in order."""
        alike = other._wordings[:MOST_COMPARED] @ self._wordings[number]
        return sorted(map(int, np.argsort(-alike, kind="stable")[:MOST_NEAR]))


def _of_one_length(rows: Numbers) -> Numbers:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.where(lengths > 0, rows / np.maximum(lengths, 1e-9), 0).astype(np.float32)
