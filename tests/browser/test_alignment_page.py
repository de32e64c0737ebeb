"""The two versions side by side, read with a mouse, with the keyboard, or without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from duixian.cli.main import cli
from tests.browser.conftest import show

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def beads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "beads.html"
    sources = [str(EXAMPLES / f"district-2025.{language}.txt") for language in ("zh", "en")]
    result = CliRunner().invoke(cli, ["align", *sources, "-o", str(written)])
    assert result.exit_code == 0, result.output
    return written


def test_each_row_holds_a_sentence_and_its_partner(page: Page, beads: Path) -> None:
    show(page, beads)
    row = page.locator("tr.bead").filter(has_text="1312.9亿元").first

    assert "131.29 billion" in row.inner_text()


def test_a_row_stands_out_under_the_mouse_and_under_the_keyboard(page: Page, beads: Path) -> None:
    show(page, beads)
    row = page.locator("tr.bead").nth(3)
    plain = row.evaluate("row => getComputedStyle(row).backgroundColor")
    row.hover()
    hovered = row.evaluate("row => getComputedStyle(row).backgroundColor")
    page.mouse.move(0, 0)
    page.keyboard.press("j")
    focused = page.evaluate("document.activeElement.className")

    assert hovered != plain
    assert "bead" in focused


def test_keys_go_from_row_to_row(page: Page, beads: Path) -> None:
    show(page, beads)
    at = "Array.from(document.querySelectorAll('tr.bead')).indexOf(document.activeElement)"
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate(at)
    page.keyboard.press("k")

    assert (second, page.evaluate(at)) == (1, 0)


def test_only_doubtful_rows_can_be_shown(page: Page, beads: Path) -> None:
    show(page, beads)
    rows = page.locator("tr.bead:visible")
    everything = rows.count()
    page.get_by_role("checkbox").first.check()

    assert rows.count() < everything


def test_the_table_can_be_read_without_scripts(page_without_scripts: Page, beads: Path) -> None:
    show(page_without_scripts, beads)

    assert page_without_scripts.locator("tr.bead:visible").count() > 30
