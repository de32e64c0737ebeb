"""Sentences in two languages and every finding an audit has of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.bilingual.audited import audit_texts, kinds_of

CASES = tomllib.loads((Path(__file__).parent / "cases/audit.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["zh"][:16] + "|" + case["en"][:24])
def test_an_audit_finds_just_what_differs(case: dict[str, Any]) -> None:
    findings = audit_texts(case["zh"], case["en"]).findings

    assert kinds_of(findings) == case.get("expect", []), [each.message for each in findings]
    messages = "\n".join(finding.message for finding in findings)
    for words in case.get("says", []):
        assert words in messages
