"""One report on the desk: publishing, correcting, reading again, history."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.timezone import localtime

from duixian.web.ledger.models import Change, Commitment, Government, Report
from duixian.web.ledger.publishing import publish_reports
from tests.web.persons import Person
from tests.web.reports import PLAN, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(government: Government) -> Report:
    return stored(PLAN)


def _page(report: Report) -> str:
    return f"/en/desk/reports/{report.pk}/"


def test_one_switch_publishes_and_withdraws(
    editor: Person, visitor: Client, report: Report
) -> None:
    public = f"/en/reports/{report.pk}/"
    assert visitor.get(public).status_code == 404
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    assert visitor.get(public).status_code == 200
    editor.post(_page(report) + "publish/", {"is_public": "no", "revision": 2})
    assert visitor.get(public).status_code == 404
    assert Report.objects.filter(pk=report.pk).exists()


@pytest.mark.parametrize("sent", [{}, {"is_public": ""}, {"is_public": "nonsense"}])
def test_a_form_that_lost_its_button_withdraws_nothing(
    editor: Person, visitor: Client, report: Report, sent: dict[str, str]
) -> None:
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    answer = editor.post(_page(report) + "publish/", {**sent, "revision": 2})
    assert answer.status_code == 400
    assert visitor.get(f"/en/reports/{report.pk}/").status_code == 200


def test_what_is_said_of_a_report_is_corrected_and_carried_down(
    editor: Person, report: Report
) -> None:
    typed = {"title": "Report", "government_id": report.government_id, "year_planned": "2023"}
    answer = editor.post(_page(report), {**typed, "revision": 1})
    assert answer.status_code == 302
    assert set(Commitment.objects.values_list("year", flat=True)) == {2023}


def test_a_correction_of_a_report_survives_reading_it_again(editor: Person, report: Report) -> None:
    typed = {"title": "Report", "government_id": report.government_id, "year_planned": "2023"}
    editor.post(_page(report), {**typed, "revision": 1})
    stored(PLAN)
    report.refresh_from_db()
    assert (report.title, report.year_planned) == ("Report", 2023)


def test_reading_again_shows_what_changes_before_it_replaces(
    editor: Person, report: Report
) -> None:
    changed = report.statements.filter(kind="result").first()
    assert changed is not None
    report.statements.filter(pk=changed.pk).update(kind="context")  # as an older version read it
    page = editor.get(_page(report) + "read-again/").content.decode()
    assert "<del>context</del>" in page
    chinese = editor.get(_page(report).replace("/en/", "/zh/") + "read-again/").content.decode()
    assert "类别: <del>背景</del> → <ins>成果</ins>" in chinese
    changed.refresh_from_db()
    assert changed.kind == "context"
    editor.post(_page(report) + "read-again/")
    changed.refresh_from_db()
    assert changed.kind == "result"
    assert Change.objects.filter(record="statement", record_key=changed.pk).exists()


def test_nothing_changes_is_said(editor: Person, report: Report) -> None:
    assert "nothing would change" in editor.get(_page(report) + "read-again/").content.decode()


def test_a_file_that_is_missing_is_one_clear_line(
    editor: Person, report: Report, settings: object
) -> None:
    report.document.file.delete(save=False)
    page = editor.get(_page(report) + "read-again/", follow=True).content.decode()
    assert "cannot be read again" in page


def test_any_change_is_put_back_from_the_history(editor: Person, report: Report) -> None:
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    change = Change.objects.get()
    editor.post(f"/en/desk/changes/{change.pk}/put-back/")
    report.refresh_from_db()
    assert not report.is_published


def test_others_cannot_put_back(other_editor: Person, editor: Person, report: Report) -> None:
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    other_editor.post(f"/en/desk/changes/{Change.objects.get().pk}/put-back/")
    report.refresh_from_db()
    assert report.is_published


def test_the_desk_lists_one_s_own_reports_alone(
    editor: Person, other_editor: Person, administrator: Person, report: Report
) -> None:
    link = f"/en/desk/reports/{report.pk}/"
    assert link in editor.get("/en/desk/").content.decode()
    assert link in administrator.get("/en/desk/").content.decode()
    assert link not in other_editor.get("/en/desk/").content.decode()


def test_a_report_of_no_known_government_waits_for_any_editor(
    editor: Person, visitor: Client, report: Report
) -> None:
    Report.objects.filter(pk=report.pk).update(government=None)
    assert _page(report) in editor.get("/en/desk/").content.decode()
    typed = {"title": "Report", "government_id": editor.user.memberships.get().government_id}
    assert editor.post(_page(report), {**typed, "revision": 1}).status_code == 302
    report.refresh_from_db()
    assert report.government_id == typed["government_id"]
    assert visitor.get(f"/en/reports/{report.pk}/").status_code == 404


@pytest.fixture
def unclaimed(report: Report) -> Report:
    """A draft whose government is not known."""
    Report.objects.filter(pk=report.pk).update(government=None)
    report.refresh_from_db()
    return report


def test_what_is_nobody_s_is_published_by_nobody(
    editor: Person, administrator: Person, unclaimed: Report
) -> None:
    for person in (editor, administrator):
        page = person.get(_page(unclaimed)).content.decode()
        assert "Say first whose report this is" in page
        assert 'value="yes"' not in page
        sent = {"is_public": "yes", "revision": 1}
        page = person.post(_page(unclaimed) + "publish/", sent, follow=True).content.decode()
        assert page.count("Say first whose report this is") == 2  # told, and beside the form
    unclaimed.refresh_from_db()
    assert not unclaimed.is_published
    assert publish_reports([unclaimed]).nobodys == (unclaimed,)


def test_a_published_report_stays_somebody_s(
    editor: Person, visitor: Client, report: Report
) -> None:
    claimed = {"title": "Report", "government_id": "", "revision": 2}
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    answer = editor.post(_page(report), claimed)
    assert answer.status_code == 400
    assert "Say first whose report this is" in answer.content.decode()
    report.refresh_from_db()
    assert report.government_id is not None


def test_a_claim_of_a_published_report_is_not_put_back(editor: Person, unclaimed: Report) -> None:
    claimed = {"title": "Report", "government_id": editor.user.memberships.get().government_id}
    editor.post(_page(unclaimed), {**claimed, "revision": 1})
    claim = Change.objects.get()
    editor.post(_page(unclaimed) + "publish/", {"is_public": "yes", "revision": 2})
    page = editor.post(f"/en/desk/changes/{claim.pk}/put-back/", follow=True).content.decode()
    assert "Say first whose report this is" in page
    unclaimed.refresh_from_db()
    assert unclaimed.government_id is not None


def test_the_history_names_governments_and_tells_the_time_of_the_place(
    editor: Person, unclaimed: Report, government: Government
) -> None:
    claimed = {"title": "Report", "government_id": government.pk, "revision": 1}
    editor.post(_page(unclaimed), claimed)
    editor.post(_page(unclaimed) + "publish/", {"is_public": "yes", "revision": 2})
    editor.post(_page(unclaimed) + "publish/", {"is_public": "no", "revision": 3})
    unclaimed.refresh_from_db()
    moment = f"{localtime(unclaimed.withdrawn_at):%Y-%m-%d %H:%M}"
    for address in ("/en/desk/changes/", "/en/desk/", _page(unclaimed)):
        page = editor.get(address).content.decode()
        assert "Government: <del>—</del> → <ins>Shijingshan District</ins>" in page
        assert f"Withdrawn at: <del>—</del> → <ins>{moment}</ins>" in page


def test_a_change_put_back_twice_leaves_one_row(editor: Person, report: Report) -> None:
    editor.post(_page(report) + "publish/", {"is_public": "yes", "revision": 1})
    address = f"/en/desk/changes/{Change.objects.get().pk}/put-back/"
    assert "Put back." in editor.post(address, follow=True).content.decode()
    assert "nothing was changed" in editor.post(address, follow=True).content.decode()
    assert Change.objects.count() == 2


def test_a_title_is_not_emptied(editor: Person, report: Report) -> None:
    typed = {"title": "", "government_id": report.government_id, "revision": 1}
    assert editor.post(_page(report), typed).status_code == 400
    report.refresh_from_db()
    assert report.title
