"""What a person sees: within the width, without colour where asked, never an escape sequence."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len

from duixian.reading.records import Report, Status
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
        "2 statements: 1 results, 1 commitments (1 quantified",
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
    assert "新增养老床位不少于300张" not in summary(report)
    monkeypatch.setenv("COLUMNS", "140")
    assert "新增养老床位不少于300张" in summary(report)


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
