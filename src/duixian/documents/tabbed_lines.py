"""Tables without a grid, pasted into plain text or printed: lines with cells parted by tabs.

Tabs alone make no table: lists, tables of contents and forms (投资额⇥3亿元) have them as well,
and their lines are read as text. A table has a line of heads, and a column of figures under it.
On a printed page an empty cell leaves no tab, so there all lines must have as many cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from duixian.documents.document import Cell, Span, Table

_FEWEST_HEADS = 2
_FEWEST_COLUMNS = 3  # of a table whose figures may have units of their own, as those of a form
_FEWEST_ROWS = 2  # of a printed table
_LEAST_OF_FIGURES = 0.5  # of the filled cells of a column of figures
_SENTENCE = re.compile(r"(?<=.{8})(?:[。！；]|[a-z][.!](?:\s|$))")
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
    return tuple(_table(lines) for lines, _ in _found(text, (), most_cells))


def printed_tables(text: str, taken: Sequence[Span], *, most_cells: int) -> tuple[Table, ...]:
    """Return the tables of printed lines outside of those that are ``taken``, in order."""
    return tuple(
        _table(lines) for lines, words in _found(text, taken, most_cells) if _is_whole(words)
    )


def _found(
    text: str, taken: Sequence[Span], most_cells: int
) -> Iterator[tuple[list[_Line], list[list[str]]]]:
    """Give the lines of each table, and what their cells say."""
    if "\t" not in text:
        return
    for lines in _runs(text, taken):
        if sum(map(len, lines)) <= most_cells:
            words = [[text[slice(*cell)] for cell in line] for line in lines]
            own = [at for at, line in enumerate(words) if not at or line != words[0]]
            words = [words[at] for at in own]  # heads may stand once more on the next page
            if _are_figures_under_heads(words):
                yield [lines[at] for at in own], words


def _runs(text: str, taken: Sequence[Span]) -> Iterator[list[_Line]]:
    """Give the lines that may be rows of one table."""
    run: list[_Line] = []
    is_behind_gap = False
    start = 0
    others = iter(taken)
    other = next(others, None)
    for line in text.split("\n"):
        while other and other[1] < start:
            other = next(others, None)
        is_taken = other is not None and other[0] <= start
        cells = list(_cells(line, start)) if "\t" in line and not is_taken else []
        is_gap = not (is_behind_gap or is_taken or line.strip())
        if not is_gap and not _goes_on(run, cells, text, is_behind_gap=is_behind_gap):
            yield run
            run = []
        if not is_gap and (run or _filled(cells) >= _FEWEST_HEADS):
            run.append(_within(cells, len(run[0]) if run else _width(cells)))
        is_behind_gap = is_gap
        start += len(line) + 1
    yield run


def _within(cells: _Line, width: int) -> _Line:
    """Return a line without empty cells behind so many: spreadsheets end their lines in tabs."""
    return cells if any(map(_is_filled, cells[width:])) else cells[:width]


def _width(cells: _Line) -> int:
    return max((at for at, cell in enumerate(cells, start=1) if _is_filled(cell)), default=0)


def _cells(line: str, start: int) -> Iterator[Span]:
    for cell in line.split("\t"):
        begin = start + len(cell) - len(cell.lstrip())
        yield begin, begin + len(cell.strip())
        start += len(cell) + 1


def _goes_on(run: list[_Line], cells: _Line, text: str, *, is_behind_gap: bool) -> bool:
    """Tell whether a line may be a row under those above it, and no paragraph with a tab in it.

    A blank line parts the rows of some pages; behind it heads would open another table.
    """
    if not run:
        return True
    if not _filled(cells):
        return False
    if is_behind_gap and all(_is_head(text[slice(*one)]) for one in cells):
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


def _is_whole(lines: Sequence[Sequence[str]]) -> bool:
    """Tell a table of some rows, each with a name and with as many cells as there are heads."""
    heads, *rows = lines
    if len(rows) < _FEWEST_ROWS or any(
        len(row) != len(heads) or _FIGURE.fullmatch(row[0]) for row in rows
    ):
        return False
    return any(all(_BARE.fullmatch(cell) for cell in column) for column in zip(*rows, strict=True))


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
