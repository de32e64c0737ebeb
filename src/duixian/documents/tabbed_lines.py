"""Tables in plain text, pasted from a word processor: lines whose cells are parted by tabs.

Tabs alone make no table: lists, tables of contents and forms (投资额⇥3亿元) have them as well,
and their lines are read as text. A table has a line of heads, and a column of figures under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from duixian.documents.document import Cell, Span, Table

_FEWEST_HEADS = 2
_FEWEST_COLUMNS = 3  # of a table whose figures may have units of their own, as those of a form
_LEAST_OF_FIGURES = 0.5  # of the filled cells of a column of figures
_SENTENCE = re.compile(r"(?<=.{8})[。！；]")
_BARE = re.compile(r"[<>≤≥～~约+\-－−]?\s*\d[\d,.，．%％\-－~～]*")
_FIGURE = re.compile(rf"{_BARE.pattern}[^\W\d_]{{0,4}}")
# What may stand in a head: 2024年完成, 1-11月, PM2.5. Any other number is one of a row.
_NO_FIGURE = re.compile(
    r"(?:19|20)\d\d(?!\d)|\d{1,2}(?:[-—–~～至]\d{1,2})?\s?[月季]|[A-Za-z]\d+(?:\.\d+)?"
)
_DIGIT = re.compile(r"\d")

_Line = Sequence[Span]  # its cells, without the blanks around them


def tabbed_tables(text: str, *, most_cells: int) -> tuple[Table, ...]:
    """Return the tables of a plain text; those of more cells are left as lines."""
    if "\t" not in text:
        return ()
    return tuple(
        _table(lines)
        for lines in _runs(text)
        if sum(map(len, lines)) <= most_cells
        and _are_figures_under_heads([[text[slice(*cell)] for cell in line] for line in lines])
    )


def _runs(text: str) -> Iterator[list[_Line]]:
    """Give the lines that may be rows of one table."""
    run: list[_Line] = []
    start = 0
    for line in text.split("\n"):
        cells = list(_cells(line, start)) if "\t" in line else []
        if not _goes_on(run, cells, text):
            yield run
            run = []
        if run or _filled(cells) >= _FEWEST_HEADS:
            run.append(cells)
        start += len(line) + 1
    yield run


def _cells(line: str, start: int) -> Iterator[Span]:
    for cell in line.split("\t"):
        begin = start + len(cell) - len(cell.lstrip())
        yield begin, begin + len(cell.strip())
        start += len(cell) + 1


def _goes_on(run: list[_Line], cells: _Line, text: str) -> bool:
    """Tell whether a line may be a row under those above it, and no paragraph with a tab in it."""
    if not run:
        return True
    if not _filled(cells):
        return False
    if len(cells) >= len(run[0]) and _filled(cells) > 1:
        return True
    return _is_filled(cells[0]) and not any(_SENTENCE.search(text[slice(*one)]) for one in cells)


def _filled(cells: _Line) -> int:
    return sum(map(_is_filled, cells))


def _is_filled(cell: Span) -> bool:
    return cell[0] < cell[1]


def _are_figures_under_heads(lines: Sequence[Sequence[str]]) -> bool:
    """Tell a table by its heads, and by a column of figures under one of them."""
    if len(lines) < 2:
        return False
    heads, *rows = lines
    width = len(heads)
    if not all(heads[1:]) or not all(map(_is_head, heads)) or max(map(len, rows)) > width:
        return False
    columns = zip_longest(*rows, fillvalue="")
    if width < _FEWEST_COLUMNS:
        _, values = columns
        return all(_BARE.fullmatch(value) for value in values if value)
    return any(_is_of_figures([cell for cell in column if cell]) for column in columns)


def _is_head(cell: str) -> bool:
    return not (_DIGIT.search(_NO_FIGURE.sub("", cell)) or _SENTENCE.search(cell))


def _is_of_figures(cells: Sequence[str]) -> bool:
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in cells)
    return figures > 0 and figures >= _LEAST_OF_FIGURES * len(cells)


def _table(lines: Sequence[_Line]) -> Table:
    cells = tuple(
        Cell(row, column, *cell, is_header=row == 0)
        for row, line in enumerate(lines)
        for column, cell in enumerate(line)
    )
    return Table(lines[0][0][0], max(cell.end for cell in cells), cells)
