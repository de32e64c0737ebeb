"""Signing in as people do it, in a real browser, with and without its scripts."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from collections.abc import Iterator

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from duixian.web.people.models import Token
from tests.web.persons import PASSWORD, Person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A browser of a phone's width."""
    opened = browser.new_context(
        java_script_enabled=request.param,
        viewport={"width": 360, "height": 740},
        locale="en-GB",
    )
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing is refused by the policy of content."""
    opened = context.new_page()
    refused: list[str] = []
    opened.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security" in said.text else None,
    )
    yield opened
    assert refused == []


def sign_in(page: Page) -> None:
    """Fill in the form by keyboard alone."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Username").focus()
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def code_of(key: bytes, *, steps_on: int = 0) -> str:
    """Show what the app shows."""
    clock = TOTP(key)
    clock.time = time.time() + 30 * steps_on
    return f"{clock.token():06d}"


def test_a_second_factor_is_set_up_and_asked_for(
    page: Page, live_server: LiveServer, editor: Person, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    page.goto(f"{live_server.url}/en/account/tokens/")
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    picture = page.get_by_role("img", name=re.compile("QR code"))
    assert (picture.bounding_box() or {"width": 0})["width"] > 100
    page.get_by_text("No camera?").click()
    key = b32decode(page.locator("code").first.inner_text())
    page.get_by_label("Code").fill(code_of(key))
    page.keyboard.press("Enter")
    expect(page.locator(".people-codes li")).to_have_count(10)
    page.get_by_role("link", name=re.compile("I have kept them")).click()
    expect(page).to_have_url(f"{live_server.url}/en/account/tokens/")

    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(f"{live_server.url}/en/account/tokens/")
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second factor")
    page.get_by_label("Code").fill(code_of(key, steps_on=1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tokens for the API")


def test_a_form_half_written_survives_the_end_of_the_session(
    page: Page, context: BrowserContext, live_server: LiveServer, editor: Person
) -> None:
    page.goto(f"{live_server.url}/en/account/tokens/")
    sign_in(page)
    page.get_by_label("Name").fill("每夜 <导出>")
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    sign_in(page)
    expect(page.get_by_role("cell", name="每夜 <导出>")).to_be_visible()
    page.get_by_role("button", name="Send it").click()

    expect(page.get_by_text("It is shown only now")).to_be_visible()
    assert Token.objects.get().name == "每夜 <导出>"


def test_pages_fit_a_phone(page: Page, live_server: LiveServer, editor: Person) -> None:
    page.goto(f"{live_server.url}/en/account/")
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("My account")
    for path in ("account/", "account/tokens/", "account/second-factor/", "account/password/"):
        page.goto(f"{live_server.url}/zh/{path}")
        edge = page.get_by_role("contentinfo").bounding_box()
        assert edge
        assert edge["width"] == 360, path
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
