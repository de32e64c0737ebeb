"""The account of a government and year."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from duixian.web.ledger.models import Report, Verdict
from duixian.web.site.accounts import views
from tests.web.persons import Person
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db
ADDRESS = "/en/governments/110107/2024/account/"


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


def test_the_summary_counts_each_checkable_commitment_once(
    visitor: Client, reports: TwoYears
) -> None:
    summary = visitor.get(ADDRESS).context["summary"]
    checkable = Verdict.objects.exclude(commitment__specificity="general")
    counted = {share.value: share.count for share in summary.checkable.shares}
    assert sum(counted.values()) == summary.checkable.total == checkable.count()
    for verdict, count in counted.items():
        assert count == checkable.filter(verdict=verdict).count()
    assert sum(tally.total for tally in summary.sections) == summary.checkable.total


def test_general_commitments_are_counted_apart(visitor: Client, reports: TwoYears) -> None:
    summary = visitor.get(ADDRESS).context["summary"]
    general = Verdict.objects.filter(commitment__specificity="general")
    assert summary.general.total == general.count() > 0


def test_the_picture_says_in_words_what_it_shows(visitor: Client, reports: TwoYears) -> None:
    page = visitor.get(ADDRESS).content.decode()
    assert 'role="img" aria-labelledby="bar-words"' in page
    assert '<title id="bar-words">exceeded' in page


def test_what_the_next_report_is_silent_about_is_listed(visitor: Client, reports: TwoYears) -> None:
    silent = visitor.get(ADDRESS).context["silent"]
    assert "建成养老服务驿站3家" in [row.commitment.text for row in silent]


def test_each_commitment_stands_with_evidence_and_rule(visitor: Client, reports: TwoYears) -> None:
    page = visitor.get("/zh/governments/110107/2024/account/").content.decode()
    jobs = reports.commitment("新增就业岗位")
    assert f"/zh/commitments/{jobs.key}/" in page
    assert "全年新增就业岗位1.3万个" in page
    assert jobs.verdict.why_zh in page


def test_a_year_without_the_next_report_says_what_is_missing(
    visitor: Client, reports: TwoYears
) -> None:
    page = visitor.get("/en/governments/110107/2025/account/")
    assert page.status_code == 200
    assert "There is no account of this year yet" in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/en/governments/110107/1999/account/",
        "/en/governments/110107/0/account/",
        "/en/governments/110107/99999999999999999999/account/",
        "/en/governments/nobody/2024/account/",
        "/en/governments/110107/2025/account/account.csv",
        "/en/governments/110107/2024/account/account.exe",
    ],
)
def test_what_is_not_there_is_not_found(visitor: Client, reports: TwoYears, address: str) -> None:
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize(
    "change",
    [{"is_published": False}, {"withdrawn_at": timezone.now()}],
    ids=["draft", "withdrawn"],
)
def test_a_draft_of_either_year_gives_no_account(
    visitor: Client, editor: Person, reports: TwoYears, change: dict[str, object]
) -> None:
    Report.objects.filter(pk=reports.review.pk).update(**change)
    for person in (visitor, editor):
        page = person.get(ADDRESS)
        assert page.status_code == 200
        assert page.context["found"].account is None
    Report.objects.filter(pk=reports.plan.pk).update(**change)
    Report.objects.filter(pk=reports.english.pk).update(**change)
    assert visitor.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99999", "page=%00"])
def test_nonsense_pages_give_the_nearest(visitor: Client, reports: TwoYears, query: str) -> None:
    assert visitor.get(f"{ADDRESS}?{query}").status_code == 200


def test_long_accounts_have_pages_that_hold_every_commitment_once(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ENTRIES_ON_PAGE", 2)
    seen: list[int] = []
    for number in (1, 2, 3):
        groups = visitor.get(f"{ADDRESS}?page={number}").context["groups"]
        seen += [row.commitment.pk for group in groups for row in group.rows]
    every = Verdict.objects.exclude(commitment__specificity="general")
    assert sorted(seen) == sorted(every.values_list("commitment", flat=True))


def test_more_commitments_ask_no_more_questions(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get(f"{ADDRESS}?warm=1")
    counts = []
    for rows in (1, 5):
        monkeypatch.setattr(views, "ENTRIES_ON_PAGE", rows)
        with CaptureQueriesContext(connection) as asked:
            visitor.get(f"{ADDRESS}?rows={rows}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 13
