"""A grid of cells, merged ones included, to lines of text and a `Table` over them.

A row is one line, its cells parted by tabs. A merged cell is written once, where it
begins; the other places it covers are empty in the text, and their `Cell` points at what
is written, so that whoever looks up a row finds its label.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duixian.documents.document import Cell, Span, Table
from duixian.documents.wide import is_wide

_FIGURE = re.compile(
    r"(?!(?:19|20)\d\d(?:年|$))[\s+\-－±约超近]*\d[\d,.．，%％‰∶:/\-~～至\s]*\S{0,4}"
)
_MOST_HEADER_ROWS = 3
LINE_GAP = "\u3000"  # between lines of one cell; all other spaces in cells are plain ones
_DIGIT = re.compile(r"(?<!\d)(?!(?:19|20)\d\d年)\d")
_WORDS = re.compile(r"[^\W\d_]{2}")
_BEGINS = re.compile(r"[\w“《]")
_GOES_ON = re.compile(r"[\d，、：:,（(《“/+\-—]$")
_SENTENCE = re.compile(r".{8,}[。！；]")


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a grid, with the places it covers."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


def lay_out(cells: Sequence[GridCell], *, start: int) -> tuple[str, Table]:
    """Write the cells as lines and give the table over them, with offsets from `start`.

    The text ends without a line end. Rows in which no cell begins are left out.
    """
    rows: dict[int, dict[int, GridCell]] = defaultdict(dict)
    for cell in cells:
        rows[cell.row][cell.column] = cell
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    lines: list[str] = []
    spans: dict[tuple[int, int], Span] = {}
    offset = start
    for row in sorted(rows):
        texts = [one_line(rows[row][at].text) if at in rows[row] else "" for at in range(width)]
        lines.append("\t".join(texts))
        for column, text in enumerate(texts):
            spans[row, column] = (offset, offset + len(text))
            offset += len(text) + 1
    _point_at_merged(cells, spans)
    headers = _header_rows(rows)
    placed = tuple(Cell(*place, *span, place[0] in headers) for place, span in spans.items())
    return "\n".join(lines), Table(start, max(start, offset - 1), placed)


def lay_out_plainly(cells: Sequence[GridCell]) -> str:
    """Write the cells of each row that hold something, for tables too large for a `Table`."""
    rows: dict[int, list[str]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(one_line(cell.text))
    return "\n".join("\t".join(filter(None, rows[row])) for row in sorted(rows))


def one_line(text: str) -> str:
    """Write what stands in a cell without tabs and line ends; those that part it leave a gap."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return LINE_GAP.join(filter(None, lines))


def joined(lines: Iterable[str], *, tight: bool) -> str:
    """Write the lines of a cell as one, with a line end only where it parts two things told.

    ``tight``: lines end anywhere, so that no space stands between Chinese characters.
    """
    parts: list[str] = []
    told = False  # whether the part so far tells a figure
    last = ""
    for line in filter(None, lines):
        tells = _tells_a_figure(line)
        if told and tells and not _GOES_ON.search(last) and _BEGINS.match(line):
            parts.append("\n")
            told = False
        elif last and not (tight and is_wide(last[-1]) and is_wide(line[0])):
            parts.append(" ")
        parts.append(line)
        told, last = told or tells, line
    return "".join(parts)


def _tells_a_figure(line: str) -> bool:
    """新建学校3所: words with a figure behind them, which is no year."""
    figure = _DIGIT.search(line)
    return bool(figure and _WORDS.search(line, 0, figure.start()))


def _point_at_merged(cells: Sequence[GridCell], spans: dict[tuple[int, int], Span]) -> None:
    for cell in cells:
        if cell.row_span == cell.column_span == 1:
            continue
        written = spans[cell.row, cell.column]
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                start, end = spans.get((row, column), (0, 1))
                if start == end:
                    spans[row, column] = written


def _header_rows(rows: dict[int, dict[int, GridCell]]) -> frozenset[int]:
    """Tell which rows are headers: those said to be, else the first ones without figures."""
    said = {row for row, own in rows.items() if any(cell.is_header for cell in own.values())}
    if said or len(rows) < 2 or max(map(len, rows.values())) < 2:
        return frozenset(said)
    headers: set[int] = set()
    for row in sorted(rows)[: min(_MOST_HEADER_ROWS, len(rows) - 1)]:
        texts = [one_line(cell.text) for cell in rows[row].values()]
        if not any(texts) or any(
            _FIGURE.fullmatch(one) or _SENTENCE.fullmatch(one) for one in texts
        ):
            break
        headers.add(row)
        if all(cell.row_span == cell.column_span == 1 for cell in rows[row].values()):
            break
    return frozenset(headers)
