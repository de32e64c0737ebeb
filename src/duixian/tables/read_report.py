"""What ``duixian.read`` gives back: a report whose tables are ready to use.

Each table is a sequence of records, and turns into rows, an Arrow table or a pandas frame.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from duixian.documents.document import Document
from duixian.errors import MissingExtraError
from duixian.reading.records import (
    Claim,
    Government,
    Language,
    Quantity,
    Report,
    Section,
    Statement,
)
from duixian.tables.document_record import DocumentRecord, document_record
from duixian.tables.report_rows import rows_by_table, rows_of
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.rows import TableRow
from duixian.tables.shapes import TableShape

if TYPE_CHECKING:
    import pandas
    import pyarrow

Record = TypeVar("Record", covariant=True)


class RecordTable(Sequence[Record], Generic[Record]):
    """The records of one kind in a report, in the order of the text."""

    def __init__(self, records: Sequence[Record], shape: TableShape, report: Report) -> None:
        self._records = records
        self._shape = shape
        self._report = report

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...

    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._shape.name} of {self._report.document.name!r}>"

    def where(self, test: Callable[[Record], bool]) -> list[Record]:
        """List the records for which a test holds."""
        return [record for record in self._records if test(record)]

    def rows(self) -> list[TableRow]:
        """Give the records as dictionaries, as JSON Lines has them."""
        return list(rows_of(self._report, self._shape))

    def to_arrow(self) -> pyarrow.Table:
        """Give an Arrow table; nested fields become columns. Needs the extra ``parquet``."""
        from duixian.tables.arrow import arrow_table

        return arrow_table(self.rows(), self._shape)

    def to_pandas(self) -> pandas.DataFrame:
        """Give a pandas data frame. Needs the extra ``pandas``."""
        try:
            import pandas  # noqa: F401  # said clearly here, not deep inside pyarrow
        except ImportError as error:
            raise MissingExtraError("A pandas data frame", "pandas") from error
        frame: pandas.DataFrame = self.to_arrow().to_pandas()
        return frame


class ReadReport:
    """A report that was read: what it is, and its five tables."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __repr__(self) -> str:
        title = self.title or self.document.name
        return (
            f"<ReadReport {title!r}: {len(self.statements)} statements, "
            f"{len(self.quantities)} quantities, {len(self.claims)} claims>"
        )

    @property
    def document(self) -> Document:
        """The file as it came, with its text."""
        return self.report.document

    @property
    def text(self) -> str:
        """The text that every start and end counts in."""
        return self.report.document.text

    @property
    def title(self) -> str | None:
        """The title, where one was found."""
        return self.report.title

    @property
    def government(self) -> Government | None:
        """The government whose report it is, where it was found."""
        return self.report.government

    @property
    def year_reviewed(self) -> int | None:
        """The year it reviews."""
        return self.report.year_reviewed

    @property
    def year_planned(self) -> int | None:
        """The year it plans."""
        return self.report.year_planned

    @property
    def delivered(self) -> date | None:
        """The date of delivery."""
        return self.report.delivered

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages much of it is written in, the first one first."""
        return self.report.languages

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader noticed and a person should know."""
        return self.report.notes

    @property
    def documents(self) -> RecordTable[DocumentRecord]:
        """The table with the document's one row."""
        return self._table("documents", (document_record(self.report),))

    @property
    def sections(self) -> RecordTable[Section]:
        """The headed parts."""
        return self._table("sections", self.report.sections)

    @property
    def statements(self) -> RecordTable[Statement]:
        """The sentences, each with its kind."""
        return self._table("statements", self.report.statements)

    @property
    def quantities(self) -> RecordTable[Quantity]:
        """The numbers as stated."""
        return self._table("quantities", self.report.quantities)

    @property
    def claims(self) -> RecordTable[Claim]:
        """The checkable things said: promised or reported."""
        return self._table("claims", self.report.claims)

    def write(self, path: str | os.PathLike[str], *, table: str | None = None) -> None:
        """Write a table to a file whose name ends in .xlsx, .csv, .jsonl, .parquet or .txt.

        With no table named, a workbook holds all five and any other file the claims. The file
        appears whole or not at all. Raises OutputError, UsageError, MissingExtraError.
        """
        from duixian.tables.formats import format_of, tables_for, write_rows
        from duixian.tables.own_source import refuse_a_source
        from duixian.tables.write import OutputFile

        refuse_a_source(os.fspath(path), [self.document.name])
        format_ = format_of(Path(path))
        tables = tables_for(REPORT_TABLES, format_, table)
        rows = rows_by_table(self.report, names=[each.name for each in tables])
        write_rows(rows, tables, format_=format_, output=OutputFile(path))

    def _table(self, name: str, records: Sequence[Record]) -> RecordTable[Record]:
        return RecordTable(records, REPORT_TABLES.named(name), self.report)
