"""The reading reaches its bars on the shared gold texts, by the shared scorer's own functions."""

from __future__ import annotations

import importlib.util
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from duixian.documents.sources import load
from duixian.reading.read import read_document
from duixian.reading.records import Quantity
from tests.reading.texts import SHARED, needs_shared

pytestmark = needs_shared

GOLD = SHARED / "gold"
NAMES = sorted(path.name.removesuffix(".quantities.tsv") for path in GOLD.glob("dev/*.quantities.tsv"))  # fmt: skip
BARS = {
    "full_f1": 0.96,
    "relation": 0.95,
    "basis": 0.95,
    "status": 0.95,
    "measure": 0.75,
    "kind_f1": 0.92,
    "spec_f1": 0.80,
}


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        pytest.fail("the scorer cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _row(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "value": float(quantity.value),
        "high": None if quantity.high is None else float(quantity.high),
        "unit": quantity.unit,
        "relation": quantity.relation.value,
        "basis": quantity.basis.value,
        "status": quantity.status.value,
        "measure": quantity.measure,
    }


@cache
def _scores(name: str) -> dict[str, float]:
    scorer = _scorer()
    text, quantities, sentences = scorer.load_gold(GOLD / "dev", name)
    report = read_document(load(GOLD / "dev" / f"{name}.txt"))
    said = [
        {"start": s.start, "end": s.end, "kind": s.kind.value, "specificity": s.specificity}
        for s in report.statements
    ]
    found = scorer.covered([_row(quantity) for quantity in report.quantities], sentences)
    scored: dict[str, float] = scorer.report(
        name, *scorer.score_doc(text, quantities, sentences, found, said)
    )
    return scored


def test_there_are_gold_texts() -> None:
    assert len(NAMES) >= 5


@pytest.mark.parametrize("bar", BARS)
@pytest.mark.parametrize("name", NAMES)
def test_every_gold_text_reaches_every_bar(name: str, bar: str) -> None:
    assert _scores(name)[bar] >= BARS[bar]
