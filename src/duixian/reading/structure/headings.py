"""Headings: which paragraphs are headings, or open with one, and how they are numbered.

A heading stands on a line of its own (一、2025年工作回顾; Major Tasks for 2024) or opens its
paragraph as a first sentence (（一）大力推进…。积极…; 一是…，…). Where every Chinese line is
followed by its English line, the Chinese line is the heading and the English one belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.language.headings import Numbering, heading_patterns
from duixian.reading.records import Language, Role
from duixian.reading.structure.heading_lines import (
    ENDED,
    LONGEST,
    is_furnishing,
    may_be_heading,
    says_a_day,
    where_the_body_begins,
)
from duixian.reading.structure.heading_numbers import ordinal_of
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.subtitle import set_close

_MARKDOWN_RANK = 1  # plus the number of "#": further out than any numbering
_UNNUMBERED_RANK = 35  # below （一）, above 1.
_LINE_DASH_RANK = 30  # "- 坚持…" on its own line is what pasted texts keep of （四）

_LONGEST_UNNUMBERED = {Language.ZH: 45, Language.EN: 160}
_LONGEST_CLAUSE = 240
_LONGEST_NUMBER = 16  # characters of a number with its name: Section Three
_ON_A_LINE_OF_THEIR_OWN = frozenset({"bare-digit", "spaced"})  # numbers with no mark behind them
_LIST_LINES = 3  # lines without end, one after another, are a list and no headings
# 312.5亿元, ↑3.5%, 突破1400亿元: a figure with its unit and nothing behind it.
_FIGURE_LINE = re.compile(
    r"[↑↓\s]*[^\W\d]{0,4}\s*\d[\d.,]*\s?[^\s\d，。；：]{0,6}(?:左右|以上|以内)?$"
)

_SENTENCE = {
    Language.ZH: re.compile(r"[^。！？；：]+"),
    Language.EN: re.compile(r".+?(?=[.!?:;](?:\s|$)|$)", re.DOTALL),
}
_CLAUSE = re.compile(r"[^，,。；：;:]+")
_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_LINE_DASH = re.compile(r"-\s*(?=\S)")
_BARE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|[IVX]{1,4}\.?|\d{1,2}[.、]")


class Heading(msgspec.Struct, frozen=True):
    """A heading as it stands in the text, before it has a place in the outline."""

    style: str
    number: Span | None
    ordinal: int | None  # what the number counts to
    rank: int  # the lower, the further out
    is_item: bool  # 一是, 第一，, ——: heads only what belongs to its paragraph
    fills: bool  # it is all of its paragraph
    own_line: bool  # and does not end as a sentence
    text: str  # normal form, without the blanks between letters set wide
    span: Span
    start: int  # where its section starts
    paragraph: int  # index of the paragraph it stands in
    language: Language
    role: Role | None = None  # of a turn, which has no words of its own: what it turns to
    said: str = ""  # and the words it turns with
    year: int | None = None  # and the year they name

    @property
    def says_its_role(self) -> bool:
        """Whether its words tell a review, a plan, or neither of them."""
        patterns = heading_patterns(self.language)
        return any(p.search(self.text) for p in (patterns.review, patterns.plan, patterns.other))

    @property
    def key(self) -> tuple[str, bool]:
        """What the headings of one list have in common."""
        return self.style, self.own_line


def find_headings(paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """Return the headings in order. Before the body only those that say what they head count."""
    body = where_the_body_begins(paragraphs)
    leader = _leading_language(paragraphs)
    indexes = [i for i, p in enumerate(paragraphs) if leader is None or p.language is Language.ZH]
    found: list[Heading] = []
    taken = -1
    for index, following in zip_longest(indexes, indexes[1:]):
        if index == taken:
            continue
        after = None if following is None else paragraphs[following]
        heading = _recognise(paragraphs[index], index, after, in_body=index >= body or bool(found))
        if heading is None:
            continue
        if after is not None and heading.span[0] >= after.start:
            taken = following if following is not None else -1
        if leader is Language.EN and index and paragraphs[index - 1].language is Language.EN:
            heading = replace(heading, start=paragraphs[index - 1].start)
        found.append(heading)
    return [one for one in _without_lists(found) if not _labels_a_figure(one, paragraphs)]


def _labels_a_figure(heading: Heading, paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a line stands right above a figure alone, as on slides in short lines."""
    if heading.style != "unnumbered" or heading.says_its_role:
        return False
    below = paragraphs[heading.paragraph + 1 : heading.paragraph + 2]
    return any(
        one.start - heading.span[1] <= 1 and _FIGURE_LINE.match(one.text) is not None
        for one in below
    )


