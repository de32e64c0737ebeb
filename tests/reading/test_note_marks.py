"""The mark of a note behind a word or a number takes no number and no unit from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duixian.language.normal_form import normal_form
from duixian.language.note_marks import without_note_marks
from tests.reading.texts import read


@pytest.mark.parametrize("mark", ["³", "¹²", "⑤", "[1]", "［2］", "〔3〕", "[⁴]"])
@pytest.mark.parametrize(
    "clause", ["建成书屋12{}所", "建成书屋{}12所", "建成书屋12所{}", "建成书屋12所。{}"]
)
def test_a_number_keeps_its_unit_and_its_measure(clause: str, mark: str) -> None:
    text = f"一、2024年工作回顾\n{clause.format(mark)}"
    (quantity,) = read(text).quantities
    assert quantity.value == Decimal(12)
    assert (quantity.unit, quantity.measure) == ("count", "建成书屋")
    assert text[quantity.start : quantity.end] == quantity.text


def test_an_english_sentence_ends_before_its_mark() -> None:
    report = read("Output grew by 5.6 percent.⁴ We built 12 schools.[5] We opened 3 parks.")
    assert [each.text[-4:] for each in report.statements] == ["nt.⁴", ".[5]", "rks."]


@pytest.mark.parametrize(
    "text",
    [
        "新增绿地5万m²、20km²和300米²",
        "浓度29μg/m³，产量3×10⁸度，3×10⁵度",
        "built 300 metres² of park",
        "①建园 ②修路",
        "包括：①建园3处；②修路5公里",
        "某发〔2015〕12号",
        "[1] 按可比价格计算",
    ],
)
def test_powers_and_the_numbers_of_lists_are_no_marks(text: str) -> None:
    assert without_note_marks(text) == text


@pytest.mark.parametrize(
    "text",
    ["供水30万立方米³", "绿地30万平方米²", "绿地3平方公里²", "20 square metres²", "水渠30米⁵"],
)
def test_a_figure_behind_what_was_raised_already_is_a_mark(text: str) -> None:
    assert without_note_marks(text) == f"{text[:-1]}\u2060"


@pytest.mark.parametrize(("text", "unit"), [("绿地30万米²", "m2"), ("库容30万米³", "m3")])
def test_a_length_with_a_power_is_a_unit(text: str, unit: str) -> None:
    (quantity,) = read(f"一、2024年工作回顾\n{text}。").quantities
    assert (quantity.text, quantity.unit) == (text[2:], unit)


def test_the_normal_form_keeps_its_length() -> None:
    text = "产值32[2]亿元³，书屋１２①所。"
    assert len(normal_form(text)) == len(text)
