"""Visitors read what is published; drafts are for those who edit them; nothing else is told."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from duixian.web.ledger.models import Government, Report
from tests.web.persons import Person
from tests.web.reports import PLAN, stored

PAGES = (
    "",
    "findings/",
    "checkability/",
    "data/",
    "data/original/",
    "data/text/",
    "data/claims.csv",
    "data/all.xlsx",
    "at/0/",
)


@pytest.fixture
def draft(government: Government) -> Report:
    report = stored(PLAN)
    report.government = government
    report.save()
    return report


def _status(client: Client, report: Report, page: str) -> int:
    answer = client.get(f"/zh/reports/{report.pk}/{page}")
    answer.getvalue()
    return answer.status_code


@pytest.mark.parametrize("page", PAGES)
def test_a_draft_is_its_editors_alone(
    page: str,
    draft: Report,
    visitor: Client,
    editor: Person,
    other_editor: Person,
    administrator: Person,
) -> None:
    seen = [_status(each, draft, page) for each in (visitor, other_editor)]
    assert seen == [404, 404]
    assert _status(editor, draft, page) in (200, 302)
    assert _status(administrator, draft, page) in (200, 302)


@pytest.mark.parametrize("page", PAGES)
def test_a_withdrawn_report_is_gone_for_visitors(page: str, draft: Report, visitor: Client) -> None:
    Report.objects.filter(pk=draft.pk).update(is_published=True)
    assert _status(visitor, draft, page) in (200, 302)
    Report.objects.filter(pk=draft.pk).update(withdrawn_at=timezone.now())
    assert _status(visitor, draft, page) == 404


def test_an_editor_is_told_that_it_is_a_draft(draft: Report, editor: Person) -> None:
    page = editor.get(f"/en/reports/{draft.pk}/").content.decode()
    assert "Only its editors see this report." in page
    listed = editor.get("/en/reports/").content.decode()
    assert 'class="badge is-draft"' in listed


def test_lists_and_search_tell_nothing_of_drafts(draft: Report, visitor: Client) -> None:
    for page in ("", "reports/", "governments/", "governments/110107/", "search/?q=口袋公园"):
        shown = visitor.get(f"/zh/{page}").content.decode()
        assert f"/reports/{draft.pk}/" not in shown
    assert f"/reports/{draft.pk}/" not in visitor.get("/sitemap.xml").content.decode()


def test_rejected_records_are_not_shown(draft: Report, visitor: Client) -> None:
    Report.objects.filter(pk=draft.pk).update(is_published=True)
    statement = draft.statements.filter(kind="commitment").first()
    assert statement is not None
    statement.state = "rejected"
    statement.save()
    page = visitor.get(f"/zh/reports/{draft.pk}/").content.decode()
    assert f'id="s{statement.start}"' not in page
    assert statement.text in page, "the words themselves stay"
