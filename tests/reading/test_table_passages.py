"""Cells that are sentences are read as sentences; values stay what they are: told of their row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document
from duixian.reading.records import Kind, Report
from tests.reading.tables import from_page, from_word

PLAN = "2025年重点任务"


def promised(report: Report) -> list[tuple[str, str]]:
    """Return what is promised: its words and its measure."""
    return [(c.text, c.measure) for c in report.claims if c.kind is Kind.COMMITMENT]


def test_a_table_of_tasks_is_read_as_text() -> None:
    header = ["序号", "重点任务", "责任单位"]
    rows = [["1", "新增托位300个，建成食堂12家。", "民政局"], ["2", "推进旧城更新。", "住建局"]]

    for report in (from_page(header, *rows, above=PLAN), from_word(header, *rows, above=[PLAN])):
        assert promised(report) == [
            ("新增托位300个", "新增托位"),
            ("建成食堂12家", "建成食堂"),
            ("推进旧城更新", "推进旧城更新"),
        ]
        assert {claim.due for claim in report.claims} == {"2025"}


def test_an_english_table_of_tasks_is_read_as_text() -> None:
    rows = [["1", "Build 12 schools and add 300 beds.", "Education Bureau"]]
    rows += [["2", "Renovate 58 old residential compounds", "Housing Bureau"]]
    report = from_page(["No.", "Task", "Department"], *rows, above="II. Main Tasks for 2025")

    assert [(str(c.quantity and c.quantity.value), c.measure) for c in report.claims] == [
        ("12", "Build schools"),
        ("300", "add beds"),
        ("58", "Renovate old residential compounds"),
    ]


def test_the_head_of_its_column_says_what_a_sentence_is() -> None:
    report = from_page(
        ["2025年任务", "2024年完成情况", "2024年任务", "责任单位"],
        ["新增托位300个。", "已新增托位280个。", "新增托位250个。", "民政局"],
        above=PLAN,
    )

    assert [(c.kind, c.text, c.due or c.period) for c in report.claims] == [
        (Kind.COMMITMENT, "新增托位300个", "2025"),
        (Kind.RESULT, "已新增托位280个", "2024"),
    ]


def test_the_year_of_a_head_gives_way_to_what_a_sentence_says() -> None:
    report = from_page(
        ["领域", "2030年目标任务"], ["民生", "2026年建成食堂3家，新增托位30个。"], above=PLAN
    )

    assert next(claim.due for claim in report.claims) == "2026"


@pytest.mark.parametrize(
    "cell", ["增长5%左右", "新增300个以上", "控制在90万吨以内", "达到全市平均水平的102%"]
)
def test_a_value_is_told_of_its_row(cell: str) -> None:
    report = from_page(["指标", "2025年目标"], ["托位", cell], above=PLAN)

    assert [claim.text for claim in report.claims] == [f"托位\t{cell}"]


def test_a_name_that_holds_a_number_names_its_row() -> None:
    report = from_page(["指标", "2025年目标（家）"], ["年收入2000万元以上企业", "35"], above=PLAN)

    assert [(q.text, q.measure) for q in report.quantities] == [("35", "年收入2000万元以上企业")]


def test_a_deed_in_front_of_its_figure_names_it() -> None:
    report = from_page(["任务", "目标值", "责任单位"], ["新建食堂", "12家", "民政局"], above=PLAN)

    assert promised(report) == [("新建食堂\t12家\t民政局", "新建食堂")]


def test_figures_beside_a_sentence_keep_their_row() -> None:
    report = from_page(
        ["序号", "项目", "建设内容", "2025年完成投资（万元）"],
        ["1", "安居房", "新建安居房120套，配建食堂1家。", "300"],
        above=PLAN,
    )

    assert [(q.text, q.measure) for q in report.quantities] == [
        ("120套", "新建安居房"),
        ("1家", "配建食堂"),
        ("300", "安居房 完成投资"),
    ]
    assert "1" not in [statement.text for statement in report.statements]


def page(rows: Sequence[str]) -> Report:
    """Read a page with a table of tasks, its rows as written."""
    head = "<tr><td>类别</td><td>任务</td></tr>"
    source = f"<h1>{PLAN}</h1><table>{head}{''.join(rows)}</table>"
    return read_document(load_bytes(source.encode(), name="plan.html"))


def test_lines_of_a_cell_that_are_whole_are_parted() -> None:
    report = page(["<tr><td>交通</td><td>建成环路18公里<br>新增泊位2000个</td></tr>"])

    assert promised(report) == [("建成环路18公里", "建成环路"), ("新增泊位2000个", "新增泊位")]


def test_a_cell_over_several_rows_is_part_of_the_first_alone() -> None:
    report = page(
        ["<tr><td rowspan=2>民生</td><td>新增托位300个</td></tr>", "<tr><td>新建食堂12家</td></tr>"]
    )
    spans = [(statement.start, statement.end) for statement in report.statements]

    assert promised(report) == [("新增托位300个", "新增托位"), ("新建食堂12家", "新建食堂")]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


CELLS = [
    "新增托位300个。",
    "民政局",
    "1",
    "5.6",
    "5-6",
    "",
    "增长5%左右",
    "单位",
    "亿元",
    "2024年完成",
    "增长",
]
SPANS = ["", "", " rowspan=2", " colspan=2"]


@pytest.mark.parametrize("first", range(20))
def test_whatever_a_table_holds_its_statements_stand_apart_and_quote_the_text(first: int) -> None:
    # steps that share no divisor with the lengths: every cell comes under every span and column
    cells = [
        f"<td{SPANS[(at * 3 + first // 4) % 4]}>{CELLS[(at * 7 + first) % 11]}</td>"
        for at in range(20)
    ]
    report = page([f"<tr>{''.join(cells[at : at + 4])}</tr>" for at in range(0, 20, 4)])
    text = report.document.text

    assert all(one.end <= following.start for one, following in pairwise(report.statements))
    assert all(text[one.start : one.end] == one.text for one in report.statements)
    assert all(text[one.start : one.end] == one.text for one in report.quantities)
    assert len({quantity.start for quantity in report.quantities}) == len(report.quantities)
