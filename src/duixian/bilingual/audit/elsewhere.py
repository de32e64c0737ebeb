"""Where a figure without a partner may still stand in the other version: in a name or set phrase.

Readers of quantities pass over numbers in names (Line 14, 三年行动) and set phrases; a figure
that only one version states as a quantity may stand there in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from duixian.bilingual.audit.figures import Figure, make_figure
from duixian.bilingual.audit.set_phrases import Occurrence, phrases_in_chinese, rendering_of
from duixian.bilingual.records import Side
from duixian.documents.document import Span
from duixian.language.english_numerals import DOZEN, MAGNITUDES, NUMERAL
from duixian.language.numerals import chinese_number, english_number, english_ordinal
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.describe import Described
from duixian.reading.quantities.english.words import english_words
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Basis, Language, Relation

_CHINESE_NUMERAL = re.compile(
    r"\d[\d,]*(?:\.\d+)?[百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+"
)
_ENGLISH_ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|rst|nd|rd))\b", re.I)
_ENGLISH_FEW = {
    "a": 1,
    "an": 1,
    "once": 1,
    "both": 2,
    "dual": 2,
    "double": 2,
    "twice": 2,
    "bilateral": 2,
    "triple": 3,
    "half": 50,
} | {f"a {word}": value for word, value in (DOZEN | MAGNITUDES).items()}
_CHINESE_TIMES = {
    "年": "year",
    "个月": "month",
    "周": "week",
    "天": "day",
    "小时": "h",
    "分钟": "min",
}
_CHINESE_TIME = re.compile(
    r"(?<![第\d一二三四五六七八九十])(\d{1,3}|[一二两三四五六七八九十百]+)(年(?!度|级)|个月|周(?!年)|天|小时|分钟)"
)
_TIMES = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "h",
    "minute": "min",
}
_ENGLISH_TIME = re.compile(
    rf"\b({NUMERAL})[ -](?:consecutive |straight )?({'|'.join(_TIMES)})s?\b", re.IGNORECASE
)
_ENGLISH_WORD = re.compile(rf"\b(?:{word_tree(_ENGLISH_FEW)})\b", re.I)


def numbers_in(
    side: Side, sentences: Iterator[int] | tuple[int, ...]
) -> list[tuple[Decimal, Span]]:
    """Return every number in the sentences, in names and quantities alike, with its place."""
    found: list[tuple[Decimal, Span]] = []
    for index in sentences:
        sentence = side.sentences[index]
        read = _chinese if side.language is Language.ZH else _english
        found.extend(read(side.normal, sentence.start, sentence.end))
    return found


def _chinese(normal: str, start: int, end: int) -> Iterator[tuple[Decimal, Span]]:
    for match in _CHINESE_NUMERAL.finditer(normal, start, end):
        value = chinese_number(match.group())
        if value is not None:
            yield value, match.span()


def _english(normal: str, start: int, end: int) -> Iterator[tuple[Decimal, Span]]:
    for match in english_words().numeral.finditer(normal, start, end):
        value = english_number(match.group().replace(",", ""))
        if value is not None:
            yield value, match.span()
    for match in _ENGLISH_ORDINAL.finditer(normal, start, end):
        value = english_ordinal(match.group())
        if value is not None:
            yield value, match.span()
    for match in _ENGLISH_WORD.finditer(normal, start, end):
        yield Decimal(_ENGLISH_FEW[match.group().lower()]), match.span()


def names_a_number(side: Side, span: Span) -> bool:
    """Tell whether words of the English side hold a number themselves: Four Centers."""
    return next(_english(side.normal, *span), None) is not None


def stands_in(figure: Figure, numbers: list[tuple[Decimal, Span]], taken: list[Span]) -> bool:
    """Tell whether the number of a figure stands in the other text outside the figures there."""
    wanted = {figure.stated, figure.value}
    return any(
        value in wanted and not any(start < span[1] and span[0] < end for start, end in taken)
        for value, span in numbers
    )


def times_in(side: Side, sentences: tuple[int, ...], taken: list[Span]) -> list[Figure]:
    """Return the spans of time that are no quantities: windows such as the past 10 years."""
    is_chinese = side.language is Language.ZH
    pattern, units = (_CHINESE_TIME, _CHINESE_TIMES) if is_chinese else (_ENGLISH_TIME, _TIMES)
    found: list[Figure] = []
    for index in sentences:
        sentence = side.sentences[index]
        for match in pattern.finditer(side.normal, sentence.start, sentence.end):
            value = (chinese_number if is_chinese else english_number)(match[1].replace(",", ""))
            start, end = match.span()
            if value is None or any(start < high and low < end for low, high in taken):
                continue
            unit = units[match[2].lower()]
            mention = Mention(start, end, value, None, unit, Relation.EQUAL, start, end)
            context = Context(Basis.LEVEL, "", is_background=True, why="a span of time")
            found.append(make_figure(side, index, Described(mention, context)))
    return found


def phrases_of(side: Side, sentences: tuple[int, ...]) -> list[Occurrence]:
    """Return the set phrases in sentences of the Chinese side."""
    return [
        occurrence
        for index in sentences
        for occurrence in phrases_in_chinese(
            side.normal, side.sentences[index].start, side.sentences[index].end
        )
    ]


def rendered_at(side: Side, sentences: tuple[int, ...], occurrence: Occurrence) -> Span | None:
    """Return where sentences of the English side give a set phrase."""
    for index in sentences:
        sentence = side.sentences[index]
        found = rendering_of(occurrence.phrase, side.normal, sentence.start, sentence.end)
        if found:
            return found
    return None
