"""The table of an audit: one row a finding, with both places and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duixian.bilingual.page.labels import kind_label
from duixian.bilingual.records import Finding
from duixian.tables.rows import TableRow
from duixian.tables.shapes import Column, TableSet, TableShape, Type

_FINDINGS = TableShape(
    "findings",
    "问题",
    "每个疑点一行，重的在前",
    "One row a finding, the worst first",
    (
        Column(
            "severity", Type.TEXT, "程度", "error 错误 warning 存疑 info 说明",
            "error, warning or info", 9,
        ),
        Column("kind", Type.TEXT, "类别代码", "类别代码", "Kind of finding", 12),
        Column("kind_zh", Type.TEXT, "类别", "类别", "Kind of finding, in Chinese", 16),
        Column(
            "message", Type.TEXT, "英文说明", "英文说明", "What is wrong, and its likely cause", 48,
            share=3,
        ),
        Column(
            "message_zh", Type.TEXT, "说明", "问题与可能的原因", "The same in Chinese", 48,
        ),
        Column(
            "zh", Type.SPAN, "中文位置", "数字在中文原文中的起止", "Place in the Chinese text", 8,
            is_technical=True,
        ),
        Column(
            "en", Type.SPAN, "英文位置", "数字在英文原文中的起止", "Place in the English text", 8,
            is_technical=True,
        ),
        Column("zh_text", Type.TEXT, "中文", "中文原文", "Words of the Chinese", 50, share=3),
        Column("en_text", Type.TEXT, "英文", "英文原文", "Words of the English", 50, share=3),
        Column(
            "other", Type.SPAN, "另一处位置", "同一文字中相比的另一处",
            "The second place, where two of one side are compared", 8, is_technical=True,
        ),
        Column("other_text", Type.TEXT, "另一处", "另一处的原文", "Words of the second place", 50),
        Column(
            "document", Type.TEXT, "文件", "几份文件一起核对时的文件名",
            "Name of the document, where several are audited together", 20,
        ),
        Column(
            "other_document", Type.TEXT, "另一文件", "另一处所在的文件",
            "Document of the second place, where it is another one", 20,
        ),
    ),
    shown=("severity", "kind", "message", "zh_text", "en_text"),
)  # fmt: skip
FINDING_TABLES = TableSet((_FINDINGS,), "findings")


def finding_rows(findings: Iterable[Finding]) -> Iterator[TableRow]:
    """Give one row a finding; what it does not have is empty."""
    for finding in findings:
        yield {
            "severity": finding.severity.value,
            "kind": finding.kind,
            "kind_zh": kind_label(finding.kind).zh or None,
            "message": finding.message,
            "message_zh": finding.message_zh or None,
            "zh": _span(finding.zh),
            "en": _span(finding.en),
            "zh_text": finding.zh_text,
            "en_text": finding.en_text,
            "other": _span(finding.other),
            "other_text": finding.other_text or None,
            "document": finding.document or None,
            "other_document": finding.other_document or None,
        }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return None if span is None else list(span)
