"""JSON Lines: one object a line, nested as the contracts in ``docs/tables.md`` say.

Numbers are JSON numbers with every digit of the Decimal they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from duixian.tables.clean_text import encodable_value
from duixian.tables.rows import Rows, TableRow
from duixian.tables.shapes import TableShape


class JsonLinesWriter:
    """Writes one table as JSON Lines, row by row."""

    def __init__(self, stream: BinaryIO, tables: Sequence[TableShape]) -> None:
        (self._table,) = tables
        self._stream = stream
        self._encoder = msgspec.json.Encoder(decimal_format="number")

    def add(self, rows: Rows) -> None:
        """Write the rows of one more report."""
        for row in rows[self._table.name]:
            self._stream.write(self._line(row))

    def finish(self) -> None:
        """Do nothing: every line is whole by itself."""

    def close(self) -> None:
        """Do nothing: it holds nothing of its own."""

    def _line(self, row: TableRow) -> bytes:
        try:
            return self._encoder.encode(row) + b"\n"
        except UnicodeEncodeError:
            return self._encoder.encode(encodable_value(row)) + b"\n"
