"""Text to sentences: spans that tile the readable text, each with its language.

A line is a paragraph, except where a line break fell inside a sentence (hard-wrapped text,
a link in the middle of a line). Nothing is altered: a sentence is a span of the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.documents.raised import RAISED
from duixian.language.data import load_toml
from duixian.language.mark_ending import MarkEnding
from duixian.language.word_tree import word_tree
from duixian.reading.broken_lines import breaks_a_number
from duixian.reading.language_runs import runs_of
from duixian.reading.languages import language_behind, language_of
from duixian.reading.records import Language

_LINE = re.compile(r"[^\n\f]+")
_SHOWN = re.compile(r"[^\s\x00]")
_CLOSERS = "”’」』）)】》\"'"
_NOTE = rf"(?:[{RAISED}]{{1,3}}|\[\d{{1,2}}\])?"  # the mark of one, behind the end of a sentence
# Both start with a set of characters, so that all others are skipped at once.
_CHINESE_STOP = re.compile(
    rf"[。！？；!?;.](?:(?<!\.)[。！？；!?;]*|(?=[㐀-鿿]))[{_CLOSERS}]*{_NOTE}"
)
_ENGLISH_STOP = re.compile(
    r"[.!?;。；！？](?:(?<=(?<![.!?])[.!?])[.!?]*+[”’\"')\]*]*+"
    rf"{_NOTE}(?=\s+[A-Z0-9“‘\"'(—–\[·•-]|\s*$)"
    r"|(?<=;)[”’\"')]*(?=\s)|(?<=[。；！？])[。；！？]*)"
)
_ENDED = MarkEnding("。！？；：.!?;:…", closers=_CLOSERS)
_GOES_ON = re.compile(r"\s*[，、；。：）》”」』,;)]")
_LISTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、是]|[（(①-⑳⑴-⒇]|\d+[.、]|[·•—\-*#]|第[一二三四五六七八九十])"
)
# The number of a list item is structure, not a part of its sentence.
_LIST_MARKER = re.compile(r"(?:\(?\d{1,2}\)|\d{1,2}\.|[IVX]+[.)])\s+(?=\S)")
_CHINESE_NUMBER = re.compile(r"\s*[(（]?\d{1,3}\.")  # of a list item: 1.建园
_NUMBER_BEHIND = re.compile(r"\s*\d{1,4}(?![\d.)])")  # and no list number
_NEAR = 12  # characters around the end of a line
_SHORTEST_WRAPPED = 24
_LONGEST = 3_000  # characters; the longest sentence of 77 reports has 1,347
_PAUSES = frozenset("，、,;； \t")
_LONGEST_TAIL = 40  # of white space at the end of a line
_LINE_END = re.compile(r"[^\S\n]*\n")
_BREAK_IN_LINE = "\n\u200b\n"
_WRITTEN = re.compile(r"[^\s\x00\u200b-\u200d\u2060\ufeff]")
_EDGE = " \t\r　 ​\ufeff"


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    abbreviations: list[str]
    unfinished: list[str]
    before_numbers: list[str]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: ``text[start:end]``, without white space at its edges."""

    start: int
    end: int
    language: Language


class Layout(msgspec.Struct, frozen=True):
    """What the structure of a text says of its lines: where paragraphs begin and headings end."""

    paragraph_starts: frozenset[int]
    heading_ends: frozenset[int]
    is_of_lines: bool = False  # which end without a mark, as on slides: none goes on in the next


def split_sentences(
    text: str, skipped: Iterable[Span] = (), *, layout: Layout | None = None
) -> list[Sentence]:
    """Return the sentences of the text in order; spans in ``skipped`` yield none.

    With the layout known, a line inside a paragraph goes on with the line before it, and no line
    goes on with a heading. Without it, the lines themselves must tell.
    """
    sentences: list[Sentence] = []
    language: Language | None = None
    for start, end in _paragraphs(text, _without(text, skipped), layout):
        language = language_behind(language, text[start:end])
        for (low, high), own in runs_of(text, start, end, language):
            sentences.extend(_split_paragraph(text, low, high, own))
    return sentences


def _without(text: str, skipped: Iterable[Span]) -> Iterator[Span]:
    position = 0
    for start, end in sorted(skipped):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < len(text):
        yield position, len(text)


def _paragraphs(text: str, spans: Iterable[Span], layout: Layout | None) -> Iterator[Span]:
    """Lines, joined where a break fell inside a sentence."""
    for low, high in spans:
        current: Span | None = None
        for line in _LINE.finditer(text, low, high):
            start, end = line.span()
            if _SHOWN.search(text, start, end) is None:
                continue
            if current is None:
                current = start, end
            elif _goes_on(text, current, line.span(), layout):
                current = current[0], end
            else:
                yield current
                current = start, end
        if current is not None:
            yield current


def _goes_on(text: str, previous: Span, line: Span, layout: Layout | None) -> bool:
    if _is_break_in_line(text, previous):
        return True
    if layout is not None:
        first = _WRITTEN.search(text, *line)
        if first and first.start() not in layout.paragraph_starts:
            return True
        if _is_heading(text, previous, layout.heading_ends):
            return False
    return _continues(text, previous, *line, is_of_lines=layout is not None and layout.is_of_lines)


def _parts_a_number(before: str, line: str) -> bool:
    """Whether a line ends in what a number in the next one goes with: before Sept. / 1."""
    return before.endswith(_before_numbers()) and _NUMBER_BEHIND.match(line) is not None


