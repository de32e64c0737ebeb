"""A document's lines as paragraphs: what structure is read from.

Page furniture is left out. Lines that a web page or a file broke inside a sentence (a linked
name, a bold "一是", a wrapped line) are joined, so that no piece of a sentence is taken for a
heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from duixian.documents.document import Document, Span
from duixian.language.bullets import BULLET
from duixian.language.headings import heading_patterns
from duixian.language.mark_ending import MarkEnding
from duixian.reading.broken_lines import breaks_a_number
from duixian.reading.languages import language_of
from duixian.reading.records import Language
from duixian.reading.structure.subtitle import lines_that_go_on, title_on_one_line
from duixian.reading.structure.table_rows import row_finder
from duixian.reading.structure.wrapping import Wrapping, are_of_one_paragraph, find_wrapping

# No-width characters that pages leave on lines of their own count as blank.
_BLANK = (
    " \t\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_LINE = re.compile(rf"[^\n{_BLANK}](?:[^\n]*[^\n{_BLANK}])?")  # without the blanks around it
_LONGEST_TITLE = 160

_ENDED = MarkEnding("。！？!?：:；;.…", closers="”’\"')）】」")
# An entry of a table of contents ends in its page: 一、2024年工作回顾……3.
_PAGE_ENDS = re.compile(r"(?:…|\.\.|··)\s*[（(]?\d{1,3}[）)]?$")
_FAR_BACK = 8  # characters that tell how a line ends
_OPENS_UP = tuple("《“‘（(、，,—")
_CLOSES = re.compile(r"[，。、；：》）”’」！？,;)]")
_BULLET = re.compile(rf"(?:{BULLET}|[#-])\s*\S")
_CELLS = re.compile(r"\t| \| ")  # between the cells of a row set on one line
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}\s*(?:[、.|丨]|部分|章)|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.、]\s*(?!\d)|[IVX]{1,5}\.\s|[①-⑳⑴-⒇])\s*\S.{2,60}$"
)
# What opens the items of a list in lines, and a line inside a paragraph as well.
_ITEM = re.compile(
    r"第[一二三四五六七八九十]{1,3}，|[一二三四五六七八九十]{1,2}是|\d{1,2}\)\s|0\d\s"
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Finally|Lastly)(?:ly)?,\s"
)
_FIGURE_AND_STOP = re.compile(r"\d{1,2}\.")  # "finish | 40. We": the end of a sentence
_GAP = re.compile(r"\n[^\S\n]*\n")  # a line with a no-width mark is a broken page, not a gap
_ENDED_IN_LINES = 0.1  # share of paragraphs that end in a mark, up to which a text is of lines
_FEWEST_LINES = 20
_ONE_BLANK_IN = 0.6  # share of ended lines followed by a blank one, where blanks part paragraphs


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph; ``text`` is its normal form, of the same length as its span."""

    start: int
    end: int
    text: str
    language: Language
    is_one_line: bool
    wrapped_at: int = 0  # characters at which its lines were broken, if they were
    is_row: bool = False  # of a table

    @property
    def line(self) -> str:
        """Its text on one line, for what is looked for from its beginning to its end."""
        return title_on_one_line(self.text, self.language)


