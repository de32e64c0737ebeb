"""The label of a row: what it tells itself, and what the figures behind it are told of."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Report
from tests.reading.tables import from_page

PLAN = "2025年重点任务"


def told(report: Report) -> list[tuple[str, str]]:
    """Return of each quantity its words and its measure."""
    return [(one.text, one.measure) for one in report.quantities]


@pytest.mark.parametrize("label", ["年收入2000万元以上企业", "年纳税额超1000万元"])
@pytest.mark.parametrize("head", ["2025年目标", "2025年目标（家）"])
def test_the_number_of_a_class_is_no_figure_whatever_stands_behind(label: str, head: str) -> None:
    figure = "35" if "家" in head else "35家"

    report = from_page(["指标", head], [label, figure], above=PLAN)

    assert told(report) == [(figure, label)]


@pytest.mark.parametrize(("head", "cost"), [("投资", "3亿元"), ("投资（亿元）", "3")])
def test_a_label_tells_its_count_in_front_of_an_amount(head: str, cost: str) -> None:
    report = from_page(["项目", head], ["新建学校12所", cost], above=PLAN)

    assert told(report) == [("12所", "新建学校"), (cost, "新建学校 投资")]


@pytest.mark.parametrize("label", ["新增床位300张", "新增床位300张。"])
def test_a_promise_and_the_target_beside_it_are_one(label: str) -> None:
    header = ["任务", "2025年目标", "2024年完成"]
    report = from_page(header, [label, "300张", "280张"], above=PLAN)

    assert [(c.kind, c.text, c.measure, c.due or c.period) for c in report.claims] == [
        (Kind.COMMITMENT, "新增床位300张", "新增床位", "2025"),
        (Kind.RESULT, "280张", "新增床位", "2024"),
    ]


@pytest.mark.parametrize(("label", "cell"), [("以上", "≥300张"), ("以内", "≤300张")])
def test_a_bound_that_the_target_repeats_is_told_and_names_no_class(label: str, cell: str) -> None:
    report = from_page(["任务", "2025年目标"], [f"新增床位300张{label}", cell], above=PLAN)

    assert told(report) == [("300张", "新增床位")]


def test_the_target_says_when_what_its_label_tells_is_due() -> None:
    report = from_page(["任务", "2027年目标"], ["新增床位300张", "300张"], above=PLAN)

    assert [(claim.text, claim.due) for claim in report.claims] == [("新增床位300张", "2027")]


def test_another_target_than_the_label_tells_is_kept() -> None:
    report = from_page(["任务", "2026年目标"], ["新增床位300张", "500张"], above=PLAN)

    assert told(report) == [("300张", "新增床位"), ("500张", "新增床位")]


def test_of_a_label_with_several_numbers_a_figure_is_told_of_that_of_its_unit() -> None:
    row = ["新建食堂4家，新增托位900个", "3家"]

    report = from_page(["任务", "2024年完成"], row, above=PLAN)

    assert told(report)[-1] == ("3家", "新建食堂")


@pytest.mark.parametrize("mark", ["、", "，", "; ", " ", "和"])
def test_several_figures_of_a_cell_are_told_of_its_row(mark: str) -> None:
    report = from_page(["任务", "2025年目标"], ["新建学校", f"12所{mark}3亿元"], above=PLAN)

    assert [(*each, one.due) for each, one in zip(told(report), report.claims, strict=True)] == [
        ("12所", "新建学校", "2025"),
        ("3亿元", "新建学校", "2025"),
    ]


def test_several_english_figures_of_a_cell_are_told_of_its_row() -> None:
    report = from_page(["Item", "2025 target"], ["Green space", "12 hectares, 3 km and 5%"])

    assert told(report) == [(each, "Green space") for each in ("12 hectares", "3 km", "5%")]


def test_what_stands_in_brackets_behind_a_figure_is_a_part_of_it() -> None:
    row = ["新增床位", "300张（其中护理型200张）"]

    assert told(from_page(["任务", "2025年目标"], row, above=PLAN)) == [("300张", "新增床位")]


@pytest.mark.parametrize("cell", ["100张、200张", "改扩12所、3千米"])
def test_figures_that_may_be_of_different_things_are_left_alone(cell: str) -> None:
    assert told(from_page(["任务", "2025年目标"], ["新建工程", cell], above=PLAN)) == []


def test_the_label_that_tells_a_target_says_in_what_its_result_is_counted() -> None:
    report = from_page(["任务", "目标", "完成"], ["改造旧巷58条", "58", "60"], above=PLAN)

    assert [(one.text, one.unit, one.status, one.measure) for one in report.quantities] == [
        ("58条", "count", "target", "改造旧巷"),
        ("60", "count", "result", "改造旧巷"),
    ]


def test_a_column_of_something_else_is_not_counted_as_the_label_is() -> None:
    report = from_page(["任务", "目标", "投资"], ["新建食堂4家", "4", "3"], above=PLAN)

    assert told(report) == [("4家", "新建食堂")]


def test_a_target_of_two_figures_that_its_label_tells_is_told_once() -> None:
    row = ["新建食堂4家，新增托位900个", "4家、900个"]

    report = from_page(["任务", "2025年目标"], row, above=PLAN)

    assert told(report) == [("4家", "新建食堂"), ("900个", "新增托位")]


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        (["Build 12 schools", "12", "13"], [("12", "Build schools"), ("13", "Build schools")]),
        (
            ["Build 12 km of roads", "12", "13"],
            [("12 km", "Build roads"), ("13", "Build roads")],
        ),
        (
            ["Schools built", "12 schools", "13 schools"],
            [("12", "Schools built"), ("13", "Schools built")],
        ),
        (["Firms with sales over 20 million yuan", "12", "13"], []),
    ],
)
def test_english_labels_and_cells_name_what_they_count(
    row: list[str], figures: list[tuple[str, str]]
) -> None:
    report = from_page(["Task", "2025 target", "2024 result"], row, above="Major Tasks for 2025")

    assert told(report) == figures
