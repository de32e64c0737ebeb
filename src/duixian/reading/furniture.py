"""Page furniture: the lines of a saved page or a pasted text that are not the report.

Menus, breadcrumbs, font-size buttons, share lines, captions and credits, dates of publication,
tags, tables of contents, related links and licences. What a line says decides first
(``language.furniture``), then where it stands: before the report begins and after its last
sentence much is furniture that in between would be a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from duixian.documents.document import Span
from duixian.language.furniture import FurniturePatterns, furniture_patterns
from duixian.language.mark_ending import MarkEnding
from duixian.language.normal_form import normal_form
from duixian.reading.contents import find_contents
from duixian.reading.structure.paragraphs import unwrapped_lines
from duixian.reading.structure.subtitle import title_goes_on

_LONGEST_LINE = 160  # a longer line is text, whatever it begins with
_HEAD_LINES = 60
_LONGEST_VALUE = 30  # characters of what follows "来源：" on the next line
_LONGEST_TAIL = 1500  # characters that a tail always may have
_HEAD_SENTENCE = 40  # characters of a sentence that only a report's text has
_LONGEST_MENU_ITEM = 10  # Chinese characters
_FEWEST_FIELDS = 2
_MENU_BLOCK = 3  # lines one below another
_FURNITURE_NEAR = 3  # lines between an unknown short line and one that is surely furniture

_SENTENCE_END = MarkEnding("。！？!?.；;：:", closers="”’\"')）】")
_MARKS_ONLY = re.compile(r"[\s>|/\\»›×【】\[\]·•—\-=*_~、:：《》（）()]+")
_BREADCRUMB = re.compile(r"[>»›]+")
_DATE = re.compile(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s+(?:星期.|周.))?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]+[#＃]?\s*){2,}")
_MENU_SEPARATOR = re.compile(r"\s*[|>»›·/]\s*|\s{2,}|\t")
_BAR = re.compile(r"[|｜丨]")
_BARE_DATE = re.compile(r"\d|[A-Z][a-z]{2,8}\.? \d")  # of a task, as well as of a page
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(slots=True)
class _Line:
    """A line that is not blank, without the blanks around it."""

    start: int
    end: int
    text: str
    normal: str  # the same in its normal form
    is_furniture: bool = False

    @property
    def is_sentence(self) -> bool:
        return len(self.text) >= 12 and _SENTENCE_END.ends(self.text)

    @property
    def is_short(self) -> bool:
        if _SENTENCE_END.ends(self.text):
            return False
        if _CHINESE.search(self.text):
            return len(self.text) <= _LONGEST_MENU_ITEM
        return len(self.text) <= 40 and self.text.count(" ") < 3


def find_furniture(text: str, normal: str | None = None) -> tuple[Span, ...]:
    """Return the spans of page furniture, in order, neighbouring lines as one span.

    ``normal`` is the normal form of the text, where it is known already.
    """
    patterns = furniture_patterns()
    lines = _lines(text, normal_form(text) if normal is None else normal)
    if not lines:
        return ()
    for line in lines:
        line.is_furniture = _is_furniture_anywhere(line, patterns)
    _mark_contents(lines, patterns)
    begin = _where_the_report_begins(lines, patterns)
    _mark_from_tail_opener(lines[begin + 1 :], patterns)
    end = _after_the_last_sentence(lines, begin)
    _mark_head(lines[:begin], patterns)
    _mark_tail(lines[end:], patterns)
    _mark_captions(lines, patterns)
    return _spans(lines, patterns)


def _lines(text: str, normal: str) -> list[_Line]:
    """Lines as they were before somebody wrapped them: a piece of a sentence is no menu."""
    return [
        _Line(start, end, _on_one_line(text[start:end]), _on_one_line(normal[start:end]))
        for start, end in unwrapped_lines(normal)
    ]


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _is_furniture_anywhere(line: _Line, patterns: FurniturePatterns) -> bool:
    text = line.text
    if text[0] in "#＃" and _HASHTAGS.fullmatch(text):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    is_told = (
        patterns.anywhere.search(text)
        or _DATE.fullmatch(text)
        or _has_fields(text, patterns)
        or _has_cells(text, patterns)
    )
    return bool(is_told) and not _says(line, patterns.delivered)


def _has_fields(text: str, patterns: FurniturePatterns) -> bool:
    """Whether a line is made of names and their values, and is no sentence."""
    if "。" in text or text.count("：") + text.count(":") < _FEWEST_FIELDS:
        return False
    fields = list(patterns.fields.finditer(text))
    return len(fields) >= _FEWEST_FIELDS and not text[: fields[0].start()].strip()


def _has_cells(text: str, patterns: FurniturePatterns) -> bool:
    """Whether most of a line's cells are such as only the head or foot of a page has."""
    if _BAR.search(text) is None:
        return False
    cells = [cell.strip() for cell in _BAR.split(text)]
    known = sum(
        patterns.cells.fullmatch(cell) is not None
        or (patterns.anywhere.search(cell) is not None and _BARE_DATE.match(cell) is None)
        for cell in cells
    )
    return known >= _FEWEST_FIELDS and known * 2 > len(cells)


def _mark_contents(lines: list[_Line], patterns: FurniturePatterns) -> None:
    for entries in find_contents([line.normal for line in lines], patterns.contents):
        for index in entries:
            lines[index].is_furniture = True


