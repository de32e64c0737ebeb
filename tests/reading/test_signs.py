"""Minus signs: a number below zero keeps its sign, and a dash is no sign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.texts import read_in


@pytest.mark.parametrize(
    ("text", "language", "quoted", "value"),
    [
        ("全年利润-3亿元。", "zh", "-3亿元", "-300000000"),
        ("居民消费价格涨幅为负0.2%。", "zh", "负0.2%", "-0.2"),
        ("工业增加值增长−2.5%。", "zh", "−2.5%", "-2.5"),
        ("GDP growth was -2.5 percent.", "en", "-2.5 percent", "-2.5"),
        ("Net migration came to minus 800.", "en", "minus 800", "-800"),
        ("Farm prices grew at negative 3 percent.", "en", "negative 3 percent", "-3"),
    ],
)
def test_a_number_below_zero_keeps_its_sign(
    text: str, language: str, quoted: str, value: str
) -> None:
    (quantity,) = read_in("review", text, language=language).quantities

    assert (quantity.text, quantity.value) == (quoted, Decimal(value))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("地区生产总值增长5%-6%。", "zh"),
        ("地区生产总值增长5-6%。", "zh"),
        ("——3家企业上市。", "zh"),
        ("-3家企业上市。", "zh"),
        ("GDP grew by 5-6 percent.", "en"),
        ("- 5 schools opened.", "en"),
    ],
)
def test_a_dash_is_no_minus_sign(text: str, language: str) -> None:
    report = read_in("review", text, language=language)

    assert report.quantities
    assert all(quantity.value > 0 for quantity in report.quantities)
