"""The body of a Word document to paragraphs and tables in the order a reader meets them.

Tracked insertions are kept and deletions left out, as if all changes were accepted. Notes,
comments, headers and footers are other parts of the file and are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from duixian.documents.invisible import without_invisible
from duixian.documents.raised import raised
from duixian.documents.table_layout import GridCell, joined
from duixian.documents.word.markup import (
    Element,
    attribute,
    child,
    is_on,
    local_name,
    number,
    value,
)
from duixian.documents.word.numbering import Numbering

_DEEPEST = 40  # of blocks inside blocks; Word itself stops far earlier
_MOST_COLUMNS = 500
_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "rt", "instrText", "delText"})
_NOTE_MARKS = frozenset({"footnoteReference", "endnoteReference"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph, its automatic number in front."""

    text: str
    in_contents: bool = False  # a line of the table of contents


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table."""

    cells: tuple[GridCell, ...]


Block = TextBlock | TableBlock


@dataclass(slots=True)
class Changes:
    """What was seen and left out, to be said."""

    deletions: int = 0
    insertions: int = 0
    notes: int = 0
    struck: int = 0
    pictures: int = 0
    too_deep: int = 0


@dataclass(slots=True)
class _Inline:
    """What the runs of a paragraph hold."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Body:
    """Walks one document once."""

    def __init__(self, numbering: Numbering) -> None:
        self.changes = Changes()
        self._numbering = numbering
        self._carried = ""  # text of a paragraph whose end is deleted: the next one's start

    def blocks(self, parent: Iterable[Element], depth: int = 0) -> Iterator[Block]:
        """Give the paragraphs and tables under an element, text boxes after their anchor."""
        if depth > _DEEPEST:
            self.changes.too_deep += 1
            return
        for element in parent:
            match local_name(element):
                case "p":
                    yield from self._paragraph(element, depth)
                case "tbl":
                    yield from self._table(element, depth)
                case "sdt":
                    yield from self._content_control(element, depth)
                case "customXml" | "ins" | "moveTo" | "smartTag":
                    yield from self.blocks(element, depth + 1)
                case "AlternateContent":
                    yield from self.blocks(_alternative(element), depth + 1)
                case _:
                    pass

    def _content_control(self, element: Element, depth: int) -> Iterator[Block]:
        gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
        content = child(element, "sdtContent")
        if content is None:
            return
        for block in self.blocks(content, depth + 1):
            if gallery == "Table of Contents" and isinstance(block, TextBlock):
                yield TextBlock(block.text, in_contents=True)
            else:
                yield block

    def _paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        properties = child(element, "pPr")
        inline = _Inline()
        self._walk(element, inline)
        text = self._carried + _tidy("".join(inline.parts))
        self._carried = ""
        if child(properties, "rPr", "del") is not None:
            self._carried = text
        else:
            label = self._numbering.label(properties)  # an empty paragraph counts as well
            if text:
                yield TextBlock(label + text, self._is_contents(properties))
        for box in inline.boxes:
            yield from self.blocks(box, depth + 1)

    def _is_contents(self, properties: Element | None) -> bool:
        name = self._numbering.style_name(properties)
        return name.startswith(("toc", "目录")) and not name.endswith("heading")

    def _walk(self, element: Element, inline: _Inline) -> None:
        """Gather the text of a paragraph; a list of its own instead of recursion."""
        waiting = list(reversed(element))
        while waiting:
            each = waiting.pop()
            name = local_name(each)
            if name in _LEFT_OUT:
                self.changes.deletions += name == "del"
            elif name == "t":
                inline.parts.append(each.text or "")
            elif name in _BREAKS:
                inline.parts.append(_BREAKS[name])
            elif name == "sym":
                inline.parts.append(_symbol(each))
            elif name in _DRAWN:
                self._drawing(each, inline)
            elif name == "AlternateContent":
                waiting.extend(reversed(list(_alternative(each))))
            elif name == "r" and self._is_gone(each):
                pass
            elif name == "r" and value(each, "rPr", "vertAlign") == "superscript":
                self.changes.notes += sum(local_name(one) in _NOTE_MARKS for one in each)
                words = "".join(one.text or "" for one in each if local_name(one) == "t")
                inline.parts.append(raised(words, inline.parts[-1] if inline.parts else ""))
            else:
                self.changes.insertions += name == "ins"
                self.changes.notes += name in _NOTE_MARKS
                waiting.extend(reversed(each))

    def _is_gone(self, run: Element) -> bool:
        """Tell whether a stretch of text is hidden or struck through."""
        is_struck = is_on(run, "rPr", "strike") or is_on(run, "rPr", "dstrike")
        self.changes.struck += is_struck
        return is_struck or is_on(run, "rPr", "vanish")

    def _drawing(self, element: Element, inline: _Inline) -> None:
        """Keep the text boxes of a drawing, the outermost of each."""
        waiting = [element]
        found = False
        while waiting:
            each = waiting.pop()
            if local_name(each) == "txbxContent":
                inline.boxes.append(each)
                found = True
            elif local_name(each) == "AlternateContent":
                waiting.extend(reversed(list(_alternative(each))))
            else:
                waiting.extend(reversed(each))
        self.changes.pictures += not found

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        rows = list(_rows(element))
        if all(sum(1 for _ in _fields(row)) <= 1 for row in rows):
            for row in rows:  # a frame around text, or a column of it
                for cell in _fields(row):
                    yield from self.blocks(cell, depth + 1)
            return
        nested: list[TableBlock] = []
        yield TableBlock(tuple(self._cells(rows, depth, nested)))
        yield from nested

    def _cells(
        self, rows: list[Element], depth: int, nested: list[TableBlock]
    ) -> Iterator[GridCell]:
        """Give the cells of a table, those merged downwards as one; tables in them are apart."""
        open_cells: dict[int, GridCell] = {}  # by the column they begin in
        for at, row in enumerate(rows):
            is_header = is_on(row, "trPr", "tblHeader")
            column = number(value(row, "trPr", "gridBefore"), default=0, most=_MOST_COLUMNS)
            seen: set[int] = set()
            for cell in _fields(row):
                span = _column_span(cell)
                above = open_cells.get(column)
                if _goes_on_from_above(cell) and above is not None:
                    open_cells[column] = _one_row_more(above)
                elif column < _MOST_COLUMNS:
                    if above is not None:
                        yield above
                    text = self._cell_text(cell, depth, nested)
                    open_cells[column] = GridCell(at, column, text, 1, span, is_header)
                seen.add(column)
                column += span
            for gone in [each for each in open_cells if each not in seen]:
                yield open_cells.pop(gone)
        yield from open_cells.values()

    def _cell_text(self, cell: Element, depth: int, nested: list[TableBlock]) -> str:
        texts: list[str] = []
        for block in self.blocks(cell, depth + 1):
            if isinstance(block, TextBlock):
                texts.extend(block.text.split("\n"))
            else:
                nested.append(block)
        return joined(texts, tight=False)


