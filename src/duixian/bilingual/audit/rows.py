"""Findings as rows of JSON Lines."""

from __future__ import annotations

from typing import Any

from duixian.bilingual.records import Finding


def finding_row(finding: Finding) -> dict[str, Any]:
    """Return a finding as the contract's row; further places stand in it only where it has them."""
    row: dict[str, Any] = {
        "severity": finding.severity.value,
        "kind": finding.kind,
        "message": finding.message,
        "zh": _span(finding.zh),
        "en": _span(finding.en),
        "zh_text": finding.zh_text,
        "en_text": finding.en_text,
    }
    if finding.other is not None or finding.other_text:
        row |= {"other": _span(finding.other), "other_text": finding.other_text}
    if finding.document:
        row |= {"document": finding.document, "other_document": finding.other_document}
    return row


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return None if span is None else list(span)
