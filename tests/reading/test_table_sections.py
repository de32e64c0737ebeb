"""Rows of tables head no section: neither the heads of their columns nor what stands under them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document
from duixian.reading.records import Kind, Report
from tests.reading.tables import from_page, from_word

TASKS = ["序号", "重点任务", "年度目标", "责任单位", "完成时限"]


def headings(report: Report) -> list[str]:
    """Return the headings of the sections."""
    return [section.heading for section in report.sections if section.heading]


def test_rows_with_an_empty_cell_or_a_year_are_no_headings() -> None:
    rows = [
        ["2", "城镇新增就业", "8000人", "县人力资源和社会保障局", "2025年12月底"],
        ["", "农村居民人均可支配收入", "23,115元", "", "2025年"],
    ]
    report = from_page(TASKS, *rows, above="二、2025年重点工作")

    assert headings(report) == ["2025年重点工作"]


def test_what_stands_behind_a_table_is_of_the_section_before_it() -> None:
    row = "<tr><td>公园</td><td>2024年</td><td>3个</td></tr>"
    head = "<tr><th>项目</th><th>2025年重点任务</th><th>目标</th></tr>"
    page = f"<h1>清河县政府工作报告</h1><p>一、2024年工作回顾</p><table>{head}{row}</table>"
    report = read_document(load_bytes(f"{page}<p>新建学校3所。</p>".encode(), name="a.html"))

    assert headings(report) == ["2024年工作回顾"]
    assert report.statements[-1].kind is Kind.RESULT


def test_lines_of_many_cells_outside_of_a_table_are_no_headings() -> None:
    text = "清河县政府工作报告\n一、2025年重点任务\n新建公园2个。\n2\t城镇就业\t2025年\n新建学校3所。\n"
    report = read_document(load_bytes(text.encode(), name="a.txt"))

    assert headings(report) == ["2025年重点任务"]


def test_a_number_and_a_heading_that_a_tab_parts_are_a_heading() -> None:
    text = "清河县政府工作报告\n一、\t2025年重点任务\n新建公园2个。\n"

    assert headings(read_document(load_bytes(text.encode(), name="a.txt"))) == ["2025年重点任务"]


def test_two_columns_of_text_keep_their_headings() -> None:
    rows = [
        ["一、2024年工作回顾", "I. Review of Work in 2024"],
        ["全年新建学校3所。", "We built 3 schools."],
        ["二、2025年重点工作", "II. Main Tasks for 2025"],
        ["新建公园2个。", "We will build 2 parks."],
    ]
    report = from_page(["中文", "English"], *rows)

    assert [section.role.value for section in report.sections] == ["other", "review", "plan"]


@pytest.mark.parametrize("head", ["重点工作", "重点任务", "2025年重点工作", "主要举措"])
@pytest.mark.parametrize("above", [[], ["清河县分解表"]])
def test_the_heads_of_tasks_say_that_they_are_planned(head: str, above: Sequence[str]) -> None:
    header = ["序号", head, "工作措施", "完成时限"]
    rows = [
        ["1", "新建学校3所。", "筹集资金3亿元。", "10月底"],
        ["2", "推进旧城更新。", "", "年底"],
    ]
    report = from_word(header, *rows, above=above)

    assert headings(report) == []
    assert [claim.kind for claim in report.claims] == [Kind.COMMITMENT] * 3


def test_heads_that_look_both_ways_say_nothing_of_the_columns_beside_them() -> None:
    header = ["序号", "事项", "2024年完成情况", "2025年重点工作"]
    report = from_page(header, ["1", "新建学校3所。", "已建成公园2个。", "新建公园5个。"])

    assert [claim.text for claim in report.claims] == ["已建成公园2个", "新建公园5个"]


def test_the_heads_of_a_table_may_tell_the_years_of_its_document() -> None:
    header = ["序号", "2025年重点工作", "责任单位"]
    report = from_word(header, ["1", "新建学校3所。", "教育局"], above=["清河县分解表"])

    assert report.year_planned == 2025
