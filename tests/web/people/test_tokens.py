"""Tokens of the API: shown once, kept as a hash, ended by time, by hand and with the person."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from duixian.web.people.models import Token
from duixian.web.people.tokens import make_token, person_of
from tests.web.persons import Person

pytestmark = pytest.mark.django_db
PAGE = "/en/account/tokens/"


def made(person: Person, **fields: str) -> str:
    """Make a token on the page and read it there."""
    page = person.post(PAGE, {"name": "nightly", "days": "90", **fields}).content.decode()
    found = re.search(r"duixian_[\w-]{43}", page)
    assert found
    return found[0]


def test_a_token_is_shown_once_and_only_its_hash_is_kept(editor: Person) -> None:
    text = made(editor)

    assert text not in editor.get(PAGE).content.decode()
    assert text not in str(list(Token.objects.values_list()))
    assert person_of(text) == editor.user


def test_a_revoked_token_opens_nothing(editor: Person) -> None:
    text = made(editor)
    assert editor.post(f"{PAGE}{Token.objects.get().pk}/revoke/").status_code == 302

    assert person_of(text) is None
    assert "revoked" in editor.get(PAGE).content.decode()


def test_an_expired_token_opens_nothing(editor: Person) -> None:
    token, text = make_token(editor.user, name="old", days=30)
    assert token.expires_at is not None
    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert person_of(text) is None
    assert "expired" in editor.get(PAGE).content.decode()


def test_a_token_may_last_until_it_is_revoked(editor: Person) -> None:
    text = made(editor, days="")

    assert Token.objects.get().expires_at is None
    assert person_of(text) == editor.user


def test_the_token_of_someone_who_may_not_sign_in_opens_nothing(editor: Person) -> None:
    text = made(editor)
    editor.user.is_active = False
    editor.user.save()

    assert person_of(text) is None


def test_the_last_use_is_told_to_the_minute(editor: Person) -> None:
    """Not every request writes to the database."""
    text = made(editor)
    person_of(text)
    first = Token.objects.get().last_used_at
    person_of(text)
    assert first is not None
    assert Token.objects.get().last_used_at == first

    Token.objects.update(last_used_at=first - timedelta(hours=1))
    person_of(text)
    assert Token.objects.get().last_used_at != first - timedelta(hours=1)


def test_nobody_ends_the_token_of_another(editor: Person, other_editor: Person) -> None:
    text = made(editor)
    other_editor.post(f"{PAGE}{Token.objects.get().pk}/revoke/")

    assert person_of(text) == editor.user


@given(st.text())
def test_nothing_else_is_a_token(text: str) -> None:
    assert person_of(text) is None
    assert person_of(f"duixian_{text}") is None


def test_only_editors_make_tokens(visitor: Client, administrator: Person) -> None:
    assert visitor.get(PAGE).status_code == 302
    assert person_of(made(administrator)) == administrator.user


def test_tokens_are_bounded(editor: Person) -> None:
    for number in range(50):
        make_token(editor.user, name=str(number), days=None)

    assert editor.post(PAGE, {"name": "one more", "days": ""}).status_code == 400
    assert Token.objects.count() == 50


@pytest.mark.parametrize("fields", [{}, {"name": "x" * 101}, {"name": "x", "days": "-1"}])
def test_nonsense_makes_no_token(editor: Person, fields: dict[str, str]) -> None:
    assert editor.post(PAGE, fields).status_code == 400
    assert not Token.objects.exists()
