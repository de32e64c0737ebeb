"""Figures that stand on a line alone, as slides set them: the line beside it says what they are of.

    进出口总额            1680家
    1400亿元              高新技术企业总数
    同比增长
    11.2%

A figure takes the label above it. Where a row of such lines ends in a label, each figure of the
row takes the label below it. A growth alone is of what the figure before it is of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

import msgspec

from duixian.language.data import load_toml
from duixian.language.indicators import find_indicators_in_text
from duixian.language.word_tree import word_tree
from duixian.reading.broken_lines import Stretch, Unbroken
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import EN, ZH, Language
from duixian.reading.sentences import Sentence

Finders = Mapping[Language, Callable[[str, int, int], list[Mention]]]

_LONGEST = {ZH: 24, EN: 60}  # characters of such a line
_LONGEST_INDENT = 40
_ONE_PAIR = 2  # lines
_DIGIT = re.compile(r"\d")
_NO_LABEL = re.compile(r"[。！？；：.!?;:，]$|^\W|^(?:PART|part|Part)\b")
_NEXT_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*")
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\Z)")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    growth: list[str]
    fillers: list[str]
    verbs: list[str]


class _Words(msgspec.Struct, frozen=True):
    growth: re.Pattern[str]
    only_fillers: re.Pattern[str]
    verb: re.Pattern[str]


class _Line(msgspec.Struct, frozen=True):
    """A line that is nothing but a label, or nothing but figures."""

    place: int  # of its sentence
    figures: int
    grows: bool = False  # says no more than how something grew
    is_verb: bool = False  # names nothing by itself


@cache
def _words(language: Language) -> _Words:
    data = load_toml(f"{language.value}/label_lines.toml", _Data)
    whole = r"(?:{})" if language is ZH else r"(?<!\w)(?:{})(?!\w)"
    growth, fillers = (whole.format(word_tree(words)) for words in (data.growth, data.fillers))
    return _Words(
        growth=re.compile(growth, re.IGNORECASE),
        only_fillers=re.compile(rf"(?:{growth}|{fillers}|[\W_])*", re.IGNORECASE),
        verb=re.compile(word_tree(data.verbs), re.IGNORECASE),
    )


def with_labels(
    normal: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], find: Finders
) -> list[Stretch]:
    """Return the stretches, before each line of figures alone the label that it has.

    ``find`` finds the figures of a stretch of each language.
    """
    labelled = list(stretches)

    def is_known(line: _Line) -> bool:
        language = sentences[line.place].language.value
        return bool(find_indicators_in_text(stretches[line.place].words, language=language))

    for row in _rows(normal, sentences, stretches, find):
        for place, labels in _labels(row, is_known):
            parts = [_unbroken(stretches[one]) for one in (*labels, place)]
            line = _joined(parts, sentences[place].language)
            labelled[place] = Stretch(line.words, 0, len(line.words), line)
    return labelled


def _rows(
    normal: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch], find: Finders
) -> Iterator[list[_Line]]:
    """Give the rows of such lines, one right under the other, that hold a figure."""
    row: list[_Line] = []
    for place, sentence in enumerate(sentences):
        line = _line(normal, place, sentence, stretches[place], find)
        is_under = row and _NEXT_LINE.fullmatch(normal, sentences[place - 1].end, sentence.start)
        if row and not (line and is_under):
            yield from [row] if any(one.figures for one in row) else []
            row = []
        if line:
            row.append(line)
    if any(one.figures for one in row):
        yield row


def _line(
    normal: str, place: int, sentence: Sentence, stretch: Stretch, find: Finders
) -> _Line | None:
    language, words = sentence.language, stretch.words
    if len(words) > _LONGEST[language] or not _is_whole_line(normal, sentence):
        return None
    mentions = find[language](stretch.text, stretch.start, stretch.end)
    if mentions:
        return _figure_line(place, language, stretch, mentions)
    if _DIGIT.search(words) or _NO_LABEL.search(words):
        return None
    grows = _words(language).only_fillers.fullmatch(words) is not None
    is_verb = _words(language).verb.fullmatch(words) is not None
    return _Line(place, 0, grows=grows, is_verb=is_verb)


def _figure_line(
    place: int, language: Language, stretch: Stretch, mentions: list[Mention]
) -> _Line | None:
    rest, end = "", stretch.start
    for mention in mentions:
        rest += stretch.text[end : min(mention.start, mention.low_edge)]
        end = max(mention.end, mention.high_edge)
    rest += stretch.text[end : stretch.end]
    if _DIGIT.search(rest) or not _words(language).only_fillers.fullmatch(rest):
        return None
    return _Line(place, len(mentions), grows=_words(language).growth.search(rest) is not None)


def _is_whole_line(normal: str, sentence: Sentence) -> bool:
    if not _LINE_END.match(normal, sentence.end):
        return False
    before = normal[max(0, sentence.start - _LONGEST_INDENT) : sentence.start]
    _, line_break, indent = before.rpartition("\n")
    return not indent.strip() and (bool(line_break) or sentence.start <= _LONGEST_INDENT)


def _above_their_labels(row: list[_Line], is_known: Callable[[_Line], bool]) -> int:
    """Return from where on each figure of a row stands above its label: up to a label, at the end.

    Where a label stands above the first of them too, one of both heads what follows: the last,
    unless it alone names a known indicator.
    """
    first = len(row)
    while first > 1 and not row[first - 1].figures and _may_be_above(row[first - 2]):
        first -= 2
    above = first
    while len(row) - first == _ONE_PAIR and above > 0 and row[above - 1].figures:
        above -= 1
    if above == 0 or row[above - 1].figures:
        return first
    return first if is_known(row[-1]) and not is_known(row[above - 1]) else len(row)


def _may_be_above(line: _Line) -> bool:
    return line.figures == 1 and not line.grows


def _name_above(row: list[_Line], unused: list[int], said: list[int]) -> list[int]:
    """Return the label above a figure, with the word above that where it is but a verb.

    ``said`` is that of the figure before, which holds where the line above says only how it grew.
    """
    names = [one for one in unused if not row[one].grows]
    if not names:
        return said
    above = [one for one in names[-2:-1] if row[one].is_verb]
    return [*above, names[-1]]


def _labels(row: list[_Line], is_known: Callable[[_Line], bool]) -> Iterator[tuple[int, list[int]]]:
    """Give the figures of a row by the place of their sentence, with the places of their labels."""
    end = _above_their_labels(row, is_known)
    labels = {at: [at + 1] for at in range(end, len(row), 2)}
    unused: list[int] = []
    said: list[int] = []  # of the figure before
    for at, line in enumerate(row[:end]):
        if not line.figures:
            unused.append(at)
        elif unused:
            said = _name_above(row, unused, said)
            labels[at] = [*said, *(one for one in unused[-1:] if row[one].grows)]
            unused = []
        elif line.grows and said:
            labels[at] = said
    for at in sorted(labels):
        yield row[at].place, [row[one].place for one in labels[at]]


def _joined(parts: Sequence[Unbroken], language: Language) -> Unbroken:
    """Return lines as one; the space behind an English one stands where that ends."""
    if language is EN:
        parts = [
            *(Unbroken(f"{one.words} ", [*one.places, one.places[-1]]) for one in parts[:-1]),
            parts[-1],
        ]
    return Unbroken(
        "".join(one.words for one in parts), list(chain.from_iterable(one.places for one in parts))
    )


def _unbroken(stretch: Stretch) -> Unbroken:
    return stretch.line or Unbroken(stretch.words, range(stretch.start, stretch.end))
