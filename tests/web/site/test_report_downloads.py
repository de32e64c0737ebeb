"""What is taken away is what is shown, and no browser runs it."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest
from django.core.files.storage import default_storage
from django.test import Client

from duixian.tables.report_rows import rows_of
from duixian.tables.report_tables import REPORT_TABLES
from duixian.web.ledger.models import Report
from duixian.web.ledger.storing.documents import place_of, read_kept
from duixian.web.ledger.storing.store import store_reading
from duixian.web.site.reports.reading import reading_of
from tests.web.reports import PLAN, stored
from tests.web.reports import reading_of as read


@pytest.fixture
def report(db: None) -> Report:
    return stored(PLAN, name="石景山 2024.txt", is_published=True)


@pytest.fixture
def data(report: Report) -> str:
    return f"/zh/reports/{report.pk}/data/"


@pytest.mark.parametrize("table", REPORT_TABLES.names)
def test_the_ledger_gives_back_what_was_read(table: str, report: Report) -> None:
    """Every table made from the ledger is the one the program makes from the file."""
    shape = REPORT_TABLES.named(table)
    from_file = list(rows_of(read(PLAN, name=report.document.name), shape))
    assert list(rows_of(reading_of(report), shape)) == from_file


@pytest.mark.parametrize("table", REPORT_TABLES.names)
def test_tables_come_in_three_formats(table: str, data: str, visitor: Client) -> None:
    comma = visitor.get(f"{data}{table}.csv").content.decode("utf-8-sig")
    lines = visitor.get(f"{data}{table}.jsonl").content.decode().splitlines()
    book = openpyxl.load_workbook(io.BytesIO(visitor.get(f"{data}{table}.xlsx").content))
    rows = list(csv.DictReader(io.StringIO(comma)))
    assert len(rows) == len(lines) == book[table].max_row - 1
    assert all(json.loads(line) for line in lines)


def test_the_workbook_holds_all_tables(data: str, visitor: Client) -> None:
    book = openpyxl.load_workbook(io.BytesIO(visitor.get(f"{data}all.xlsx").content))
    assert set(REPORT_TABLES.names) <= set(book.sheetnames)


def test_what_a_later_reading_no_longer_finds_is_in_no_table(report: Report) -> None:
    shorter = PLAN.replace("二、2024年主要任务\n", "")
    store_reading(report.document, read(shorter, name=report.document.name))
    assert report.sections.filter(is_superseded=True).exists()
    found = reading_of(Report.objects.get()).sections
    assert len(found) == len(read(shorter).sections)


def test_corrections_are_in_the_tables(report: Report, data: str, visitor: Client) -> None:
    claim = report.claims.filter(kind="commitment").first()
    assert claim is not None
    claim.measure = "由人更正"
    claim.state = "corrected"
    claim.save()
    rejected = report.claims.exclude(pk=claim.pk).first()
    assert rejected is not None
    rejected.state = "rejected"
    rejected.save()
    rows = [
        json.loads(line)
        for line in visitor.get(f"{data}claims.jsonl").content.decode().splitlines()
    ]
    assert "由人更正" in [row["measure"] for row in rows]
    assert len(rows) == report.claims.count() - 1


def test_the_file_comes_as_it_came(report: Report, data: str, visitor: Client) -> None:
    answer = visitor.get(f"{data}original/")
    assert answer.getvalue() == PLAN.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_text_is_the_one_places_count_in(report: Report, data: str, visitor: Client) -> None:
    answer = visitor.get(f"{data}text/")
    assert answer.content.decode() == read_kept(report.document.sha256, "x.txt").text
    assert answer["Content-Disposition"].startswith("attachment;")


def test_a_name_with_path_and_control_characters_does_no_harm(db: None, visitor: Client) -> None:
    report = stored(PLAN + "另。", name='../../a\r\nSet-Cookie: x=1".html', is_published=True)
    for page in ("text/", "claims.csv", "original/"):
        answer = visitor.get(f"/zh/reports/{report.pk}/data/{page}")
        answer.getvalue()
        said = answer["Content-Disposition"]
        assert said.startswith("attachment;")
        assert not {"/", "\r", "\n"} & set(said)
        assert not answer.cookies


def test_a_file_that_is_lost_is_not_found(report: Report, data: str, visitor: Client) -> None:
    default_storage.delete(place_of(report.document.sha256))
    assert visitor.get(f"{data}original/").status_code == 404


@pytest.mark.parametrize(
    "name", ["claims.html", "claims.parquet", "nothing.csv", "all.csv", "all.jsonl", "claims.table"]
)
def test_other_names_are_not_found(name: str, data: str, visitor: Client) -> None:
    assert visitor.get(f"{data}{name}").status_code == 404
