"""The formats tables are written in, and which of them a file name asks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import PurePath
from typing import BinaryIO, Protocol, TypeVar

from duixian.errors import UsageError
from duixian.tables.rows import Rows
from duixian.tables.shapes import TableSet, TableShape
from duixian.tables.write import OutputFile, StandardOutput


class Format(StrEnum):
    """A format of the command line. ``TABLE`` is for people, the others for programs too."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    HTML = "html"  # a page, made by the commands that have one

    @property
    def is_binary(self) -> bool:
        """Tell whether a terminal would show it as noise."""
        return self in (Format.XLSX, Format.PARQUET)


Taken = TypeVar("Taken", contravariant=True)


class ReportWriter(Protocol[Taken]):
    """Writes what was made of many reports, one report after the other."""

    def add(self, taken: Taken, /) -> None:
        """Take what was made of one report."""

    def finish(self) -> None:
        """Write whatever the format needs at its end."""

    def close(self) -> None:
        """Let go of what an unfinished table holds; nothing happens after `finish`."""


SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".parquet": Format.PARQUET,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TABLE,
}


TABLE_FORMATS = (Format.XLSX, Format.CSV, Format.JSONL, Format.PARQUET, Format.TABLE)


def format_of(path: PurePath, formats: Collection[Format] = TABLE_FORMATS) -> Format:
    """Tell the format from a file's name. Raises UsageError where the name says none of them."""
    said = SUFFIXES.get(path.suffix.lower())
    if said is None or said not in formats:
        endings = ", ".join(suffix for suffix, each in SUFFIXES.items() if each in formats)
        raise UsageError(
            f"{path}: the name does not say which format to write; "
            f"end it in one of {endings}, or add --format"
        )
    return said


def tables_for(tables: TableSet, format_: Format, name: str | None) -> tuple[TableShape, ...]:
    """Choose the tables to write: the one named, else all in a workbook, the usual one elsewhere.

    Raises UsageError where there is no table of that name.
    """
    if name is None and format_ is Format.XLSX:
        return tables.shapes
    return (tables.named(name or tables.default),)


def write_rows(
    rows: Rows,
    tables: Sequence[TableShape],
    *,
    format_: Format,
    output: OutputFile | StandardOutput,
    is_terminal: bool = False,
) -> None:
    """Write rows that are all at hand. Raises OutputError, MissingExtraError."""
    with (
        output,
        closing(open_writer(format_, output.stream, tables, is_terminal=is_terminal)) as writer,
    ):
        writer.add(rows)
        writer.finish()
        output.commit()


def open_writer(
    format_: Format, stream: BinaryIO, tables: Sequence[TableShape], *, is_terminal: bool = False
) -> ReportWriter[Rows]:
    """Start writing tables to a binary stream. Raises MissingExtraError for Parquet."""
    if format_ is Format.JSONL:
        from duixian.tables.jsonl import JsonLinesWriter

        return JsonLinesWriter(stream, tables)
    if format_ is Format.CSV:
        from duixian.tables.csv_file import CsvWriter

        return CsvWriter(stream, tables)
    if format_ is Format.XLSX:
        from duixian.tables.xlsx import XlsxTablesWriter

        return XlsxTablesWriter(stream, tables)
    if format_ is Format.PARQUET:
        from duixian.tables.parquet import ParquetTableWriter

        return ParquetTableWriter(stream, tables)
    if format_ is Format.HTML:
        raise UsageError("tables are not written as html")
    from duixian.tables.terminal import TextTableWriter

    return TextTableWriter(stream, tables, is_terminal=is_terminal)
