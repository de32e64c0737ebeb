"""JSON Lines and CSV: exact numbers, valid UTF-8, and no formula that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.reading.records import Report
from duixian.tables.clean_text import for_csv, for_terminal
from duixian.tables.formats import Format, open_writer
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES


def written(report: Report, format_: Format, name: str) -> bytes:
    stream = io.BytesIO()
    writer = open_writer(format_, stream, [REPORT_TABLES.named(name)])
    writer.add(rows_by_table(report, names=[name]))
    writer.finish()
    return stream.getvalue()


def json_rows(report: Report, name: str) -> list[dict[str, Any]]:
    lines = written(report, Format.JSONL, name).decode("utf-8", "strict").splitlines()
    return [json.loads(line) for line in lines]


def csv_rows(report: Report, name: str) -> list[dict[str, str]]:
    text = written(report, Format.CSV, name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", REPORT_TABLES.names)
def test_json_lines_give_back_every_row(name: str, report: Report) -> None:
    for row, record in zip(
        json_rows(report, name), rows_by_table(report, names=[name])[name], strict=True
    ):
        assert list(row) == list(record)


def test_json_numbers_are_numbers_and_whole_ones_have_no_fraction(report: Report) -> None:
    exact = replace(report.quantities[0], value=Decimal("1097.6"), high=Decimal("2E+3"))
    line = written(replace(report, quantities=(exact,)), Format.JSONL, "quantities").decode()
    assert '"value":1097.6,' in line
    assert '"high":2000,' in line


def test_json_nests_the_quantity_and_the_span(report: Report) -> None:
    result, promise = json_rows(report, "claims")
    assert promise["quantity"]["relation"] == ">="
    assert promise["quantity"]["value"] == 300
    assert result["quantity"]["text"] == "281000人"
    start, end = promise["statement"]
    assert report.document.text[start:end] == promise["sentence"]


@pytest.mark.parametrize("format_", [Format.JSONL, Format.CSV])
def test_a_name_that_is_no_text_is_still_written_as_valid_utf8(
    format_: Format, report: Report
) -> None:
    document = replace(report.document, name="bad\udcff.txt")
    data = written(replace(report, document=document), format_, "claims")
    assert "bad\ufffd.txt" in data.decode("utf-8", "strict")


def test_csv_opens_with_a_mark_so_that_excel_shows_chinese(report: Report) -> None:
    assert written(report, Format.CSV, "claims").startswith(b"\xef\xbb\xbfdocument,")


def test_csv_has_the_nested_fields_as_columns(report: Report) -> None:
    _, promise = csv_rows(report, "claims")
    assert promise["quantity_value"] == "300"
    assert promise["quantity_unit"] == "count"
    assert promise["place"] == ""
    assert promise["functions"] == "10"


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]
)
def test_a_cell_that_would_run_as_a_formula_is_made_text(text: str) -> None:
    assert for_csv(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "+3.5%", "-1,287", "=", ">=", "普通", "", "5-3"])
def test_figures_signs_and_ordinary_text_stay_as_they_are(text: str) -> None:
    assert for_csv(text) == text


@given(st.text(st.characters(codec=None)))
def test_text_for_a_terminal_keeps_its_length_and_loses_every_control(text: str) -> None:
    shown = for_terminal(text)
    assert len(shown) == len(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    shown.encode()


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_from_csv_but_for_the_apostrophe(text: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([for_csv(text)])
    stream.seek(0)
    ((back,),) = csv.reader(stream)
    assert back.removeprefix("'") == text.removeprefix("'")
