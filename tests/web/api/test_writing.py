"""Writing over HTTP: with a token only, within one's own governments, remembered like the desk."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from duixian.web.intake.models import Intake
from duixian.web.intake.work import relate
from duixian.web.ledger.models import Change, Commitment, Government, Report
from duixian.web.people.tokens import make_token, revoke_token
from tests.web.persons import Person
from tests.web.reports import PLAN, REVIEW, stored

pytestmark = pytest.mark.django_db
BASE = "/api/v1"


@pytest.fixture
def report(government: Government) -> Report:
    return stored(PLAN)


def _headers(person: Person) -> dict[str, str]:
    return {"Authorization": f"Bearer {make_token(person.user, name='test', days=1)[1]}"}


def _patch(address: str, body: object, headers: dict[str, str] | None = None):  # type: ignore[no-untyped-def]
    return Client().patch(
        f"{BASE}/{address}", json.dumps(body), content_type="application/json", headers=headers
    )


def _commitment(report: Report) -> Commitment:
    found = report.commitments.first()
    assert found is not None
    return found


def test_an_editor_publishes(editor: Person, visitor: Client, report: Report) -> None:
    body = {"is_public": True, "revision": 1}
    assert _patch(f"reports/{report.pk}/publication", body, _headers(editor)).status_code == 200
    assert visitor.get(f"{BASE}/reports/{report.pk}").json()["is_public"] is True
    assert Change.objects.get().user_name == "editor"


def test_an_editor_corrects_a_commitment(editor: Person, report: Report) -> None:
    each = _commitment(report)
    body = {"measure": "another measure", "revision": each.revision, "reason": "clearer"}
    answer = _patch(f"commitments/{each.key}", body, _headers(editor))
    assert answer.json()["measure"] == "another measure"
    assert Change.objects.get().reason == "clearer"


def test_a_commitment_and_its_verdict_are_corrected_both_or_neither(
    editor: Person, report: Report
) -> None:
    each = _commitment(report)
    body = {"measure": "another measure", "verdict": "met", "revision": 1}
    answer = _patch(f"commitments/{each.key}", body, _headers(editor))
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "no_verdict")
    each.refresh_from_db()
    assert each.measure != "another measure"
    assert not Change.objects.exists()


@pytest.fixture
def accounted(report: Report) -> Commitment:
    """A commitment for which the next report accounts, as any reader sees it."""
    relate(stored(REVIEW))
    Report.objects.update(is_published=True)
    found = report.commitments.filter(verdict__isnull=False).first()
    assert found is not None
    return found


def test_only_what_is_named_is_changed(editor: Person, accounted: Commitment) -> None:
    before = accounted.verdict.state
    body: dict[str, object] = {"measure": "another measure", "revision": 1}
    _patch(f"commitments/{accounted.key}", body, _headers(editor))
    accounted.verdict.refresh_from_db()
    assert accounted.verdict.state == before
    Commitment.objects.update(state="suggested")
    body = {"verdict": "partly", "revision": 2}
    answer = _patch(f"commitments/{accounted.key}", body, _headers(editor)).json()
    assert (answer["verdict"]["verdict"], answer["verdict"]["state"]) == ("partly", "corrected")
    accounted.refresh_from_db()
    assert accounted.state == "suggested"
    answer = _patch(f"commitments/{accounted.key}", {"revision": 3}, _headers(editor))
    assert answer.json()["state"] == "suggested"
    assert Change.objects.filter(user__isnull=False).count() == 2


def test_of_two_who_change_a_verdict_alone_the_second_is_refused(
    editor: Person, visitor: Client, accounted: Commitment
) -> None:
    address = f"commitments/{accounted.key}"
    seen = visitor.get(f"{BASE}/{address}").json()["revision"]
    for verdict, status in (("partly", 200), ("met", 409)):
        body = {"verdict": verdict, "revision": seen}
        assert _patch(address, body, _headers(editor)).status_code == status
    assert visitor.get(f"{BASE}/{address}").json()["revision"] == seen + 1


def test_the_second_of_two_changes_is_refused(editor: Person, report: Report) -> None:
    each, headers = _commitment(report), _headers(editor)
    for measure, status in (("one", 200), ("two", 409)):
        body = {"measure": measure, "revision": 1}
        assert _patch(f"commitments/{each.key}", body, headers).status_code == status
    each.refresh_from_db()
    assert each.measure == "one"


@pytest.mark.parametrize("headers", [None, {"Authorization": "Bearer duixian_wrong"}])
def test_without_a_valid_token_nothing_is_changed(
    report: Report, headers: dict[str, str] | None
) -> None:
    answer = _patch(f"reports/{report.pk}/publication", {"is_public": True, "revision": 1}, headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    report.refresh_from_db()
    assert not report.is_published


def test_a_revoked_token_is_none(editor: Person, report: Report) -> None:
    token, text = make_token(editor.user, name="test", days=1)
    revoke_token(editor.user, token.pk)
    headers = {"Authorization": f"Bearer {text}"}
    body = {"is_public": True, "revision": 1}
    assert _patch(f"reports/{report.pk}/publication", body, headers).status_code == 401


@pytest.mark.parametrize("status", [404, 403])
def test_another_government_s_editor_changes_nothing(
    other_editor: Person, report: Report, status: int
) -> None:
    """A draft is not there for them (404); what is published is barred (403)."""
    Report.objects.update(is_published=status == 403)
    headers = _headers(other_editor)
    each = _commitment(report)
    for address, body in (
        (f"reports/{report.pk}/publication", {"is_public": False, "revision": 1}),
        (f"commitments/{each.key}", {"measure": "x", "revision": 1}),
    ):
        assert _patch(address, body, headers).status_code == status
    assert not Change.objects.exists()


def test_a_document_is_brought_in_and_followed(
    editor: Person, other_editor: Person, government: Government
) -> None:
    file = SimpleUploadedFile("report.txt", PLAN.encode())
    answer = Client().post(f"{BASE}/intakes", {"document": file}, headers=_headers(editor))
    assert answer.status_code == 202
    address = f"{BASE}/intakes/{answer.json()['id']}"
    assert Client().get(address, headers=_headers(editor)).json()["state"] == "queued"
    assert Client().get(address, headers=_headers(other_editor)).status_code == 404


def test_one_s_own_drafts_are_read_with_the_token(
    editor: Person, other_editor: Person, report: Report
) -> None:
    address = f"{BASE}/reports/{report.pk}"
    assert Client().get(address, headers=_headers(editor)).status_code == 200
    assert Client().get(address, headers=_headers(other_editor)).status_code == 404


def test_a_file_beyond_the_limit_is_refused(
    editor: Person, government: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIXIAN_MAX_UPLOAD_MEBIBYTES", "1")
    file = SimpleUploadedFile("large.txt", b"x" * (1024 * 1024 + 1))
    answer = Client().post(f"{BASE}/intakes", {"document": file}, headers=_headers(editor))
    assert answer.status_code == 413
    assert not Intake.objects.exists()


@pytest.mark.parametrize("body", ["", "[", "[]", '{"revision": 1, "is_public": 7}', '"\\ud800"'])
def test_a_body_that_is_none_is_refused(editor: Person, report: Report, body: str) -> None:
    answer = Client().patch(
        f"{BASE}/reports/{report.pk}/publication",
        body,
        content_type="application/json",
        headers=_headers(editor),
    )
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["message"]


def test_what_is_nobody_s_is_not_published(editor: Person, report: Report) -> None:
    Report.objects.update(government=None)
    headers = {**_headers(editor), "Accept-Language": "zh-CN"}
    body = {"is_public": True, "revision": 1}
    answer = _patch(f"reports/{report.pk}/publication", body, headers)
    assert answer.status_code == 422
    assert answer.json()["error"]["details"] == ["请先说明这是哪个政府的报告。"]
    assert not Report.objects.get().is_published


@pytest.mark.parametrize("measure", ["", "  "])
def test_a_measure_is_not_emptied(editor: Person, report: Report, measure: str) -> None:
    each = _commitment(report)
    body = {"measure": measure, "revision": 1}
    assert _patch(f"commitments/{each.key}", body, _headers(editor)).status_code == 422
    each.refresh_from_db()
    assert each.measure


def test_what_states_no_number_is_not_quantified(editor: Person, report: Report) -> None:
    each = report.commitments.filter(quantity=None).exclude(specificity="quantified")[0]
    body = {"specificity": "quantified", "revision": 1}
    answer = _patch(f"commitments/{each.key}", body, _headers(editor))
    assert answer.status_code == 422
    assert "没有数字" in answer.json()["error"]["details"][0]
    each.refresh_from_db()
    assert each.specificity != "quantified"
