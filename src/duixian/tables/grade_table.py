"""The tables of a grade: one row a group of promises, and one row a promise."""

from __future__ import annotations

from collections.abc import Iterator

from duixian.accounting.grade.reasons import reasons_of
from duixian.accounting.grade.records import Grade, Graded, Group, Lack
from duixian.reading.records import Specificity
from duixian.tables.rows import TableRow
from duixian.tables.shapes import Column, TableSet, TableShape, Type
from duixian.tables.shared_columns import DOCUMENT, END, FUNCTIONS, SPECIFICITY, START, TEXT

_NUMBER = Type.INTEGER
_BY = "all 全部；section 按章节；function 按政府职能"
_GROUPS = TableShape(
    "grades",
    "可核查程度",
    "全部、每节、每项政府职能各一行",
    "One row for all promises, for each section and for each function of government",
    (
        DOCUMENT,
        Column("by", Type.TEXT, "分组", _BY, "all, section or function", 10),
        Column(
            "name",
            Type.TEXT,
            "名称",
            "章节或职能名称；空表示未识别",
            "Name of the section or function; empty where it could not be told",
            40,
            share=3,
        ),
        Column("name_zh", Type.TEXT, "中文名称", "中文名称", "Name in Chinese", 30),
        Column("promises", _NUMBER, "承诺数", "承诺数", "Number of promises", 10),
        Column("quantified", _NUMBER, "有数字", "有数字的承诺数", "Promises with a number", 10),
        Column(
            "specific",
            _NUMBER,
            "有事项",
            "无数字但有具体事项的承诺数",
            "Promises of a deed without a number",
            10,
        ),
        Column("general", _NUMBER, "笼统", "笼统的承诺数", "Promises of neither", 10),
        Column("quantified_share", Type.NUMBER, "有数字占比", "0 到 1", "0 to 1", 10),
        Column("specific_share", Type.NUMBER, "有事项占比", "0 到 1", "0 to 1", 10),
        Column("general_share", Type.NUMBER, "笼统占比", "0 到 1", "0 to 1", 10),
        Column(
            "no_date", _NUMBER, "无时间", "没有自己的时间节点", "Without a date of their own", 10
        ),
        Column("no_office", _NUMBER, "无责任单位", "没有责任单位", "Without an office named", 10),
        Column(
            "no_place",
            _NUMBER,
            "无地点项目",
            "没有地点或项目",
            "Without a place or project named",
            10,
        ),
        Column(
            "no_unit",
            _NUMBER,
            "无计量单位",
            "数字没有计量单位",
            "Targets whose number has no unit of measure",
            10,
        ),
        Column(
            "no_baseline",
            _NUMBER,
            "未找到基数",
            "量化目标在报告中找不到同口径的上年数",
            "Targets for which the report tells no figure to start from, as far as found",
            10,
        ),
    ),
    shown=("by", "name", "promises", "quantified", "specific", "general", "no_date", "no_baseline"),
    shown_narrow=("name", "promises", "quantified", "specific", "general"),
)
_PROMISES = TableShape(
    "promises",
    "承诺",
    "每项承诺一行",
    "One row a promise",
    (
        DOCUMENT,
        START,
        END,
        TEXT,
        Column("section", Type.TEXT, "章节", "各级标题", "Headings above it", 30),
        SPECIFICITY,
        FUNCTIONS,
        Column("lacks", Type.TEXTS, "缺少", "缺少的要素", "What it does not state", 30),
        Column("vague", Type.TEXTS, "笼统用语", "笼统用语", "Its vague words", 24),
        Column(
            "baseline",
            Type.SPAN,
            "基数",
            "同口径上年数在原文中的位置；空表示未找到",
            "Place of the figure it starts from; empty where none was found",
            10,
            is_technical=True,
        ),
        Column(
            "doubt",
            _NUMBER,
            "疑点分",
            "分数越高越难核查",
            "Points: the more, the harder to check",
            8,
        ),
        Column(
            "rank",
            _NUMBER,
            "难核查名次",
            "最难核查的十项：1 到 10；其余空",
            "1 to 10 for the ten least checkable, else empty",
            8,
        ),
        Column("why", Type.TEXT, "理由", "缺少什么", "What it lacks, in words", 50),
        Column("why_zh", Type.TEXT, "中文理由", "缺少什么", "What it lacks, in Chinese", 50),
    ),
    shown=("rank", "doubt", "text", "specificity", "why"),
)
GRADE_TABLES = TableSet((_GROUPS, _PROMISES), "grades")


def grade_rows(grade: Grade) -> Iterator[TableRow]:
    """Give the rows of the groups, the whole first."""
    for group in grade.groups:
        yield _group_row(group, grade.report.document.name)


def _group_row(group: Group, document: str) -> TableRow:
    return {
        "document": document,
        "by": group.kind,
        "name": group.name,
        "name_zh": group.name_zh,
        "promises": group.count,
        **{each.value: group.of(each) for each in Specificity},
        **{f"{each.value}_share": group.share(each) for each in Specificity},
        **{
            f"no_{lack.value}": group.lacking(lack)
            for lack in (Lack.DATE, Lack.OFFICE, Lack.PLACE, Lack.UNIT, Lack.BASELINE)
        },
    }


def promise_rows(grade: Grade) -> Iterator[TableRow]:
    """Give one row a promise, in the order of the text."""
    ranks = {id(each): rank for rank, each in enumerate(grade.least, start=1)}
    for graded in grade.whole.graded:
        yield {**_promise_row(graded, grade), "rank": ranks.get(id(graded))}


def _promise_row(graded: Graded, grade: Grade) -> TableRow:
    claim = graded.promise.claim
    reasons = reasons_of(graded)
    return {
        "document": grade.report.document.name,
        "start": claim.start,
        "end": claim.end,
        "text": grade.report.document.text[claim.start : claim.end],
        "section": graded.promise.path,
        "specificity": graded.specificity.value,
        "functions": list(claim.functions),
        "lacks": [lack.value for lack in graded.lacks],
        "vague": list(graded.vague),
        "baseline": list(graded.baseline) if graded.baseline else None,
        "doubt": graded.doubt,
        "why": "; ".join(reason.en for reason in reasons),
        "why_zh": "；".join(reason.zh for reason in reasons),
    }
