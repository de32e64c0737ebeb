"""Figures with spaces in them, as PDF and Word files have them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.texts import read_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("发放资金10.9 亿元。", ["1090000000"]),
        ("总产值39.8 万亿元，增长5 %。", ["39800000000000", "5"]),
        ("建成高标准农田6 500亩。", ["6500"]),
        ("投资12 500 万元，新增 3 万 人。", ["125000000", "30000"]),
        ("装机10 千瓦。", ["10000"]),
        ("总产值856.3  亿元，增长5.2   %。", ["85630000000", "5.2"]),
        ("投资856.3\t亿元，新增3\u00a0\u00a0万人。", ["85630000000", "30000"]),
        ("财政收入84 . 4亿元，增长12 .5%。", ["8440000000", "12.5"]),
        ("财政收入84. 4亿元。", ["8440000000"]),
        ("新增就业2,81 0人。", ["2810"]),
        ("12. 4个项目建成。", ["4"]),
        ("2025 年新增就业3 200人。", ["3200"]),
    ],
)
def test_a_space_parts_no_figure(text: str, values: list[str]) -> None:
    assert [q.value for q in read_in("review", text).quantities] == [Decimal(v) for v in values]
