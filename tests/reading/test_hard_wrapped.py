"""Text broken at a fixed width says what it says unbroken; a broken number is one number."""

from __future__ import annotations

import textwrap
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.reasons import without_chinese
from duixian.reading.broken_lines import breaks_a_number
from duixian.reading.records import Report
from tests.reading.texts import read

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = sorted(EXAMPLES.glob("district-*.txt"))
WIDTHS = (17, 20, 30, 40)
KEPT = 0.95  # share of the figures of a text without blank lines


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _wrapped(path: Path, width: int, *, with_blanks: bool) -> str:
    lines: list[str] = []
    for line in _text(path).split("\n"):
        if ".zh." in path.name:
            lines.extend(line[at : at + width] for at in range(0, len(line), width))
        else:
            lines.extend(textwrap.wrap(line, width, break_long_words=False))
        if not line and with_blanks:
            lines.append("")
    return "\n".join(lines)


def _figures(report: Report) -> Counter[tuple[Decimal, str]]:
    return Counter((one.value, one.unit) for one in report.quantities)


@cache
def _unbroken(path: Path) -> Report:
    return read(_text(path))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_with_blank_lines_every_figure_is_the_same(path: Path, width: int) -> None:
    report = read(_wrapped(path, width, with_blanks=True))
    assert _figures(report) == _figures(_unbroken(path))
    notes = [note for note in report.notes if "broken" in note]
    assert notes == [f"lines broken at {width} characters were joined"]
    assert not without_chinese(notes[0])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_without_blank_lines_no_figure_is_invented(path: Path, width: int) -> None:
    found = _figures(read(_wrapped(path, width, with_blanks=False)))
    whole = _figures(_unbroken(path))
    assert (found & whole).total() >= KEPT * whole.total()
    assert {value for value, _ in found} <= {value for value, _ in whole}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_that_is_not_wrapped_has_no_note_of_it(path: Path) -> None:
    assert not [note for note in _unbroken(path).notes if "broken" in note]


@pytest.mark.parametrize("place", range(1, len("投资23480.56亿元")))
def test_a_chinese_number_broken_anywhere_is_one(place: int) -> None:
    text = "投资23480.56亿元"
    (one,) = read(f"{text[:place]}\n{text[place:]}").quantities
    assert (one.value, one.unit) == (Decimal("2348056000000"), "CNY")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成投资480\n亿元", "48000000000", "CNY"),
        ("人均收入9\n.2万元", "92000", "CNY"),
        ("增长5.5\n%", "5.5", "%"),
        ("增长5.\n5%", "5.5", "%"),
        ("增长5个\n百分点", "5", "pp"),
        ("Revenue reached 234.\n56 billion yuan.", "234560000000", "CNY"),
        ("We built 1,\n500 homes.", "1500", "count"),
        ("The Qinghe-\nYunling road of 5 km opened.", "5", "km"),
        ("In 2024\n500 homes were built.", "500", "count"),
    ],
)
def test_a_number_goes_on_in_the_next_line(text: str, value: str, unit: str) -> None:
    (one,) = read(text).quantities
    assert (one.value, one.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["完成投资480\n\n亿元", "指标\t2023\t480\n亿元\t5"])
def test_a_bare_unit_behind_a_digit_is_no_number(text: str) -> None:
    assert Decimal(100_000_000) not in {one.value for one in read(text).quantities}


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("增长8.5%，完成12", "3.推进改革"),
        ("2023", "2024"),
        ("Review of 2024", "2024年是关键一年"),
        ("收入 1200 1300", "1400 1500"),
        ("It grew in 2023.", "2024 was better."),
    ],
)
def test_what_begins_anew_is_not_joined(line: str, following: str) -> None:
    assert not breaks_a_number(line, following)


@given(st.text("1年亿 .,\n5a", max_size=40), st.text("1年亿 .,\n5a", max_size=40))
def test_whatever_stands_in_two_lines_can_be_asked(line: str, following: str) -> None:
    assert breaks_a_number(line, following) in (True, False)
    read(f"{line}\n{following}")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_rows_of_cells_are_no_wrapped_lines(gap: str) -> None:
    rows = [f"第{one}产业增加值\t{100 + one}\t{110 + one}\t5.{one}" for one in range(1, 10)]
    text = gap.join(
        ["一、2025年重点任务", "实施三项行动。", "建好两个园区。", "\n".join(rows), "新建书屋3所。"]
    )
    report = read(text)
    assert not report.notes
    assert [one.text for one in report.statements][3:-1] == rows
    assert report.statements[-1].text == "新建书屋3所。"
