"""XLSX a person is glad to open: one sheet a table, and a first sheet that explains them.

Headers stay in view and filter, numbers are numbers, text is never taken for a formula or a
link. What Excel cannot hold is said on the first sheet: a cell over 32,767 characters is cut
there, and rows over the limit of a sheet go on in a second one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from duixian.documents.wide import WIDE_RANGES
from duixian.tables.clean_text import for_xml, one_line
from duixian.tables.part_files import close_part, open_part_folder
from duixian.tables.rows import Rows, TableRow, flatten
from duixian.tables.shapes import Column, TableShape, Type
from duixian.tables.xlsx_form import FormSheet

LARGEST_ROW_COUNT = 1_048_576
LONGEST_CELL = 32_767
_ROWS_MEASURED = 500
_LINE_POINTS = 15
_TALLEST_ROW_POINTS = 405
_ROOM_TO_FILL_IN = 18  # widest an empty column of a form gets
_PAPER_A4 = 9
# Chinese fonts draw dashes, dots and quotation marks as wide as their characters.
_DRAWN_WIDE = re.compile(f"[{WIDE_RANGES}\u2014\u2018-\u201d\u2026]")
_CUT_MARK = " […]"
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NUMERIC = (Type.INTEGER, Type.YEAR, Type.NUMBER)


def columns_wide(text: str) -> int:
    """Count the columns a line takes on a screen: a Chinese character takes two."""
    return len(text) + len(_DRAWN_WIDE.findall(text))


class XlsxTablesWriter:
    """Writes one or more tables as the sheets of one workbook."""

    def __init__(
        self,
        stream: BinaryIO,
        tables: Sequence[TableShape],
        *,
        rows_in_sheet: int = LARGEST_ROW_COUNT,
    ) -> None:
        # Its own folder for the library's many files, so that none outlives a failed run.
        self._folder = open_part_folder()
        self._book = xlsxwriter.Workbook(stream, {**_OPTIONS, "tmpdir": str(self._folder)})
        self._formats = _formats(self._book)
        self._about = self._book.add_worksheet("about 说明")
        self._tables = tables
        self._sheets = {
            table.name: [_Sheet(self._book, table, self._formats, number=1)] for table in tables
        }
        self._rows_in_sheet = rows_in_sheet

    def add(self, rows: Rows) -> None:
        """Write the rows of one more report. Raises OSError."""
        for table in self._tables:
            for row in rows[table.name]:
                self._sheet_with_room(table).add(row)

    def finish(self) -> None:
        """Write the first sheet and put the workbook together. Raises OSError."""
        for sheets in self._sheets.values():
            for sheet in sheets:
                sheet.finish()
        _write_about(self._about, self._formats, self._tables, self._remarks())
        try:
            self._book.close()
        except XlsxWriterException as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error
        finally:
            self.close()

    def close(self) -> None:
        """Remove the temporary files of the sheets."""
        for sheet in self._book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()
        close_part(self._folder)

    def _sheet_with_room(self, table: TableShape) -> _Sheet:
        sheets = self._sheets[table.name]
        if sheets[-1].next_row >= self._rows_in_sheet:
            sheets.append(_Sheet(self._book, table, self._formats, number=len(sheets) + 1))
        return sheets[-1]

    def _remarks(self) -> list[str]:
        remarks = []
        for name, sheets in self._sheets.items():
            if len(sheets) > 1:
                remarks.append(f"{name}: {len(sheets)} sheets, as one holds no more rows")
            cut = sum(sheet.cells_cut for sheet in sheets)
            if cut:
                remarks.append(
                    f"{name}: cells cut to the {LONGEST_CELL:,} characters Excel holds, ending in "
                    f"{_CUT_MARK.strip()}: {cut}; CSV and JSON Lines keep them whole"
                )
        return remarks


class _Sheet:
    """One sheet being filled, row by row."""

    def __init__(
        self, book: xlsxwriter.Workbook, table: TableShape, formats: dict[str, Format], number: int
    ) -> None:
        title = table.name if number == 1 else f"{table.name} {number}"
        self._sheet: Worksheet = book.add_worksheet(title)
        self._table = table
        self._formats = formats
        self._book = book
        columns = table.flat_columns()
        # A person reads words and figures first; offsets and codes stand at the end.
        self._order = sorted(range(len(columns)), key=lambda at: columns[at].is_technical)
        self._columns = [columns[at] for at in self._order]
        # Three more than the heading: room for the arrow of the filter.
        self._widths = [max(map(columns_wide, _header(each))) + 3 for each in self._columns]
        self.next_row = 1
        self.cells_cut = 0
        self._sheet.set_row(0, 32)
        for at, column in enumerate(self._columns):
            self._sheet.write_string(0, at, "\n".join(_header(column)), formats["header"])
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(_PAPER_A4)
        self._sheet.repeat_rows(0)

    def add(self, row: TableRow) -> None:
        """Write one row, as tall as its longest cell needs."""
        values = flatten(row, self._table)
        cells = [
            (at, column, values[place])
            for at, (place, column) in enumerate(zip(self._order, self._columns, strict=True))
            if values[place] not in (None, [], "")
        ]
        lines = max((self._lines(at, column, value) for at, column, value in cells), default=1)
        if lines > 1:
            self._sheet.set_row(self.next_row, min(lines * _LINE_POINTS, _TALLEST_ROW_POINTS))
        for at, column, value in cells:
            self._write(at, column, value)
        self.next_row += 1

    def _lines(self, at: int, column: Column, value: Any) -> int:
        """Count the lines a cell takes, and keep the width of the widest seen."""
        wide = len(f"{value:,}") if column.type in _NUMERIC else columns_wide(one_line(value))
        if self.next_row <= _ROWS_MEASURED:
            self._widths[at] = max(self._widths[at], min(wide + 1, column.width))
        is_short = column.type in _NUMERIC or self._is_folded(column)
        return 1 if is_short else 1 + wide // column.width

    def _is_folded(self, column: Column) -> bool:
        """Tell whether a column is kept for programs, or folded away in a form."""
        form = self._table.form
        return column.is_technical or (form is not None and column.name in form.folded)

    def _write(self, at: int, column: Column, value: Any) -> None:
        style = self._formats[_style(column, value)]
        if column.type in _NUMERIC:
            self._sheet.write_number(self.next_row, at, value, style)
        elif isinstance(value, date):
            self._sheet.write_datetime(self.next_row, at, value, style)
        else:
            self._sheet.write_string(self.next_row, at, self._cell(one_line(value)), style)

    def _cell(self, text: str) -> str:
        text = for_xml(text)
        if _units(text) <= LONGEST_CELL:
            return text
        self.cells_cut += 1
        kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(_CUT_MARK))]
        return kept.decode("utf-16-le", errors="ignore") + _CUT_MARK

    def finish(self) -> None:
        """Set the widths, now that they are known, and the filter over all rows."""
        form = self._table.form
        for at, (column, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            fold = {"level": 1, "hidden": True} if form and self._is_folded(column) else {}
            room = max(width, min(column.width, _ROOM_TO_FILL_IN)) if form else width
            self._sheet.set_column(at, at, room, None, fold)
        self._sheet.autofilter(0, 0, max(self.next_row - 1, 1), len(self._columns) - 1)
        if form is not None:
            FormSheet(self._book, self._sheet, form, self._columns).finish(self.next_row)


def _units(text: str) -> int:
    """Count a text as Excel does: a character beyond the basic plane counts twice."""
    if len(text) <= LONGEST_CELL // 2:
        return len(text)
    return len(text.encode("utf-16-le")) // 2


def _header(column: Column) -> tuple[str, str]:
    return column.name, column.label


def _style(column: Column, value: Any) -> str:
    if column.type is Type.NUMBER:
        return "whole" if isinstance(value, int) else "number"
    return "integer" if column.type in _NUMERIC else column.type.value


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    top = {"valign": "top"}
    text = {**top, "text_wrap": True}
    styles: dict[str, dict[str, Any]] = {
        "header": {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EEF4"},
        "title": {"bold": True, "font_size": 14},
        "subtitle": {**text, "bold": True},
        Type.TEXT.value: text,
        Type.TEXTS.value: text,
        Type.DATE.value: {**top, "num_format": "yyyy-mm-dd"},
        "integer": {**top, "num_format": "0"},
        "whole": {**top, "num_format": "#,##0"},
        "number": {**top, "num_format": "#,##0.0#####"},
    }
    return {name: book.add_format(style) for name, style in styles.items()}


def _write_about(
    sheet: Worksheet,
    formats: dict[str, Format],
    tables: Sequence[TableShape],
    remarks: Sequence[str],
) -> None:
    """Explain every sheet and column, in both languages."""
    for at, width in enumerate((20, 22, 56, 64)):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, "Duixian 兑现", formats["title"])
    row = 1
    for remark in remarks:
        sheet.write_string(row, 0, remark)
        row += 1
    for table in tables:
        row += 1
        for at, text in enumerate((table.name, table.label, table.zh, table.en)):
            sheet.write_string(row, at, text, formats["header"])
        row += 1
        for column in sorted(table.flat_columns(), key=lambda column: column.is_technical):
            for at, text in enumerate((column.name, column.label, column.zh, column.en)):
                sheet.write_string(row, at, text, formats[Type.TEXT.value])
            row += 1
