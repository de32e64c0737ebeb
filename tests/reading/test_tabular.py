"""Tables: every row a statement, every cell a number with the unit that the table states for it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from duixian.reading.records import Kind, Quantity, Status
from tests.reading.tables import from_page, from_word


def said(quantities: Sequence[Quantity]) -> list[tuple[str, int, str]]:
    return [(q.text, int(q.value), q.unit) for q in quantities]


@pytest.mark.parametrize(
    ("header", "row", "above", "unit"),
    [
        (["指标", "2025年目标（张）"], ["养老床位", "300"], "", "count"),
        (["指标", "2025年目标"], ["养老床位（张）", "300"], "", "count"),
        (["指标", "单位", "2025年目标"], ["养老床位", "张", "300"], "", "count"),
        (["指标", "计量单位", "2025年目标"], ["绿地面积", "公顷", "300"], "", "ha"),
        (["指标", "2025年目标"], ["绿地面积", "300"], "主要指标表，单位：公顷", "ha"),
        (["指标", "2025年目标"], ["绿地面积", "300公顷"], "", "ha"),
    ],
)  # fmt: skip
def test_the_unit_of_a_cell_is_where_the_table_states_it(
    header: list[str], row: list[str], above: str, unit: str
) -> None:
    (quantity,) = from_page(header, row, above=above).quantities

    assert (quantity.value, quantity.unit) == (Decimal(300), unit)
    assert quantity.text.startswith("300")


@pytest.mark.parametrize(
    ("header", "row", "unit"),
    [
        (["Indicator", "Target (%)"], ["Forest coverage", "27"], "%"),
        (["Indicator", "Target"], ["Forest coverage (%)", "27"], "%"),
        (["Indicator", "Unit", "Target"], ["Green space", "hectares", "27"], "ha"),
        (["Indicator", "Target"], ["Green space", "27 hectares"], "ha"),
    ],
)
def test_the_unit_of_an_english_cell_is_where_the_table_states_it(
    header: list[str], row: list[str], unit: str
) -> None:
    (quantity,) = from_page(header, row).quantities

    assert (quantity.value, quantity.unit) == (Decimal(27), unit)


def test_a_unit_multiplies_and_the_quotation_stays_as_printed() -> None:
    (quantity,) = from_page(["指标", "目标（亿元）"], ["地区生产总值", "1,326.5"]).quantities

    assert said([quantity]) == [("1,326.5", 132_650_000_000, "CNY")]


def test_a_cell_without_a_unit_is_left_alone_and_that_is_said() -> None:
    report = from_page(["指标", "2025年目标"], ["粮食产量", "300"], ["地区生产总值", "185"])

    assert report.quantities == ()
    assert [s.kind for s in report.statements if "粮食产量" in s.text] == [Kind.CONTEXT]
    assert report.notes[-1] == "left out the figures of 2 table rows that tell no unit"


def test_list_numbers_and_years_are_no_quantities() -> None:
    report = from_page(["序号", "项目", "目标（个）"], ["1", "社区食堂", "3"], ["2", "公园", "5"])

    assert said(report.quantities) == [("3", 3, "count"), ("5", 5, "count")]


def test_columns_say_whether_a_number_was_reached_or_is_to_be() -> None:
    report = from_page(["指标", "上年完成（个）", "今年目标（个）"], ["口袋公园", "12", "15"])

    assert [(q.text, q.status) for q in report.quantities] == [
        ("12", Status.RESULT),
        ("15", Status.TARGET),
    ]
    (row,) = [statement for statement in report.statements if "口袋公园" in statement.text]
    assert (row.kind, row.specificity) == (Kind.COMMITMENT, "quantified")


def test_english_columns_say_whether_a_number_was_reached_or_is_to_be() -> None:
    report = from_page(["Indicator", "Actual (%)", "Target (%)"], ["Forest coverage", "26", "27"])

    assert [q.status for q in report.quantities] == [Status.RESULT, Status.TARGET]


def test_a_table_of_results_makes_no_promises() -> None:
    report = from_page(["指标", "实际完成（个）"], ["口袋公园", "12"])

    assert [s.kind for s in report.statements if "口袋公园" in s.text] == [Kind.RESULT]
    assert [claim.kind for claim in report.claims] == [Kind.RESULT]


def test_a_column_of_growth_holds_changes() -> None:
    report = from_page(["指标", "完成（亿元）", "增长（%）"], ["地区生产总值", "326", "6.1"])

    assert [(q.unit, q.basis.value) for q in report.quantities] == [
        ("CNY", "level"),
        ("%", "change"),
    ]


def test_the_measure_of_a_cell_is_its_row_with_its_column() -> None:
    (quantity,) = from_page(["指标", "2025年目标（张）"], ["养老床位", "300"]).quantities

    assert "养老床位" in quantity.measure
    assert "2025" not in quantity.measure


def test_the_claim_of_a_cell_quotes_its_row() -> None:
    report = from_page(["指标", "目标（张）"], ["养老床位", "300"], ["托位", "200"])

    assert [claim.text for claim in report.claims] == ["养老床位\t300", "托位\t200"]


def test_comparisons_in_a_cell_are_read() -> None:
    rows = [["失业率", "5.5以内"], ["增长", "6左右"], ["森林覆盖率", "≥27"], ["合格率", "超过98"]]
    report = from_page(["指标", "目标（%）"], *rows)

    assert [(q.text, q.relation.value) for q in report.quantities] == [
        ("5.5", "<="),
        ("6", "~"),
        ("27", ">="),
        ("98", ">"),
    ]


def test_a_word_file_is_read_table_and_all() -> None:
    report = from_word(
        ["指标", "单位", "2024年实际", "2025年目标"],
        ["城镇新增就业", "人", "8600", "9000"],
        ["养老床位", "张", "280", "300"],
        ["说明", "", "", ""],
        above=["清河县2025年政府工作报告", "一、2025年重点工作", "新建学校2所。"],
    )

    assert said(report.quantities) == [
        ("2所", 2, "count"),
        ("8600", 8600, "person"),
        ("9000", 9000, "person"),
        ("280", 280, "count"),
        ("300", 300, "count"),
    ]
    in_table = report.quantities[1:]
    assert [q.status for q in in_table] == [Status.RESULT, Status.TARGET] * 2
    assert all(q.text == report.document.text[q.start : q.end] for q in report.quantities)
    assert [c.indicator for c in report.claims if c.quantity in in_table[:2]] == [
        "new-urban-jobs",
        "new-urban-jobs",
    ]
    promised = [c for c in report.claims if c.quantity and c.quantity.status is Status.TARGET]
    assert {claim.due for claim in promised} == {"2025"}


def test_an_english_word_file_is_read_table_and_all() -> None:
    report = from_word(
        ["Indicator", "Unit", "2024 actual", "2025 target"],
        ["Green space", "hectares", "280", "300"],
        above=["Report on the Work of the Government of Qinghe County, 2025"],
    )

    assert said(report.quantities) == [("280", 280, "ha"), ("300", 300, "ha")]
    assert [q.status for q in report.quantities] == [Status.RESULT, Status.TARGET]


def test_a_row_of_share_links_is_no_statement() -> None:
    """Pages lay out their share buttons in tables too."""
    report = from_page(["指标", "目标（张）"], ["养老床位", "300"], ["X", ""])

    assert [claim.text for claim in report.claims] == ["养老床位\t300"]
    assert "X" not in [statement.text for statement in report.statements]


@pytest.mark.parametrize("unit", ["亿元", "个", "%"])
def test_a_cell_below_zero_keeps_its_sign(unit: str) -> None:
    (quantity,) = from_page(["指标", f"完成（{unit}）"], ["净增", "-3"]).quantities

    assert quantity.text == "-3"
    assert quantity.value < 0


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["类别", "2024年完成", "2025年目标"], ["改造老旧小区", "20个", "30个"]),
        (["类别", "2024年完成", "2025年责任目标"], ["合计", "20个", "30个"]),
    ],
)
def test_a_figure_with_its_unit_is_no_name_of_its_row(header: list[str], row: list[str]) -> None:
    done, aimed = from_page(header, row).quantities

    assert [(one.text, one.status) for one in (done, aimed)] == [
        ("20个", Status.RESULT), ("30个", Status.TARGET)
    ]  # fmt: skip
    assert done.measure == row[0]


@pytest.mark.parametrize(
    ("cell", "relation"),
    [("≥8000人", ">="), ("≤ 8000人", "<="), ("＜8000人", "<"), (">8000人", ">"), ("8000人", "=")],
)
def test_a_sign_compares_a_figure_with_a_unit_of_its_own(cell: str, relation: str) -> None:
    (quantity,) = from_page(["指标", "2025年目标"], ["城镇新增就业", cell]).quantities

    assert (int(quantity.value), quantity.unit) == (8000, "person")
    assert quantity.relation.value == relation
    assert quantity.measure == "城镇新增就业"


@pytest.mark.parametrize(
    ("label", "cell", "basis", "indicator"),
    [
        ("地区生产总值（亿元）", "增长5.5%左右", "change", "gdp"),
        ("地区生产总值（亿元）", "190", "level", "gdp"),
        ("一般公共预算收入", "增长4%以上", "change", "general-public-budget-revenue"),
        ("城镇调查失业率", "下降0.2个百分点", "change", "surveyed-urban-unemployment"),
        ("城镇调查失业率", "控制在5.5%以内", "level", "surveyed-urban-unemployment"),
        ("城镇调查失业率", "降至5%", "level", "surveyed-urban-unemployment"),
    ],
)
def test_a_cell_may_say_itself_that_its_row_changes(
    label: str, cell: str, basis: str, indicator: str
) -> None:
    (claim,) = from_page(["指标", "2025年目标"], [label, cell]).claims

    assert claim.quantity is not None
    assert (claim.quantity.basis, claim.indicator) == (basis, indicator)


def test_an_english_cell_may_say_itself_that_its_row_changes() -> None:
    (claim,) = from_page(["Indicator", "2025 target"], ["GDP", "growth of about 5%"]).claims

    assert claim.quantity is not None
    assert (claim.quantity.basis, claim.indicator) == ("change", "gdp")
