"""Every page, public and of the desk, in both languages, for everyone who reads it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, ViewportSize

from tests.web.browser.checking import WIDE, faults_of
from tests.web.browser.opening import open_watched, take_picture
from tests.web.browser.served import Site

pytestmark = pytest.mark.slow
_LARGEST = 300_000  # bytes of a page
VISITOR = [
    "",
    "search/",
    "search/?q=社区",
    "search/?q=nowheretobefound",
    "reports/",
    "reports/{report}/",
    "reports/{report}/?kind=commitment",
    "reports/{report}/side-by-side/",
    "reports/{report}/findings/",
    "reports/{report}/checkability/",
    "reports/{report}/data/",
    "reports/{english}/",
    "reports/{report}/statements/{statement}/",
    "commitments/",
    "commitments/?verdict=exceeded&q=社区&specificity=quantified&language=zh",
    "commitments/?q=nowheretobefound",
    "commitments/{commitment}/",
    "{account}",
    "governments/",
    "governments/yunting/",
    "indicators/",
    "indicators/gdp/",
    "about/",
    "about/accuracy/",
    "about/rules/",
    "about/data/",
    "about/cite/",
    "about/privacy/",
    "sign-in/?next=/en/desk/",
    "nowhere/",
]
EDITOR = [
    "desk/",
    "desk/?state=withdrawn",
    "desk/reports/{plan}/",
    "desk/reports/{plan}/verdicts/",
    "desk/reports/{plan}/evidence/",
    "desk/reports/{plan}/commitments/",
    "desk/reports/{plan}/claims/?show=all",
    "desk/reports/{plan}/findings/",
    "desk/reports/{plan}/read-again/",
    "desk/changes/",
    "desk/intake/",
    "reports/{plan}/",
    "account/",
    "account/password/",
    "account/second-factor/",
    "account/tokens/",
    "people/",
]
ADMINISTRATOR = [
    "desk/",
    "desk/reports/{report}/",
    "desk/reports/{report}/verdicts/",
    "desk/reports/{report}/claims/",
    "desk/reports/{report}/findings/",
    "people/",
    "people/add/",
    "people/1/",
]
PAGES = [
    *((None, path) for path in VISITOR),
    *(("editor", path) for path in EDITOR),
    *(("administrator", path) for path in ADMINISTRATOR),
]

Opened = Callable[[str | None], tuple[Page, list[str]]]


@pytest.fixture(scope="module")
def opened(site: Site, browser: Browser, sessions: dict[str, StorageState]) -> Iterator[Opened]:
    """Give a person's page, with the list of what went wrong on it; one for all tests."""
    pages: dict[str | None, tuple[Page, list[str]]] = {}

    def page_of(person: str | None) -> tuple[Page, list[str]]:
        if person not in pages:
            kept = {"storage_state": sessions[person]} if person else {}
            context, wrong = open_watched(browser, site.address, **kept)
            pages[person] = (context.new_page(), wrong)
        return pages[person]

    yield page_of
    for page, _ in pages.values():
        page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("person", "path"), PAGES)
def test_it_is_open_to_everyone(
    site: Site, opened: Opened, person: str | None, path: str, language: str
) -> None:
    """No violation found by axe in light or dark, nothing sticks out at 360 px, focus is seen."""
    page, wrong = opened(person)
    wrong.clear()
    path = path.format(
        report=site.reports["district-2024.zh"],
        english=site.reports["district-2024.en"],
        plan=site.reports["plan"],
        statement=site.statement,
        commitment=site.commitment,
        account=site.account,
    )
    page.set_viewport_size(WIDE)
    answer = page.goto(site(f"/{language}/{path}"))
    assert answer is not None and len(answer.body()) < _LARGEST
    expected = "en" if language == "en" else "zh-Hans"
    assert page.locator("html").get_attribute("lang") == expected
    faults = faults_of(page)
    _take_pictures(page, f"{language}-{person or 'visitor'}-{path}")
    assert [*faults, *wrong] == []


def _take_pictures(page: Page, name: str) -> None:
    if not os.environ.get("DUIXIAN_SCREENSHOTS"):
        return
    name = "".join(letter if letter.isalnum() else "_" for letter in name).strip("_")
    page.emulate_media(color_scheme="light")
    for width in (360, 768, 1280):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        take_picture(page, f"{name}-{width}")
