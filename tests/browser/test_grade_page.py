"""The page of a grade: read without scripts, printed on one sheet."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from duixian.accounting.grade.grading import grade_report
from duixian.accounting.grade.page import grade_page
from duixian.corpus.one import read_report
from tests.browser.conftest import show
from tests.reading.texts import SHARED, needs_shared

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = [
    EXAMPLES / "district-2025.zh.txt",
    EXAMPLES / "district-2025.en.txt",
    *(
        pytest.param(SHARED / "corpus" / f"china-{year}.zh.txt", marks=needs_shared)
        for year in (2005, 2024)
    ),
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: Path(str(path)).stem)
def test_it_prints_on_one_sheet(page_without_scripts: Page, tmp_path: Path, report: Path) -> None:
    written = tmp_path / "grade.html"
    written.write_text(grade_page(grade_report(read_report(report))), encoding="utf-8")
    show(page_without_scripts, written)
    printed = tmp_path / "grade.pdf"
    page_without_scripts.pdf(path=os.fspath(printed), prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as sheets:
        assert len(sheets) == 1


def test_shares_stand_in_words_beside_the_bars(page_without_scripts: Page, tmp_path: Path) -> None:
    written = tmp_path / "grade.html"
    grade = grade_report(read_report(EXAMPLES / "district-2025.zh.txt"))
    written.write_text(grade_page(grade), encoding="utf-8")
    page_without_scripts.set_viewport_size({"width": 360, "height": 700})
    show(page_without_scripts, written)
    assert "quantified" in page_without_scripts.locator(".key").inner_text()
    assert page_without_scripts.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
