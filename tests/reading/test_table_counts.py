"""Rows that tell no unit are read where they can only count; units may be of so many at once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from duixian.reading.records import Report
from tests.reading.tables import from_page

LEFT_OUT = "left out the figures of 1 table rows that tell no unit"


def values(report: Report) -> list[tuple[str, str, str]]:
    """Return of each quantity its words, its value and its unit."""
    return [(q.text, f"{q.value:.0f}", q.unit) for q in report.quantities]


@pytest.mark.parametrize(
    ("label", "cell", "unit"),
    [
        ("城镇新增就业", "8000", "person"),
        ("城镇新增就业", "8000以上", "person"),
        ("新建学校", "3", "count"),
        ("公园数", "3", "count"),
        ("项目数量", "3", "count"),
        ("床位数", "300", "count"),
        ("培训人数", "3000", "person"),
        ("受益户数", "300", "household"),
    ],
)
def test_a_row_that_names_what_it_counts_needs_no_unit(label: str, cell: str, unit: str) -> None:
    report = from_page(["指标", "2025年目标"], [label, cell])

    assert [quantity.unit for quantity in report.quantities] == [unit]
    assert [claim.due for claim in report.claims] == ["2025"]
    assert report.notes == ()


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("New urban jobs", "person"),
        ("New schools", "count"),
        ("Number of parks", "count"),
        ("Number of residents trained", "person"),
    ],
)
def test_an_english_row_that_names_what_it_counts_needs_no_unit(label: str, unit: str) -> None:
    report = from_page(["Indicator", "2025 target"], [label, "3,000"])

    assert values(report) == [("3,000", "3000", unit)]


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("城镇新增就业", "12"),  # of ten thousands, maybe
        ("城镇新增就业", "1200.5"),
        ("旅游人次", "3500"),
        ("粮食产量", "30"),
        ("学校建设资金", "300"),
        ("优良天数", "300"),
        ("景气指数", "105"),
        ("每千人床位数", "8"),
        ("投资数", "300"),
        ("Grain output", "30"),
        ("School investment", "300"),
        ("Number of beds per 1,000 people", "8"),
    ],
)
def test_what_may_be_measured_or_told_in_ten_thousands_is_left_alone(label: str, cell: str) -> None:
    report = from_page(["Indicator 指标", "2025年目标 target"], [label, cell])

    assert (report.quantities, report.notes) == ((), (LEFT_OUT,))


@pytest.mark.parametrize(
    ("header", "row", "above"),
    [
        (["指标", "2025年目标"], ["新建学校", "3"], "单位：万元、公顷"),
        (["指标", "单位", "2025年目标"], ["新建学校", "", "3"], ""),
        (["指标", "2025年投资目标"], ["新建学校", "3"], ""),
        (["指标", "数值"], ["新建学校", "3"], ""),
    ],
)
def test_where_the_table_speaks_of_units_or_of_something_else_a_row_counts_nothing(
    header: Sequence[str], row: Sequence[str], above: str
) -> None:
    assert from_page(header, row, above=above).quantities == ()


def test_figures_of_no_column_of_figures_are_no_rows_left_out() -> None:
    assert from_page(["项目", "页码"], ["粮食产量", "30"]).notes == ()


@pytest.mark.parametrize(
    ("unit", "value", "code"),
    [
        ("10,000 tons", "300000", "t"),
        ("10,000 people", "300000", "person"),
        ("1,000 m³", "30000", "m3"),
        ("100 million yuan", "3000000000", "CNY"),
        ("RMB 100 million", "3000000000", "CNY"),
        ("RMB million", "30000000", "CNY"),
        ("US$ billion", "30000000000", "USD"),
        ("people", "30", "person"),
        ("number", "30", "count"),
    ],
)
def test_an_english_unit_may_be_of_so_many(unit: str, value: str, code: str) -> None:
    in_label = from_page(["Indicator", "2025 target"], [f"Some figure ({unit})", "30"])
    in_column = from_page(["Indicator", "Unit", "2025 target"], ["Some figure", unit, "30"])

    assert values(in_label) == values(in_column) == [("30", value, code)]


@pytest.mark.parametrize("size", ["12 km", "12 schools", "rural residents", "10 km"])
def test_a_size_in_brackets_is_no_unit(size: str) -> None:
    assert from_page(["Indicator", "2025 target"], [f"Project ({size})", "30"]).quantities == ()


@pytest.mark.parametrize("size", ["12公里", "10家", "10亿元", "5A级"])
def test_a_chinese_size_in_brackets_is_no_unit(size: str) -> None:
    assert from_page(["指标", "2025年目标"], [f"重点工程（{size}）", "30"]).quantities == ()


def test_a_rate_of_so_many_keeps_its_number() -> None:
    report = from_page(["指标", "单位", "2025年目标"], ["孕产妇死亡率", "1/10万", "8.5"])

    assert [(str(one.value), one.unit) for one in report.quantities] == [
        ("8.5", "count/100000person")
    ]
