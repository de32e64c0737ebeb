"""Reading over HTTP: all that is published, page by page, with one shape for every error."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from duixian.web.intake.work import relate
from duixian.web.ledger.models import Commitment, Report, Verdict
from duixian.web.people.tokens import make_token
from tests.web.persons import Person
from tests.web.reports import PLAN, REVIEW, stored

pytestmark = pytest.mark.django_db
BASE = "/api/v1"


@pytest.fixture
def report() -> Report:
    plan = stored(PLAN)
    relate(stored(REVIEW))
    Report.objects.update(is_published=True)
    return plan


def test_a_list_is_read_to_its_end_by_its_cursors(visitor: Client, report: Report) -> None:
    found: list[int] = []
    cursor = ""
    while cursor is not None:
        address = f"{BASE}/reports/{report.pk}/statements?limit=2&cursor={cursor}"
        page = visitor.get(address).json()
        found += [each["id"] for each in page["items"]]
        cursor = page["next"]
    kept = report.statements.order_by("pk").values_list("pk", flat=True)
    assert found == list(kept)


def test_spans_and_texts_fit_the_document(visitor: Client, report: Report) -> None:
    page = visitor.get(f"{BASE}/reports/{report.pk}/claims").json()
    for each in page["items"]:
        assert report.document.text[each["start"] : each["end"]] == each["text"]


def test_numbers_are_numbers_with_all_their_digits(visitor: Client, report: Report) -> None:
    body = visitor.get(f"{BASE}/reports/{report.pk}/quantities").content.decode()
    assert '"value":5.2,' in body


def test_a_commitment_comes_with_verdict_rule_and_evidence(visitor: Client, report: Report) -> None:
    key = Commitment.objects.get(text__contains="新增就业岗位1.2万个以上", report=report).key
    found = visitor.get(f"{BASE}/commitments/{key}").json()
    assert found["verdict"]["verdict"] == "exceeded"
    assert "12,000" in found["verdict"]["why"]
    assert found["verdict"]["evidence"][0]["text"] in REVIEW


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"words": "老旧小区"}, 2),
        ({"year": 2024, "verdict": "missed"}, 1),
        ({"government": "110107", "unit": "%"}, 2),
        ({"government": "110105"}, 0),
        ({"specificity": "general", "year": 2024}, 1),
    ],
)
def test_commitments_are_found_by_what_is_asked(
    visitor: Client, report: Report, query: dict[str, str | int], count: int
) -> None:
    assert len(visitor.get(f"{BASE}/commitments", query).json()["items"]) == count


def test_drafts_are_not_there_for_visitors(visitor: Client, report: Report) -> None:
    key = report.commitments.all()[0].key
    Report.objects.update(is_published=False)
    addresses = [f"reports/{report.pk}", f"reports/{report.pk}/claims", f"commitments/{key}"]
    for address in addresses:
        assert visitor.get(f"{BASE}/{address}").status_code == 404
    for address in ("reports", "commitments", "observations", "governments"):
        assert visitor.get(f"{BASE}/{address}").json()["items"] == []


def test_a_verdict_by_a_report_that_is_a_draft_is_not_told(visitor: Client, report: Report) -> None:
    Report.objects.exclude(pk=report.pk).update(is_published=False)
    assert Verdict.objects.exists()
    items = visitor.get(f"{BASE}/commitments").json()["items"]
    assert items
    assert all(each["verdict"] is None for each in items)
    assert visitor.get(f"{BASE}/commitments", {"verdict": "missed"}).json()["items"] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("reports/999999", 404),
        ("commitments/nonsense", 404),
        ("reports?limit=0", 422),
        ("reports?limit=many", 422),
        ("reports?cursor=nonsense", 400),
        ("reports?cursor=YWZ0ZXI6LTE", 400),
        ("reports/99999999999999999999", 422),
        ("commitments?year=12", 422),
        ("commitments?words=%00", 422),
        ("commitments?yaer=2024", 422),
        ("reports/1?limit=5", 422),
        ("intakes/00000000-0000-0000-0000-000000000000", 401),
    ],
)
def test_every_error_has_one_shape(visitor: Client, db: None, address: str, status: int) -> None:
    answer = visitor.get(f"{BASE}/{address}")
    error = answer.json()["error"]
    assert answer.status_code == error["status"] == status
    assert set(error) == {"code", "message", "status", "details"}
    assert error["message"]


@pytest.mark.parametrize("address", ["reports", "reports/1/claims", "commitments", "observations"])
def test_a_parameter_nobody_knows_is_named_and_not_ignored(
    visitor: Client, report: Report, address: str
) -> None:
    address = address.replace("1", str(report.pk))
    assert visitor.get(f"{BASE}/{address}?limit=5").status_code == 200
    answer = visitor.get(f"{BASE}/{address}?limit=5&yaer=2024&x=")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, "unknown_parameter")
    assert error["details"] == ["query.x", "query.yaer"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is nothing"), ("zh-CN", "没有"), ("zh", "没有")]
)
def test_errors_speak_the_reader_s_language(
    visitor: Client, db: None, language: str, words: str
) -> None:
    answer = visitor.get(f"{BASE}/reports/999999", headers={"Accept-Language": language})
    assert words in answer.json()["error"]["message"]


def test_what_has_not_changed_is_not_sent_again(visitor: Client, report: Report) -> None:
    first = visitor.get(f"{BASE}/reports")
    again = visitor.get(f"{BASE}/reports", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_of_others_may_read_but_not_write(visitor: Client, db: None) -> None:
    origin = {"Origin": "https://example.org"}
    assert visitor.get(f"{BASE}/reports", headers=origin).headers["Access-Control-Allow-Origin"]
    asked = visitor.options(
        f"{BASE}/intakes", headers={**origin, "Access-Control-Request-Method": "POST"}
    )
    assert "POST" not in asked.headers.get("Access-Control-Allow-Methods", "")


def test_being_signed_in_gives_no_right_over_http_without_a_token(
    editor: Person, report: Report
) -> None:
    Report.objects.update(is_published=False)
    assert editor.get(f"{BASE}/reports/{report.pk}").status_code == 404


def test_pages_ask_the_database_a_bounded_number_of_times(
    visitor: Client, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        visitor.get(f"{BASE}/commitments")


@pytest.mark.parametrize("path", ["", "/", "/nonsense", "/reports/1/nonsense", "/docs", "/%00"])
def test_an_address_that_is_not_there_is_told_in_the_shape_of_all_errors(
    visitor: Client, path: str
) -> None:
    for ask in (visitor.get, visitor.post):
        answer = ask(f"{BASE}{path}", follow=True)
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE"])
def test_what_cannot_be_done_is_told_in_the_shape_of_all_errors(
    visitor: Client, method: str
) -> None:
    answer = visitor.generic(method, f"{BASE}/reports")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert answer.json()["error"]["status"] == 405


def test_headers_alone_may_be_asked_for(visitor: Client, report: Report) -> None:
    whole = visitor.get(f"{BASE}/reports/{report.pk}")
    headers = visitor.head(f"{BASE}/reports/{report.pk}")
    assert headers.status_code == 200
    assert headers.content == b""
    assert headers.headers["Content-Type"] == whole.headers["Content-Type"]
    assert visitor.head(f"{BASE}/reports/999999").status_code == 404


@pytest.mark.parametrize("address", ["reports", "reports/1", "commitments", "governments"])
def test_a_token_that_is_none_is_told_and_not_taken_for_a_visitor(
    visitor: Client, report: Report, address: str
) -> None:
    address = f"{BASE}/{address.replace('1', str(report.pk))}"
    assert visitor.get(address).status_code == 200
    for token in ("xxx", "duixian_wrong", ""):
        answer = visitor.get(address, headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "unauthorized")


@pytest.mark.parametrize("ending", ["revoked_at", "expires_at"])
def test_a_token_that_has_ended_reads_nothing(editor: Person, report: Report, ending: str) -> None:
    token, text = make_token(editor.user, name="test", days=1)
    headers = {"Authorization": f"Bearer {text}"}
    assert Client().get(f"{BASE}/reports", headers=headers).status_code == 200
    setattr(token, ending, timezone.now())
    token.save()
    assert Client().get(f"{BASE}/reports", headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("query", "named"),
    [("limit=5&limit=6", "query.limit"), ("verdict=met&verdict=missed", "query.verdict")],
)
def test_a_parameter_given_twice_is_named_and_not_ignored(
    visitor: Client, db: None, query: str, named: str
) -> None:
    answer = visitor.get(f"{BASE}/commitments?{query}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, "repeated_parameter")
    assert error["details"] == [named]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=0", "query.limit: 不得小于 1"),
        ("limit=many", "query.limit: 请给出整数"),
        ("verdict=good", "query.verdict: 请从 "),
        ("words=%00", "query.words: 文字为空，或含有不允许的字符"),
    ],
)
def test_what_is_wrong_is_said_in_the_reader_s_language(
    visitor: Client, db: None, query: str, said: str
) -> None:
    address = f"{BASE}/commitments?{query}"
    [detail] = visitor.get(address, headers={"Accept-Language": "zh"}).json()["error"]["details"]
    assert said in detail
    [detail] = visitor.get(address, headers={"Accept-Language": "en"}).json()["error"]["details"]
    assert detail.isascii()
