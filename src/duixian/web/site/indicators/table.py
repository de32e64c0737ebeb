"""The table of an indicator as it is downloaded: one row a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from duixian.tables import shared_columns as shared
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import Column, TableShape, Type
from duixian.web.site.indicators.series import Panel, Point
from duixian.web.site.names import government_name, report_name

SHAPE = TableShape(
    "observations",
    "指标数据",
    "每个数值一行：目标或实际，附原文",
    "One row a value: a target or an actual, with the words that state it",
    (
        Column("indicator", Type.TEXT, "指标代码", "指标库中的代码", "Identifier", 20),
        shared.GOVERNMENT,
        shared.CODE,
        Column("year", Type.YEAR, "年份", "数值所属的年份", "The year the value is of", 8),
        Column("sort", Type.TEXT, "种类", "target 目标，actual 实际", "target or actual", 10),
        Column("basis", Type.TEXT, "水平或变化", "level、change", "level or change", 10),
        Column("value", Type.NUMBER, "数值", "数值", "The number", 18),
        Column("high", Type.NUMBER, "上限", "区间的上限", "Upper end of a range", 14),
        Column("unit", Type.TEXT, "单位", "单位代码", "Code of the unit", 10),
        Column("relation", Type.TEXT, "关系", "=、>、<、~（约）等", "=, >, >=, <, <= or ~", 8),
        Column("text", Type.TEXT, "原文", "报告原文", "Words of the report", 60, share=4),
        Column("report", Type.TEXT, "报告", "报告名称", "Name of the report", 30),
        Column("address", Type.TEXT, "网址", "原文所在的网址", "Where the words stand", 40,
               is_technical=True),
        Column("commitment", Type.TEXT, "承诺编号", "目标的承诺编号", "Key of the commitment", 18,
               is_technical=True),
    ),
    shown=("government", "year", "sort", "value", "unit"),
)  # fmt: skip


def rows_of(
    indicator: str, panels: Iterable[Panel], address: Callable[[Point], str]
) -> Iterator[TableRow]:
    """Give a row for each value that the page shows."""
    for panel in panels:
        for point in panel.points:
            each = point.observation
            yield {
                "indicator": indicator,
                "government": government_name(each.government),
                "code": each.government.code or None,
                "year": each.year,
                "sort": each.sort,
                "basis": each.basis,
                "value": plain_number(point.value),
                "high": plain_number(point.high),
                "unit": point.unit or None,
                "relation": each.relation,
                "text": each.claim.text,
                "report": report_name(each.report),
                "address": address(point),
                "commitment": point.commitment or None,
            }
