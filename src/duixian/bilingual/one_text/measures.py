"""Which figures of one text measure the same thing: told by their words, unit and basis."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.words import words_of
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

    @property
    def status(self) -> Status:
        """Whether it was reached or is to be reached."""
        return self.figure.quantity.status


def stated_figures(passages: Passages) -> list[Stated]:
    """List the figures of a report that are claims, with the words of their measures."""
    stated = []
    for passage in passages:
        for figure in passage.figures:
            claim = passages.claims.get((figure.quantity.start, figure.quantity.end))
            if claim is not None:
                words = measure_words(figure.quantity.measure, passage.language)
                stated.append(Stated(passage, figure, claim, words, clause_of(passage, figure)))
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


def clause_of(passage: Passage, figure: Figure) -> str:
    """Return the clause a figure stands in, figures and all."""
    offset = passage.statement.start
    start, end = figure.quantity.start - offset, figure.quantity.end - offset
    ends = list(_CLAUSE_END.finditer(passage.normal))
    low = max((m.end() for m in ends if m.end() <= start), default=0)
    high = min((m.start() for m in ends if m.start() >= end), default=len(passage.normal))
    return passage.normal[low:high]
