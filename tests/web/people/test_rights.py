"""Each of the fixed persons may do what their role allows, and no more."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from duixian.web.people.rights import is_administrator, is_editor
from tests.web.persons import Person, make_user

pytestmark = pytest.mark.django_db


def test_only_administrators_look_after_the_site(
    editor: Person, other_editor: Person, administrator: Person
) -> None:
    assert is_administrator(administrator.user)
    assert not any(
        is_administrator(each) for each in (AnonymousUser(), editor.user, other_editor.user)
    )


def test_editors_and_administrators_enter_the_desk(
    editor: Person, other_editor: Person, administrator: Person
) -> None:
    assert all(is_editor(each.user) for each in (editor, other_editor, administrator))
    assert not is_editor(AnonymousUser())


@pytest.mark.parametrize(
    ("language", "words"), [("en", "no government yet"), ("zh", "还没有分配政府")]
)
def test_who_has_no_government_is_told_what_happened_and_what_to_do(
    db: None, language: str, words: str
) -> None:
    newcomer = Person(make_user("newcomer"))
    answer = newcomer.get(f"/{language}/desk/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert words in page
    assert "newcomer" in page
    assert f"/{language}/account/" in page


def test_an_editor_barred_from_what_administrators_do_has_a_government(editor: Person) -> None:
    page = editor.get("/en/people/")
    assert page.status_code == 403
    assert "no government" not in page.content.decode()
