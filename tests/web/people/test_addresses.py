"""Every address of this app, for each of the fixed persons, in both languages."""

from __future__ import annotations

import pytest
from django.test import Client

from duixian.web.people.models import Token
from duixian.web.people.tokens import make_token
from tests.web.persons import Person

pytestmark = pytest.mark.django_db

OPEN = ("sign-in/",)
OWN = ("account/", "account/password/", "account/second-factor/")
EDITORS = ("account/tokens/",)
ADMINISTRATORS = ("people/", "people/add/", "people/{key}/")
POSTED = {
    "account/recovery-codes/": {"editor": 404, "administrator": 404},
    "people/{key}/password/": {"editor": 403, "administrator": 200},
    "people/{key}/second-factor/": {"editor": 403, "administrator": 302},
}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Both languages, one after the other."""
    return str(request.param)


def statuses(client: Client, language: str, pages: tuple[str, ...], key: int = 0) -> set[int]:
    """Ask for each page and return the statuses."""
    return {client.get(f"/{language}/{page.format(key=key)}").status_code for page in pages}


def test_visitors_reach_the_sign_in_page_alone(visitor: Client, language: str) -> None:
    assert statuses(visitor, language, OPEN) == {200}
    assert statuses(visitor, language, OWN + EDITORS + ADMINISTRATORS) == {302}


def test_editors_reach_their_own_pages_alone(
    editor: Person, other_editor: Person, language: str
) -> None:
    assert statuses(editor, language, OWN + EDITORS) == {200}
    assert statuses(editor, language, ADMINISTRATORS, other_editor.user.pk) == {403}


def test_administrators_reach_all(administrator: Person, editor: Person, language: str) -> None:
    pages = OWN + EDITORS + ADMINISTRATORS
    assert statuses(administrator, language, pages, editor.user.pk) == {200}


def test_who_edits_for_no_government_has_an_account_and_no_tokens(
    editor: Person, language: str
) -> None:
    editor.user.memberships.all().delete()
    assert statuses(editor, language, OWN) == {200}
    assert statuses(editor, language, EDITORS) == {403}


@pytest.mark.parametrize("page", POSTED)
def test_what_changes_something_is_asked_by_post_of_who_may(
    visitor: Client, editor: Person, administrator: Person, other_editor: Person, page: str
) -> None:
    address = "/en/" + page.format(key=other_editor.user.pk)
    assert visitor.post(address).status_code == 302
    assert editor.post(address).status_code == POSTED[page]["editor"]
    assert administrator.get(address).status_code == 405
    assert administrator.post(address).status_code == POSTED[page]["administrator"]


def test_a_token_is_revoked_by_its_owner_alone(
    visitor: Client, editor: Person, other_editor: Person
) -> None:
    token, _ = make_token(editor.user, name="x", days=None)
    address = f"/en/account/tokens/{token.pk}/revoke/"
    for client in (visitor, other_editor):
        client.post(address)
        assert Token.objects.usable().exists()
    assert editor.get(address).status_code == 405
    editor.post(address)
    assert not Token.objects.usable().exists()


@pytest.mark.parametrize("page", OPEN + OWN)
def test_pages_hold_no_script_and_no_style_of_their_own(editor: Person, page: str) -> None:
    """The content policy would refuse them."""
    text = editor.get(f"/zh/{page}").content.decode()
    assert "<script>" not in text
    assert " style=" not in text
    assert "onclick" not in text
