"""A clause is given the functions of government it speaks of, and none where it says nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.functions import (
    MOST_DIVISIONS,
    divisions,
    find_functions,
    find_main_function,
)

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "functions.toml").read_text(encoding="utf-8")
)["case"]
LANGUAGES = st.sampled_from(["zh", "en"])
CODES = [division.code for division in divisions()]


def test_the_case_file_was_read_whole() -> None:
    assert len(CASES) >= 45


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24] or "nothing")
def test_a_clause_gets_its_functions_strongest_first(case: dict[str, Any]) -> None:
    assert list(find_functions(case["text"], language=case["language"])) == case["functions"]


def test_the_ten_divisions_are_there_and_named_in_both_languages() -> None:
    assert [f"{number:02}" for number in range(1, 11)] == CODES
    assert all(division.zh and division.en and division.scope for division in divisions())


def test_a_word_stands_once_in_a_division() -> None:
    """Twice with two weights would leave it to chance which one counts."""
    for division in divisions():
        for group in (division.words_zh, division.words_en):
            words = [word for word, _ in group.weighted()]
            assert len(words) == len(set(words)), (division.code, words)


def test_english_words_stand_in_small_letters() -> None:
    """The text is compared in small letters: a capital would never match."""
    for division in divisions():
        assert all(word == word.lower() for word, _ in division.words_en.weighted())


@given(st.text(), LANGUAGES)
def test_any_text_gives_at_most_three_divisions_each_once(text: str, language: str) -> None:
    found = find_functions(text, language=language)
    assert len(found) == len(set(found)) <= MOST_DIVISIONS
    assert set(found) <= set(CODES)


def test_a_plural_speaks_like_its_singular() -> None:
    assert find_functions("hospitals", language="en") == find_functions("hospital", language="en")


def test_a_word_inside_another_word_says_nothing() -> None:
    assert find_functions("the portfolio was artfully barricaded", language="en") == ()


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("新建中小学3所、医院1家，扩建小学2所", ("09",)),
        ("新建小学和医院", ()),  # between equals nobody can tell
        ("群众满意", ()),
    ],
)
def test_the_main_function_is_the_one_spoken_of_most(text: str, functions: tuple[str, ...]) -> None:
    assert find_main_function(text, language="zh") == functions
