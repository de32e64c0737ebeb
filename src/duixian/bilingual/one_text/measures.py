"""Which figures of one text measure the same thing: told by their words, unit and basis."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.words import words_of
from duixian.documents.document import Span
from duixian.reading.records import Claim, Language, Status

_ENGLISH_WORD = re.compile(r"[a-z][a-z0-9.’'-]+")
_CHINESE_GAP = re.compile(r"[^一-鿿A-Za-z0-9.]+")
_CLAUSE_END = re.compile(r"[，；。！？;!?]|[,.](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the words of its measure, ready to be compared."""

    passage: Passage
    figure: Figure
    claim: Claim
    words: frozenset[str]
    clause: str
    is_of_its_time: bool  # its sentence names no other time than the report's own

    @property
    def status(self) -> Status:
        """Whether it was reached or is to be reached."""
        return self.figure.quantity.status


def stated_figures(passages: Passages) -> list[Stated]:
    """List the figures of a report that are claims, with the words of their measures."""
    stated = []
    for passage in passages:
        if not passage.figures:
            continue
        edges = [match.span() for match in _CLAUSE_END.finditer(passage.normal)]
        is_own_time = not words_of(passage.language).other_time.search(passage.normal)
        for figure in passage.figures:
            claim = passages.claims.get((figure.quantity.start, figure.quantity.end))
            if claim is not None:
                words = measure_words(figure.quantity.measure, passage.language)
                clause = _clause_of(passage, figure, edges)
                stated.append(Stated(passage, figure, claim, words, clause, is_own_time))
    return stated


def measure_words(measure: str, language: Language) -> frozenset[str]:
    """Return the words of a measure that tell it from others."""
    light = words_of(language).light
    if language is Language.ZH:
        return frozenset(_chinese_words(measure, light))
    words = ((word, _singular(word)) for word in _ENGLISH_WORD.findall(measure.lower()))
    return frozenset(one for word, one in words if word not in light and one not in light)


def _chinese_words(measure: str, light: frozenset[str]) -> list[str]:
    words = []
    for word in _CHINESE_GAP.split(measure):
        for each in sorted(light, key=len, reverse=True):
            word = word.removeprefix(each).removesuffix(each)
        if word:
            words.append(word)
    return words


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s").strip("'’-.")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _clause_of(passage: Passage, figure: Figure, edges: list[Span]) -> str:
    """Return the clause a figure stands in, figures and all; ``edges`` are the marks between."""
    offset = passage.statement.start
    before = bisect_right(edges, figure.quantity.start - offset, key=lambda edge: edge[1])
    after = bisect_left(edges, figure.quantity.end - offset, key=lambda edge: edge[0])
    low = edges[before - 1][1] if before else 0
    high = edges[after][0] if after < len(edges) else len(passage.normal)
    return passage.normal[low:high]
