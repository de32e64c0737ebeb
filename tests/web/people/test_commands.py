"""The first administrator is made on the command line; the password is no argument."""

from __future__ import annotations

import io
import sys

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from duixian.web.ledger.models import Government
from duixian.web.people.second_factor import make_recovery_codes
from tests.web.persons import PASSWORD, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a password on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))


def test_the_first_administrator_is_made(typed: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_person", "王芳", administrator=True)

    person = User.objects.get()
    assert (person.is_superuser, person.check_password(PASSWORD)) == (True, True)
    assert "王芳 may sign in" in capsys.readouterr().out


def test_an_editor_is_made_for_governments(typed: None, government: Government) -> None:
    call_command("create_person", "editor", government=[government.key])
    assert User.objects.get().memberships.get().government == government


@pytest.mark.parametrize(
    ("name", "password", "governments", "said"),
    [
        ("someone", "short", [], "too short"),
        ("some one", PASSWORD, [], "valid username"),
        ("someone", PASSWORD, ["999999"], "No such government"),
    ],
)
def test_what_cannot_be_makes_nobody(
    monkeypatch: pytest.MonkeyPatch, name: str, password: str, governments: list[str], said: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(password))
    with pytest.raises(CommandError, match=said):
        call_command("create_person", name, government=governments)
    assert not User.objects.exists()


def test_a_name_is_given_once(typed: None, editor: Person) -> None:
    with pytest.raises(CommandError, match="already exists"):
        call_command("create_person", "editor")


def test_the_last_resort_for_a_lost_second_factor(editor: Person) -> None:
    make_recovery_codes(editor.user)
    call_command("reset_second_factor", "editor")

    assert not editor.user.staticdevice_set.exists()  # type: ignore[attr-defined]  # of django-otp
    with pytest.raises(CommandError, match="Nobody"):
        call_command("reset_second_factor", "nobody")
