"""What a number says: a level or a change, reached or to be reached, and of what.

The cases are data: sentences of our own in both languages.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reading.texts import read_in

_FEWEST = 40
_CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "contexts.toml").read_text(encoding="utf-8")
)["case"]

every_case = pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case['language']}: {case['rule']}") for case in _CASES]
)


def test_no_case_is_lost() -> None:
    assert len(_CASES) >= _FEWEST


@every_case
def test_every_number_has_its_basis_and_status(case: dict[str, Any]) -> None:
    report = read_in(case["role"], case["text"], language=case["language"])

    assert [(q.text, q.basis.value, q.status.value) for q in report.quantities] == [
        (expected["text"], expected["basis"], expected["status"]) for expected in case["found"]
    ]


@every_case
def test_every_measure_names_what_is_measured(case: dict[str, Any]) -> None:
    report = read_in(case["role"], case["text"], language=case["language"])

    for quantity, expected in zip(report.quantities, case["found"], strict=True):
        missing = [word for word in expected["measure"] if word not in quantity.measure]
        assert missing == [], quantity.measure
