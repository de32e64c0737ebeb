"""Which lines are rows of tables: they name figures and tasks, and head nothing.

A table without any figure may be a layout, such as two columns of the same text in two languages,
whose rows are headings and paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from duixian.documents.document import Document, Span, Table

_FIGURE = re.compile(r"[<>≤≥～~约+\-−]?\s*\d[\d,.%\-~～]*\s?[^\W\d]{0,4}")
_FEWEST_CELLS = 3  # of a line outside of a table: 一、⇥2024年工作回顾 is a heading


def row_finder(document: Document, normal: str) -> Callable[[Span], bool]:
    """Return what tells whether a line is a row of a table."""
    tables = sorted((one.start, one.end) for one in document.tables if _has_figures(one, normal))
    starts = [start for start, _ in tables]

    def is_row(line: Span) -> bool:
        at = bisect_right(starts, line[0]) - 1
        if at >= 0 and line[0] < tables[at][1]:
            return True
        cells = normal[slice(*line)].split("\t")
        return sum(map(bool, map(str.strip, cells))) >= _FEWEST_CELLS

    return is_row


def _has_figures(table: Table, normal: str) -> bool:
    """Tell whether a table has heads, and a figure under one of them."""
    heads = {cell.column for cell in table.cells if cell.is_header}
    return len(heads) > 1 and any(
        _FIGURE.fullmatch(normal, cell.start, cell.end)
        for cell in table.cells
        if not cell.is_header
    )
