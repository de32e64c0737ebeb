"""Whoever has no mouse gets everywhere; paper, darkness and calm are respected."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.web.browser.conftest import OpenPage
from tests.web.browser.served import Site

pytestmark = pytest.mark.slow

# Number of things that take the focus, had one tabbed through all of them.
_MARK = "each => { const seen = each.dataset.seen; each.dataset.seen = 1; return seen ?? null }"
_MOST = 400


def _visited(page: Page) -> int:
    """Press Tab until the focus comes round, and count where it stood."""
    for count in range(_MOST):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() == 0 or focused.evaluate(_MARK):
            return count
    raise AssertionError("the focus never comes round")


@pytest.mark.parametrize(
    ("person", "path"),
    [
        (None, ""),
        (None, "reports/2/"),
        (None, "indicators/gdp/"),
        ("editor", "desk/intake/"),
        ("editor", "desk/reports/{plan}/verdicts/"),
    ],
)
def test_the_tab_key_reaches_the_end_of_the_page_and_is_never_caught(
    site: Site, open_page: OpenPage, person: str | None, path: str
) -> None:
    page = open_page(person)
    page.goto(site(f"/en/{path.format(plan=site.reports['plan'])}"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("skip-link")
    assert _visited(page) >= 10
    assert page.locator(".site-footer a").last.get_attribute("data-seen") == "1"


def test_the_skip_link_leads_past_the_head_of_the_page(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site("/zh/commitments/"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_escape_closes_the_record_and_gives_the_focus_back(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site(f"/zh/reports/{site.reports['district-2024.zh']}/"))
    mark = page.locator(f"#s{site.statement} > a")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-panel]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-panel]")).to_be_hidden()
    expect(mark).to_be_focused()


def test_paper_gets_the_words_without_the_furniture(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site(f"/en/commitments/{site.commitment}/"))
    sentence = page.locator(".said").inner_text()
    page.emulate_media(media="print")
    for furniture in (".site-nav", ".site-search", ".site-tools", ".skip-link"):
        expect(page.locator(furniture)).to_be_hidden()
    printed = PdfDocument(page.pdf(format="A4"))
    words = "".join(each.get_textpage().get_text_range() for each in printed)
    assert "".join(sentence.split())[:8] in "".join(words.split())
    assert "Sign in" not in words


def test_dark_is_dark_and_printed_light(site: Site, open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto(site("/en/"))
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 22, 24)"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_who_wants_no_motion(
    site: Site, open_page: OpenPage, motion: str
) -> None:
    page = open_page(reduced_motion=motion)
    page.goto(site("/en/reports/2/"))
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert behaviour == ("auto" if motion == "reduce" else "smooth")
    assert page.evaluate("document.getAnimations().length") == 0


def test_words_may_be_twice_as_large(site: Site, open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 640, "height": 800})
    for path in ("", "commitments/", f"commitments/{site.commitment}/", site.account):
        page.goto(site(f"/en/{path}"))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path
