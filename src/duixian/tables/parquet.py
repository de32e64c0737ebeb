"""Parquet: one table a file, with a schema and a description of every column inside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from duixian.errors import MissingExtraError
from duixian.tables.arrow import arrow_schema, arrow_table, load_pyarrow
from duixian.tables.rows import Rows, TableRow
from duixian.tables.shapes import TableShape

# Enough rows for columns to pack well, few enough to hold in memory.
ROWS_IN_GROUP = 20_000


class ParquetTableWriter:
    """Writes one table as Parquet, a group of rows at a time."""

    def __init__(self, stream: BinaryIO, tables: Sequence[TableShape]) -> None:
        (self._table,) = tables
        load_pyarrow("Parquet")
        try:
            from pyarrow import parquet
        except ImportError as error:
            raise MissingExtraError("Parquet", "parquet") from error
        schema = arrow_schema(self._table)
        self._file: Any = parquet.ParquetWriter(stream, schema, compression="zstd")
        self._waiting: list[TableRow] = []

    def add(self, rows: Rows) -> None:
        """Take the rows of one more report."""
        self._waiting.extend(rows[self._table.name])
        if len(self._waiting) >= ROWS_IN_GROUP:
            self._write_group()

    def finish(self) -> None:
        """Write what is still waiting and the schema."""
        if self._waiting:
            self._write_group()
        self._file.close()

    def close(self) -> None:
        """End the file, so that Python need not do it when it forgets this writer."""
        with suppress(OSError):
            self._file.close()

    def _write_group(self) -> None:
        self._file.write_table(arrow_table(self._waiting, self._table))
        self._waiting = []
