"""What the layout of a PDF page tells: ragged lines, footnotes, close columns, running heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tests.documents.drawing import BODY, CHINESE, Draw, build, draw, lines_of, read


def test_indented_lines_that_end_short_of_the_margin_go_on() -> None:
    paragraph = ["政" * 28, "务" * 30, "公" * 28, "开" * 12 + "。"]

    def page(canvas: Canvas) -> None:
        for row, line in enumerate(paragraph * 4):
            canvas.drawString(80 if row % 4 else 108, 760 - 24 * row, line)

    assert lines_of(draw(page)) == ["".join(paragraph)] * 4


def test_ragged_english_set_off_by_gaps_goes_on() -> None:
    paragraph = [
        "We will build 18 kilometers of expressways this year, add",
        "2,000 parking spaces, and open the Riverside Railway",
        "Station by the end of October. The hall will hold 12",
        "community kitchens, a library and a well-",
        "equipped clinic.",
    ]
    heading = "Better Services for Every Resident in the Riverside"

    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for block in range(5):
            for row, line in enumerate(paragraph if block % 4 else [heading]):
                canvas.drawString(80, 780 - 100 * block - 15 * row, line)

    whole = "".join(f"{line} " for line in paragraph).replace("well- ", "well-").strip()
    assert lines_of(draw(page)) == [heading, whole, whole, whole, heading]


def noted(text: str, note: str, *, size: int = 9, rule: int = 0) -> Draw:
    def page(canvas: Canvas) -> None:
        for row in range(4):
            canvas.drawString(80, 700 - 24 * row, "政" * 30)
        canvas.drawString(80, 604, text)
        if rule:
            canvas.line(80, 110, 80 + rule, 110)
        canvas.setFont("STSong-Light", size)
        canvas.drawString(80, 96, note)
        canvas.drawString(80, 84, "另有说明。")

    return page


@pytest.mark.parametrize(
    ("text", "note", "rule"),
    [
        ("新建书屋。", "1 指街道书屋。", 120),
        ("新建书屋①。", "① 指街道书屋。", 0),
        ("新建书屋[12]。", "[12] 指街道书屋。", 0),
    ],
)
def test_a_footnote_with_a_rule_or_a_mark_is_furniture(text: str, note: str, rule: int) -> None:
    content = read(draw(noted(text, note, rule=rule)))
    assert [content.text[slice(*span)] for span in content.furniture] == [f"{note}\n另有说明。"]


@pytest.mark.parametrize(
    ("text", "note", "size", "rule"),
    [
        ("新建书屋。", "1. 新建公园。", 9, 0),  # small type alone
        ("新建绿地3m²。", "2. 新建公园。", 9, 0),
        ("重点：①新建书屋；②新建广场。", "① 新建公园。", 9, 0),  # a list told off in the text
        ("新建书屋。", "1. 新建公园。", 9, 420),  # the rule of a table, say
        ("新建书屋①。", "①新建公园。", 14, 120),
    ],
)
def test_a_list_at_the_foot_of_a_page_is_text(text: str, note: str, size: int, rule: int) -> None:
    assert not read(draw(noted(text, note, size=size, rule=rule))).furniture


@pytest.mark.parametrize("gap", [18, 22, 26])
def test_columns_that_stand_close_are_parted(gap: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(180, 800, "云亭区人民政府工作报告全文如下")
        for row in range(12):
            short = row % 4 == 1
            canvas.drawString(60, 760 - 22 * row, "左" * (13 if short else 14))
            canvas.drawString(256 + gap, 760 - 22 * row, "右" * (13 if short else 14))

    text = read(draw(page)).text
    assert text.count("左右") <= 1  # where the left column ends
    assert "右左" not in text


@pytest.mark.parametrize("spread", [0, 3, 7])
def test_one_column_stays_one(spread: int) -> None:
    line = "全区新建书屋12所、公园5处，办好实事"

    def page(canvas: Canvas) -> None:
        for row in range(12):
            canvas.drawString(80, 760 - 22 * row, line, charSpace=spread)

    assert re.sub(r"\s", "", read(draw(page)).text) == line * 12


@pytest.mark.parametrize("size", [9, 14])
@pytest.mark.parametrize("count", [4, 5, 9])
def test_running_heads_that_alternate_are_dropped(count: int, size: int) -> None:
    def page(number: int) -> Draw:
        def fill(canvas: Canvas) -> None:
            canvas.setFont("STSong-Light", size)
            head = f"{number} 云亭区人民政府公报" if number % 2 else f"工作报告摘编 {number}"
            canvas.drawString(90 if number % 2 else 300, 800, head)
            canvas.setFont("STSong-Light", 14)
            for place in range(4):
                canvas.drawString(80, 740 - 22 * place, CHINESE[3 * number + place :][:30])

        return fill

    text = read(draw(*map(page, range(1, count + 1)))).text
    assert "公报" not in text
    assert "摘编" not in text


def test_what_stands_first_on_two_pages_in_the_size_of_the_text_is_kept() -> None:
    def page(first: str) -> Draw:
        def fill(canvas: Canvas) -> None:
            for place, line in enumerate([first, CHINESE[:30], CHINESE[30:60]]):
                canvas.drawString(80, 780 - 22 * place, line)

        return fill

    firsts = ("一、产业发展", "二、城乡建设", "（一）园区", "（二）乡村")
    text = read(draw(*map(page, firsts))).text
    assert all(first in text for first in firsts)


def test_the_page_numbers_of_low_pages_are_dropped() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize((600, 400))
        canvas.drawString(80, 300, CHINESE[:30])
        canvas.drawString(300, 45, str(canvas.getPageNumber()))

    assert lines_of(draw(page, page, page)) == [CHINESE[:30]] * 3


def test_lines_that_each_end_with_a_figure_are_a_list() -> None:
    left = ["新建学校12所，新增学位900个", "粮食产量90万吨，增长2%", "新增床位300张，增长8%"]
    left += ["修路120公里，建桥3座", "空气优良天数比例达到83%"]
    right = ["改造小区58个，惠及2000户", "新增泊位500个，充电桩80个", "城市绿化率达到41%"]
    right += ["预算收入25亿元，增长6%", "城镇新增就业5000人"]

    def page(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        for row, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(70, 700 - 22 * row, one)
            canvas.drawString(300, 700 - 22 * row, other)

    assert lines_of(draw(page)) == [*left, *right]


def test_items_that_are_broken_go_on() -> None:
    items = [f"{'改造小区并为楼房加装电梯' * 4}惠及居民{count}万户" for count in range(1, 5)]

    assert lines_of(build([Paragraph(item, BODY) for item in items])) == items


HEADS = ["指标", "2024年实绩", "2025年计划", "增长"]
ROWS = [["粮食产量（万吨）", "90", "95", "5.6"], ["财政收入（亿元）", "80", "84", "5"]]


def columns_of(rows: Sequence[Sequence[str]]) -> Draw:
    def page(canvas: Canvas) -> None:
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString(70 + 150 * column, 700 - 24 * line, cell)

    return page


def test_a_table_without_a_grid_is_one() -> None:
    content = read(draw(columns_of([HEADS, *ROWS]), columns_of([HEADS, *ROWS])))

    (table,) = content.tables
    cells = [content.text[cell.start : cell.end] for cell in table.cells]
    assert cells == [*HEADS, *ROWS[0], *ROWS[1], *ROWS[0], *ROWS[1]]
    assert [cell.is_header for cell in table.cells] == [True] * 4 + [False] * 16


@pytest.mark.parametrize(
    "rows",
    [
        [HEADS, ROWS[0], ["财政收入（亿元）", "", "84", "5"]],  # under which head is 84?
        [["", "2024年", "2025年"], ["指标", "计划", "完成", "计划"], *ROWS],
        [HEADS, ROWS[0]],
        [["新建学校", "新建公园", "新建道路"], ["12", "15", "18"], ["20", "22", "24"]],
    ],
)
def test_lines_whose_columns_are_not_sure_are_no_table(rows: Sequence[Sequence[str]]) -> None:
    assert read(draw(columns_of(rows))).tables == ()
