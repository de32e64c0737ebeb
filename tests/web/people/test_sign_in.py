"""Signing in, being locked out, passwords, and signing out."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from duixian.web.people.administering import password_address
from tests.web.persons import PASSWORD, Person

pytestmark = pytest.mark.django_db
SIGN_IN = "/en/sign-in/"


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> int:
    """Send the form; return the status."""
    fields = {"username": name, "password": password, **more}
    return client.post(SIGN_IN, fields).status_code


def test_a_right_password_lets_in_and_a_wrong_one_says_so(visitor: Client, editor: Person) -> None:
    refused = visitor.post(SIGN_IN, {"username": "editor", "password": "wrong"})
    assert "errorlist" in refused.content.decode()
    assert "_auth_user_id" not in visitor.session

    answer = visitor.post(SIGN_IN, {"username": "editor", "password": PASSWORD})
    assert answer.headers["Location"] == reverse("desk:home")


def test_signing_in_leads_back_to_the_page_asked_for(visitor: Client, editor: Person) -> None:
    asked = visitor.get("/en/account/tokens/?x=1")
    assert asked.headers["Location"] == "/en/sign-in/?next=%2Fen%2Faccount%2Ftokens%2F%3Fx%3D1"

    fields = {"username": "editor", "password": PASSWORD, "next": "/en/account/tokens/?x=1"}
    assert visitor.post(SIGN_IN, fields).headers["Location"] == "/en/account/tokens/?x=1"


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(
    visitor: Client, editor: Person, address: str
) -> None:
    fields = {"username": "editor", "password": PASSWORD, "next": address}
    assert visitor.post(SIGN_IN, fields).headers["Location"] == reverse("desk:home")


def test_too_many_failed_attempts_lock_with_a_clear_page(visitor: Client, editor: Person) -> None:
    statuses = [sign_in(visitor, "editor", "wrong") for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]

    locked = visitor.post(SIGN_IN, {"username": "editor", "password": PASSWORD})

    assert locked.status_code == 429
    assert "Too many attempts" in locked.content.decode()
    assert "15 minutes" in locked.content.decode()
    assert locked.headers["Retry-After"] == "900"


def test_a_lock_is_of_one_name_and_one_address(
    visitor: Client, editor: Person, other_editor: Person
) -> None:
    """Nobody can lock others out of the site by guessing."""
    for _ in range(5):
        sign_in(visitor, "editor", "wrong")

    assert sign_in(Client(), "other-editor") == 302
    assert sign_in(Client(REMOTE_ADDR="10.0.0.9"), "editor") == 302


def test_the_lock_speaks_chinese_too(visitor: Client, editor: Person) -> None:
    for _ in range(5):
        answer = visitor.post("/zh/sign-in/", {"username": "editor", "password": "wrong"})
    assert "尝试次数过多" in answer.content.decode()


def test_signing_out_ends_the_session_and_only_by_a_form(editor: Person) -> None:
    assert editor.get("/en/sign-out/").status_code == 405
    assert "_auth_user_id" in editor.session

    assert editor.post("/en/sign-out/").status_code == 302
    assert "_auth_user_id" not in editor.session


def test_who_may_not_sign_in_any_more_is_out_at_once(editor: Person) -> None:
    User.objects.filter(pk=editor.user.pk).update(is_active=False)

    assert editor.get("/en/account/").status_code == 302
    assert sign_in(Client(), "editor") == 200


def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(editor: Person) -> None:
    elsewhere = Person(editor.user)
    new = {"new_password1": "another long word 77", "new_password2": "another long word 77"}
    page = "/en/account/password/"

    assert editor.post(page, {"old_password": "wrong", **new}).status_code == 200
    assert sign_in(Client(), "editor") == 302
    assert editor.post(page, {"old_password": PASSWORD, **new}).status_code == 302

    assert editor.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302
    assert sign_in(Client(), "editor", "another long word 77") == 302


@pytest.mark.parametrize("password", ["short", "123456789012345", "password1234", "editor@example"])
def test_weak_passwords_are_refused(editor: Person, password: str) -> None:
    fields = {
        "old_password": PASSWORD,
        "new_password1": password,
        "new_password2": password,
    }
    assert editor.post("/en/account/password/", fields).status_code == 200
    assert sign_in(Client(), "editor") == 302


def test_a_link_to_choose_a_password_works_once(visitor: Client, editor: Person) -> None:
    link = password_address(editor.user)
    form = visitor.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    fields = {"new_password1": "another long word 77", "new_password2": "another long word 77"}

    assert visitor.post(address, fields).headers["Location"] == reverse("people:sign-in")

    assert sign_in(Client(), "editor", "another long word 77") == 302
    again = Client().get(link, follow=True)
    assert "new_password1" not in again.content.decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_of_ones_own_are_never_kept_by_a_cache(
    editor: Person, language: str, settings: Settings
) -> None:
    answer = editor.get(f"/{language}/account/")
    assert "no-store" in answer.headers["Cache-Control"]
