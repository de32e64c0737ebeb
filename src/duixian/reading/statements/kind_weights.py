"""What each word and sign of a sentence weighs for each kind, read from the language's data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.data import load_toml
from duixian.language.word_finder import WordFinder
from duixian.reading.records import COMMITMENT, CONTEXT, RESULT

WORDS = "zh/kind_words.csv"
WEIGHTS = "zh/kind_weights.toml"
FRAME_WORDS = "zh/frame_words.toml"
KINDS = (RESULT, COMMITMENT, CONTEXT)  # the order of every three weights
HUNDREDTH = 0.01  # weights are written as whole hundredths
PARTED = " "  # the two words of a pair

Triple = tuple[float, float, float]


class Around(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The second weighing: a sentence beside those around it."""

    start: Triple
    inputs: dict[str, Triple]


class SignWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first weighing, but for words."""

    start: Triple
    share: Triple  # times the share of sentences that give reasons
    signs: dict[str, Triple]
    around: Around


class _Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: list[str]
    of_one: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWeights:
    """All weights; words are runs of characters of a sentence between ``^`` and ``$``.

    Pairs are two words of its frame with a space between.
    """

    of_words: tuple[Triple, ...]
    finder: WordFinder
    of_pairs: dict[str, Triple]
    start: Triple
    share: Triple
    signs: dict[str, Triple]
    around: Around


@cache
def kind_weights() -> KindWeights:
    """Load the weights. Raises LanguageDataError naming the file that is not valid."""
    table = load_toml(WEIGHTS, SignWeights)
    content = files("duixian.language").joinpath(WORDS).read_text(encoding="utf-8")
    rows = list(csv.reader(content.splitlines()))[1:]
    try:
        read = {word: _in_hundredths(int(a), int(b), int(c)) for word, a, b, c in rows}
    except ValueError as error:
        raise LanguageDataError(WORDS, str(error)) from error
    words = [word for word in read if PARTED not in word]
    return KindWeights(
        of_words=tuple(read[word] for word in words),
        finder=WordFinder(words),
        of_pairs={word: weights for word, weights in read.items() if PARTED in word},
        start=table.start,
        share=table.share,
        signs=table.signs,
        around=table.around,
    )


def _in_hundredths(result: int, commitment: int, context: int) -> Triple:
    return result * HUNDREDTH, commitment * HUNDREDTH, context * HUNDREDTH


@cache
def frame_words() -> WordFinder:
    """Return what finds the words that make the frame of a sentence."""
    return WordFinder(_frame().words)


def words_of_one() -> frozenset[str]:
    """Return the words of one character that an answer may name."""
    return _frame().of_one


@cache
def _frame() -> _Frame:
    return load_toml(FRAME_WORDS, _Frame)
