"""The table of a cascade: a row for each commitment of the city and district that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from duixian.accounting.cascade.records import Carried, Carrier, Cascade, name_of
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import Column, TableSet, TableShape, Type

_CASCADE = TableShape(
    "cascade",
    "分担",
    "每项市级承诺、每个承接的区一行；没有区提到的一行，区名为空",
    "A row for each commitment and district that carries it; without a district where none does",
    (
        Column("district", Type.TEXT, "区", "空表示没有区提到", "Empty where none carries it", 18),
        Column("city_text", Type.TEXT, "市级承诺", "原文", "Words of the city", 50, share=3),
        Column("district_text", Type.TEXT, "区级承诺", "原文", "The district's words", 50, share=3),
        Column("city_number", Type.NUMBER, "市数", "市级数字", "The city's number", 14),
        Column(
            "number",
            Type.NUMBER,
            "区数",
            "换算成市级单位",
            "The district's number in the city's unit",
            14,
        ),
        Column("unit", Type.TEXT, "单位", "市级数字的单位", "Unit of both numbers", 8),
        Column("share", Type.NUMBER, "份额", "区数占市数", "The number in the city's, 0 to 1", 8),
        Column("total", Type.NUMBER, "合计", "同年各区之和", "Sum of districts of the year", 14),
        Column("total_share", Type.NUMBER, "合计份额", "合计占市数", "The sum in the city's", 8),
        Column("score", Type.NUMBER, "把握", "0 到 1", "0 to 1: how sure the match is", 8),
        Column(
            "reasons", Type.TEXTS, "英文理由", "为什么算同一项（英文）", "Why they are one", 40
        ),
        Column("reasons_zh", Type.TEXTS, "理由", "为什么算同一项", "The same in Chinese", 40),
        Column(
            "indicator",
            Type.TEXT,
            "指标代码",
            "指标库中的代码",
            "Identifier of the indicator",
            16,
            is_technical=True,
        ),
        Column(
            "city", Type.SPAN, "市级位置", "原文起止", "Place in the city's report", 8,
            is_technical=True,
        ),
        Column(
            "carrier", Type.SPAN, "区级位置", "原文起止", "Place in the district's report", 8,
            is_technical=True,
        ),
    ),
    shown=("district", "city_text", "district_text", "share"),
)  # fmt: skip
CASCADE_TABLES = TableSet((_CASCADE,), "cascade")


def cascade_rows(cascade: Cascade) -> Iterator[TableRow]:
    """Give the rows of a cascade, in the order of the city's plan."""
    for entry in cascade.entries:
        for carrier in entry.carriers or (None,):
            yield {**_of_city(entry), **_of_district(cascade, carrier)}


def _of_city(entry: Carried) -> TableRow:
    commitment = entry.commitment
    quantity = commitment.quantity
    return {
        "city": [commitment.start, commitment.end],
        "city_text": commitment.text,
        "city_number": plain_number(quantity.value) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "total": plain_number(entry.total),
        "total_share": _rounded(entry.share),
        "indicator": commitment.indicator,
    }


def _of_district(cascade: Cascade, carrier: Carrier | None) -> TableRow:
    commitment = carrier.commitment if carrier else None
    return {
        "district": name_of(cascade.districts[carrier.district]) if carrier else None,
        "carrier": [commitment.start, commitment.end] if commitment else None,
        "district_text": commitment.text if commitment else None,
        "number": plain_number(carrier.number) if carrier else None,
        "share": _rounded(carrier.share) if carrier else None,
        "score": Decimal(str(carrier.score)) if carrier else None,
        "reasons": list(carrier.reasons) if carrier else [],
        "reasons_zh": list(carrier.reasons_zh) if carrier else [],
    }


def _rounded(share: Decimal | None) -> int | Decimal | None:
    return plain_number(None if share is None else round(share, 4))