def read_paragraphs(document: Document, normal: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document outside its furniture, in order."""
    lines = list(_lines_outside(document.furniture, normal))
    parted_by_blanks = _are_parted_by_blanks(lines, normal)
    wrappings = _wrappings(lines, normal)
    goes_on = lines_that_go_on(lines, normal)
    groups: list[list[Span]] = []
    wrapped: list[int] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        width = _wrapped_at(before, line, normal, wrappings) if before else 0
        if before and (
            width
            or line[0] in goes_on
            or _are_joined(before, line, normal, parted_by_blanks=parted_by_blanks)
        ):
            groups[-1].append(line)
            wrapped[-1] = wrapped[-1] or width
        else:
            groups.append([line])
            wrapped.append(0)
    is_row = row_finder(document, normal)
    return tuple(
        _paragraph(group, normal, width, is_row=is_row(group[0]))
        for group, width in zip(groups, wrapped, strict=True)
    )


def are_lines(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the paragraphs of a text are lines that end without a mark, as on slides."""
    ended = sum(_has_ended(one.text) for one in paragraphs)
    return len(paragraphs) >= _FEWEST_LINES and ended <= _ENDED_IN_LINES * len(paragraphs)


def unwrapped_lines(normal: str) -> list[Span]:
    """Return the lines of a text, those that were wrapped as the one line they were before."""
    lines = list(_lines_outside((), normal))
    wrappings = _wrappings(lines, normal)
    whole = lines[:1]
    for before, line in pairwise(lines):
        if _wrapped_at(before, line, normal, wrappings):
            whole[-1] = whole[-1][0], line[1]
        else:
            whole.append(line)
    return whole


def _wrappings(lines: list[Span], normal: str) -> Mapping[Language, Wrapping]:
    whole = [_whole(line, normal) for line in lines]
    broken = [
        (whole[index], whole[index + 1])
        for index, (line, following) in enumerate(pairwise(lines))
        if not _has_ended(whole[index])
        and not _is_gap(normal, line[1], following[0])
        and not (_has_cells(whole[index]) or _has_cells(whole[index + 1]))
        and not _begins_anew(whole[index].lstrip(_BLANK))
        and not _begins_anew(whole[index + 1].lstrip(_BLANK))
    ]
    return find_wrapping(whole, broken)


def _whole(line: Span, normal: str) -> str:
    """Return a line with its indent, which takes room as words do."""
    return normal[normal.rfind("\n", 0, line[0]) + 1 : line[1]]


def _has_ended(line: str) -> bool:
    """Whether a line ends as a sentence does, or as an entry of a table of contents."""
    end = line[-_FAR_BACK:]
    return _ENDED.ends(end) or _PAGE_ENDS.search(end) is not None


def _has_cells(line: str) -> bool:
    """Whether a line is a row of a table; an indent may be a tab, too."""
    return _CELLS.search(line.strip(_BLANK)) is not None


def _begins_anew(line: str) -> bool:
    """Whether a line is a title, a salutation, or opens with a number or a bullet."""
    return bool(_NUMBERED.match(line) or _BULLET.match(line) or _stands_alone(line))


def _wrapped_at(
    before: Span, after: Span, normal: str, wrappings: Mapping[Language, Wrapping]
) -> int:
    """Return the width that broke a paragraph between two lines; 0 where none did."""
    if not wrappings or _is_gap(normal, before[1], after[0]):
        return 0
    first, second = _whole(before, normal), normal[after[0] : after[1]]
    if _has_cells(first) or _has_cells(second):
        return 0
    wrapping = wrappings[language_of(first)]
    if not wrapping.fills(first, second) or not are_of_one_paragraph(first, second):
        return 0
    ended = _has_ended(first)
    is_inside = not ended and first[:1].islower() and _FIGURE_AND_STOP.match(second)
    if not is_inside and (_NUMBERED.match(second) or _BULLET.match(second)):
        return 0
    salutation = heading_patterns(language_of(second)).salutation
    if salutation.match(second) or (ended and _stands_alone(second)):
        return 0
    return wrapping.characters


def _lines_outside(furniture: tuple[Span, ...], normal: str) -> Iterator[Span]:
    spans = iter(sorted(furniture))
    span = next(spans, None)
    for match in _LINE.finditer(normal):
        start, end = match.span()
        while span and span[1] <= start:
            span = next(spans, None)
        if span and span[0] < end:
            end = start + len(normal[start : span[0]].rstrip(_BLANK))
        if start < end:
            yield start, end


def _are_parted_by_blanks(lines: list[Span], normal: str) -> bool:
    ended = [(a, b) for a, b in pairwise(lines) if _has_ended(normal[a[0] : a[1]])]
    blank = sum(_is_gap(normal, a[1], b[0]) for a, b in ended)
    return len(ended) > 0 and blank >= _ONE_BLANK_IN * len(ended)


def _are_joined(before: Span, after: Span, normal: str, *, parted_by_blanks: bool) -> bool:
    if _is_gap(normal, before[1], after[0]):
        return False
    first, second = normal[before[0] : before[1]], normal[after[0] : after[1]]
    if breaks_a_number(first, second):
        return True
    if _CLOSES.match(second) or (first.endswith(_OPENS_UP) and not _is_salutation(first)):
        is_of_both = parted_by_blanks or language_of(first) is language_of(second)
        return is_of_both and not _BULLET.match(second)
    if not parted_by_blanks or _has_ended(first) or _has_cells(first) or _has_cells(second):
        return False
    heads = _NUMBERED.match(first) or _NUMBERED.match(second)
    if _ITEM.match(first) and _ITEM.match(second):
        return False
    if heads or _BULLET.match(first) or _BULLET.match(second):
        return False
    return not (_stands_alone(first) or _stands_alone(second))


def _is_salutation(line: str) -> bool:
    return heading_patterns(language_of(line)).salutation.fullmatch(line) is not None


def _stands_alone(line: str) -> bool:
    """Title, date line and salutation stand close together and are no one paragraph."""
    if len(line) > _LONGEST_TITLE:
        return False
    patterns = heading_patterns(language_of(line))
    return bool(
        patterns.salutation.match(line)
        or patterns.title.search(line)
        or any(pattern.search(line) for pattern in patterns.delivered)
    )


def _is_gap(normal: str, start: int, end: int) -> bool:
    return _GAP.search(normal, start, end) is not None


def _paragraph(lines: list[Span], normal: str, wrapped_at: int, *, is_row: bool) -> Paragraph:
    start, end = lines[0][0], lines[-1][1]
    text = normal[start:end]
    return Paragraph(start, end, text, language_of(text), len(lines) == 1, wrapped_at, is_row)
