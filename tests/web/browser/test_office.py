"""The morning of an office: sign in, bring reports in, review them, publish them."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from pathlib import Path

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import Page, Route, expect

from tests.web.browser.conftest import OpenPage
from tests.web.browser.opening import sign_in, take_picture
from tests.web.browser.served import Site
from tests.web.browser.texts import file_of, of_years_before
from tests.web.reports import PLAN, REVIEW

pytestmark = pytest.mark.slow


def _code(key: bytes, *, steps_on: int = 0) -> str:
    """Show what the app shows, now or so many half minutes later."""
    clock = TOTP(key)
    clock.time = time.time() + 30 * steps_on
    return f"{clock.token():06d}"


def test_a_second_factor_is_set_up_and_asked_for_and_a_recovery_code_replaces_it(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(site("/en/desk/"))
    sign_in(page, "careful")
    page.goto(site("/en/account/"))
    page.get_by_role("link", name="Set up a second factor").click()
    page.get_by_text("No camera?").click()
    key = b32decode(page.locator("code").first.inner_text())
    take_picture(page, "second-factor")
    page.get_by_label("Code").fill(_code(key))
    page.keyboard.press("Enter")
    expect(page.locator(".people-codes li")).to_have_count(10)
    codes = page.locator(".people-codes li").all_inner_texts()
    page.get_by_role("link", name=re.compile("I have kept them")).click()

    for code in (_code(key, steps_on=1), codes[0]):
        page.get_by_role("button", name="Sign out").first.click()
        page.goto(site("/en/desk/"))
        sign_in(page, "careful")
        expect(page.get_by_role("heading", level=1)).to_have_text("Second factor")
        page.get_by_label("Code").fill(code)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Desk")


def test_reports_are_brought_in_watched_and_published(site: Site, open_page: OpenPage) -> None:
    page = open_page("editor")
    page.goto(site("/en/desk/"))
    page.get_by_role("link", name="Bring documents in").click()
    page.evaluate("window.wasLoadedOnce = true")
    page.get_by_label("Files", exact=True).set_input_files(
        [
            file_of("plan-2004.txt", of_years_before(PLAN, 20)),
            file_of("review-2005.txt", of_years_before(REVIEW, 20)),
        ]
    )
    expect(page.locator("[data-intake-chosen] li")).to_have_text(
        [re.compile("plan"), re.compile("review")]
    )
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_text("2 documents were taken")).to_be_visible()
    rows = page.locator("[data-intake]").filter(has_text=re.compile(r"-200[45]\.txt"))
    expect(rows.locator(".badge")).to_have_text(["done", "done"], timeout=60_000)
    assert page.evaluate("window.wasLoadedOnce"), "the page was loaded again"
    take_picture(page, "brought-in")

    row = rows.filter(has_text="plan-2004.txt")
    row.get_by_role("link").click()
    expect(page.locator(".badge.is-draft")).to_be_visible()
    waiting = page.get_by_role("row", name=re.compile("^Verdicts")).get_by_role("cell").first
    assert int(waiting.inner_text()) > 0, "the two years were not accounted as they came in"
    address = page.url
    _publish_and_read(page, open_page())
    page.goto(address)
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".badge.is-withdrawn")).to_be_visible()


def _publish_and_read(page: Page, visitor: Page) -> None:
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Everyone can read it now.")).to_be_visible()
    public = page.get_by_role("link", name="See it on the site").get_attribute("href")
    answer = visitor.goto(f"{page.url.partition('/en/')[0]}{public}")
    assert answer is not None and answer.status == 200
    expect(visitor.locator(".prose")).to_contain_text("新建口袋公园6处")


def test_a_file_chosen_before_the_script_came_is_listed(site: Site, open_page: OpenPage) -> None:
    """On a slow line the page can be used before its script is there."""
    page = open_page("editor")
    waiting: list[Route] = []
    page.route("**/intake*.js", lambda route: waiting.append(route))
    page.goto(site("/en/desk/intake/"), wait_until="commit")
    page.get_by_label("Files", exact=True).set_input_files(
        [file_of("early.txt", of_years_before(PLAN, 24))]
    )
    while not waiting:
        page.wait_for_timeout(20)
    waiting.pop().continue_()
    expect(page.locator("[data-intake-chosen] li")).to_have_text([re.compile("early")])


def test_a_broken_file_dropped_among_others_is_named_and_read_again(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page("editor")
    page.goto(site("/en/desk/intake/"))
    page.get_by_label("Files", exact=True).set_input_files(
        [file_of("whole.txt", of_years_before(PLAN, 22))]
    )
    dropped = page.evaluate_handle(
        """() => {
            const files = new DataTransfer();
            files.items.add(new File(["%PDF-1.7 and then nothing"], "broken.pdf"));
            return files;
        }"""
    )
    drop = page.locator("[data-intake-drop]")
    drop.dispatch_event("dragover", {"dataTransfer": dropped})
    expect(drop).to_have_class(re.compile("is-over"))
    drop.dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator("[data-intake-chosen] li")).to_have_text(
        [re.compile("whole"), re.compile("broken")]
    )
    page.get_by_role("button", name="Bring in").click()
    broken = page.locator("[data-intake]").filter(has_text="broken.pdf")
    whole = page.locator("[data-intake]").filter(has_text="whole.txt")
    expect(broken.locator(".badge")).to_have_text("failed", timeout=60_000)
    expect(whole.locator(".badge")).to_have_text("done", timeout=60_000)
    expect(broken.locator(".intake-error")).to_have_text(re.compile(r"broken\.pdf.*\w{4}"))
    take_picture(page, "broken-file")

    broken.get_by_role("button", name="Read again").click()
    expect(page.get_by_text("1 document waits again.")).to_be_visible()
    expect(broken.locator(".badge")).to_have_text("failed", timeout=60_000)
    page.goto(site("/en/desk/"))
    expect(page.get_by_text("1 document could not be read.")).to_be_visible()


def _items(page: Page) -> list[str]:
    page.wait_for_load_state("domcontentloaded")  # the head of a page is seen before its list
    return page.locator("[data-desk-item] mark").all_inner_texts()


def _focused(page: Page) -> int:
    """Tell which item of the list has the focus; -1 for none."""
    which: int = page.evaluate(
        "[...document.querySelectorAll('[data-desk-item]')].indexOf(document.activeElement)"
    )
    return which


def test_records_are_reviewed_with_the_keyboard_alone(site: Site, open_page: OpenPage) -> None:
    page = open_page("editor")
    page.goto(site(f"/en/desk/reports/{site.reports['keyboard']}/commitments/"))
    before = _items(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if _focused(page) == 0:
            break
    assert _focused(page) == 0, "the list is not reached with the Tab key"
    for key, place in (("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert _focused(page) == place
    page.keyboard.press("a")  # the second
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert _items(page) == [before[0], *before[2:]]
    expect(page.locator("[data-desk-item]").nth(1)).to_be_focused()  # ready for the next key
    page.keyboard.press("k")
    page.keyboard.press("r")  # the first
    expect(page.locator("[data-desk-item]")).to_have_count(len(before) - 2)
    expect(page.locator("[data-desk-item]").first).to_be_focused()
    page.keyboard.press("u")
    expect(page.get_by_text("1 change undone.")).to_be_visible()
    assert _items(page) == [before[0], *before[2:]]

    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.closest('details') !== null")
    measure = page.locator("[data-desk-item]").first.get_by_label("Measure")
    while not measure.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("jack and rue")  # letters that are keys of the desk elsewhere
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(site(f"/en/desk/changes/?report={site.reports['keyboard']}"))
    expect(page.locator("tbody tr").first).to_contain_text("jack and rue")


def test_of_two_editors_of_one_record_the_second_is_told_and_loses_nothing(
    site: Site, open_page: OpenPage
) -> None:
    pages = [open_page("editor"), open_page("colleague")]
    for page, measure in zip(pages, ("first words", "second words"), strict=True):
        page.goto(site(f"/en/desk/reports/{site.reports['conflict']}/commitments/?show=all"))
        item = page.locator("[data-desk-item]").first
        item.get_by_text("Correct", exact=False).first.click()
        item.get_by_label("Measure").fill(measure)
    for page in pages:
        page.locator("[data-desk-item]").first.get_by_role(
            "button", name="Keep the correction"
        ).click()
    first, second = pages
    expect(first.get_by_text("Kept.")).to_be_visible()
    expect(second.get_by_role("alert")).to_contain_text("what you had written stands in the form")
    expect(second.get_by_label("Measure")).to_have_value("second words")
    take_picture(second, "conflict")
    second.get_by_role("button", name="Keep the correction").click()
    expect(second.get_by_text("Kept.")).to_be_visible()
    second.goto(site(f"/en/desk/changes/?report={site.reports['conflict']}"))
    expect(second.locator("tbody tr").first).to_contain_text("first words → second words")


def test_many_are_accepted_at_once_and_taken_back(site: Site, open_page: OpenPage) -> None:
    page = open_page("editor")
    page.goto(site(f"/en/desk/reports/{site.reports['bulk']}/statements/"))
    before = _items(page)
    page.get_by_label("Accept all that are at least this sure").fill("0")
    page.get_by_role("button", name="Accept them").click()
    expect(page.get_by_text("Nothing waits here any more.")).to_be_visible()
    page.get_by_role("button", name="Undo the last act").click()
    expect(page.get_by_text(f"{len(before)} changes undone.")).to_be_visible()
    assert _items(page) == before


def test_a_name_of_a_file_stays_words(site: Site, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("editor")
    page.goto(site("/en/desk/intake/"))
    hostile = "<img src=x onerror=alert(1)>.txt"
    page.get_by_label("Files", exact=True).set_input_files([file_of(hostile, "不是报告。")])
    page.get_by_role("button", name="Bring in").click()
    expect(page.locator("[data-intake] th").filter(has_text=hostile)).to_be_visible()
    assert page.locator("main img").count() == 0
