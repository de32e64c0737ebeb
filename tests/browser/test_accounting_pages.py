"""The pages of accounts, chains, cascades and grades: on a phone, by keyboard, in the dark, printed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from duixian.cli.main import cli
from tests.accounting.test_cascade import CITY, EAST, plan
from tests.browser.conftest import show

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = ("account", "chains", "cascade", "grade")
PHONE = 360
# A4 less its margins, in the pixels of a printed page.
SHEET = 680
LEAST_CONTRAST = 4.5

YEARS = {
    2022: "新增养老床位300张以上，城镇新增就业1200万人以上，发展一切有利于群众的事业。",
    2023: "新增养老床位400张以上，城镇新增就业1200万人左右，开工建设清河大桥。",
    2024: "新增养老床位500张以上，城镇新增就业1300万人以上，继续办好民生实事。",
}
TOLD = "新增养老床位350张，城镇新增就业1256万人，地区生产总值增长5.2%。"

_CONTRASTS = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/^rgba\\(.*, 0\\)$/.test(colour)) return colour;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("style, title")) continue;
    const style = getComputedStyle(element);
    const ink = element.closest("svg") ? style.fill : style.color;
    const pair = [light(ink), light(ground(element))].sort((a, b) => b - a);
    found.push([(pair[0] + 0.05) / (pair[1] + 0.05), walker.currentNode.data.trim().slice(0, 30)]);
  }
  return found;
}"""

_REACHABLE = """() => Array.from(document.querySelectorAll('a[href], summary, [tabindex="0"]'))
  .filter((each) => each.checkVisibility()).length"""


def _sources(folder: Path) -> dict[str, list[str]]:
    for year, promise in YEARS.items():
        text = (
            f"清河县政府工作报告（{year}年）\n一、{year - 1}年工作回顾\n{TOLD}\n"
            f"二、{year}年重点工作\n（一）民生\n{promise}\n"
        )
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    for name, report in (("city", plan("北京市", CITY)), ("east", plan("北京市石景山区", EAST))):
        (folder / f"{name}.txt").write_text(report.document.text, encoding="utf-8")
    years = [str(folder / f"{year}.txt") for year in YEARS]
    district = [str(EXAMPLES / f"district-{year}.zh.txt") for year in (2024, 2025)]
    return {
        "account": ["account", *district],
        "chains": ["account", *years],
        "cascade": ["cascade", str(folder / "city.txt"), str(folder / "east.txt")],
        "grade": ["grade", district[1]],
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    pages = {}
    for name, arguments in _sources(folder).items():
        pages[name] = folder / f"{name}.html"
        result = CliRunner().invoke(cli, [*arguments, "-o", str(pages[name])])
        assert result.exit_code == 0, result.output
    return pages


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest, written: dict[str, Path]) -> Path:
    return written[request.param]


@pytest.fixture
def open_page(browser: Browser) -> Callable[..., Page]:
    def opener(path: Path, **options: object) -> Page:
        context = browser.new_context(offline=True, **options)  # type: ignore[arg-type]  # by name
        opened = context.new_page()
        show(opened, path)
        return opened

    return opener


def test_nothing_runs_over_the_edge_of_a_phone(page: Page, path: Path) -> None:
    page.set_viewport_size({"width": PHONE, "height": 700})
    show(page, path)
    for details in page.locator("details").all():
        details.evaluate("each => { each.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_no_words_are_squeezed_into_a_column_of_letters(page: Page, path: Path) -> None:
    page.set_viewport_size({"width": PHONE, "height": 700})
    show(page, path)
    for cell in page.locator("th[scope=row]:visible").all():
        box, text = cell.bounding_box(), cell.inner_text()
        assert box is not None
        assert box["width"] >= min(len(text), 6) * 9, text


def test_every_link_and_fold_is_reached_by_keyboard_and_seen_there(page: Page, path: Path) -> None:
    show(page, path)
    expected = page.evaluate(_REACHABLE)
    reached = 0
    for _ in range(expected):
        page.keyboard.press("Tab")
        reached += page.evaluate(
            "document.activeElement !== document.body"
            " && getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )
    assert reached == expected


@pytest.mark.parametrize("name", ["account", "chains", "cascade"])
def test_the_first_key_leads_past_the_head(page: Page, written: dict[str, Path], name: str) -> None:
    show(page, written[name])
    page.keyboard.press("Tab")
    assert "跳到正文" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_folds_open_without_scripts(page_without_scripts: Page, written: dict[str, Path]) -> None:
    show(page_without_scripts, written["account"])
    fold = page_without_scripts.locator("section > details").first
    assert not fold.locator("article").first.is_visible()
    fold.locator("> summary").click()
    assert fold.locator("article").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(
    open_page: Callable[..., Page], path: Path, scheme: str
) -> None:
    opened = open_page(path, color_scheme=scheme)
    found = opened.evaluate(_CONTRASTS)
    assert len(found) > 30
    assert [pair for pair in found if pair[0] < LEAST_CONTRAST] == []


def test_a_printed_sheet_holds_its_width(page: Page, path: Path) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 900})
    show(page, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("account", "未报告"),
        ("chains", "1256万"),
        ("cascade", "占 33.3 %"),
        ("grade", "最难核查的承诺"),
    ],
)
def test_what_counts_is_on_the_first_sheets(
    page_without_scripts: Page, written: dict[str, Path], tmp_path: Path, name: str, words: str
) -> None:
    show(page_without_scripts, written[name])
    printed = tmp_path / "page.pdf"
    page_without_scripts.pdf(path=os.fspath(printed), prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as sheets:
        text = "".join(
            sheets[at].get_textpage().get_text_range() for at in range(min(2, len(sheets)))
        )
    assert words.replace(" ", "") in text.replace(" ", "")


def test_a_citizen_sees_promise_answer_and_rule_together(
    page: Page, written: dict[str, Path]
) -> None:
    show(page, written["account"])
    entry = page.locator("article.entry.met:visible, article.entry.exceeded:visible").first
    assert entry.locator(".promise mark").inner_text()
    assert entry.locator("blockquote").first.inner_text()
    assert "目标" in page.locator("article.exceeded .rule").first.inner_text()
