"""Each of the fixed persons may do what their role allows, and no more."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from duixian.web.people.rights import is_administrator, is_editor
from tests.web.persons import Person

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
