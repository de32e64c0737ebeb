"""What makes a sheet a form: choices to pick from, colour for what is unconfirmed, print on A3.

Choices stand on a hidden sheet, since a list inside a cell's rule holds 255 characters only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from duixian.tables.shapes import Column, Form

_LISTS = "lists 选项"
_PAPER_A3 = 8
_ROOM_BELOW = 200  # rows that people may add
_UNSURE = {"bg_color": "#FFF4CE"}
_FOOTER = "&L&F&C&A&R&P / &N"
_TITLE = "Not in the list 不在选项中"
_MESSAGE = "Keep it all the same? 仍要这样填写吗？"


class FormSheet:
    """Adds to one sheet what its form asks for."""

    def __init__(
        self, book: xlsxwriter.Workbook, sheet: Worksheet, form: Form, columns: Sequence[Column]
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._form = form
        self._names = [column.name for column in columns]

    def finish(self, last_row: int) -> None:
        """Set up choices, colours and print for the rows that were written and some below."""
        last = last_row + _ROOM_BELOW
        offered = {
            name: choices
            for name, choices in self._form.choices.items()
            if choices and name in self._names
        }
        if self._book.get_worksheet_by_name(_LISTS) is None:
            self._write_lists(list(offered.values()))
        for place, (name, choices) in enumerate(offered.items()):
            self._offer(place, self._names.index(name), len(choices), last)
        self._colour(last)
        self._sheet.set_paper(_PAPER_A3)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer(_FOOTER)
        self._sheet.hide_gridlines(0)  # lines are printed as well

    def _write_lists(self, columns: Sequence[Sequence[str]]) -> None:
        """Write the choices row by row, since the workbook keeps no row once the next is begun."""
        lists = self._book.add_worksheet(_LISTS)
        lists.hide()
        for row, cells in enumerate(zip_longest(*columns)):
            for at, cell in enumerate(cells):
                if cell is not None:
                    lists.write_string(row, at, cell)

    def _offer(self, place: int, at: int, count: int, last: int) -> None:
        source = f"='{_LISTS}'!{xl_range_abs(0, place, count - 1, place)}"
        rule = {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": _TITLE,
            "error_message": _MESSAGE,
        }
        self._sheet.data_validation(1, at, last, at, rule)

    def _colour(self, last: int) -> None:
        style = self._book.add_format(_UNSURE)
        for mark in self._form.unsure:
            rule = {"type": "text", "criteria": "begins with", "value": mark, "format": style}
            self._sheet.conditional_format(1, 0, last, len(self._names) - 1, rule)
