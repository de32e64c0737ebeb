"""What readers of real reports found wrong stays mended: kinds and specificity, by rule."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reading.texts import opening, read, read_in

_CASES = Path(__file__).parent / "cases" / "statements_seen.toml"


def _cases() -> list[dict[str, Any]]:
    with _CASES.open("rb") as file:
        cases: list[dict[str, Any]] = tomllib.load(file)["case"]
    return cases


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case['role']}: {case['rule']}") for case in _cases()]
)
def test_a_sentence_has_its_kind_and_specificity(case: dict[str, Any]) -> None:
    report = read_in(case["role"], case["text"])
    start = len(opening("zh", case["role"]))
    said = [
        "/".join(filter(None, (one.kind, one.specificity)))
        for one in report.statements
        if one.start >= start
    ]

    assert said == case["expected"]


def test_lessons_under_a_heading_that_obliges_are_no_promises() -> None:
    text = (
        "清河县政府工作报告（2025年）\n一、2024年工作回顾\n全年修路30公里。\n"
        "（一）必须坚持依法行政\n各项决策必须符合法律。\n二、2025年重点工作\n修路40公里。\n"
    )
    lesson = next(one for one in read(text).statements if "各项决策" in one.text)

    assert lesson.kind == "context"


@pytest.mark.parametrize("piece", ["一", "同时，", "的是", "继续实施", "，也"])
def test_a_hostile_row_of_words_is_read_to_its_end(piece: str) -> None:
    report = read_in("plan", piece * 1500 + "。")

    assert report.statements[-1].end == len(report.document.text) - 1
