"""Commitments, accounts and indicators in a real browser: for screen readers, small and large."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.web.browser.checking import violations_of
from tests.web.site.two_years import TwoYears, two_years

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

# A browser is driven from a loop of events; the tests themselves wait for it, as Django wants.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def reports(transactional_db: None) -> TwoYears:
    return two_years()


def _addresses(reports: TwoYears) -> list[str]:
    return [
        "commitments/",
        "commitments/?q=小区&language=all&sort=-amount",
        "commitments/?q=登月",
        f"commitments/{reports.commitment('新增就业岗位').key}/",
        f"commitments/{reports.commitment('养老服务驿站').key}/",
        "governments/110107/2024/account/",
        "governments/110107/2025/account/",
        "indicators/",
        "indicators/gdp/",
        "indicators/treasury-bonds/",
    ]


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("zh", 360, "dark"), ("en", 1280, "light")]
)
def test_axe_finds_nothing_with_everything_unfolded(
    language: str, width: int, scheme: str, reports: TwoYears, live_server: LiveServer,
    browser: Browser,
) -> None:  # fmt: skip
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for address in _addresses(reports):
        page.goto(f"{live_server.url}/{language}/{address}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert violations_of(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_a_commitment_is_filtered_found_read_and_downloaded_without_scripts(
    reports: TwoYears, live_server: LiveServer, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/commitments/?language=zh")
    page.get_by_label("Search in the sentences").fill("岗位")
    page.get_by_label("exceeded").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#found")).to_have_text("1 commitment")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert "新增就业岗位" in download.value.path().read_text(encoding="utf-8-sig")
    page.locator("a.promise").click()
    expect(page.locator(".verdict-box")).to_contain_text("target")
    page.locator(".site-tools").get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator(".verdict-box")).to_contain_text("目标")
    context.close()


def test_a_point_of_the_chart_is_followed_by_keyboard(
    reports: TwoYears, live_server: LiveServer, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/en/indicators/gdp/")
    page.locator("svg.chart a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments/**")
    page.close()