def _leading_language(paragraphs: Sequence[Paragraph]) -> Language | None:
    """Return which language comes first where each line is followed by its translation."""
    changes = sum(a.language is not b.language for a, b in pairwise(paragraphs))
    if len(paragraphs) < 6 or changes < 0.6 * len(paragraphs):
        return None
    return Language.ZH if paragraphs[-1].language is Language.EN else Language.EN


def _recognise(
    paragraph: Paragraph, index: int, after: Paragraph | None, *, in_body: bool
) -> Heading | None:
    text = paragraph.text
    if heading_patterns(paragraph.language).salutation.match(text) or says_a_day(paragraph):
        return None
    if not in_body and is_furnishing(paragraph):
        return None
    return (
        _markdown(paragraph, index)
        or _bare(paragraph, index, after)
        or _numbered(paragraph, index)
        or (_unnumbered(paragraph, index, in_body=in_body) if after is not None else None)
    )


def _markdown(paragraph: Paragraph, index: int) -> Heading | None:
    match = _MARKDOWN.match(paragraph.text)
    if not match:
        return None
    level = len(match[1])
    numbered = _numbered(paragraph, index, offset=match.end())
    rank = _MARKDOWN_RANK + level
    if numbered:
        return replace(numbered, style=f"markdown{level}", rank=rank, is_item=False)
    return _heading(paragraph, index, f"markdown{level}", rank, match.end(), len(paragraph.text))


def _bare(paragraph: Paragraph, index: int, after: Paragraph | None) -> Heading | None:
    """Recognise a number alone on its line; the next line is its heading if it can be one."""
    if _BARE_NUMBER.fullmatch(paragraph.text):
        style, rank, counted = "bare", 20, paragraph.text.rstrip(".、")
    elif named := _named_number(paragraph):
        style, rank, counted = named
    else:
        return None
    number = (paragraph.start, paragraph.end)
    end = len(paragraph.text)
    heading = _heading(paragraph, index, style, rank, end, end)
    heading = replace(heading, number=number, ordinal=ordinal_of(counted))
    if after is None or after.is_row or not may_be_heading(after, LONGEST[after.language]):
        return heading if not paragraph.text.isdigit() else None
    return replace(
        heading, text=set_close(after.text), span=(after.start, after.end), language=after.language
    )


def _named_number(paragraph: Paragraph) -> tuple[str, int, str] | None:
    """Return style, rank and number of a line that is no more than Part Two, TASK 3."""
    text, patterns = paragraph.text, heading_patterns(paragraph.language)
    if len(text) > _LONGEST_NUMBER or not patterns.numbered.match(text):
        return None
    for numbering, pattern in patterns.numberings:
        if match := pattern.fullmatch(text):
            return numbering.style, numbering.rank, match["n"]
    return None


def _numbered(paragraph: Paragraph, index: int, offset: int = 0) -> Heading | None:
    patterns = heading_patterns(paragraph.language)
    text = paragraph.text
    if not patterns.numbered.match(text, offset):
        return None
    for numbering, pattern in patterns.numberings:
        match = pattern.match(text, offset)
        if match and match.end() < len(text):
            return _with_number(paragraph, index, numbering, match)
    return None