def _alternative(element: Element) -> Iterable[Element]:
    """Choose the version of a passage for programs that know it, as Word does."""
    chosen = child(element, "Choice")
    if chosen is None:
        chosen = child(element, "Fallback")
    return () if chosen is None else chosen


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows that are not deleted, also those inside content controls."""
    waiting = list(reversed(table))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name == "tr" and child(element, "trPr", "del") is None:
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            waiting.extend(reversed(element))


def _fields(row: Element) -> Iterator[Element]:
    waiting = list(reversed(row))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name == "tc":
            yield element
        elif name in ("sdt", "sdtContent", "customXml"):
            waiting.extend(reversed(element))


def _column_span(cell: Element) -> int:
    return number(value(cell, "tcPr", "gridSpan"), default=1, least=1, most=_MOST_COLUMNS)


def _goes_on_from_above(cell: Element) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _one_row_more(cell: GridCell) -> GridCell:
    return GridCell(
        cell.row, cell.column, cell.text, cell.row_span + 1, cell.column_span, cell.is_header
    )


def _symbol(element: Element) -> str:
    """Give a bullet for a symbol of a picture font, the character itself for others."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    private = 0xE000 <= code <= 0xF8FF
    return "•" if private else chr(code) if 0x20 <= code < 0xD800 else ""


def _tidy(text: str) -> str:
    """Take out what is not seen, the spaces at both ends of every line, and the empty lines."""
    lines = (line.strip() for line in without_invisible(text).split("\n"))
    return "\n".join(line for line in lines if line)
