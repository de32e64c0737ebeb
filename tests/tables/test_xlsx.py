"""A workbook a person is glad to open, read back with another library."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from duixian.reading.records import Report
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.xlsx import LONGEST_CELL, XlsxTablesWriter, columns_wide


def workbook(
    report: Report, *, names: tuple[str, ...] = REPORT_TABLES.names, **options: int
) -> Any:
    stream = io.BytesIO()
    writer = XlsxTablesWriter(stream, [REPORT_TABLES.named(name) for name in names], **options)
    writer.add(rows_by_table(report, names=names))
    writer.finish()
    return openpyxl.load_workbook(stream)


def cell(sheet: Any, name: str, row: int = 2) -> Any:
    headers = [str(each.value).split("\n", maxsplit=1)[0] for each in sheet[1]]
    return sheet.cell(row=row, column=headers.index(name) + 1)


def test_each_table_has_a_sheet_and_the_first_one_explains_them(report: Report) -> None:
    book = workbook(report)
    assert book.sheetnames == ["about 说明", *REPORT_TABLES.names]
    about = [[cell.value for cell in row] for row in book["about 说明"].iter_rows()]
    for table in REPORT_TABLES.shapes:
        for column in table.flat_columns():
            assert [column.name, column.label, column.zh, column.en] in about


@pytest.mark.parametrize("name", REPORT_TABLES.names)
def test_headers_stay_in_view_and_filter_in_both_languages(name: str, report: Report) -> None:
    sheet = workbook(report, names=(name,))[name]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    headers = {cell.value for cell in sheet[1]}
    assert headers == {
        f"{each.name}\n{each.label}" for each in REPORT_TABLES.named(name).flat_columns()
    }


def test_numbers_are_numbers_and_dates_are_dates(report: Report) -> None:
    exact = replace(report.quantities[0], value=Decimal("1097.6"))
    book = workbook(replace(report, quantities=(exact, report.quantities[1])))
    value = cell(book["quantities"], "value")
    assert value.value == 1097.6
    assert value.number_format == "#,##0.0#####"
    whole = cell(book["quantities"], "value", row=3)
    assert (whole.value, whole.number_format) == (300, "#,##0")
    assert cell(book["documents"], "year_planned").number_format == "0"
    assert cell(book["documents"], "delivered").is_date


def test_chinese_text_is_whole_and_wraps(report: Report) -> None:
    text = cell(workbook(report)["statements"], "text", row=3)
    assert text.value == "新增养老床位不少于300张，=1+1。"
    assert text.alignment.wrap_text


@pytest.mark.parametrize("text", ["=1+1", "https://example.org/", "{=A1}", "00123", "1E5"])
def test_text_is_never_taken_for_a_formula_a_link_or_a_number(text: str, report: Report) -> None:
    claim = replace(report.claims[0], measure=text)
    measure = cell(workbook(replace(report, claims=(claim,)))["claims"], "measure")
    assert (measure.value, measure.data_type, measure.hyperlink) == (text, "s", None)


def test_characters_that_xml_forbids_do_not_break_the_file(report: Report) -> None:
    claim = replace(report.claims[0], measure="a\x00b\x1bc\uffffd\ud800e")
    measure = cell(workbook(replace(report, claims=(claim,)))["claims"], "measure")
    assert measure.value == "a\ufffdb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize("filling", ["字", "𠀀"], ids=["basic plane", "beyond it"])
def test_a_cell_longer_than_excel_holds_is_cut_and_said_so(filling: str, report: Report) -> None:
    statement = replace(report.statements[0], text=filling * 40_000)
    book = workbook(replace(report, statements=(statement,)))
    text = cell(book["statements"], "text").value
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert text.endswith("[…]")
    remarks = [row[0].value for row in book["about 说明"].iter_rows(max_row=4)]
    assert any("statements: cells cut" in str(remark) for remark in remarks)


def test_more_rows_than_a_sheet_holds_go_on_in_a_second_one(report: Report) -> None:
    claims = report.claims * 3
    book = workbook(replace(report, claims=claims), names=("claims",), rows_in_sheet=5)
    assert book.sheetnames == ["about 说明", "claims", "claims 2"]
    assert (book["claims"].max_row, book["claims 2"].max_row) == (5, 3)
    assert book["claims 2"].freeze_panes == "B2"


def test_widths_follow_the_content_and_count_chinese_as_two(report: Report) -> None:
    assert columns_wide("年度 GDP") == 8
    sheet = workbook(report)["quantities"]
    headers = [str(each.value).split("\n", maxsplit=1)[0] for each in sheet[1]]
    letters = dict(zip(headers, [each.column_letter for each in sheet[1]], strict=True))
    width = sheet.column_dimensions[letters["sentence"]].width
    assert columns_wide("新增养老床位不少于300张，=1+1。") <= width <= 61


def test_a_report_with_nothing_in_it_is_still_a_workbook(report: Report) -> None:
    empty = replace(report, statements=(), quantities=(), claims=(), sections=())
    assert workbook(empty)["claims"].max_row == 1


def test_what_is_not_there_is_an_empty_cell_and_no_empty_text(report: Report) -> None:
    section = replace(report.sections[1], heading="", heading_span=None, parent=None)
    stream = io.BytesIO()
    names = ("sections",)
    writer = XlsxTablesWriter(stream, [REPORT_TABLES.named("sections")])
    writer.add(rows_by_table(replace(report, sections=(section,)), names=names))
    writer.finish()
    sheet = openpyxl.load_workbook(stream)["sections"]
    assert cell(sheet, "heading").value is None
    with zipfile.ZipFile(stream) as book:
        assert b"<t></t>" not in book.read("xl/worksheets/sheet2.xml")