def _with_number(
    paragraph: Paragraph, index: int, numbering: Numbering, match: re.Match[str]
) -> Heading | None:
    end = _end_of_heading(paragraph, match.end(), is_item=numbering.item)
    rest = paragraph.text[end:].strip("。.；;！! \n")
    if numbering.style in _ON_A_LINE_OF_THEIR_OWN and (rest or ENDED.search(paragraph.text)):
        return None
    heading = _heading(
        paragraph, index, numbering.style, numbering.rank, match.end(), end, is_item=numbering.item
    )
    number = (paragraph.start + match.start(), paragraph.start + _end_of_number(match))
    return replace(
        heading,
        number=number,
        ordinal=ordinal_of(match["n"]),
        fills=not rest,
        own_line=not rest and not ENDED.search(paragraph.text),
    )


def _end_of_number(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip())


def _end_of_heading(paragraph: Paragraph, start: int, *, is_item: bool) -> int:
    """Return where the heading that begins at ``start`` ends within its paragraph."""
    text, longest = paragraph.text, LONGEST[paragraph.language]
    sentence = _SENTENCE[paragraph.language].match(text, start)
    end = sentence.end() if sentence else len(text)
    if end - start <= (longest // 2 if is_item and end < len(text) - 1 else longest):
        return end
    clause = _CLAUSE.match(text, start)
    return min(clause.end() if clause else end, start + _LONGEST_CLAUSE)


def _unnumbered(paragraph: Paragraph, index: int, *, in_body: bool) -> Heading | None:
    text = paragraph.text
    dash = _LINE_DASH.match(text)
    if dash and may_be_heading(paragraph, LONGEST[paragraph.language], dash.end()):
        heading = _heading(paragraph, index, "line-dash", _LINE_DASH_RANK, dash.end(), len(text))
        # In English a dash is the usual bullet.
        if paragraph.language is Language.ZH or heading.says_its_role:
            return replace(heading, number=(paragraph.start, paragraph.start + 1))
    longest, end = _LONGEST_UNNUMBERED[paragraph.language], len(text)
    if len(text) <= longest and heading_patterns(paragraph.language).appended.match(text):
        end -= 1  # 名词解释：
    elif not may_be_heading(paragraph, longest):
        return None
    heading = _heading(paragraph, index, "unnumbered", _UNNUMBERED_RANK, 0, end)
    return heading if in_body or heading.says_its_role else None


def _heading(
    paragraph: Paragraph,
    index: int,
    style: str,
    rank: int,
    start: int,
    end: int,
    *,
    is_item: bool = False,
) -> Heading:
    text = paragraph.text[start:end]
    end -= len(text) - len(text.rstrip())
    return Heading(
        style=style,
        number=None,
        ordinal=None,
        rank=rank,
        is_item=is_item,
        fills=True,
        own_line=True,
        text=set_close(text.rstrip()),
        span=(paragraph.start + start, paragraph.start + end),
        start=paragraph.start,
        paragraph=index,
        language=paragraph.language,
    )


def _may_be_listed(heading: Heading, before: Heading) -> bool:
    """Return whether two headings in a row may be of a list, dashed ones where each is alone."""
    if heading.style == "dash":
        return heading.fills and before.fills and heading.own_line and before.own_line
    return heading.style == "unnumbered"


def _without_lists(headings: list[Heading]) -> list[Heading]:
    """Leave out runs of lines without end: they are a list, but for those that say their role."""
    runs: list[list[Heading]] = []
    for heading in headings:
        before = runs[-1][-1] if runs else None
        is_next = before is not None and heading.paragraph == before.paragraph + 1
        if before and is_next and heading.style == before.style and _may_be_listed(heading, before):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    return [
        heading
        for run in runs
        for heading in run
        if len(run) < _LIST_LINES or heading.says_its_role
    ]
