"""The column of deadlines says when the tasks of its rows are due."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from duixian.reading.records import Kind, Report
from tests.reading.tables import from_page, from_word

PLAN = "2025年重点任务"
CHINESE = ["序号", "重点任务", "目标值", "责任单位", "完成时限"]


def due(report: Report) -> list[str | None]:
    """Return when each promise is due."""
    return [claim.due for claim in report.claims if claim.kind is Kind.COMMITMENT]


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("10月底", "2025-10"),
        ("12月", "2025-12"),
        ("11月中旬", "2025-11"),
        ("12月份", "2025-12"),
        ("10月31日前", "2025-10-31"),
        ("三季度", "2025-09-30"),
        ("上半年", "2025-06-30"),
        ("年底", "2025-12-31"),
        ("2025年12月底前", "2025-12"),
        ("2025-10-31", "2025-10-31"),
        ("2026.6", "2026-06"),
        ("2026年6月", "2026-06"),
        ("3月—10月", "2025-10"),
        ("2025年3月至2026年10月", "2026-10"),
        ("3月底启动，10月底完成", "2025-10"),
        ("全年", "2025"),
        ("长期坚持", "2025"),
        ("3月启动", "2025"),
        ("5个工作日", "2025"),
        ("", "2025"),
    ],
)
def test_a_figure_is_due_when_its_row_says(cell: str, when: str) -> None:
    row = ["1", "新建学校", "3所", "县教育局", cell]

    for report in (from_page(CHINESE, row, above=PLAN), from_word(CHINESE, row, above=[PLAN])):
        assert due(report) == [when]


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("October", "2025-10"),
        ("End of October", "2025-10"),
        ("October 31", "2025-10-31"),
        ("Third quarter", "2025-09-30"),
        ("Year-end", "2025-12-31"),
        ("June 2026", "2026-06"),
        ("March to October", "2025-10"),
        ("Ongoing", "2025"),
    ],
)
def test_an_english_figure_is_due_when_its_row_says(cell: str, when: str) -> None:
    header = ["No.", "Task", "Target", "Lead", "Deadline"]
    row = ["1", "New roads", "12 km", "Transport Bureau", cell]

    assert due(from_page(header, row, above="Main Tasks for 2025")) == [when]


def test_a_sentence_is_due_when_its_row_says_unless_it_says_so_itself() -> None:
    rows = [
        ["1", "新建学校3所。", "", "教育局", "10月底"],
        ["2", "8月底前建成公园。", "", "", "年底"],
    ]

    assert due(from_page(CHINESE, *rows, above=PLAN)) == ["2025-10", "2025-08"]


def test_the_head_of_the_deadlines_may_tell_their_year() -> None:
    report = from_page(
        ["任务", "目标", "2026年完成时限"], ["新建学校", "3所", "10月底"], above=PLAN
    )

    assert due(report) == ["2026-10"]


def test_the_year_of_a_target_is_not_changed_by_a_deadline_of_another() -> None:
    header = ["任务", "2025年目标", "2027年目标", "完成时限"]

    report = from_page(header, ["新建学校", "3所", "9所", "2027年10月"], above=PLAN)

    assert due(report) == ["2025", "2027-10"]


def test_what_was_reached_is_not_dated_by_a_deadline() -> None:
    header = ["任务", "2024年完成", "2025年目标", "完成时限"]

    report = from_page(header, ["新建学校", "2所", "3所", "10月底"], above=PLAN)

    assert [(one.period, one.due) for one in report.claims] == [("2024", None), (None, "2025-10")]


def test_a_time_for_doing_something_is_a_figure_and_no_deadline() -> None:
    report = from_page(["事项", "办理时限（天）"], ["开办企业", "3"], above=PLAN)

    assert [quantity.text for quantity in report.quantities] == ["3"]


@pytest.mark.parametrize(
    ("remark", "kept"),
    [("县交通局", []), ("资金不足，进度较慢", ["资金不足，进度较慢\t10月底"])],
)
def test_offices_and_dates_behind_a_sentence_are_no_statement(
    remark: str, kept: Sequence[str]
) -> None:
    header = ["任务", "存在问题", "完成时限"]
    report = from_page(header, ["新建公路120公里。", remark, "10月底"], above=PLAN)

    assert [each.text for each in report.statements][-1 - len(kept) :] == [
        "新建公路120公里。",
        *kept,
    ]
