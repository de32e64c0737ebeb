"""What is refused, and what a session that ended does not lose."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import OpenPage
from tests.web.browser.opening import sign_in, take_picture
from tests.web.browser.served import Site
from tests.web.browser.texts import file_of

pytestmark = pytest.mark.slow


def _status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer is not None
    return answer.status


@pytest.mark.parametrize("part", ["", "side-by-side/", "findings/", "data/", "data/original/"])
def test_drafts_are_not_there_for_visitors_and_editors_of_others(
    site: Site, open_page: OpenPage, part: str
) -> None:
    for page in (open_page(), open_page("other-editor")):
        assert _status(page, site(f"/zh/reports/{site.reports['plan']}/{part}")) == 404


def test_the_desk_sends_visitors_to_sign_in_and_back(site: Site, open_page: OpenPage) -> None:
    page = open_page()
    address = site(f"/en/desk/reports/{site.reports['session']}/")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    sign_in(page, "editor")
    expect(page).to_have_url(address)


def test_the_reports_of_other_governments_are_barred(site: Site, open_page: OpenPage) -> None:
    page = open_page("other-editor")
    public, draft = site.reports["district-2024.zh"], site.reports["plan"]
    assert _status(page, site(f"/en/desk/reports/{public}/")) == 403
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert _status(page, site(f"/en/desk/reports/{draft}/")) == 404
    assert _status(page, site("/en/people/")) == 403
    page.goto(site("/en/desk/"))
    names = page.get_by_role("main").get_by_role("rowheader")
    expect(names.filter(has_text="Chaoyang")).to_have_count(1)
    expect(names.filter(has_text="Shijingshan")).to_have_count(0)


def test_a_correction_half_written_survives_the_end_of_the_session(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page("editor")
    page.goto(site(f"/en/desk/reports/{site.reports['session']}/"))
    page.get_by_label("Title").fill("石景山区 2008 年 <工作报告>")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    sign_in(page, "editor")
    expect(page.get_by_role("cell", name="石景山区 2008 年 <工作报告>")).to_be_visible()
    take_picture(page, "kept-form")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Kept. The years around it are being joined again.")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("石景山区 2008 年 <工作报告>")


def test_addresses_half_written_survive_and_files_are_asked_for_again(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page("editor")
    page.goto(site("/en/desk/intake/"))
    page.get_by_label("Addresses").fill("http://127.0.0.1:9/report.html")
    page.get_by_label("Files", exact=True).set_input_files([file_of("late.txt", b"late")])
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    sign_in(page, "editor")
    expect(page.get_by_text("Files cannot be kept: choose them again.")).to_be_visible()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("1 document was taken")).to_be_visible()
    row = page.locator("[data-intake]").filter(has_text="report.html").first
    expect(row.locator(".badge")).to_have_text(re.compile("failed|waiting|being read"))


def test_too_many_wrong_passwords_are_refused_in_words(site: Site, open_page: OpenPage) -> None:
    page = open_page()
    for _ in range(5):
        page.goto(site("/en/sign-in/"))
        page.get_by_label("Username").fill("nobody")
        page.get_by_label("Password").fill("a wrong word")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Too many attempts")
