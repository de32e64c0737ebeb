"""When something breaks, people get a page in both languages, and nothing of the inside."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles.finders import find
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.template.loader import get_template
from django.test import Client
from pytest_django import Settings

from tests.web.persons import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """A browser, to which the server's errors are pages."""
    return Client(raise_request_exception=False)


def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let every page that looks for a session fail."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("duixian.web.people.sign_in.kept_form", fail)


def test_a_fault_shows_a_page_and_nothing_of_the_inside(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken(monkeypatch, ZeroDivisionError("inside words"))

    answer = client.get("/zh/sign-in/")

    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
    assert "出错了" in answer.content.decode()
    assert "inside words" not in answer.content.decode()
    assert "inside words" in caplog.text


def test_a_lost_database_is_told_as_something_that_passes(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, OperationalError("server closed the connection"))

    answer = client.get("/en/sign-in/")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-Hans"), ("en", "en")])
def test_pages_that_are_not_there_or_not_allowed_speak_the_readers_language(
    client: Client, language: str, tag: str
) -> None:
    missing = client.get(f"/{language}/nowhere/")
    assert missing.status_code == 404
    assert f'<html lang="{tag}">' in missing.content.decode()
    outside = client.get("/nowhere/", headers={"Accept-Language": language})
    assert f'<html lang="{tag}">' in outside.content.decode()


def test_a_host_that_is_not_ours_is_refused(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["reports.example.org"]
    answer = client.get("/en/sign-in/", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    assert "The request could not be understood" in answer.content.decode()


@pytest.mark.parametrize("path", ["/zh/%00/", "/zh/sign-in/?next=%ff%fe", "/%2e%2e/etc", "//zh//"])
def test_nonsense_addresses_are_no_faults(client: Client, path: str) -> None:
    assert client.get(path).status_code in (200, 301, 302, 404)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "At most 100 files"), ("zh", "一次最多提交 100")]
)
def test_who_sends_too_many_files_is_told_how_many_may_be_sent(
    editor: Person, language: str, word: str
) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"text") for number in range(101)]
    answer = editor.post(f"/{language}/desk/intake/", {"documents": files})
    assert answer.status_code == 400
    assert word in answer.content.decode()


def test_a_form_too_large_to_be_one_is_refused(client: Client) -> None:
    answer = client.post("/en/sign-in/", {"username": "x" * 5_000_000})
    assert answer.status_code == 413
    assert "Too much was sent" in answer.content.decode()
    chinese = client.post("/zh/sign-in/", {"username": "x" * 5_000_000}).content.decode()
    assert "一次提交的内容太多" in chinese


def test_the_page_of_a_fault_needs_nothing_that_can_fail() -> None:
    """No tag of a template, nothing of the database; it looks like the site all the same."""
    page = get_template("500.html").template.source  # type: ignore[attr-defined]  # Django's own
    assert not {"{%", "{{"} & {page[at : at + 2] for at in range(len(page))}
    style = re.search(r'href="/static/(site/[^"]+\.css)"', page)
    assert style
    assert find(style[1])
    assert "style=" not in page, "our own rules for content would leave it out"
    assert {'lang="zh-Hans"', 'lang="en"'} <= set(re.findall(r'lang="[^"]+"', page))
