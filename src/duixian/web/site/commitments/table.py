"""The table of commitments as it is downloaded: one row a commitment, with evidence and verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.urls import reverse

from duixian.tables import shared_columns as shared
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import Column, TableShape, Type
from duixian.web.ledger.models import Commitment, Evidence, Verdict
from duixian.web.site.amounts import target_of
from duixian.web.site.commitments.listing import verdict_of
from duixian.web.site.commitments.rows import outcome_of
from duixian.web.site.names import government_name

Absolute = Callable[[str], str]

SHAPE = TableShape(
    "commitments",
    "承诺",
    "每项承诺一行：原文、目标、佐证、结论与依据",
    "One row a commitment: its words, target, evidence, verdict and rule",
    (
        shared.GOVERNMENT,
        Column("year", Type.YEAR, "年份", "承诺的年份", "The year it is promised for", 8),
        Column("text", Type.TEXT, "承诺", "报告原文", "Words of the report", 60, share=4),
        shared.SPECIFICITY,
        shared.MEASURE,
        Column("target", Type.TEXT, "目标", "数值、单位、关系", "Number, unit and relation", 20),
        Column("value", Type.NUMBER, "目标值", "目标的数值", "The number promised", 16),
        Column("high", Type.NUMBER, "目标上限", "区间的上限", "Upper end of a range", 14),
        Column("unit", Type.TEXT, "单位", "单位代码", "Code of the unit", 10),
        Column("relation", Type.TEXT, "关系", "=、>、<、~（约）等", "=, >, >=, <, <= or ~", 8),
        Column("basis", Type.TEXT, "水平或变化", "level、change", "level or change", 10),
        Column("due", Type.TEXT, "期限", "年、年月或日期", "Year, month or date", 12),
        Column(
            "verdict",
            Type.TEXT,
            "结论",
            "exceeded 超额 met 完成 partly 部分 missed 未达 unreported 未报告；空：尚未对账",
            "exceeded, met, partly, missed or unreported; empty: not accounted for yet",
            12,
        ),
        Column("outcome", Type.TEXT, "结果", "达到的数值与单位", "Number and unit reached", 18),
        Column("outcome_value", Type.NUMBER, "结果值", "达到的数值", "The number reached", 16),
        Column("outcome_unit", Type.TEXT, "结果单位", "单位代码", "Code of the unit", 10),
        Column(
            "evidence_text",
            Type.TEXTS,
            "佐证",
            "下一年报告的原文",
            "Words of the next report that answer it",
            50,
            share=3,
        ),
        Column("why", Type.TEXT, "依据", "规则与数字", "The rule with its numbers", 40),
        Column("section", Type.TEXT, "章节", "所在章节的标题", "Heading it stands under", 30),
        shared.ROLE,
        shared.FUNCTIONS,
        Column("indicator", Type.TEXT, "指标代码", "指标库中的代码", "Identifier", 18),
        shared.LANGUAGE,
        Column(
            "state",
            Type.TEXT,
            "审核",
            "suggested 机器提出 accepted 已确认 corrected 已更正",
            "suggested by the program, accepted or corrected by a person",
            10,
        ),
        shared.START,
        shared.END,
        Column("key", Type.TEXT, "编号", "永久编号", "Permanent key", 18, is_technical=True),
        Column("address", Type.TEXT, "网址", "永久网址", "Permanent page", 40, is_technical=True),
        Column("rule", Type.TEXT, "规则", "规则的名称", "Name of the rule", 12, is_technical=True),
        Column("rules", Type.TEXT, "规则版本", "规则的版本", "Version of the rules", 8,
               is_technical=True),
        Column("report", Type.TEXT, "报告", "报告标题", "Title of the report", 30,
               is_technical=True),
    ),
    shown=("government", "year", "text", "target", "verdict"),
)  # fmt: skip


def rows_in(batches: Iterable[list[Commitment]], absolute: Absolute) -> Iterator[list[TableRow]]:
    """Turn commitments into rows, batch by batch."""
    for batch in batches:
        yield [row_of(commitment, absolute) for commitment in batch]


def row_of(commitment: Commitment, absolute: Absolute) -> TableRow:
    """Give the row of a commitment; ``absolute`` makes whole addresses."""
    verdict = verdict_of(commitment)
    return {
        "key": commitment.key,
        "address": absolute(reverse("site:commitment", args=[commitment.key])),
        "government": government_name(commitment.government),
        "year": commitment.year,
        "language": commitment.language,
        "report": str(commitment.report.title),
        "section": commitment.section.heading or None,
        "role": commitment.section.role,
        "text": commitment.text,
        "start": commitment.start,
        "end": commitment.end,
        "specificity": commitment.specificity,
        "measure": commitment.measure or None,
        "indicator": commitment.indicator or None,
        "functions": commitment.functions.split(),
        "due": commitment.due or None,
        "state": commitment.state,
        **_target(commitment),
        **_verdict(verdict),
    }


def _target(commitment: Commitment) -> TableRow:
    quantity: Any = commitment.quantity
    return {
        "target": target_of(quantity) or None,
        "value": plain_number(quantity.value) if quantity else None,
        "high": plain_number(quantity.high) if quantity else None,
        "unit": (quantity.unit or None) if quantity else None,
        "relation": quantity.relation if quantity else None,
        "basis": quantity.basis if quantity else None,
    }


def _verdict(verdict: Verdict | None) -> TableRow:
    evidence: list[Evidence] = getattr(verdict, "shown", []) if verdict else []
    return {
        "verdict": verdict.verdict if verdict else None,
        "rule": verdict.rule if verdict else None,
        "rules": verdict.account.rules if verdict else None,
        "why": verdict.why if verdict else None,
        "outcome": outcome_of(verdict) or None,
        "outcome_value": plain_number(verdict.outcome) if verdict else None,
        "outcome_unit": (verdict.outcome_unit or None) if verdict else None,
        "evidence_text": [each.text for each in evidence],
    }
