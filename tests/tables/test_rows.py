"""Rows hold exactly the declared columns, and the fields the contract names."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from duixian.errors import UsageError
from duixian.language.functions import divisions
from duixian.reading.records import Report
from duixian.tables.read_report import ReadReport
from duixian.tables.report_rows import rows_of
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.rows import flatten, plain_number
from duixian.tables.shapes import TableShape, Type
from duixian.tables.shared_columns import FUNCTIONS
from duixian.tables.summary import summarise

CONTRACT = {
    "statements": "document start end text language section role kind specificity why",
    "quantities": "document start end text value high unit relation basis status measure statement",
    "claims": "document start end text kind specificity measure quantity place due period "
    "indicator statement",
}


@pytest.mark.parametrize("table", REPORT_TABLES.shapes, ids=lambda table: table.name)
def test_a_row_has_the_declared_columns_in_their_order(table: TableShape, report: Report) -> None:
    for row in rows_of(report, table):
        assert list(row) == [column.name for column in table.columns]
        assert len(flatten(row, table)) == len(table.flat_columns())


@pytest.mark.parametrize("table", REPORT_TABLES.shapes, ids=lambda table: table.name)
def test_every_column_is_explained_in_both_languages_under_a_name_of_its_own(
    table: TableShape,
) -> None:
    columns = table.flat_columns()
    assert len({column.name for column in columns}) == len(columns)
    assert all(column.zh and column.en and column.label for column in columns)
    assert not {Type.SPAN, Type.GROUP} & {column.type for column in columns}


@pytest.mark.parametrize(("name", "fields"), CONTRACT.items())
def test_the_fields_of_the_contract_are_there(name: str, fields: str) -> None:
    assert set(fields.split()) <= {column.name for column in REPORT_TABLES.named(name).columns}


def test_a_record_carries_its_sentence_section_page_and_year(report: Report) -> None:
    jobs, beds = rows_of(report, REPORT_TABLES.named("quantities"))
    assert jobs["sentence"] == "城镇新增就业281000人。"
    assert jobs["section"] == "政府工作报告 / 回顾"
    assert (jobs["page"], jobs["year"], jobs["role"]) == (1, 2023, "review")
    assert (beds["page"], beds["year"], beds["role"]) == (2, 2024, "plan")
    start, end = beds["statement"]
    assert report.document.text[start:end] == beds["sentence"]


def test_a_claim_holds_its_quantity_and_a_claim_without_one_holds_none(report: Report) -> None:
    bare = replace(report.claims[0], quantity=None)
    rows = list(
        rows_of(replace(report, claims=(bare, report.claims[1])), REPORT_TABLES.named("claims"))
    )
    assert rows[0]["quantity"] is None
    assert rows[1]["quantity"]["value"] == 300
    flat = dict(
        zip(
            [column.name for column in REPORT_TABLES.named("claims").flat_columns()],
            flatten(rows[0], REPORT_TABLES.named("claims")),
            strict=True,
        )
    )
    assert flat["quantity_value"] is None
    assert flat["statement_start"] == rows[0]["statement"][0]


def test_the_document_row_counts_what_was_read(report: Report) -> None:
    (row,) = rows_of(report, REPORT_TABLES.named("documents"))
    assert (row["statements"], row["quantities"], row["claims"], row["pages"]) == (2, 2, 2, 2)
    assert row["notes"] == ["decoded as UTF-8", "no signature found"]
    assert (row["code"], row["level"]) == ("110107", "county")


def test_a_row_leads_back_to_the_government_and_to_the_very_file(report: Report) -> None:
    for name in ("quantities", "claims"):
        for row in rows_of(report, REPORT_TABLES.named(name)):
            assert (row["code"], row["sha256"]) == ("110107", "0" * 64)


def test_a_web_page_keeps_its_last_address_and_its_time(report: Report) -> None:
    address, fetched = "https://example.org/2024.html", "2024-01-10T08:00:00+00:00"
    page = replace(report.document, address=address, fetched=fetched)
    (row,) = rows_of(replace(report, document=page), REPORT_TABLES.named("documents"))
    assert (row["address"], row["fetched"]) == (address, fetched)


def test_the_title_of_the_file_stands_in_where_the_text_has_none(report: Report) -> None:
    document = replace(report.document, title="区政府")
    untitled = replace(report, title=None, document=document)
    (row,) = rows_of(untitled, REPORT_TABLES.named("documents"))
    assert row["title"] == summarise(untitled).title == "区政府"
    assert summarise(replace(report, document=document)).title == "政府工作报告"


def test_the_record_of_a_document_has_the_fields_of_its_row(report: Report) -> None:
    (record,) = ReadReport(report).documents
    (row,) = ReadReport(report).documents.rows()
    assert [field.name for field in fields(record)] == list(row)
    assert (record.title, record.claims, record.level) == (row["title"], 2, "county")
    assert ReadReport(report).languages == record.languages == tuple(row["languages"])


def test_a_report_without_government_or_pages_says_so_with_nothing(report: Report) -> None:
    document = replace(report.document, pages=())
    bare = replace(report, government=None, document=document, year_planned=None)
    (row,) = rows_of(bare, REPORT_TABLES.named("documents"))
    assert row["government"] is row["code"] is row["pages"] is row["year_planned"] is None
    assert all(row["page"] is None for row in rows_of(bare, REPORT_TABLES.named("statements")))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1097.60", "1097.60"),
        ("109760000000.0", "109760000000"),
        ("1E+12", "1000000000000"),
        ("0", "0"),
        ("1E-7", "1E-7"),
    ],
)
def test_whole_numbers_become_whole_and_no_digit_is_lost(value: str, expected: str) -> None:
    assert str(plain_number(Decimal(value))) == expected


def test_a_gigantic_exponent_is_not_written_out() -> None:
    assert str(plain_number(Decimal("1E+1000000"))) == "1E+1000000"


def test_an_unknown_table_is_named_with_the_choices() -> None:
    with pytest.raises(UsageError, match="claims"):
        REPORT_TABLES.named("promises")


def test_the_column_of_functions_names_every_division() -> None:
    for division in divisions():
        assert f"{division.code} {division.zh}" in FUNCTIONS.zh
        assert f"{division.code} {division.en.lower()}" in FUNCTIONS.en
