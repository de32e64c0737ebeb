"""What a citizen does: find a promise, read it in its place, see what came of it, take it along."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.web.browser.opening import take_picture
from tests.web.browser.served import Site

pytestmark = pytest.mark.slow


def test_a_chinese_word_of_two_characters_is_found_from_the_first_page(
    site: Site, visitor_page: Page
) -> None:
    page = visitor_page
    page.goto(site("/zh/"))
    page.get_by_role("main").get_by_role("searchbox").fill("社区")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    marked = page.locator(".hits mark")
    assert set(marked.all_inner_texts()) == {"社区"}
    page.locator(".hits a").first.click()
    expect(page.locator("[data-record]")).to_be_visible()


@pytest.mark.parametrize("asked", ["complete", "COMPLETED"])
def test_an_english_word_is_found_in_every_form(site: Site, visitor_page: Page, asked: str) -> None:
    page = visitor_page
    page.goto(site("/en/"))
    page.get_by_role("main").get_by_role("searchbox").fill(asked)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    found = {each.lower() for each in page.locator(".hits mark").all_inner_texts()}
    assert {"complete", "completed"} <= found


def _promises(page: Page) -> list[str]:
    return page.locator("a.promise").all_inner_texts()


def test_filters_are_an_address_that_shows_the_same_to_others(
    site: Site, visitor_page: Page
) -> None:
    page = visitor_page
    page.goto(site("/en/commitments/?language=zh"))
    everything = _promises(page)
    page.get_by_role("group", name=re.compile("Verdict")).get_by_label(
        re.compile("exceeded")
    ).check()
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**verdict=exceeded**")
    shown = _promises(page)
    assert 0 < len(shown) < len(everything)
    page.get_by_role("columnheader", name="Target").get_by_role("link").click()
    page.wait_for_url("**sort=**")
    other = page.context.new_page()
    other.goto(page.url)
    assert _promises(other) == _promises(page)
    assert sorted(_promises(other)) == sorted(shown)
    other.locator(".chips .chip").last.click()
    other.wait_for_url(lambda address: "verdict=" not in address)
    assert len(_promises(other)) > len(shown)


@pytest.mark.parametrize(
    "path", ["commitments/?verdict=met&q=%E9%A1%B9%E7%9B%AE", "about/rules/", "reports/2/findings/"]
)
def test_changing_the_language_keeps_the_page(site: Site, visitor_page: Page, path: str) -> None:
    page = visitor_page
    page.goto(site(f"/zh/{path}"))
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    before, after = urlsplit(site(f"/en/{path}")), urlsplit(page.url)
    assert (after.path, parse_qs(after.query)) == (before.path, parse_qs(before.query))
    page.get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_record_is_opened_by_keyboard_and_leads_to_the_commitment(
    site: Site, visitor_page: Page
) -> None:
    page = visitor_page
    page.goto(site(f"/en/reports/{site.reports['district-2024.zh']}/#s{site.statement}"))
    mark = page.locator(f"#s{site.statement} > a")
    mark.focus()
    page.keyboard.press("Enter")
    panel = page.locator("[data-panel]")
    expect(panel.get_by_role("heading", name="Commitments")).to_be_visible()
    take_picture(page, "record")
    panel.locator("a[href*='/commitments/']").first.click()
    page.wait_for_url("**/commitments/**")
    expect(page.get_by_role("heading", name="The sentence", exact=True)).to_be_visible()


def test_two_languages_stand_side_by_side_with_the_slip_between_them(
    site: Site, visitor_page: Page
) -> None:
    page = visitor_page
    page.goto(site(f"/zh/reports/{site.reports['district-2024.zh']}/"))
    page.get_by_role("link", name="对照").first.click()
    row = page.locator(".bead").filter(has_text="176").first
    expect(row.locator("[lang=en]").first).to_contain_text("167")
    expect(row.locator("mark").first).to_be_visible()
    page.goto(site(f"/en/reports/{site.reports['district-2024.en']}/findings/"))
    finding = page.locator(".finding").filter(has_text="167").first
    finding.get_by_role("link").last.click()
    expect(page.locator(".prose span:target, .prose .is-chosen")).to_contain_text("167")


def _download(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name=name, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    assert path.suffix == f".{name.lower()}"
    return path


def test_what_is_shown_is_downloaded_as_csv_xlsx_and_json(
    site: Site, visitor_page: Page, tmp_path: Path
) -> None:
    page = visitor_page
    page.goto(site("/en/commitments/?language=zh&verdict=exceeded&year=2024"))
    promises = [each.strip() for each in _promises(page)]
    rows = list(
        csv.DictReader(io.StringIO(_download(page, "CSV", tmp_path).read_text("utf-8-sig")))
    )
    said = json.loads(_download(page, "JSON", tmp_path).read_text("utf-8"))
    book = load_workbook(_download(page, "XLSX", tmp_path))
    sheet = next(each for each in book.worksheets if not each.title.startswith("about"))
    listed = said if isinstance(said, list) else said["commitments"]
    texts = [row["text"] for row in rows]
    assert texts == [each["text"] for each in listed]
    assert len(texts) == len(promises) == sheet.max_row - 1
    assert all(text in shown for text, shown in zip(texts, promises, strict=True))
    assert {row["verdict"] for row in rows} == {"exceeded"}


def test_a_commitment_shows_its_verdict_and_its_rule(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site(f"/en/commitments/{site.commitment}/"))
    expect(page.locator(".verdict-box .badge")).to_have_text("exceeded")
    page.get_by_role("link", name=re.compile("^Rule “.*version")).click()
    expect(page.get_by_role("heading", name="The rules")).to_be_visible()
    page.go_back()
    page.locator(
        "#evidence ~ * a[href*='/at/'], section:has(#evidence) a[href*='/at/']"
    ).first.click()
    expect(page.locator(".prose span:target")).to_be_visible()
    page.goto(site(f"/commitments/{site.commitment}/"))
    expect(page).to_have_url(site(f"/en/commitments/{site.commitment}/"))


def test_the_account_of_a_year_counts_what_it_lists(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site(f"/en/{site.account}"))
    counts = page.locator(".verdict-facts dd").all_inner_texts()
    counted = sum(int(re.findall(r"\d+", each)[0]) for each in counts)
    assert re.match(rf"{counted} commitments", page.locator("#whole").inner_text())
    page.locator(".verdict-facts a").first.click()
    expect(page.locator("#found")).to_have_text(
        re.compile(rf"^{re.findall('[0-9]+', counts[0])[0]} ")
    )


def test_the_points_of_a_chart_lead_to_their_sentences(site: Site, visitor_page: Page) -> None:
    page = visitor_page
    page.goto(site("/en/indicators/"))
    page.get_by_role("main").get_by_role(
        "link", name=re.compile("GDP|domestic product")
    ).first.click()
    point = page.locator("svg.chart a").first
    said = point.get_attribute("aria-label") or ""
    assert re.search(r"20\d\d, (target|reported): ", said)
    point.focus()
    page.keyboard.press("Enter")
    target = page.locator(".prose span:target, .said").first
    expect(target).to_be_visible()
    number = re.findall(r"\d+(?:\.\d+)?", said.partition(": ")[2])[0]
    assert number in target.inner_text()