def _where_the_report_begins(lines: list[_Line], patterns: FurniturePatterns) -> int:
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.is_furniture:
            continue
        if line.is_sentence and len(line.text) >= _HEAD_SENTENCE:
            return index
        if patterns.openings.fullmatch(line.text):
            return index
    return min(len(lines), _HEAD_LINES)


def _mark_from_tail_opener(lines: list[_Line], patterns: FurniturePatterns) -> None:
    """Mark all that follows a line like "Related posts", unless it is much of the text."""
    if not lines:
        return
    length = lines[-1].end - lines[0].start
    for index, line in enumerate(lines):
        rest = lines[-1].end - line.start
        if rest < max(_LONGEST_TAIL, length * 0.3) and patterns.tail_openers.fullmatch(line.text):
            for after in lines[index:]:
                after.is_furniture = True
            return


def _after_the_last_sentence(lines: list[_Line], begin: int) -> int:
    for index in range(len(lines) - 1, begin - 1, -1):
        if lines[index].is_sentence and not lines[index].is_furniture:
            return index + 1
    return len(lines)


def _mark_head(lines: list[_Line], patterns: FurniturePatterns) -> None:
    _mark_menus(lines, patterns, patterns.head)
    _mark_breadcrumbs(lines)
    title = next((i for i, line in enumerate(lines) if _is_kept(line, patterns)), 0)
    for index, line in enumerate(lines[:title]):
        near = lines[index + 1 : index + 1 + _FURNITURE_NEAR]
        if line.is_short and any(other.is_furniture for other in near):
            line.is_furniture = True
    for index in range(title - _MENU_BLOCK + 1):
        block = lines[index : index + _MENU_BLOCK]
        if all(line.is_short or line.is_furniture for line in block):
            for line in block:
                line.is_furniture = True


def _mark_tail(lines: list[_Line], patterns: FurniturePatterns) -> None:
    _mark_menus(lines, patterns, patterns.tail)
    for before, line in pairwise(lines):
        if before.is_furniture and line.is_short and not _is_kept(line, patterns):
            line.is_furniture = True


def _mark_menus(lines: list[_Line], patterns: FurniturePatterns, here: re.Pattern[str]) -> None:
    for index, line in enumerate(lines):
        if patterns.labels.fullmatch(line.text):
            line.is_furniture = True
            _mark_value(lines[index + 1 : index + 2], patterns)
        elif index and title_goes_on(lines[index - 1].normal, line.normal):
            continue  # 工作报告 is a word of menus too
        elif here.fullmatch(line.text) or _is_menu(line.text, patterns):
            line.is_furniture = True


def _mark_value(lines: list[_Line], patterns: FurniturePatterns) -> None:
    for line in lines:
        if (
            len(line.text) <= _LONGEST_VALUE
            and not line.is_sentence
            and not _is_kept(line, patterns)
        ):
            line.is_furniture = True


def _mark_breadcrumbs(lines: list[_Line]) -> None:
    """Mark the items on both sides of a ">" that stands alone, titles among them."""
    for index, line in enumerate(lines):
        if _BREADCRUMB.fullmatch(line.text):
            for neighbour in lines[max(index - 1, 0) : index + 2]:
                neighbour.is_furniture = neighbour.is_furniture or not neighbour.is_sentence


def _mark_captions(lines: list[_Line], patterns: FurniturePatterns) -> None:
    """Mark a short line right above a credit that has no caption of its own."""
    first = next((line for line in lines if not line.is_furniture), None)
    for line, credit in pairwise(lines):
        if line is first or line.is_furniture or not credit.is_furniture or line.is_sentence:
            continue
        adjacent = credit.start - line.end <= 2 and len(line.text) <= _LONGEST_LINE
        bare = patterns.credits.fullmatch(credit.text) and "。" not in credit.text
        if adjacent and bare and not _says(line, patterns.speakers):
            line.is_furniture = True


def _is_menu(text: str, patterns: FurniturePatterns) -> bool:
    if _MARKS_ONLY.fullmatch(text):
        return True
    items = [item for item in _MENU_SEPARATOR.split(text.strip("【】[]|>")) if item]
    known = sum(item.strip("：: ").casefold() in patterns.menu_words for item in items)
    return known == len(items) or (len(items) >= 3 and known * 2 >= len(items))


def _is_kept(line: _Line, patterns: FurniturePatterns) -> bool:
    """Whether a line opens a report: its title, where it was given, by whom."""
    if line.is_furniture:
        return False
    if patterns.titles.search(line.text):
        return True
    return _says(line, (*patterns.delivered, *patterns.speakers))


def _says(line: _Line, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Tell whether a line says what patterns of headings look for."""
    return any(pattern.search(line.normal) is not None for pattern in patterns)


def _spans(lines: list[_Line], patterns: FurniturePatterns) -> tuple[Span, ...]:
    spans: list[Span] = []
    is_open = False
    for line in lines:
        if line.is_furniture:
            start = spans.pop()[0] if is_open else line.start
            spans.append((start, line.end))
        elif line.text[-1] in "）)】]" and (match := patterns.trailing.search(line.text)):
            spans.append((line.start + match.start(), line.end))
        is_open = line.is_furniture
    return tuple(spans)
