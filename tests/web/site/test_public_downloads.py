"""The files of the public pages: exactly what is shown, safe to open, Chinese readable."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest
from django.http import FileResponse, StreamingHttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from duixian.web.ledger.models import Commitment, Report
from duixian.web.site.commitments import listing, views
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db
LIST = "/zh/commitments/"
STATES = (
    "",
    "?q=小区",
    "?verdict=missed&verdict=exceeded",
    "?sort=amount&year=2024",
    "?language=all",
)


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


def _bytes(visitor: Client, address: str) -> bytes:
    answer = visitor.get(address)
    assert isinstance(answer, StreamingHttpResponse | FileResponse)
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer.streaming_content)


def _csv_rows(visitor: Client, address: str) -> list[dict[str, str]]:
    content = _bytes(visitor, address)
    assert content.startswith(b"\xef\xbb\xbf")  # what makes Excel read it as UTF-8
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("state", STATES)
def test_each_file_holds_what_the_page_shows_in_its_order(
    visitor: Client, reports: TwoYears, state: str
) -> None:
    shown = [row.commitment.key for row in visitor.get(f"{LIST}{state}").context["shown"].rows]
    as_csv = [row["key"] for row in _csv_rows(visitor, f"{LIST}commitments.csv{state}")]
    as_json = json.loads(_bytes(visitor, f"{LIST}commitments.json{state}"))
    book = openpyxl.load_workbook(io.BytesIO(_bytes(visitor, f"{LIST}commitments.xlsx{state}")))
    head, *rows = book["commitments"].iter_rows(values_only=True)
    place = [str(each).split("\n")[0] for each in head].index("key")
    assert as_csv == shown
    assert [row["key"] for row in as_json["commitments"]] == shown
    assert [row[place] for row in rows] == shown


def test_numbers_are_numbers_and_what_is_not_stated_is_empty(
    visitor: Client, reports: TwoYears
) -> None:
    rows = json.loads(_bytes(visitor, f"{LIST}commitments.json"))["commitments"]
    by_text = {row["text"]: row for row in rows if row["year"] == 2024}
    assert by_text["新增就业岗位1.2万个以上"]["value"] == 12000
    assert by_text["持续优化营商环境"]["value"] is None


def test_a_formula_in_a_report_is_no_formula_in_the_file(
    visitor: Client, reports: TwoYears
) -> None:
    pk = reports.commitment("口袋公园").pk
    Commitment.objects.filter(pk=pk).update(text='=HYPERLINK("http://example.org")')
    texts = [row["text"] for row in _csv_rows(visitor, f"{LIST}commitments.csv?year=2024")]
    assert '\'=HYPERLINK("http://example.org")' in texts
    book = openpyxl.load_workbook(io.BytesIO(_bytes(visitor, f"{LIST}commitments.xlsx")))
    kinds = {cell.data_type for row in book["commitments"].iter_rows() for cell in row}
    assert "f" not in kinds


def test_nothing_that_is_a_draft_is_in_a_file(visitor: Client, reports: TwoYears) -> None:
    Report.objects.filter(pk=reports.review.pk).update(is_published=False)
    rows = _csv_rows(visitor, f"{LIST}commitments.csv?language=all")
    assert rows
    assert {row["year"] for row in rows} == {"2024"}
    assert {row["verdict"] for row in rows} == {""}


def test_a_file_is_bounded(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_ROWS", 3)
    assert len(_csv_rows(visitor, f"{LIST}commitments.csv")) == 3


def test_a_file_asks_few_questions_a_batch(
    visitor: Client,
    reports: TwoYears,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(listing, "_BATCH", 500)
    with django_assert_max_num_queries(4):
        _bytes(visitor, f"{LIST}commitments.csv")


def test_nothing_found_is_a_file_with_its_heading(visitor: Client, reports: TwoYears) -> None:
    content = _bytes(visitor, f"{LIST}commitments.csv?q=登月").decode("utf-8-sig")
    assert content.startswith("government,year,text,")
    assert len(content.splitlines()) == 1
    assert json.loads(_bytes(visitor, f"{LIST}commitments.json?q=登月"))["commitments"] == []


@pytest.mark.parametrize("address", ["commitments.exe", "commitments.parquet", "commitments."])
def test_other_formats_are_not_found(visitor: Client, reports: TwoYears, address: str) -> None:
    assert visitor.get(f"{LIST}{address}").status_code == 404


def test_an_account_is_downloaded_whole(visitor: Client, reports: TwoYears) -> None:
    address = "/zh/governments/110107/2024/account/account.csv"
    rows = _csv_rows(visitor, address)
    held = reports.plan.commitments.filter(verdict__isnull=False)
    assert {row["key"] for row in rows} == set(held.values_list("key", flat=True))
    assert all(row["verdict"] and row["why"] for row in rows)


def test_an_indicator_is_downloaded_as_it_is_shown(visitor: Client, reports: TwoYears) -> None:
    rows = _csv_rows(visitor, "/zh/indicators/gdp/data.csv?governments=110107")
    assert {(row["year"], row["sort"], row["value"]) for row in rows} >= {
        ("2024", "actual", "5.6"),
        ("2024", "target", "5"),
    }
    assert visitor.get("/zh/indicators/gdp/data.doc").status_code == 404
