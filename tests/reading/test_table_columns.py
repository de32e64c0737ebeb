"""What heads of columns say of their cells: unit, time, measure, what was aimed at or reached."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document
from duixian.reading.records import Kind, Report, Status
from tests.reading.tables import from_page


def values(report: Report) -> list[tuple[str, str, str]]:
    """Return of each quantity its words, its value and its unit."""
    return [(q.text, f"{q.value.normalize():f}", q.unit) for q in report.quantities]


@pytest.mark.parametrize(
    ("header", "row", "above"),
    [
        (["指标", "2024年完成", "增长（%）"], ["粮食产量（万吨）", "90", "2.5"], ""),
        (["指标", "2024年完成", "增长%"], ["粮食产量（万吨）", "90", "2.5"], ""),
        (["指标", "单位", "2024年完成", "增速（%）"], ["粮食产量", "万吨", "90", "2.5"], ""),
        (["指标", "2024年完成", "增长"], ["粮食产量", "90", "2.5"], "（单位：万吨、%）"),
        (["Indicator", "2024 actual", "Growth (%)"], ["Grain (tonnes)", "900000", "2.5"], ""),
    ],
)
def test_a_column_of_growth_takes_the_unit_of_its_own_head(
    header: Sequence[str], row: Sequence[str], above: str
) -> None:
    report = from_page(header, row, above=above)

    assert [each[1:] for each in values(report)] == [("900000", "t"), ("2.5", "%")]


@pytest.mark.parametrize("head", ["增速", "同比增长"])
def test_a_column_of_growth_takes_no_amount_from_its_row(head: str) -> None:
    report = from_page(["指标", "2024年完成", head], ["粮食产量（万吨）", "90", "2.5"])

    assert values(report) == [("90", "900000", "t")]


def test_a_change_told_as_an_amount_keeps_it() -> None:
    report = from_page(["指标", "比上年增减（人）"], ["在校生（万人）", "-20"])

    assert values(report) == [("-20", "-20", "person")]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("单位：亿元、%", [("90", "9000000000", "CNY"), ("60", "60", "%")]),
        ("单位：亿元", [("90", "9000000000", "CNY")]),
        ("单位：亿元、万人、%", [("60", "60", "%")]),
    ],
)
def test_a_share_takes_no_amount_and_of_several_amounts_none_is_known(
    above: str, expected: list[tuple[str, str, str]]
) -> None:
    report = from_page(["指标", "目标"], ["工业产值", "90"], ["绿化率", "60"], above=above)

    assert values(report) == expected


def test_the_head_of_the_labels_may_state_the_unit_of_all() -> None:
    report = from_page(["指标（单位：亿元）", "目标", "增长"], ["工业产值", "90", "2.5"])

    assert values(report) == [("90", "9000000000", "CNY")]


def test_the_year_of_a_head_dates_its_column() -> None:
    report = from_page(
        ["指标", "2022年完成（个）", "2024年目标（个）", "2024年完成（个）", "2026年目标（个）"],
        ["口袋公园", "12", "15", "16", "30"],
        above="2025年重点任务",
    )

    told = [(str(c.quantity and c.quantity.value), c.period, c.due) for c in report.claims]
    assert told == [("12", "2022", None), ("16", "2024", None), ("30", None, "2026")]
    # what an earlier year aimed at is a plan in front of what came of it
    assert [q.status for q in report.quantities if q.text == "15"] == [Status.OTHER]


@pytest.mark.parametrize(
    ("head", "kind", "time"),
    [
        ("2021—2024年累计（个）", Kind.RESULT, "2021/2024"),
        ("2024年1-11月完成（个）", Kind.RESULT, "2024-01/2024-11"),
        ("2027年达到（个）", Kind.COMMITMENT, "2027"),
        ("“十五五”目标（个）", Kind.COMMITMENT, "2030"),
        ("2025年（个）", Kind.COMMITMENT, "2025"),
        ("2024年计划完成率（%）", Kind.RESULT, "2024"),
    ],
)
def test_what_heads_say_of_time(head: str, kind: Kind, time: str) -> None:
    (claim,) = from_page(["指标", head], ["口袋公园", "12"], above="2025年重点任务").claims

    assert (claim.kind, claim.due or claim.period) == (kind, time)


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("2025年目标（张）", "养老床位"),
        ("2024年度完成情况（张）", "养老床位"),
        ("预计新增（张）", "养老床位 预计新增"),
        ("年度投资（万元）", "养老床位 年度投资"),
        ("完成年度目标（%）", "养老床位 完成年度目标"),
        ("平均办理时间（天）", "养老床位 平均办理时间"),
    ],
)
def test_a_head_that_only_tells_which_column_is_no_part_of_the_measure(
    head: str, measure: str
) -> None:
    (quantity,) = from_page(["指标", head], ["养老床位", "300"]).quantities

    assert quantity.measure == measure


def test_a_row_is_named_by_what_does_not_group_it() -> None:
    report = from_page(["类别", "指标", "目标（个）"], ["民生", "食堂", "3"], ["民生", "公园", "5"])

    assert [quantity.measure for quantity in report.quantities] == ["食堂", "公园"]


def test_a_range_is_one_quantity_and_a_stretch_of_years_none() -> None:
    report = from_page(
        ["指标", "单位", "目标", "完成"],
        ["绿化率", "%", "5-6", "6～8"],
        ["年限", "个", "2024-2026", ""],
    )

    told = [(q.text, f"{q.value} to {q.high}") for q in report.quantities]
    assert told == [("5-6", "5 to 6"), ("6～8", "6 to 8")]


def test_a_column_of_years_holds_no_amounts() -> None:
    report = from_page(["项目", "投资", "建成时间"], ["水厂", "300", "2027"], above="单位：万元")

    assert [quantity.text for quantity in report.quantities] == ["300"]


REVIEW, PLAN = "一、2024年工作回顾", "二、2025年重点工作"


@pytest.mark.parametrize(
    ("above", "caption", "status", "due"),
    [
        (REVIEW, "表1 2024年主要指标完成情况", Status.OTHER, None),
        (REVIEW, "主要指标完成情况如下：", Status.OTHER, None),
        (REVIEW, "表1 2024年主要指标完成情况\n单位：个", Status.OTHER, None),
        (REVIEW, "表1 2025年主要预期目标", Status.TARGET, "2025"),
        (REVIEW, "表1 2024年完成情况和2025年目标", Status.TARGET, "2025"),
        (PLAN, "表2 主要预期目标", Status.TARGET, "2025"),
        (PLAN, "表2 2024年主要指标完成情况", Status.OTHER, None),
        (PLAN, "表2 2030年主要预期目标", Status.TARGET, "2030"),
    ],
)
def test_what_a_table_aimed_at_is_of_the_year_its_caption_or_its_section_tells(
    above: str, caption: str, status: Status, due: str | None
) -> None:
    report = beneath([REVIEW, "新建学校3所。", above, *caption.split("\n")], ["目标", "完成"])

    (aimed, _) = in_table = report.quantities[1:]
    assert [each.status for each in in_table] == [status, Status.RESULT]
    assert [claim.due for claim in report.claims if claim.quantity == aimed] == [due][: bool(due)]


@pytest.mark.parametrize("head", ["今年目标", "下一年目标", "2025年目标"])
def test_a_head_that_tells_its_year_is_not_of_that_of_its_section(head: str) -> None:
    report = beneath([REVIEW, "新建学校3所。"], [head, "完成"])

    assert [each.status for each in report.quantities[1:]] == [Status.TARGET, Status.RESULT]


def test_what_was_reached_is_of_the_year_its_caption_tells() -> None:
    report = beneath([REVIEW, "新建学校3所。", "表1 2022年完成情况"], ["目标", "完成"])

    assert [claim.period for claim in report.claims][1:] == ["2022"]


def beneath(lines: Sequence[str], heads: Sequence[str]) -> Report:
    """Read a report with a table of two figures beneath some lines, and a plan behind it."""
    head = "".join(f"<th>{name}</th>" for name in ("指标", *heads))
    table = f"<table><tr>{head}</tr><tr><td>公园（个）</td><td>15</td><td>16</td></tr></table>"
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<h1>清河县人民政府工作报告</h1>{body}{table}<p>三、2025年工作安排</p>"
    return read_document(load_bytes(page.encode(), name="report.html"))
