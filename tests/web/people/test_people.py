"""The administrator's pages: who may do what, and that someone is always left to say so."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from duixian.web.ledger.models import Government
from duixian.web.people.models import Membership
from tests.web.persons import PASSWORD, Person, make_user

pytestmark = pytest.mark.django_db
PEOPLE = "/en/people/"


def fields(name: str, **more: object) -> dict[str, object]:
    """Fill in the form of a person."""
    return {"username": name, "first_name": "", "email": "", "is_active": "on", **more}


def test_a_person_is_made_and_chooses_a_password_by_the_link(
    administrator: Person, visitor: Client, government: Government
) -> None:
    answer = administrator.post(f"{PEOPLE}add/", fields("王芳", governments=[government.pk]))
    link = re.search(r"http://testserver(/en/choose-password/[^<\s]+)", answer.content.decode())
    assert link

    address = visitor.get(link[1], follow=True).redirect_chain[-1][0]
    visitor.post(address, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    visitor.post("/en/sign-in/", {"username": "王芳", "password": PASSWORD})

    assert visitor.get("/en/desk/").status_code == 200
    assert Membership.objects.get().user.username == "王芳"


def test_nobody_signs_in_before_choosing_a_password(administrator: Person) -> None:
    administrator.post(f"{PEOPLE}add/", fields("new"))
    assert not User.objects.get(username="new").has_usable_password()


def test_governments_and_role_are_changed(
    administrator: Person,
    editor: Person,
    government: Government,
    other_government: Government,
) -> None:
    page = f"{PEOPLE}{editor.user.pk}/"
    shown = administrator.get(page).content.decode()
    assert f'value="{government.pk}" id="id_governments_0" checked' in shown.replace(
        "aria-describedby", ""
    ) or re.search(rf'value="{government.pk}"[^>]*checked', shown)

    administrator.post(page, fields("editor", governments=[other_government.pk]))
    assert [each.government for each in editor.user.memberships.all()] == [other_government]

    administrator.post(page, fields("editor", is_superuser="on"))
    assert User.objects.get(username="editor").is_superuser
    assert not editor.user.memberships.exists()


@pytest.mark.parametrize(
    "more", [{"is_superuser": ""}, {"is_superuser": "on", "is_active": ""}], ids=["role", "active"]
)
def test_the_last_administrator_cannot_be_removed(
    administrator: Person, more: dict[str, str]
) -> None:
    page = f"{PEOPLE}{administrator.user.pk}/"
    sent = {key: value for key, value in fields("administrator", **more).items() if value}

    answer = administrator.post(page, sent)

    assert answer.status_code == 400
    assert "last administrator" in answer.content.decode()
    kept = User.objects.get(username="administrator")
    assert (kept.is_superuser, kept.is_active) == (True, True)


def test_one_of_two_administrators_can_be_removed(administrator: Person) -> None:
    second = make_user("second", is_administrator=True)
    administrator.post(f"{PEOPLE}{second.pk}/", fields("second"))
    assert not User.objects.get(username="second").is_superuser


def test_a_new_link_lifts_a_lock(administrator: Person, editor: Person, visitor: Client) -> None:
    for _ in range(6):
        visitor.post("/en/sign-in/", {"username": "editor", "password": "wrong"})

    answer = administrator.post(f"{PEOPLE}{editor.user.pk}/password/")

    assert "/choose-password/" in answer.content.decode()
    right = {"username": "editor", "password": PASSWORD}
    assert visitor.post("/en/sign-in/", right).status_code == 302


def test_names_are_found_and_the_list_is_bounded(
    administrator: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    User.objects.bulk_create(User(username=f"person-{number:03}") for number in range(120))

    with django_assert_max_num_queries(10):
        first = administrator.get(PEOPLE).content.decode()
    assert first.count("<tr>") == 51
    assert "person-119" in administrator.get(f"{PEOPLE}?page=3").content.decode()
    assert administrator.get(f"{PEOPLE}?q=son-077").content.decode().count("<tr>") == 2


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=99999999999", "q=%00", "q=%FF", "z=1"])
def test_nonsense_gives_the_nearest_page(administrator: Person, query: str) -> None:
    assert administrator.get(f"{PEOPLE}?{query}").status_code == 200


@pytest.mark.parametrize("key", [999, 99999999999999999999])
def test_there_is_no_page_of_someone_who_is_not_there(administrator: Person, key: int) -> None:
    assert administrator.get(f"{PEOPLE}{key}/").status_code == 404


def test_a_name_that_is_taken_is_refused(administrator: Person, editor: Person) -> None:
    assert administrator.post(f"{PEOPLE}add/", fields("editor")).status_code == 400
    assert administrator.post(f"{PEOPLE}add/", fields("<script>")).status_code == 400


def test_names_of_people_are_shown_as_text(administrator: Person) -> None:
    User.objects.create(username="x", first_name="<script>alert(1)</script>")
    assert "<script>alert" not in administrator.get(PEOPLE).content.decode()
