"""A finished table of tasks out of its workbook, cell by cell, as people left it.

Finds the sheet and the line of headings by what they say; cells merged downwards hold for each
of their lines. What the cells are worth is for ``checking`` to say.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from duixian.accounting.tasks.headings import column_named
from duixian.accounting.tasks.records import FinishedTable, TableLine
from duixian.errors import (
    DamagedSourceError,
    EmptySourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceUnreadableError,
    UnsupportedFormatError,
)

_MOST_BYTES = 300_000_000  # unpacked
_MOST_CELLS = 2_000_000
_LINES_ABOVE_HEADINGS = 20  # titles and the like
_NEEDED = frozenset(("task", "lead_unit"))
_NOT_A_WORKBOOK = "give the .xlsx file itself; older .xls and .et files: save them as .xlsx"
_NO_TABLE = "a table of tasks has at least the columns task (任务) and lead_unit (牵头单位)"

# How workbooks write a character that XML cannot hold, and an underscore that looks like one.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

# What a broken archive, broken XML and a hollow workbook make the libraries raise.
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # among them: compression and encryption nobody supports
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # the container of .xls, and of .xlsx with a password

Grid = list[list[Any]]


def read_finished(path: str) -> FinishedTable:
    """Read a table of tasks back. Raises SourceError where there is none to read."""
    data = _bytes_of(path)
    for grid in _grids(data, path):
        place = _headings_at(grid)
        if place is not None:
            return _table(path, grid, place)
    raise EmptySourceError(path, "no table of tasks in it", _NO_TABLE)


def _bytes_of(path: str) -> bytes:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise SourceNotFoundError(path, "no such file or folder") from error
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise SourceUnreadableError(path, cause.lower()) from error
    if not data:
        raise EmptySourceError(path, "the file is empty")
    if data.startswith(_OLD_OR_LOCKED):
        cause = "an old .xls, or a workbook protected by a password"
        raise UnsupportedFormatError(path, cause, "save it as .xlsx without a password")
    _check_archive(data, path)
    return data


def _check_archive(data: bytes, path: str) -> None:
    """Refuse what is no workbook, or unpacks to more than a table of tasks could hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {each.filename: each.file_size for each in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnsupportedFormatError(path, "not an XLSX workbook", _NOT_A_WORKBOOK) from error
    if "[Content_Types].xml" not in sizes or not any(name.startswith("xl/") for name in sizes):
        raise UnsupportedFormatError(path, "not an XLSX workbook", _NOT_A_WORKBOOK)
    if sum(sizes.values()) > _MOST_BYTES:
        raise SourceTooLargeError.over(path, _MOST_BYTES, "bytes unpacked")


def _grids(data: bytes, path: str) -> list[Grid]:
    """Give the cells of every sheet, those of merged areas repeated."""
    import openpyxl  # slow to load, and needed for finished tables alone

    try:
        with warnings.catch_warnings():  # of styles and extensions that no cell depends on
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            return [_cells(sheet, path) for sheet in book.worksheets]
    except _BROKEN as error:
        raise _damaged(path, error) from error


def _damaged(path: str, error: Exception) -> DamagedSourceError:
    cause = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return DamagedSourceError(path, f"a workbook that cannot be read ({cause})")


def _cells(sheet: Any, path: str) -> Grid:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise SourceTooLargeError.over(path, _MOST_CELLS, "cells")
    grid = [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    for area in sheet.merged_cells.ranges:
        value = grid[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row - 1, min(area.max_row, len(grid))):
            for column in range(area.min_col - 1, min(area.max_col, len(grid[row]))):
                grid[row][column] = value
    return grid


def _plain(value: Any) -> str | int | Decimal | None:
    """Turn a cell into text or a number; empty ones are None."""
    if value is None or isinstance(value, bool):
        return None if value is None else str(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        number = Decimal(str(value))
        return int(number) if number == number.to_integral_value() else number
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value)).strip() or None


def _headings_at(grid: Grid) -> int | None:
    for at, row in enumerate(grid[:_LINES_ABOVE_HEADINGS]):
        if set(_names(row)) >= _NEEDED:
            return at
    return None


def _names(row: Sequence[Any]) -> list[str | None]:
    """Name the columns of a line of headings; of two with one name the first counts."""
    names: list[str | None] = []
    for cell in row:
        name = column_named(str(cell)) if cell is not None else None
        names.append(None if name in names else name)
    return names


def _table(path: str, grid: Grid, place: int) -> FinishedTable:
    names = _names(grid[place])
    lines = []
    for row, cells in enumerate(grid[place + 1 :], start=place + 2):
        named = {name: cell for name, cell in zip(names, cells, strict=False) if name}
        if any(cell is not None for cell in named.values()):
            lines.append(TableLine(row, named))
    if not lines:
        raise EmptySourceError(path, "the table of tasks has no rows")
    return FinishedTable(path, tuple(name for name in names if name), tuple(lines))
