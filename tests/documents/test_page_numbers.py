"""Page numbers on lines of their own are furniture; the text itself stays what it was."""

from __future__ import annotations

import pytest

from duixian.documents.page_numbers import page_numbers
from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document

FILLED = "全市新建改建一批学校、医院和公园，群众生活更加方便，城乡面貌不断改善，" * 5
DRESSES = (
    "第{}页",
    "— {} —",
    "- {} -",
    "·{}·",
    "{} / 9",
    "Page {} of 9",
    "第 {} 页 共 9 页",
    "共9页 第{}页",
    "{}",
)


def paged(*texts: str, dress: str = "{}", gap: str = "\n") -> str:
    """Write texts with the number of a page behind each."""
    return "".join(
        f"{text}{gap}{dress.format(number)}{gap}" for number, text in enumerate(texts, start=1)
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\f"])
@pytest.mark.parametrize("dress", DRESSES)
def test_numbers_in_running_order_are_found(dress: str, gap: str) -> None:
    text = paged(
        f"{FILLED}改造老旧", f"小区58个。{FILLED}", f"完成。{FILLED}", dress=dress, gap=gap
    )

    found = [text[start:end] for start, end in page_numbers(text)]

    assert found == [dress.format(number) for number in (1, 2, 3)]


@pytest.mark.parametrize("dress", DRESSES)
def test_they_are_no_part_of_a_figure_and_no_statement(dress: str) -> None:
    text = "2024年云亭区政府工作报告\n一、2023年工作回顾\n" + paged(
        f"{FILLED}建成快速路", f"18.5公里。{FILLED}好。", f"新建学校12所。{FILLED}好。",
        dress=dress, gap="\n\n",
    )  # fmt: skip

    report = read_document(load_bytes(text.encode(), name="a.txt"))

    assert [one.text for one in report.quantities] == ["18.5公里", "12所"]
    assert not any(f"\n{dress.format(2)}" in f"\n{one.text}\n" for one in report.statements[2:])


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
    assert page_numbers(text) == ()


def test_a_plain_text_is_kept_as_it_is() -> None:
    text = paged(f"{FILLED}好。", f"{FILLED}好。", f"{FILLED}好。")

    document = load_bytes(text.encode(), name="a.txt")

    assert (document.text, len(document.furniture)) == (text, 3)


def test_thousands_of_pages_are_all_found() -> None:
    text = paged(*[FILLED[:160]] * 9_000)

    assert len(page_numbers(text)) == 9_000
