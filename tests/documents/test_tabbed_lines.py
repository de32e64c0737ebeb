"""Tables pasted into plain text are read as those of pages; tabs alone make no table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from duixian.documents.options import DEFAULT_OPTIONS
from duixian.documents.readers import read_data
from duixian.documents.sources import load_bytes
from duixian.documents.tabbed_lines import tabbed_tables
from duixian.reading.read import read_document
from duixian.reading.records import Report

REPORT = "清河县2025年政府工作报告\n一、2025年重点任务\n"
TABLE = "指标\t2024年实绩\t2025年计划\n粮食产量（万吨）\t90\t95\n财政收入（亿元）\t80\t84\n"


def read(text: str) -> Report:
    """Read a plain text behind the title of a report."""
    return read_document(load_bytes(f"{REPORT}{text}".encode(), name="a.txt"))


def values(report: Report) -> list[tuple[str, str, str, str]]:
    """Return of each quantity its words, its value, its unit and what it measures."""
    return [(q.text, f"{q.value.normalize():f}", q.unit, q.measure) for q in report.quantities]


def test_rows_are_read_with_their_heads() -> None:
    report = read(TABLE)

    assert values(report) == [
        ("90", "900000", "t", "粮食产量"),
        ("95", "950000", "t", "粮食产量"),
        ("80", "8000000000", "CNY", "财政收入"),
        ("84", "8400000000", "CNY", "财政收入"),
    ]
    assert [(one.period, one.due) for one in report.claims] == [("2024", None), (None, "2025")] * 2


def test_rows_may_end_in_empty_cells() -> None:
    report = read(
        "序号\t任务\t责任单位\t完成时限\t\n1\t新建学校3所，改造道路2条。\t\t\n2\t新建公园4个。\t住建局\t10月底\t"
    )
    assert [(one.measure, one.due) for one in report.claims] == [
        ("新建学校", "2025"),
        ("改造道路", "2025"),
        ("新建公园", "2025-10"),
    ]


def test_a_blank_line_may_part_rows_and_parts_tables() -> None:
    report = read(
        "2025年重点任务\n指标\t2025年目标\t2024年完成\n税收（亿元）\t20\t18\n\n人口（万人）\t3\t2\n\n"
        "路段\t2024年完成\t2025年目标\n长桥路\t4千米\t5千米\n"
    )
    assert [(one.text, one.measure, one.status) for one in report.quantities] == [
        ("20", "税收", "target"),
        ("18", "税收", "result"),
        ("3", "人口", "target"),
        ("2", "人口", "result"),
        ("4千米", "长桥路", "result"),
        ("5千米", "长桥路", "target"),
    ]


def test_a_unit_may_stand_in_a_head_above_the_table_or_in_a_column() -> None:
    in_head = read("年份\t产量（万吨）\t增速（%）\n2023\t90\t5\n")
    above = read("单位：万吨、%\n指标\t2024年\t增长\n产量\t90\t5\n")
    in_column = read("指标\t单位\t2024年\n产量\t万吨\t90\n增速\t%\t5\n")

    for report in (in_head, above, in_column):
        assert [each[1:3] for each in values(report)] == [("900000", "t"), ("5", "%")]


def test_cells_that_are_sentences_are_read_as_text() -> None:
    report = read(
        "序号\t重点任务\t责任单位\n1\t新增养老床位300张。\t民政局\n2\t改造小区58个。\t住建局"
    )

    assert [(one.measure, one.due) for one in report.claims] == [
        ("新增养老床位", "2025"),
        ("改造小区", "2025"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、\t新增养老床位300张\n二、\t改造小区58个\n",
        "1.\t新增养老床位300张\n2.\t改造小区58个\n",
        "一、工作回顾\t1\n二、重点任务\t5\n三、保障措施\t9\n",
        "项目\t市民中心\n投资额\t3亿元\n面积\t2万平方米\n",
        "投资额\t达3亿元\t其中今年1亿元\n面积\t2万平方米\t1万平方米\n",
        "市长：\t张三\n副市长：\t李四\n",
        "\t过去一年，新建学校12所。\n\t今年改造小区58个。\n",
        "指标\t2024年\t2025年\n\t计划\t完成\t计划\t完成\n产量\t90\t95\t92\t97\n",  # merged heads
        "指标\t2024年\t\t2025年\t\n\t计划\t完成\t计划\t完成\n产量\t90\t95\t92\t97\n",
        "指标\t2024年实绩\t2025年计划\n",
    ],
)
def test_other_lines_with_tabs_are_no_table(text: str) -> None:
    assert tabbed_tables(text, most_cells=100) == ()


@pytest.mark.parametrize(
    "behind", ["\t我们将改造小区58个。\n", "二、\t改造小区58个，建成公园6处。\n"]
)
def test_a_paragraph_behind_a_table_is_no_row_of_it(behind: str) -> None:
    text = TABLE + behind

    (table,) = tabbed_tables(text, most_cells=100)

    assert text[table.start : table.end] == TABLE.rstrip()


def test_a_cell_has_no_blanks_around_it_and_a_row_may_end_early() -> None:
    text = "指标\t 2024年 \t备注\n 产量（万吨）\t 90 \n"

    (table,) = tabbed_tables(text, most_cells=100)

    cells = [(one.row, one.column, text[one.start : one.end]) for one in table.cells]
    assert cells == [
        (0, 0, "指标"), (0, 1, "2024年"), (0, 2, "备注"), (1, 0, "产量（万吨）"), (1, 1, "90"),
    ]  # fmt: skip


def test_a_table_of_more_cells_than_allowed_is_left_as_lines() -> None:
    limits = replace(DEFAULT_OPTIONS.limits, max_table_cells=8)

    document = read_data(
        TABLE.encode(), name="a.txt", options=replace(DEFAULT_OPTIONS, limits=limits)
    )

    assert document.tables == ()
    assert document.text == TABLE
