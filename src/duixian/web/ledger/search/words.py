"""A text as the words it is found by.

Chinese has no spaces, so every pair of neighbouring characters is a word; the last character of a
run stands alone as well, so that a single character is found as the beginning of a word. English
words are reduced to their stems, so that any inflection finds any other.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import snowballstemmer

from duixian.language.normal_form import normal_form

_PIECE = re.compile(r"(?P<chinese>[㐀-鿿豈-﫿]+)|(?P<other>[^\W㐀-鿿豈-﫿]+(?:\.\d+)?)")
MOST_WORDS = 32  # of a question; what stands beyond is not looked for


def indexed(text: str) -> str:
    """Return the words of a statement, parted by spaces."""
    return " ".join(word for phrase in _phrases(text, is_question=False) for word in phrase)


def asked(question: str) -> list[list[str]]:
    """Return the phrases of a question: each a list of words that must follow each other.

    A phrase of one Chinese character is only the beginning of a word; it ends in ``*``.
    """
    found: list[list[str]] = []
    count = 0
    for phrase in _phrases(question, is_question=True):
        found.append(phrase[: MOST_WORDS - count])
        count += len(found[-1])
        if count >= MOST_WORDS:
            break
    return found


def pieces(text: str) -> list[tuple[str, bool, tuple[int, int]]]:
    """Return the runs of a text: the Chinese as they stand, the others as stems; and where."""
    return [
        (match["chinese"] or _stem(match["other"]), match["chinese"] is not None, match.span())
        for match in _PIECE.finditer(normal_form(text).lower())
    ]


def _phrases(text: str, *, is_question: bool) -> list[list[str]]:
    found = []
    for match in _PIECE.finditer(normal_form(text).lower()):
        run = match["chinese"]
        if run is None:
            word = _safe(_stem(match["other"]))
            found += [[word]] if word else []  # a line drawn with underscores is no word
        elif is_question:
            found.append([a + b for a, b in pairwise(run)] or [f"{run}*"])
        else:
            found.append([*(a + b for a, b in pairwise(run)), run[-1]])
    return found


def _safe(word: str) -> str:
    """Write a decimal point as a letter: databases would part the word there."""
    return word.replace(".", "d").replace("_", "")


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word)) if word.isalpha() and word.isascii() else word