def _is_break_in_line(text: str, previous: Span) -> bool:
    """Whether a zero-width space on a line of its own has broken a line, before it or after it."""
    return text.startswith(_BREAK_IN_LINE, previous[1]) or text.startswith(
        _BREAK_IN_LINE, previous[1] - 2
    )


def _is_heading(text: str, line: Span, heading_ends: Container[int]) -> bool:
    tail = text[max(line[0], line[1] - _LONGEST_TAIL) : line[1]]
    return line[1] - len(tail) + len(tail.rstrip()) in heading_ends


def _continues(text: str, previous: Span, start: int, end: int, *, is_of_lines: bool) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if text.count("\n", previous[1], start) > 1:
        return False
    before = text[max(previous[0], previous[1] - 200) : previous[1]]
    line = text[start:end]
    if breaks_a_number(before, line) or _parts_a_number(before.rstrip(_EDGE), line):
        return True
    if _ENDED.ends(before[-_LONGEST_TAIL:]):
        return False
    if _GOES_ON.match(line) or before.rstrip(_EDGE).endswith(("《", "“", "（", "、", "，")):
        return True
    if is_of_lines or "\t" in line or "\t" in before or _LISTED.match(line):
        return False
    language = language_of(line)
    if language is not language_of(before):
        return False
    if language is Language.EN:
        goes_on = line.lstrip()[0].islower() or before.rstrip(_EDGE).endswith(_unfinished_words())
        return goes_on and len(before.strip()) > _SHORTEST_WRAPPED
    unfinished = re.split(r"[。！？；]", before)[-1]
    return len(unfinished.strip(_EDGE)) >= _SHORTEST_WRAPPED and "，" in unfinished + line


def _split_paragraph(text: str, start: int, end: int, language: Language) -> Iterator[Sentence]:
    position = start
    for stop in [*_stops(text, start, end, language), end]:
        for low, high in _bounded(text, position, stop):
            low, high = _trimmed(text, low, high, language)
            if low < high:
                yield Sentence(low, high, language)
        position = stop


def _stops(text: str, start: int, end: int, language: Language) -> list[int]:
    """Return where the sentences of a paragraph end, behind their marks."""
    stops: list[int] = []
    position = start
    pattern = _CHINESE_STOP if language is Language.ZH else _ENGLISH_STOP
    for stop in pattern.finditer(text, start, end):
        if language is Language.EN and _is_abbreviation(text, position, stop):
            continue
        place = stop.end()
        if stop[0] == "." and _is_in_number(text, position, place, end, language):
            continue
        stops.append(place)
        position = place
    return stops


def _is_in_number(text: str, start: int, place: int, end: int, language: Language) -> bool:
    """Whether the point before the place is of a list number, or of one broken over two lines."""
    if language is Language.ZH and _CHINESE_NUMBER.fullmatch(text, start, place):
        return True
    broken = _LINE_END.match(text, place, end)
    if broken is None:
        return False
    following = text[broken.end() : min(end, broken.end() + _LONGEST_TAIL)]
    return breaks_a_number(text[max(start, place - _LONGEST_TAIL) : place], following)


def _bounded(text: str, start: int, end: int) -> list[Span]:
    """Cut what no one would call a sentence at a comma or a space, so that no work runs wild."""
    pieces: list[Span] = []
    while end - start > _LONGEST:
        cut = next(
            (
                at
                for at in range(start + _LONGEST, start + _LONGEST // 2, -1)
                if text[at] in _PAUSES
            ),
            start + _LONGEST - 1,
        )
        pieces.append((start, cut + 1))
        start = cut + 1
    return [*pieces, (start, end)]


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop[0][0] != ".":
        return False
    if stop.end() >= len(text):
        return False
    if text[stop.end()] == "\n":
        return _parts_a_number(
            text[max(start, stop.end() - _NEAR) : stop.end()], text[stop.end() : stop.end() + _NEAR]
        )
    before = text[max(start, stop.start() - 12) : stop.start() + 1]
    is_word = before[-2:-1].islower() and before[-3:-2].islower()
    if is_word and not before.endswith(_abbreviated_words()):
        return False  # as most do: far cheaper to ask than to look for one
    return _abbreviation().search(before) is not None


@cache
def _abbreviated_words() -> tuple[str, ...]:
    return tuple(f"{word}." for word in load_toml("en/sentences.toml", _Data).abbreviations)


@cache
def _before_numbers() -> tuple[str, ...]:
    return tuple(f" {word}" for word in load_toml("en/sentences.toml", _Data).before_numbers)


@cache
def _unfinished_words() -> tuple[str, ...]:
    return tuple(f" {word}" for word in load_toml("en/sentences.toml", _Data).unfinished)


@cache
def _abbreviation() -> re.Pattern[str]:
    words = word_tree(word.removesuffix(".") for word in _abbreviated_words())
    return re.compile(
        rf"(?:\b(?:{words})|\b[A-Z]|(?:\b[A-Z]\.)+[A-Z]"
        r"|^\s*(?:[IVX]+|\d{1,3}(?:\.\d{1,3})*|[a-z]))\.$"
    )


def _trimmed(text: str, start: int, end: int, language: Language) -> Span:
    """Leave the white space at both edges, and the number of a list item."""
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    if language is Language.EN and (marker := _LIST_MARKER.match(text, start, end)):
        start = marker.end()
    return start, end
