"""The second factor: set up, asked for, recovered, and needed in production."""

from __future__ import annotations

import re
import time
from base64 import b32decode

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from duixian.web.ledger.models import Government
from duixian.web.people.administering import reset_second_factor
from tests.web.persons import PASSWORD, Person
from tests.web.reports import PLAN, stored

pytestmark = pytest.mark.django_db
SET_UP = "/en/account/second-factor/"
CODE = "/en/account/code/"
DESK = "/en/desk/"


def code_of(key: bytes, *, steps_on: int = 0) -> str:
    """Show what the app shows, now or some steps on."""
    clock = TOTP(key)
    clock.time = time.time() + 30 * steps_on
    return f"{clock.token():06d}"


def set_up(person: Client, next_page: str = "") -> tuple[bytes, list[str]]:
    """Set up an app as a person would; return its key and the recovery codes."""
    page = person.get(SET_UP).content.decode()
    found = re.search(r'<code class="people-code">([A-Z2-7]+=*)</code>', page)
    assert found
    key = b32decode(found[1])
    done = person.post(SET_UP, {"code": code_of(key), "next": next_page}).content.decode()
    return key, re.findall(r'<code class="people-code">([a-z2-7]{8})</code>', done)


def signed_in_anew(person: Person) -> Person:
    """Sign in with name and password alone."""
    client = Person(person.user)
    client.post("/en/sign-out/")
    client.post("/en/sign-in/", {"username": person.user.username, "password": PASSWORD})
    return client


def test_the_picture_is_part_of_the_page_and_holds_the_key(editor: Person) -> None:
    """The policy of content allows pictures as data; none is fetched from anywhere."""
    answer = editor.get(SET_UP)

    page = answer.content.decode()
    assert 'src="data:image/svg+xml' in page
    assert "img-src 'self' data:" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_once_set_up_the_code_is_asked_before_the_desk(editor: Person) -> None:
    key, _ = set_up(editor)
    assert editor.get(DESK).status_code == 200

    later = signed_in_anew(editor)
    assert later.get(DESK).headers["Location"] == "/en/account/code/?next=%2Fen%2Fdesk%2F"
    assert later.get("/en/account/").status_code == 302

    answer = later.post(CODE, {"code": code_of(key, steps_on=1), "next": DESK})
    assert answer.headers["Location"] == DESK
    assert later.get(DESK).status_code == 200


def test_a_code_works_once(editor: Person) -> None:
    key, _ = set_up(editor)
    code = code_of(key, steps_on=1)
    assert signed_in_anew(editor).post(CODE, {"code": code}).status_code == 302
    assert signed_in_anew(editor).post(CODE, {"code": code}).status_code == 400


def test_a_wrong_code_sets_nothing_up(editor: Person) -> None:
    editor.get(SET_UP)
    for code in ("000000x", "12345", "abcdef", "", "٠٠٠٠٠٠"):
        assert editor.post(SET_UP, {"code": code}).status_code == 400
    assert not TOTPDevice.objects.exists()


def test_each_recovery_code_lets_in_once(editor: Person) -> None:
    _, codes = set_up(editor)
    assert len(set(codes)) == 10

    spaced = f"{codes[0][:4]} {codes[0][4:].upper()}"
    assert signed_in_anew(editor).post(CODE, {"code": spaced}).status_code == 302
    assert signed_in_anew(editor).post(CODE, {"code": codes[0]}).status_code == 400


def test_new_recovery_codes_end_the_old_ones(editor: Person) -> None:
    _, codes = set_up(editor)
    page = editor.post("/en/account/recovery-codes/").content.decode()
    new = re.findall(r'<code class="people-code">([a-z2-7]{8})</code>', page)

    assert signed_in_anew(editor).post(CODE, {"code": codes[0]}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    reset_throttle(editor)
    assert signed_in_anew(editor).post(CODE, {"code": new[0]}).status_code == 302


def reset_throttle(person: Person) -> None:
    """Let the wait for the next attempt be over."""
    person.user.staticdevice_set.update(throttling_failure_count=0)  # type: ignore[attr-defined]  # of django-otp


def test_recovery_codes_are_only_for_who_has_an_app(editor: Person) -> None:
    assert editor.post("/en/account/recovery-codes/").status_code == 404


def test_wrong_codes_make_the_next_wait_longer(editor: Person) -> None:
    """Even the right code is not taken before the wait is over."""
    key, _ = set_up(editor)
    TOTPDevice.objects.update(
        throttling_failure_count=5, throttling_failure_timestamp=timezone.now()
    )

    answer = signed_in_anew(editor).post(CODE, {"code": code_of(key, steps_on=1)})

    assert answer.status_code == 400
    assert re.search(r"Wait 1[0-9] seconds", answer.content.decode())


def test_a_second_app_replaces_the_first(editor: Person) -> None:
    first, _ = set_up(editor)
    second, _ = set_up(editor)

    assert TOTPDevice.objects.count() == 1
    later = signed_in_anew(editor)
    assert later.post(CODE, {"code": code_of(first, steps_on=1)}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0)
    assert later.post(CODE, {"code": code_of(second, steps_on=1)}).status_code == 302


def test_who_knows_only_the_password_cannot_replace_the_app(editor: Person) -> None:
    set_up(editor)
    assert signed_in_anew(editor).get(SET_UP).headers["Location"].startswith(CODE)


def test_in_production_the_desk_needs_a_second_factor(
    editor: Person, administrator: Person, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    for person in (editor, administrator):
        assert person.get(DESK).headers["Location"] == f"{SET_UP}?next=%2Fen%2Fdesk%2F"
        set_up(person)
        assert person.get(DESK).status_code == 200
    assert administrator.get("/en/people/").status_code == 200


def test_on_ones_own_machine_it_is_only_offered(editor: Person) -> None:
    assert editor.get(DESK).status_code == 200
    assert SET_UP in editor.get("/en/account/").content.decode()


def test_a_reset_second_factor_ends_the_sessions_it_opened(editor: Person) -> None:
    set_up(editor)
    reset_second_factor(editor.user, by=None)

    assert editor.get("/en/account/").status_code == 302
    assert signed_in_anew(editor).get("/en/account/").status_code == 200


def test_the_code_is_asked_of_nobody_who_has_not_signed_in(visitor: Client) -> None:
    assert visitor.get(CODE).headers["Location"] == "/en/sign-in/"
    assert visitor.post(CODE, {"code": "123456"}).headers["Location"] == "/en/sign-in/"


def test_a_password_alone_shows_no_draft_of_who_has_a_second_factor(
    editor: Person, government: Government
) -> None:
    draft = stored(PLAN)
    address = f"/en/reports/{draft.pk}/"
    assert editor.get(address).status_code == 200
    key, _codes = set_up(editor)
    assert editor.get(address).status_code == 200

    later = Client()
    later.force_login(editor.user, backend="django.contrib.auth.backends.ModelBackend")
    assert later.get(address).status_code == 404
    assert later.get(f"{address}data/").status_code == 404
    later.post(CODE, {"code": code_of(key, steps_on=1)})
    assert later.get(address).status_code == 200


def test_in_production_no_draft_is_shown_before_a_second_factor_is_set_up(
    administrator: Person, government: Government, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    address = f"/en/reports/{stored(PLAN).pk}/"
    assert administrator.get(address).status_code == 404
    set_up(administrator)
    assert administrator.get(address).status_code == 200
