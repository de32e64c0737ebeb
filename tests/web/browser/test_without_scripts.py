"""Everything can be read, and every form used, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import OpenPage
from tests.web.browser.opening import sign_in
from tests.web.browser.served import Site
from tests.web.browser.texts import file_of, of_years_before
from tests.web.reports import PLAN

pytestmark = pytest.mark.slow


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A visitor's page without scripts."""
    return open_page(java_script_enabled=False)


def test_everything_public_is_read(site: Site, page: Page) -> None:
    page.goto(site("/zh/"))
    page.get_by_role("main").get_by_role("searchbox").fill("老旧小区")
    page.get_by_role("main").get_by_role("button", name="搜索").click()
    page.locator(".hits a").first.click()
    expect(page.locator("[data-record]")).to_be_visible()
    report = site.reports["district-2024.zh"]
    for path, sign in {
        f"reports/{report}/": ".prose",
        f"reports/{report}/?kind=commitment": ".prose .kind-commitment",
        f"reports/{report}/side-by-side/": ".bead mark",
        f"reports/{report}/checkability/": ".share-bar",
        site.account: ".entry",
        f"commitments/{site.commitment}/": ".verdict-box",
        "indicators/gdp/": "svg.chart a",
    }.items():
        page.goto(site(f"/zh/{path}"))
        expect(page.locator(sign).first).to_be_visible()
    page.goto(site("/zh/commitments/"))
    page.get_by_label(re.compile("超额")).check()
    page.get_by_role("main").get_by_role("button", name="筛选").click()
    expect(page).to_have_url(re.compile("verdict=exceeded"))


def test_a_report_is_brought_in_reviewed_and_published(
    site: Site, open_page: OpenPage, page: Page
) -> None:
    page.goto(site("/en/desk/intake/"))
    sign_in(page, "editor")
    text = of_years_before(PLAN, 26)
    page.get_by_label("Files", exact=True).set_input_files([file_of("plain.txt", text)])
    page.get_by_role("button", name="Bring in").click()
    row = page.locator("[data-intake]").filter(has_text="plain.txt")
    # Loading again while the form's own answer still arrives is an error of the browser.
    expect(row).to_be_visible()
    for _ in range(120):
        if row.locator(".badge").inner_text() == "done":
            break
        page.wait_for_timeout(500)
        page.goto(site("/en/desk/intake/"))
    row.get_by_role("link").click()
    page.get_by_role("link", name="Commitments").last.click()
    item = page.locator("[data-desk-item]").first
    item.get_by_text("Correct", exact=False).first.click()
    item.get_by_label("Measure").fill("by hand")
    item.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    page.locator("[data-desk-item]").first.get_by_role("button", name="Accept").click()
    page.get_by_role("button", name="Undo the last act").click()
    expect(page.get_by_text("1 change undone.")).to_be_visible()
    page.locator(".breadcrumbs a").nth(1).click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Everyone can read it now.")).to_be_visible()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("Withdrawn; nothing is lost.")).to_be_visible()
