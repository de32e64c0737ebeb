"""Two official pairs: planted errors are found, clean texts are left alone, real ones are seen."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from duixian.bilingual.audit.documents import Outcome, audit_documents
from duixian.bilingual.records import Severity
from duixian.documents.sources import load
from duixian.tables.finding_table import finding_rows
from tests.reading.texts import SHARED, needs_shared

pytestmark = needs_shared

PAIRS = SHARED / "gold/pairs"
NAMES = ("china-2024", "chaoyang-2025")
LEAST = 0.95


def audit(zh: Path, en: Path) -> Outcome:
    return audit_documents([load(zh), load(en)])


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_audit", SHARED / "gold/score_audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(_: str, zh: Path, en: Path) -> list[dict[str, Any]]:
        return list(finding_rows(audit(zh, en).findings))

    vars(module)["run"] = run
    return module


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(1, 6))
def test_planted_errors_are_found_and_little_else(scorer: ModuleType, name: str, seed: int) -> None:
    scored = scorer.score(PAIRS, name, "", seed, 30, show=True)

    assert scored["recall"] >= LEAST
    assert scored["precision"] >= LEAST
    assert scored["clean"] <= 1


def test_the_real_errors_of_a_pair_are_found() -> None:
    outcome = audit(PAIRS / "chaoyang-2025.zh.txt", PAIRS / "chaoyang-2025.en.txt")
    text = (PAIRS / "chaoyang-2025.en.txt").read_text(encoding="utf-8")
    found = {
        (finding.severity.value, finding.kind, text[slice(*finding.en)])
        for finding in outcome.findings
        if finding.en and finding.severity is not Severity.INFO
    }

    assert {each for each in found if each[0] == "error"} == {
        ("error", "scale", "10.9 billion yuan")
    }
    assert ("warning", "basis", "8.2%") in found
    assert ("warning", "relation", "over 4%") in found
    assert ("warning", "relation", "more than 60%") in found


def test_the_interleaved_report_has_the_same_errors() -> None:
    (seed,) = (SHARED / "seeds").glob("004*")
    outcome = audit_documents([load(seed)])

    errors = [each for each in outcome.findings if each.severity is Severity.ERROR]
    assert ["10.9亿元" in each.message for each in errors] == [True]
    assert outcome.compared["pairs"] > 100


def test_two_different_reports_are_said_to_be_so() -> None:
    outcome = audit(PAIRS / "china-2024.zh.txt", PAIRS / "chaoyang-2025.en.txt")

    assert any("little aligns" in note for note in outcome.notes)
    assert outcome.count(Severity.ERROR) == 0
