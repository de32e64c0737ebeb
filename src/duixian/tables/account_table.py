"""The table of an account: one row a commitment, with its evidence, verdict and rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from duixian.accounting.records import Account, Entry, Evidence, Outcome
from duixian.reading.records import Quantity
from duixian.tables.rows import TableRow
from duixian.tables.shapes import Column, TableSet, TableShape, Type

_ACCOUNT = TableShape(
    "account",
    "对账",
    "每项承诺一行：目标、下一年报告的说法、结论与依据",
    "One row a commitment: its target, what the next report says of it, the verdict and its rule",
    (
        Column(
            "verdict",
            Type.TEXT,
            "结论",
            "exceeded 超额 met 完成 partly 部分 missed 未达 unreported 未报告",
            "How it stands: exceeded, met, partly, missed, unreported",
            11,
        ),
        Column("section", Type.TEXT, "章节", "承诺所在章节的标题", "Heading it stands under", 24),
        Column("plan_text", Type.TEXT, "承诺", "计划报告的原文", "Words of the plan", 50, share=3),
        Column(
            "specificity",
            Type.TEXT,
            "可查程度",
            "quantified 有数字 specific 有举措 general 笼统",
            "quantified, specific or general",
            11,
        ),
        Column("measure", Type.TEXT, "指标", "所量的是什么", "What is measured or delivered", 20),
        Column(
            "indicator",
            Type.TEXT,
            "指标代码",
            "指标库中的代码",
            "Identifier of the indicator",
            16,
            is_technical=True,
        ),
        Column("target", Type.TEXT, "目标", "数值、单位、关系", "Value, unit and relation", 18),
        Column("outcome", Type.TEXT, "结果", "达到的数值与单位", "Value and unit reached", 18),
        Column(
            "evidence_text",
            Type.TEXTS,
            "佐证",
            "下一年报告的原文",
            "Words of the review that answer it",
            50,
            share=3,
        ),
        Column(
            "why",
            Type.TEXT,
            "英文依据",
            "规则与数字（英文）",
            "The rule with its numbers",
            40,
            share=3,
        ),
        Column(
            "why_zh",
            Type.TEXT,
            "依据",
            "规则与数字",
            "The rule with its numbers, in Chinese",
            40,
            share=3,
        ),
        Column(
            "score",
            Type.NUMBER,
            "把握",
            "0 到 1：佐证对得上的把握",
            "0 to 1: how sure the evidence is",
            8,
        ),
        Column(
            "reasons",
            Type.TEXTS,
            "英文理由",
            "为什么认为对得上（英文）",
            "Why the evidence is taken for an answer",
            40,
        ),
        Column("reasons_zh", Type.TEXTS, "理由", "为什么认为对得上", "The reasons in Chinese", 40),
        Column(
            "source",
            Type.TEXTS,
            "来源",
            "reported 总结部分 difficulty 困难段落 implied 由来年安排推知",
            "reported, difficulty or implied, for each piece of evidence",
            10,
        ),
        Column(
            "suggestions_text",
            Type.TEXTS,
            "可能相关",
            "对应较弱，供人工判断，不作佐证",
            "Weak matches for a person to look at; no evidence",
            40,
        ),
        Column(
            "rule", Type.TEXT, "规则", "规则文件中的名称", "Name of the rule", 12, is_technical=True
        ),
        Column(
            "rules",
            Type.TEXT,
            "规则版本",
            "规则文件的版本",
            "Version of the rules",
            8,
            is_technical=True,
        ),
        Column(
            "plan",
            Type.SPAN,
            "承诺位置",
            "承诺在计划报告中的起止",
            "Place in the plan",
            8,
            is_technical=True,
        ),
        Column(
            "evidence",
            Type.SPANS,
            "佐证位置",
            "佐证在下一年报告中的起止",
            "Places in the review",
            16,
            is_technical=True,
        ),
        Column(
            "suggestions",
            Type.SPANS,
            "可能相关位置",
            "在下一年报告中的起止",
            "Places in the review",
            16,
            is_technical=True,
        ),
    ),
    shown=("verdict", "plan_text", "evidence_text", "why"),
)
ACCOUNT_TABLES = TableSet((_ACCOUNT,), "account")
# At a terminal the rule is shown in Chinese.
ACCOUNT_TABLES_ZH = TableSet(
    (replace(_ACCOUNT, shown=("verdict", "plan_text", "evidence_text", "why_zh")),), "account"
)


def account_rows(account: Account) -> Iterator[TableRow]:
    """Give the rows of an account, in the order of the plan."""
    for entry in account.entries:
        yield {**_promise(account, entry), **_answer(entry), "rules": account.rules}


def _promise(account: Account, entry: Entry) -> TableRow:
    commitment = entry.commitment
    return {
        "plan": [commitment.start, commitment.end],
        "plan_text": commitment.text,
        "section": account.plan.sections[commitment.section].heading or None,
        "specificity": commitment.specificity.value,
        "measure": commitment.measure,
        "indicator": commitment.indicator,
        "target": target_words(commitment.quantity) if commitment.quantity else None,
    }


def _answer(entry: Entry) -> TableRow:
    return {
        "verdict": entry.judgement.verdict.value,
        "rule": entry.judgement.rule,
        "why": entry.judgement.why,
        "why_zh": entry.judgement.why_zh,
        "outcome": outcome_words(entry.outcome) if entry.outcome else None,
        "evidence": _places(entry.evidence),
        "evidence_text": [each.text for each in entry.evidence],
        "score": Decimal(str(entry.evidence[0].score)) if entry.evidence else None,
        "reasons": ["; ".join(each.reasons) for each in entry.evidence],
        "reasons_zh": ["；".join(each.reasons_zh) for each in entry.evidence],
        "source": [each.source.value for each in entry.evidence],
        "suggestions": _places(entry.suggestions),
        "suggestions_text": [each.text for each in entry.suggestions],
    }


def _places(evidence: tuple[Evidence, ...]) -> list[list[int]]:
    return [[each.start, each.end] for each in evidence]


def target_words(quantity: Quantity) -> str:
    """Return a target as ``value unit relation``."""
    return f"{_value(quantity.value, quantity.high)} {quantity.unit} {quantity.relation.value}"


def outcome_words(outcome: Outcome) -> str:
    """Return an outcome as ``value unit``."""
    return f"{_value(outcome.value, outcome.high)} {outcome.unit}"


def _value(value: Decimal, high: Decimal | None) -> str:
    low = f"{value.normalize():f}"
    return low if high is None else f"{low}-{high.normalize():f}"
