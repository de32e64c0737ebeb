"""The parts of all pages to one text, with the offsets of pages, tables and contents lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from duixian.documents.content import Content
from duixian.documents.document import Page, Span, Table
from duixian.documents.pdf.characters import SOFT_HYPHEN
from duixian.documents.pdf.footnotes import are_told_apart, first_footnote
from duixian.documents.pdf.lines import Line
from duixian.documents.pdf.margins import PageParts
from duixian.documents.pdf.paragraphs import Setting, goes_on, join, measure
from duixian.documents.pdf.ruled import RuledTable
from duixian.documents.tabbed_lines import printed_tables
from duixian.documents.table_layout import lay_out

_CONTENTS_LINE = re.compile(r".{1,120}?[\s.…·。．_-]{4,}\s*\d{1,4}")
_LEADERS = re.compile(r"[.…·．_]{4,}")


def assemble(pages: Sequence[PageParts], notes: Sequence[str], *, most_cells: int) -> Content:
    """Write the pages, paragraphs joined, one paragraph or table row a line."""
    widths = {page.index: page.width for page in pages}
    setting = measure([line for page in pages for line in page.lines], widths)
    writer = _Writer(setting)
    for page in pages:
        writer.begin_page(page.index)
        first_note = first_footnote(page, setting)
        is_apart = are_told_apart(page, first_note, setting)
        for place, part in enumerate(page.parts):
            if isinstance(part, RuledTable):
                writer.add_table(part)
            elif place >= first_note:
                writer.add_footnote(part, is_apart=is_apart)
            else:
                writer.add_line(part)
    return writer.finish(notes, most_cells=most_cells)


class _Writer:
    """Gathers the text; the paragraph still open is kept apart until it ends."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._done: list[str] = []
        self._length = 0
        self._open = ""
        self._last: Line | None = None
        self._starts: list[tuple[int, int | None]] = []  # page index, offset once known
        self._footnotes: list[tuple[Line, bool]] = []
        self._tables: list[Table] = []
        self._furniture: list[Span] = []

    def begin_page(self, index: int) -> None:
        """Note that what follows stands on another page."""
        self._starts.append((index, None))

    def add_line(self, line: Line) -> None:
        """Go on with the open paragraph, or begin the next."""
        last = self._last
        if last is not None and self._open and goes_on(last, line, self._setting):
            joined = join(self._open, line.text, self._setting)
            self._mark_start(self._length + len(joined) - len(line.text))
            self._open = joined
        else:
            self._close()
            self._mark_start(self._length)
            self._open = line.text
        self._last = line

    def add_footnote(self, line: Line, *, is_apart: bool) -> None:
        """Keep a footnote until the paragraph above it ends, on the next page perhaps.

        One that is told apart from the text is no part of the report.
        """
        self._footnotes.append((line, is_apart))

    def add_table(self, table: RuledTable) -> None:
        """Write a table's rows as lines."""
        self._close()
        text, placed = lay_out(table.cells, start=self._length)
        self._mark_start(self._length)
        self._tables.append(placed)
        self._write(text)

    def finish(self, notes: Sequence[str], *, most_cells: int) -> Content:
        """Give the whole."""
        self._close()
        text = "".join(self._done)
        ruled = [(table.start, table.end) for table in self._tables]
        tables = [*self._tables, *printed_tables(text, ruled, most_cells=most_cells)]
        return Content(
            text=text,
            pages=self._pages(),
            tables=tuple(sorted(tables, key=attrgetter("start"))),
            furniture=tuple(self._furniture),
            notes=tuple(notes),
        )

    def _mark_start(self, offset: int) -> None:
        """Settle where the pages begun since the last text start."""
        at = len(self._starts) - 1
        while at >= 0 and self._starts[at][1] is None:
            self._starts[at] = (self._starts[at][0], offset)
            at -= 1

    def _close(self) -> None:
        if self._open:
            text = self._open.replace(SOFT_HYPHEN, "-")
            if _LEADERS.search(text) and _CONTENTS_LINE.fullmatch(text):
                self._furniture.append((self._length, self._length + len(text)))
            self._write(text)
        self._open, self._last = "", None
        footnotes, self._footnotes = self._footnotes, []
        for is_apart, group in groupby(footnotes, key=itemgetter(1)):
            start = self._length
            for line, _ in group:
                self.add_line(line)
            self._close()
            if is_apart:
                self._furniture.append((start, self._length - 1))

    def _write(self, text: str) -> None:
        self._done.append(text + "\n")
        self._length += len(text) + 1

    def _pages(self) -> tuple[Page, ...]:
        starts = [(i, self._length if offset is None else offset) for i, offset in self._starts]
        ends = [offset for _, offset in starts[1:]] + [self._length]
        return tuple(
            Page(index + 1, start, end) for (index, start), end in zip(starts, ends, strict=True)
        )
