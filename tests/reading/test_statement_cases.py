"""Every sentence gets the kind and specificity the guidelines give it, in either language.

The cases are data: sentences of our own in a review, in a plan or in neither.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from duixian.reading.records import Report, Statement
from tests.reading.texts import opening, read_in

_CASES = Path(__file__).parent / "cases"
_FEWEST = {"zh": 60, "en": 40}
# What a case stands behind where its plan shows a manner: one that says what will be done, or
# one that lists it.
_BEHIND = {
    "promises": "The county will repair its dykes. Every township must keep its roads open. " * 7,
    "tasks": "Repair the dykes of the county. Keep the roads of every township open. " * 7,
}


def _load(language: str) -> list[dict[str, Any]]:
    with (_CASES / f"statements.{language}.toml").open("rb") as file:
        cases: list[dict[str, Any]] = tomllib.load(file)["case"]
    return [{**case, "language": language} for case in cases]


def _said(statement: Statement) -> str:
    return "/".join(filter(None, (statement.kind, statement.specificity)))


def _statements_behind(report: Report, start: int) -> list[Statement]:
    return [statement for statement in report.statements if statement.start >= start]


@pytest.mark.parametrize("language", _FEWEST)
def test_no_case_is_lost(language: str) -> None:
    assert len(_load(language)) >= _FEWEST[language]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{language}, {case['role']}: {case['rule']}")
        for language in _FEWEST
        for case in _load(language)
    ],
)
def test_every_sentence_has_its_kind(case: dict[str, Any]) -> None:
    language, role = case["language"], case["role"]
    before = _BEHIND.get(case.get("behind", ""), "")
    report = read_in(role, before + case["text"], language=language)
    statements = _statements_behind(report, len(opening(language, role)) + len(before))

    assert [_said(statement) for statement in statements] == case["expected"]
    assert all(statement.why for statement in statements)
