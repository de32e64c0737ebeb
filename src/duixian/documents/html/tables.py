"""Tables of a page: which hold data and which only arrange the page, and where cells stand.

Old pages put the whole report into tables for its looks; those come out as plain lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duixian.documents.html.items import Item, TextItem
from duixian.documents.table_layout import GridCell, joined

_MOST_SPANNED = 100
_LONG_CELL = 600  # characters; beyond it a cell holds a text, not a value


@dataclass(slots=True)
class OpenCell:
    """A cell while its content is read."""

    items: list[Item]
    is_header: bool
    row_span: int
    column_span: int
    unseen: bool


@dataclass(slots=True)
class OpenTable:
    """A table while its rows are read."""

    outer: list[Item]
    scope: int
    is_layout: bool
    before: list[Item] = field(default_factory=list)
    rows: list[list[OpenCell]] = field(default_factory=list)
    in_head: bool = False
    cell: OpenCell | None = None


def spanned(stated: str | None) -> int:
    """Read a ``rowspan`` or ``colspan``; what is not one counts as 1."""
    digits = (stated or "").strip()
    if not digits.isdecimal() or len(digits) > 6:
        return 1
    return min(max(int(digits), 1), _MOST_SPANNED)


def is_layout(rows: Sequence[Sequence[OpenCell]]) -> bool:
    """Tell a table that only arranges the page from one that holds data."""
    filled = [row for row in rows if row]
    if len(filled) < 2 or max(map(len, filled)) < 2:
        return True
    if any(cell.is_header for row in filled for cell in row):
        return False
    return any(_holds_text(cell) for row in filled for cell in row)


def _holds_text(cell: OpenCell) -> bool:
    lines = [item for item in cell.items if isinstance(item, TextItem)]
    characters = sum(len(line.text) for line in lines)
    return characters > _LONG_CELL or any(line.is_heading for line in lines)


def place(rows: Sequence[Sequence[OpenCell]], most_cells: int) -> tuple[GridCell, ...] | None:
    """Give each cell its row and column, or None where the table would be too large."""
    filled_until: dict[int, int] = {}  # column to the first row free again
    placed: list[GridCell] = []
    width = covered = 0
    for number, row in enumerate(rows):
        column = 0
        is_header = bool(row) and all(cell.is_header for cell in row)
        for cell in row:
            while filled_until.get(column, 0) > number:
                column += 1
            row_span = min(cell.row_span, len(rows) - number)
            covered += row_span * cell.column_span
            width = max(width, column + cell.column_span)
            if max(covered, width * len(rows)) > most_cells:
                return None
            for spanned_column in range(column, column + cell.column_span):
                filled_until[spanned_column] = number + row_span
            text = _cell_text(cell)
            placed.append(GridCell(number, column, text, row_span, cell.column_span, is_header))
            column += cell.column_span
    return tuple(placed)


def _cell_text(cell: OpenCell) -> str:
    """Write the lines of a cell as one, with no space between Chinese characters."""
    return joined((item.text for item in cell.items if isinstance(item, TextItem)), tight=True)
