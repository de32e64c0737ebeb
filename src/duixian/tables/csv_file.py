"""CSV as spreadsheets open it: UTF-8 with a mark, so that Excel shows Chinese as Chinese.

Nested fields become columns (``quantity_value``), lists are joined with "; ", and a cell that a
spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from duixian.tables.clean_text import for_csv, one_line
from duixian.tables.rows import Rows, flatten
from duixian.tables.shapes import TableShape


class CsvWriter:
    """Writes one table as CSV, in RFC 4180 form."""

    def __init__(self, stream: BinaryIO, tables: Sequence[TableShape]) -> None:
        (self._table,) = tables
        self._stream = stream
        self._is_started = False

    def add(self, rows: Rows) -> None:
        """Write the rows of one more report."""
        self._start()
        self._write([_cells(flatten(row, self._table)) for row in rows[self._table.name]])

    def finish(self) -> None:
        """Make sure that there is a heading, where there are no rows."""
        self._start()

    def close(self) -> None:
        """Do nothing: it holds nothing of its own."""

    def _start(self) -> None:
        if not self._is_started:
            self._stream.write(codecs.BOM_UTF8)
            self._write([[column.name for column in self._table.flat_columns()]])
            self._is_started = True

    def _write(self, lines: list[list[str]]) -> None:
        text = io.StringIO()
        csv.writer(text).writerows(lines)
        self._stream.write(text.getvalue().encode())


def _cells(values: list[Any]) -> list[str]:
    return [
        for_csv(one_line(value)) if isinstance(value, (str, list)) else one_line(value)
        for value in values
    ]
