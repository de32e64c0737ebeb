"""Quantities are found as the guidelines define them, and nothing else is.

The cases are data: the known failures of other tools, each rule of the annotation guidelines,
and everything that looks like a number and is none.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from duixian.language.normal_form import normal_form
from duixian.reading.quantities.describe import describe_quantities
from duixian.reading.records import Language
from duixian.reading.sentences import split_sentences

_CASES = Path(__file__).parent / "cases"
_FEWEST = {"zh": 38, "en": 17}


def _load(language: str) -> list[dict[str, Any]]:
    with (_CASES / f"quantities.{language}.toml").open("rb") as file:
        cases: list[dict[str, Any]] = tomllib.load(file)["case"]
    return [{**case, "language": language} for case in cases]


@pytest.mark.parametrize("language", _FEWEST)
def test_no_case_is_lost(language: str) -> None:
    assert len(_load(language)) >= _FEWEST[language]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["source"]) for name in _FEWEST for case in _load(name)],
)
def test_every_quantity_of_a_sentence(case: dict[str, Any]) -> None:
    text = case["text"]
    normal = normal_form(text)
    found = [
        described.mention
        for sentence in split_sentences(text)
        for described in describe_quantities(normal, sentence)
    ]

    assert [
        (text[m.start : m.end], round(m.value, 9), m.high, m.unit, m.relation.value) for m in found
    ] == [
        (
            expected["text"],
            round(Decimal(expected["value"]), 9),
            Decimal(expected["high"]) if "high" in expected else None,
            expected["unit"],
            expected.get("relation", "="),
        )
        for expected in case["found"]
    ]


def test_chinese_and_english_sentences_are_told_apart() -> None:
    languages = [sentence.language for sentence in split_sentences("新增5个。\nFive were added.")]

    assert languages == [Language.ZH, Language.EN]
