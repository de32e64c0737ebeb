"""The line under the title that says when and where, whole, broken over lines or only a day."""

from __future__ import annotations

from datetime import date

import pytest

from duixian.reading.records import Kind, Report
from tests.reading.texts import read

_LINE = "——2025年1月8日在清河县第十八届人民代表大会第四次会议上"
_BODY = (
    "各位代表：\n过去一年，我们修桥8座。\n"
    "一、2024年工作回顾\n新增就业3000人。\n二、2025年重点工作\n新增床位50张。\n"
)


def _read_under(subtitle: str) -> Report:
    return read(f"清河县人民政府工作报告\n{subtitle}\n{_BODY}")


def _is_read(report: Report) -> bool:
    headings = [section.heading for section in report.sections if section.heading]
    opening = next(one for one in report.statements if one.text.startswith("过去一年"))
    return (
        report.delivered == date(2025, 1, 8)
        and headings == ["2024年工作回顾", "2025年重点工作"]
        and report.sections[opening.section].role == "other"
        and opening.kind is not Kind.COMMITMENT
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("at", range(3, len(_LINE)))
def test_a_subtitle_may_be_broken_anywhere(at: int, gap: str) -> None:
    assert _is_read(_read_under(_LINE[:at] + gap + _LINE[at:]))


def test_a_subtitle_may_be_broken_over_three_lines() -> None:
    assert _is_read(_read_under(f"{_LINE[:12]}\n{_LINE[12:22]}\n{_LINE[22:]}"))


@pytest.mark.parametrize(
    "day", ["——2025年1月8日", "（2025年1月8日）", "—— 2025 年 1 月 8 日", "（二〇二五年一月八日）"]
)
def test_a_day_alone_under_the_title_is_that_of_the_report_and_no_heading(day: str) -> None:
    assert _is_read(_read_under(day))


@pytest.mark.parametrize(
    "subtitle",
    [
        "(January 8, 2025)",
        "Delivered at the Fourth Session of the Congress of\nQinghe County on January 8, 2025",
    ],
)
def test_an_english_subtitle_is_read_too(subtitle: str) -> None:
    text = f"Work Report\n\n{subtitle}\n\nFellow deputies,\n\nWe built three bridges.\n"
    assert read(text).delivered == date(2025, 1, 8)


def test_a_dash_that_opens_an_item_with_a_year_is_no_subtitle() -> None:
    text = f"清河县人民政府工作报告\n{_BODY}——2025年底前，修桥5座，在城区开好全县会议\n修路3条。\n"
    assert read(text).delivered is None
