"""The pages in a real browser: by keyboard, without scripts, at 360 px, and for screen readers."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from duixian.web.ledger.models import Alignment
from duixian.web.ledger.storing.alignments import store_versions
from duixian.web.ledger.storing.documents import read_kept
from tests.web.browser.checking import violations_of
from tests.web.reports import PLAN, PLAN_ENGLISH, stored

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

# A browser is driven from a loop of events; the tests themselves wait for it, as Django wants.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def pair(transactional_db: None) -> Alignment:
    zh = stored(PLAN, name="zh.txt", is_published=True)
    wrong = PLAN_ENGLISH.replace("renovate 15 old", "renovate 51 old")
    en = stored(wrong, name="en.txt", is_published=True)
    texts = tuple(read_kept(each.document.sha256, "x.txt") for each in (zh, en))
    alignment = store_versions(zh, en, texts)
    assert alignment is not None
    return alignment


@pytest.fixture
def narrow_and_dark(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme="dark")
    yield _watched(context)
    context.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    yield _watched(context)
    context.close()


def _watched(context: BrowserContext) -> Page:
    """Open a page that fails its test when a script fails or the policy of content is broken."""
    page = context.new_page()

    def fail(said: object) -> None:
        raise AssertionError(said)

    page.on("pageerror", fail)
    page.on("console", lambda said: fail(said.text) if "Content Security" in said.text else None)
    return page


def _addresses(pair: Alignment) -> list[str]:
    report = f"reports/{pair.zh_id}/"
    statement = pair.zh.statements.filter(kind="commitment").first()
    assert statement is not None
    beside = ("", "side-by-side/", "findings/", "checkability/", "data/")
    about = ("", "accuracy/", "rules/", "data/", "cite/", "privacy/")
    return [
        "",
        "search/?q=就业",
        "reports/",
        "governments/",
        "governments/110107/",
        *(f"{report}{each}" for each in beside),
        f"{report}statements/{statement.start}/",
        *(f"about/{each}" for each in about),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    language: str, pair: Alignment, live_server: LiveServer, narrow_and_dark: Page
) -> None:
    for address in _addresses(pair):
        narrow_and_dark.goto(f"{live_server.url}/{language}/{address}")
        assert violations_of(narrow_and_dark) == [], address
        width = narrow_and_dark.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, address


def test_a_record_opens_beside_the_text_and_by_keyboard(
    pair: Alignment, live_server: LiveServer, wide: Page
) -> None:
    wide.goto(f"{live_server.url}/en/reports/{pair.zh_id}/")
    panel = wide.locator("[data-panel]")
    wide.locator(".prose .kind-commitment u").first.click()
    panel.get_by_text("Permanent address").wait_for()
    assert wide.url.rpartition("#")[2].startswith("s")
    wide.keyboard.press("Escape")
    assert panel.is_hidden()
    before = wide.evaluate("document.activeElement.parentElement.id")
    wide.keyboard.press("ArrowDown")
    after = wide.evaluate("document.activeElement.parentElement.id")
    assert before != after
    wide.keyboard.press("Enter")
    panel.get_by_text("Permanent address").wait_for()
    assert wide.url.endswith(f"#{after}")
    assert (
        wide.evaluate(
            "[...document.querySelectorAll('.prose a')].filter(a => a.tabIndex === 0).length"
        )
        == 1
    )
    assert violations_of(wide) == []


def test_everything_is_there_without_scripts(
    pair: Alignment, live_server: LiveServer, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/zh/")
    page.get_by_role("searchbox").fill("口袋公园")
    page.get_by_role("button", name="搜索").click()
    page.locator(".hits a").first.click()
    expect(page.locator("[data-record]")).to_be_visible()
    page.get_by_role("link", name="在原文中查看").click()
    expect(page.locator(".prose span:target")).to_have_count(1)
    page.locator(".prose .kind-commitment > a").first.click()
    expect(page.locator("[data-record]")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    context.close()


def test_the_skip_link_leads_to_the_content(
    pair: Alignment, live_server: LiveServer, wide: Page
) -> None:
    wide.goto(f"{live_server.url}/en/reports/")
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.className") == "skip-link"
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.id") == "main"
