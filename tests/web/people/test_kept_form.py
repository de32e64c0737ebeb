"""A form sent after the session ended, or with an old token, is not lost."""

from __future__ import annotations

import html
import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from duixian.web.ledger.models import Government
from duixian.web.people.models import Token
from tests.web.persons import PASSWORD, Person

pytestmark = pytest.mark.django_db
FORM = "/en/account/tokens/"  # any form of the desk would do
WRITTEN = {"name": ' 新增 "就业" <b>\n第二行', "days": "90"}
KEPT = "/en/account/kept-form/"


def expire(person: Client) -> None:
    """End the session, as time does."""
    Session.objects.filter(session_key=person.session.session_key).delete()


def sign_in(person: Client, address: str) -> str:
    """Sign in at the page one was sent to; return where that leads."""
    page = person.get(address)
    assert "What you wrote is kept" in page.content.decode()
    following = re.search(r'name="next" value="([^"]*)"', page.content.decode())
    assert following
    fields = {"username": "editor", "password": PASSWORD, "next": following[1]}
    return person.post("/en/sign-in/", fields).headers["Location"]


def hidden_fields(page: str) -> dict[str, str]:
    """Read what the page would send, as a browser does."""
    found = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: html.unescape(value) for name, value in found}


def test_what_was_written_is_sent_after_signing_in_again(editor: Person) -> None:
    expire(editor)
    sent_away = editor.post(FORM, WRITTEN)
    assert not Token.objects.exists()

    assert sign_in(editor, sent_away.headers["Location"]) == KEPT
    page = editor.get(KEPT).content.decode()
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    answer = editor.post(KEPT, hidden_fields(page), follow=True)

    assert answer.redirect_chain == [(FORM, 307)]
    assert answer.status_code == 200
    assert Token.objects.get().name == WRITTEN["name"].strip()
    assert editor.get(KEPT).status_code == 302  # there is nothing left to send


def test_what_was_written_is_shown_as_its_writer_knows_it(
    editor: Person, government: Government
) -> None:
    expire(editor)
    fields = {"r5-kind": "commitment", "r5-measure": "岗位", "r5-reason": "", "revision": "3"}
    fields |= {"decision": "correct", "government_id": str(government.pk), "x_y": "z"}
    sign_in(editor, editor.post("/en/desk/reports/1/statements/5/", fields).headers["Location"])
    page = editor.get(KEPT).content.decode()
    shown = re.findall(r'<th scope="row">(.*?)</th><td class="people-written">(.*?)</td>', page)
    assert shown == [
        ("Kind", "commitment"),
        ("Measure", "岗位"),
        ("Why (for the history)", "nothing"),
        ("Decision", "Correct"),
        ("Government", "Shijingshan District"),
        ("Further field", "z"),
    ]
    assert hidden_fields(page) == fields, "all of it is sent all the same"
    chinese = editor.get(KEPT.replace("/en/", "/zh/")).content.decode()
    assert '<th scope="row">类别</th><td class="people-written">承诺</td>' in chinese


def test_a_kept_form_names_no_government_that_its_writer_may_not_see(editor: Person) -> None:
    hidden = Government.objects.create(key="hidden", name="未公开区")
    said = [str(hidden.pk), "²", "9" * 5000]
    expire(editor)
    away = editor.post("/en/desk/reports/1/", {"governments": said}).headers["Location"]
    assert sign_in(editor, away) == KEPT
    page = editor.get(KEPT).content.decode()
    assert re.findall(r'<td class="people-written">(.*?)</td>', page) == said


def test_nothing_is_sent_by_itself_and_it_can_be_dropped(editor: Person) -> None:
    expire(editor)
    sign_in(editor, editor.post(FORM, WRITTEN).headers["Location"])

    assert editor.post("/en/account/kept-form/forget/").status_code == 302

    assert editor.get(KEPT).status_code == 302
    assert not Token.objects.exists()


def test_files_are_asked_for_again(editor: Person) -> None:
    expire(editor)
    file = SimpleUploadedFile("report.txt", b"text")
    sign_in(editor, editor.post(FORM, {**WRITTEN, "file": file}).headers["Location"])

    assert "choose them again" in editor.get(KEPT).content.decode()


def test_passwords_are_never_kept(editor: Person) -> None:
    expire(editor)
    fields = {"old_password": PASSWORD, "new_password1": "x", "new_password2": "x"}
    answer = editor.post("/en/account/password/", fields)

    assert KEPT not in answer.headers["Location"]
    assert "kept_form" not in editor.session


def test_very_long_forms_lead_back_to_their_page(editor: Person) -> None:
    expire(editor)
    answer = editor.post(
        FORM, {"name": "x" * 300_000}, headers={"Referer": "http://testserver/en/desk/?a=1"}
    )
    assert answer.headers["Location"] == "/en/sign-in/?next=%2Fen%2Fdesk%2F%3Fa%3D1"


def test_a_script_is_told_where_to_sign_in(visitor: Client) -> None:
    answer = visitor.post(FORM, WRITTEN, headers={"Accept": "application/json"})

    assert answer.status_code == 401
    assert answer.json() == {"error": "sign_in", "address": "/en/sign-in/"}


def strict(person: Person) -> Client:
    """Give the person a browser of which the token of forms is checked."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = person.cookies
    return client


def test_a_form_of_our_own_with_an_old_token_is_kept(editor: Person) -> None:
    """As when one signed in anew in another tab."""
    answer = strict(editor).post(FORM, WRITTEN, headers={"Origin": "http://testserver"})

    assert answer.headers["Location"] == KEPT
    assert hidden_fields(editor.get(KEPT).content.decode())["days"] == "90"


@pytest.mark.parametrize("headers", [{"Origin": "https://example.org"}, {}])
def test_a_form_of_another_site_is_refused(editor: Person, headers: dict[str, str]) -> None:
    answer = strict(editor).post(FORM, WRITTEN, headers=headers)

    assert answer.status_code == 403
    assert "The form was not sent" in answer.content.decode()
    assert "kept_form" not in editor.session
