"""What a person sees: within the width, without colour where asked, never an escape sequence."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from duixian.reading.records import Language, Report, Status
from duixian.tables.amounts import amount_in_words
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.summary import LINES_SHOWN, summarise
from duixian.tables.terminal import SummaryWriter, TextTableWriter


def summary(report: Report, *, is_terminal: bool = False, is_brief: bool = False) -> str:
    stream = io.BytesIO()
    writer = SummaryWriter(stream, is_terminal=is_terminal, is_brief=is_brief)
    writer.add(summarise(report))
    writer.finish()
    return stream.getvalue().decode()


def table(report: Report, name: str) -> str:
    stream = io.BytesIO()
    writer = TextTableWriter(stream, [REPORT_TABLES.named(name)])
    writer.add(rows_by_table(report, names=[name]))
    writer.finish()
    return stream.getvalue().decode()


@pytest.fixture(autouse=True)
def width_of_80(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_summary_says_whose_report_it_is_what_it_promised_and_what_it_reported(
    report: Report,
) -> None:
    shown = summary(report)
    for part in (
        "政府工作报告",
        "石景山区人民政府 (county",
        "reviews 2023",
        "plans 2024",
        "delivered 2024-01-09",
        "2 statements: 1 result, 1 commitment (1 quantified",
        "Promised for 2024",
        "≥ 300张",
        "Reported for 2023",
        "281000人",
        "decoded as UTF-8",
    ):
        assert part in " ".join(shown.split())


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(
    width: int, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    long = replace(report.claims[1], measure="很长的指标" * 30, text="很长的原文" * 30)
    crowded = replace(report, claims=(report.claims[0], long), notes=("长注" * 200,))
    shown = summary(crowded) + "".join(table(crowded, name) for name in REPORT_TABLES.names)
    assert max(map(cell_len, shown.splitlines())) <= width


def test_with_room_the_words_of_the_report_stand_beside_the_figure(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "新增养老床位不少于300张" in summary(report)
    monkeypatch.setenv("COLUMNS", "40")
    assert "新增养老床位不少于300张" not in summary(report)


@pytest.mark.parametrize("width", [60, 80])
def test_without_room_for_words_the_measure_gets_the_width(
    width: int, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    beds = report.claims[1].quantity
    assert beds
    long = replace(
        report.claims[1], measure="很长的指标" * 30, quantity=replace(beds, text="三" * 30)
    )
    shown = summary(replace(report, claims=(long,)))
    (line,) = [line for line in shown.splitlines() if "很长" in line]
    assert cell_len(line.rstrip()) >= width - 1
    assert line.count("很长的指标") >= 2


def test_the_relation_of_a_figure_never_gets_lost(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in ("60", "80", "120"):
        monkeypatch.setenv("COLUMNS", width)
        for name in ("quantities", "claims"):
            assert ">=" in table(report, name)


def test_colour_is_used_at_a_terminal_and_not_where_it_is_unwanted(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in summary(report, is_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in summary(report, is_terminal=True)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in summary(report, is_terminal=True)
    assert "\x1b" not in summary(report)


def test_text_of_a_document_cannot_steer_the_terminal(report: Report) -> None:
    hostile = "\x1b]0;owned\x07[bold]x[/bold]\u202eabc\r\n"
    claim = replace(report.claims[1], measure=hostile)
    crafted = replace(report, title=hostile, claims=(claim,), notes=(hostile,))
    shown = summary(crafted) + table(crafted, "claims") + table(crafted, "documents")
    assert not set("\x1b\x07\u202e\r") & set(shown)
    assert "[bold]x[/bold]" in shown


def test_what_the_report_repeats_is_shown_once_and_known_indicators_come_first(
    report: Report,
) -> None:
    promise = report.claims[1]
    assert promise.quantity
    many = tuple(replace(promise, measure=f"指标{number}") for number in range(20))
    known = replace(promise, measure="人均收入", indicator="income")
    chosen = summarise(replace(report, claims=(*many, *many, known)))
    assert chosen.promised_count == 21
    assert len(chosen.promised) == LINES_SHOWN
    assert chosen.promised[0].measure == "人均收入"


def test_a_background_figure_is_neither_promised_nor_reported(report: Report) -> None:
    claims = tuple(
        replace(claim, quantity=replace(claim.quantity, status=Status.OTHER))
        for claim in report.claims
        if claim.quantity
    )
    chosen = summarise(replace(report, claims=claims))
    assert chosen.promised == chosen.reported == ()


def test_a_brief_summary_is_shorter(report: Report) -> None:
    promise = report.claims[1]
    many = tuple(replace(promise, measure=f"指标{number}") for number in range(8))
    crowded = replace(report, claims=many)
    assert len(summary(crowded, is_brief=True)) < len(summary(crowded))


def test_an_empty_report_still_has_a_summary(report: Report) -> None:
    bare = replace(
        report,
        title=None,
        government=None,
        year_planned=None,
        year_reviewed=None,
        statements=(),
        quantities=(),
        claims=(),
    )
    assert "no figures found" in summary(bare)
    assert table(bare, "claims") == ""


@pytest.mark.parametrize("name", REPORT_TABLES.names)
def test_a_table_shows_its_headings_in_both_languages(name: str, report: Report) -> None:
    shown = table(report, name)
    assert any(column.label in shown for column in REPORT_TABLES.named(name).columns)
    assert "政府工作报告" in shown or "养老" in shown


def promises(report: Report, *given: tuple[str, str | None, str | None]) -> Report:
    """Make a report of promises, each with a measure, when it is due, and its indicator."""
    claims = tuple(
        replace(report.claims[1], measure=measure, due=due, indicator=indicator, start=place)
        for place, (measure, due, indicator) in enumerate(given)
    )
    return replace(report, claims=claims)


def test_what_is_due_in_the_year_comes_first_and_headlines_before_all(report: Report) -> None:
    chosen = summarise(
        promises(
            report,
            ("往年", "2023", "gdp"),
            ("没有时间", None, "gdp"),
            ("普通", "2024-10", None),
            ("床位", "2024", "home-care-beds"),
            ("生产总值", "2024", "gdp"),
            ("物价", "2024", "consumer-prices"),
        )
    )
    measures = [figure.measure for figure in chosen.promised]
    assert measures == ["生产总值", "物价", "床位", "普通", "没有时间", "往年"]


def test_what_is_due_later_stands_under_its_own_year(report: Report) -> None:
    crowded = promises(
        report,
        *((f"远景{number}", "2030", "gdp") for number in range(5)),
        ("明年", "2025", None),
        ("今年", "2024", None),
    )
    chosen = summarise(crowded)
    assert [figure.measure for figure in chosen.promised] == ["今年"]
    assert chosen.promised_count == 1
    assert [(later.year, later.count, len(later.figures)) for later in chosen.later] == [
        ("2025", 1, 1),
        ("2030", 5, 3),
    ]
    shown = summary(crowded)
    assert "Promised for 2030 承诺 (3 of 5 with a figure)" in shown
    assert shown.index("Promised for 2024") < shown.index("Promised for 2025")
    assert "Promised for 2030 承诺 (5 with a figure)" in summary(crowded, is_brief=True)


def test_what_was_reported_for_the_year_reviewed_comes_first(report: Report) -> None:
    given = (("五年", "2019/2023", "gdp"), ("无", None, None), ("去年", "2023", None))
    claims = tuple(
        replace(report.claims[0], measure=measure, period=period, indicator=indicator)
        for measure, period, indicator in given
    )
    chosen = summarise(replace(report, claims=claims))
    assert [figure.measure for figure in chosen.reported] == ["去年", "无", "五年"]


def test_a_bilingual_report_is_listed_once_and_counted_in_each_language(report: Report) -> None:
    both = (Language.EN, Language.ZH)  # there is more English, but it starts in Chinese
    plan = report.statements[1]
    english = replace(plan, start=900, end=950, language=Language.EN)
    said_again = replace(report.claims[1], measure="beds", statement=(900, 950))
    bilingual = replace(
        report,
        languages=both,
        statements=(*report.statements, english),
        claims=(*report.claims, said_again),
    )
    chosen = summarise(bilingual)
    assert [figure.measure for figure in chosen.promised] == ["新增养老床位"]
    assert chosen.promised_count == 1
    shown = " ".join(summary(bilingual).split())
    assert "中文: 2 statements" in shown
    assert "2 quantities, 2 claims" in shown
    assert "English: 1 statement: 0 results, 1 commitment" in shown
    assert "0 quantities, 1 claim" in shown


def test_what_is_not_stated_is_left_out_and_a_name_stands_once(report: Report) -> None:
    shown = summary(
        replace(
            report,
            title=None,
            document=replace(report.document, title=None),
            year_reviewed=None,
            year_planned=None,
        )
    )
    assert "not stated" not in shown
    assert "reviews" not in shown
    assert shown.count("区.txt") == 1


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "shown"),
    [
        ("1266", "126600000000", None, "CNY", "1266 (126.6 billion CNY)"),
        ("80.3", "8030000000", None, "CNY", "80.3 (8.03 billion CNY)"),
        ("5.5", "5.5", None, "%", "5.5 (%)"),
        ("3-5", "30000", "50000", "person", "3-5 (30,000 to 50,000 person)"),
        ("1,266", "1266", None, "count", "1,266"),
        ("12", "123456789.5", None, "CNY", "12 (123,456,789.5 CNY)"),
        ("1266亿元", "126600000000", None, "CNY", "1266亿元"),
        ("5.5%", "5.5", None, "%", "5.5%"),
    ],
)
def test_a_unit_that_stands_elsewhere_is_shown(
    text: str, value: str, high: str | None, unit: str, shown: str, report: Report
) -> None:
    quantity = replace(
        report.quantities[0],
        text=text,
        value=Decimal(value),
        high=Decimal(high) if high else None,
        unit=unit,
    )
    assert amount_in_words(quantity) == shown
