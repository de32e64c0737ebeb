"""The page of findings, as a translation office would work through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from duixian.cli.main import cli
from tests.browser.conftest import show

ZH = (
    "清河县政府工作报告\n一、2025年工作回顾\n发放就业政策资金10.9亿元。\n"
    "新增停车位300个以上。\n新建学校12所。\n三农工作得到加强。\n"
)
EN = (
    "Report on the Work of the Government of Qinghe County\nI. Review of Work in 2025\n"
    "Employment policy funds totaling 10.9 billion yuan were distributed.\n"
    "More than 300 parking spaces were added.\nTwelve schools were built.\n"
    "Work on agriculture, rural areas and rural residents was strengthened.\n"
)


@pytest.fixture
def findings(tmp_path: Path) -> Path:
    (tmp_path / "zh.txt").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    written = tmp_path / "findings.html"
    sources = [str(tmp_path / "zh.txt"), str(tmp_path / "en.txt")]
    result = CliRunner().invoke(cli, ["audit", *sources, "-o", str(written)])
    assert written.exists(), result.output
    return written


def test_the_wrong_billion_is_what_one_sees_first(page: Page, findings: Path) -> None:
    show(page, findings)
    first = page.locator("article.finding:visible").first

    assert "10.9 billion yuan" in first.inner_text()
    assert "ten times too large" in first.inner_text()
    box = first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900  # on the first screen


def test_filters_hide_and_show_findings_and_say_how_many_are_left(
    page: Page, findings: Path
) -> None:
    show(page, findings)
    visible = page.locator("article.finding:visible")
    before = visible.count()

    page.get_by_label("Error").first.uncheck()

    assert visible.count() < before
    assert page.locator("#shown").inner_text().startswith(f"{visible.count()} / ")
    assert "ten times too large" not in page.locator("main").inner_text()


def test_filters_work_from_the_keyboard(page: Page, findings: Path) -> None:
    show(page, findings)
    before = page.locator("article.finding:visible").count()
    page.get_by_label("Error").first.focus()
    page.keyboard.press("Space")

    assert page.locator("article.finding:visible").count() < before


def test_everything_can_be_read_without_scripts(page_without_scripts: Page, findings: Path) -> None:
    show(page_without_scripts, findings)

    assert "ten times too large" in page_without_scripts.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_runs_over_the_edge(page: Page, findings: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    show(page, findings)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
