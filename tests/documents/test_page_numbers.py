"""Page numbers on lines of their own are no text, and what a page's end cut is whole again."""

from __future__ import annotations

import time

import pytest

from duixian.documents.page_numbers import without_page_numbers
from duixian.documents.sources import load_bytes
from duixian.language.reasons import without_chinese

FILLED = "全市新建改建一批学校、医院和公园，群众生活更加方便，城乡面貌不断改善，" * 5
DRESSES = ("第{}页", "— {} —", "- {} -", "·{}·", "{} / 9", "Page {} of 9", "第 {} 页 共 9 页", "{}")


def paged(*texts: str, dress: str = "{}", gap: str = "\n") -> str:
    """Write texts with the number of a page behind each."""
    return "".join(
        f"{text}{gap}{dress.format(number)}{gap}" for number, text in enumerate(texts, start=1)
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\f"])
@pytest.mark.parametrize("dress", DRESSES)
def test_a_sentence_cut_by_a_page_number_is_whole_again(dress: str, gap: str) -> None:
    text = paged(
        f"{FILLED}改造老旧", f"小区58个。{FILLED}增长", f"完成。{FILLED}", dress=dress, gap=gap
    )
    found, numbers = without_page_numbers(text)
    assert numbers == 3
    assert found.replace("\f", "").rstrip("\n") == (
        f"{FILLED}改造老旧小区58个。{FILLED}增长完成。{FILLED}"
    )


@pytest.mark.parametrize("dress", DRESSES)
def test_a_figure_cut_by_a_page_number_is_left_to_the_next_line(dress: str) -> None:
    text = paged(f"{FILLED}造林3.6", f"万亩。{FILLED}好。", f"{FILLED}好。", dress=dress)
    found, _ = without_page_numbers(text)
    assert "造林3.6\n万亩" in found


def test_where_no_sentence_is_cut_the_lines_stay_lines() -> None:
    text = paged(f"{FILLED}好。", f"二、民生\n{FILLED}", f"（一）教育\n{FILLED}好。", gap="\n\n")
    assert without_page_numbers(text)[0].split("\n") == [
        f"{FILLED}好。", "", "", "二、民生", FILLED, "", "", "（一）教育", f"{FILLED}好。", "", "", ""
    ]  # fmt: skip


def test_lines_broken_at_a_width_stay_broken() -> None:
    lines = [FILLED[at : at + 20] for at in range(0, 160, 20)]
    text = paged(*["\n".join(lines)] * 4)
    assert without_page_numbers(text)[0] == "\n".join(lines * 4) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{FILLED}\n4\n{FILLED}\n5\n{FILLED}",  # two are no running order
        f"{FILLED}\n4\n{FILLED}\n9\n{FILLED}\n15\n{FILLED}",
        "序号\n任务\n1\n新建学校\n2\n新建医院\n3\n新建公园\n4\n新建道路",  # cells, a line each
        f"{FILLED}\n12所\n{FILLED}\n13所\n{FILLED}\n14所\n{FILLED}",
        "2023\n2024\n2025",
    ],
)
def test_other_numbers_alone_are_kept(text: str) -> None:
    assert without_page_numbers(text) == (text, 0)


def test_english_goes_on_with_a_space() -> None:
    filled = "We built schools, clinics and parks in every district of the city, and " * 3
    text = paged(f"{filled.strip()}", f"roads too. {filled.strip()}", f"more. {filled}")
    assert "city, and roads too." in without_page_numbers(text)[0]


def test_the_note_says_how_many_were_left_out() -> None:
    document = load_bytes(
        paged(f"{FILLED}好。", f"{FILLED}好。", f"{FILLED}好。").encode(), name="a.txt"
    )
    assert document.notes == ("left out 3 page numbers",)
    assert not without_chinese(document.notes[0])


def test_time_is_that_of_the_length() -> None:
    text = paged(*[FILLED[:160]] * 9_000)
    began = time.process_time()
    without_page_numbers(text)
    assert time.process_time() - began < 5
