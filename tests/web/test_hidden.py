"""What stands beside a published report and is not published itself is told nowhere."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from duixian.web.intake.work import relate
from duixian.web.ledger import history
from duixian.web.ledger.choices import State
from duixian.web.ledger.models import Government, Report, Verdict
from tests.web.persons import Person
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, stored

pytestmark = pytest.mark.django_db
NUMBERS = ("1.3万", "5.6%")  # of the next report
VERDICTS = ("verdict-exceeded", "verdict-missed", "exceeded")
FILTERED = "/zh/commitments/?sort=verdict"  # it offers every verdict to choose from
LISTS = (
    "/zh/",
    "/en/",
    "/zh/commitments/commitments.csv",
    "/zh/commitments/commitments.json",
    "/zh/governments/",
    "/zh/governments/110107/",
    "/zh/indicators/gdp/",
    "/zh/search/?q=就业",
    "/api/v1/commitments",
    "/api/v1/observations",
    "/api/v1/reports",
)

PLACES_OF_GOVERNMENTS = (
    "/zh/",
    "/zh/governments/",
    "/zh/reports/",
    "/zh/commitments/",
    "/zh/commitments/?government=110107",
    "/zh/indicators/",
    "/zh/indicators/?government=110107",
    "/zh/indicators/gdp/?governments=110107,370200",
    "/zh/search/?q=就业",
    "/sitemap.xml",
    "/api/v1/governments",
    "/api/v1/reports",
    "/api/v1/commitments",
    "/api/v1/observations",
)


@pytest.fixture
def plan() -> Report:
    """A published plan; the report of the next year accounts for it, and is a draft."""
    report = stored(PLAN)
    relate(stored(REVIEW))
    Report.objects.filter(pk=report.pk).update(is_published=True)
    return report


def _pages_of(report: Report) -> list[str]:
    zh = f"/zh/reports/{report.pk}"
    parts = ("", "findings/", "checkability/", "data/", "data/claims.csv", "at/0/")
    pages = [f"{zh}/{part}" for part in parts]
    pages += [f"{zh}/statements/{each.start}/" for each in report.statements.all()]
    for each in report.commitments.all():
        page = f"/zh/commitments/{each.key}"
        pages += [f"{page}/", f"{page}/record.json", f"{page}/annotation.jsonld"]
        pages.append(f"/api/v1/commitments/{each.key}")
    tables = ("", "/sections", "/statements", "/quantities", "/claims", "/findings", "/beads")
    return pages + [f"/api/v1/reports/{report.pk}{table}" for table in tables]


def _said(visitor: Client, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code in (200, 302), address
    return answer.getvalue().decode()


def test_a_verdict_from_a_draft_is_told_nowhere(plan: Report, visitor: Client) -> None:
    _clean(visitor, plan)


def test_a_verdict_from_a_withdrawn_report_is_told_nowhere(plan: Report, visitor: Client) -> None:
    Report.objects.exclude(pk=plan.pk).update(is_published=True, withdrawn_at=timezone.now())
    _clean(visitor, plan)


def test_a_verdict_that_an_editor_rejected_counts_nowhere(plan: Report, visitor: Client) -> None:
    Report.objects.update(is_published=True)
    assert "verdict-exceeded" in _said(visitor, "/zh/")
    Verdict.objects.update(state="rejected")
    cache.clear()  # all in one go, which no editor can
    for address in ("/zh/", *_pages_of(plan)):
        said = _said(visitor, address)
        assert not [word for word in VERDICTS if word in said], address


def test_the_order_by_verdict_tells_nothing_of_a_draft(plan: Report, visitor: Client) -> None:
    plain = _order(visitor, "-year")
    assert _order(visitor, "verdict") == plain
    assert _order(visitor, "-verdict") == plain
    Report.objects.update(is_published=True)
    assert _order(visitor, "verdict&year=2024") != _order(visitor, "-year&year=2024")


def test_the_other_language_of_a_report_is_quoted_nowhere_while_it_is_a_draft(
    visitor: Client,
) -> None:
    zh = stored(PLAN)
    english = stored(PLAN_ENGLISH.replace("15 old", "51 old"), name="english.txt")
    relate(english)
    Report.objects.filter(pk=zh.pk).update(is_published=True)
    for address in _pages_of(zh):
        assert "51 old" not in _said(visitor, address), address
    Report.objects.filter(pk=english.pk).update(is_published=True)
    assert "51 old" in _said(visitor, f"/api/v1/reports/{zh.pk}/findings")


def test_what_was_rejected_is_counted_nowhere(visitor: Client, administrator: Person) -> None:
    report = stored(PLAN, is_published=True)
    every = [*report.statements.all(), *report.claims.all(), *report.commitments.all()]
    for each in every:
        each.refresh_from_db()
        history.decide(each, State.REJECTED, user=administrator.user, revision=each.revision)
    report.refresh_from_db()
    assert not any(report.counts.values())
    for table in ("statements", "quantities", "claims"):
        assert visitor.get(f"/api/v1/reports/{report.pk}/{table}").json()["items"] == [], table
    assert not any(visitor.get(f"/api/v1/reports/{report.pk}").json()["counts"].values())
    home = visitor.get("/en/").context["found"]
    assert (home.statements, home.quantities, home.commitments) == (0, 0, 0)
    for page in ("", "checkability/"):
        shown = visitor.get(f"/en/reports/{report.pk}/{page}").context
        assert not any(count for _, count in shown.get("kinds", ()))
        assert shown.get("whole") is None


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_government_without_a_published_report_is_told_of_nowhere(
    state: str,
    government: Government,
    editor: Person,
    other_editor: Person,
    administrator: Person,
    visitor: Client,
) -> None:
    stored(PLAN.replace("石景山区", "青岛市"), name="city.txt", is_published=True)
    stored(PLAN)
    if state == "withdrawn":
        of_it = Report.objects.filter(government=government)
        of_it.update(is_published=True, withdrawn_at=timezone.now())
    page = f"/zh/governments/{government.key}/"
    assert [each.get(page).status_code for each in (visitor, other_editor)] == [404, 404]
    assert [each.get(page).status_code for each in (editor, administrator)] == [200, 200]
    for address in PLACES_OF_GOVERNMENTS:
        said = _said(visitor, address)
        assert government.name not in said, address
        assert "governments/110107" not in said, address
        assert '"110107"' not in said or "110107" in address, address


def test_a_government_of_a_draft_leads_no_longer_to_those_above_it(visitor: Client) -> None:
    draft = stored(PLAN)
    assert draft.government is not None
    assert draft.government.parent is not None
    above = f"/zh/governments/{draft.government.parent.key}/"
    assert visitor.get(above).status_code == 404
    Report.objects.update(is_published=True)
    assert visitor.get(above).status_code == 200


def _clean(visitor: Client, plan: Report) -> None:
    filtered = _said(visitor, FILTERED)
    assert not [word for word in NUMBERS if word in filtered]
    for address in (*LISTS, *_pages_of(plan)):
        said = _said(visitor, address)
        assert not [word for word in (*NUMBERS, *VERDICTS) if word in said], address


def _order(visitor: Client, sort: str) -> list[str]:
    cache.clear()  # a kept page has no context to look at
    rows = visitor.get(f"/zh/commitments/?sort={sort}").context["shown"].rows
    return [row.commitment.key for row in rows]
