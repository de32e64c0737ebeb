"""The quick search for whole words finds what the plain pattern does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.whole_words import WholeWordFinder

_FINDER = WholeWordFinder(
    ["tax", "tax cut", "taxi", "art", "art school", "school", "bus", "x-ray", "day care", "care"]
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("taxes and tax cuts", ["tax", "tax cut"]),
        ("part schools teach", ["school"]),
        ("tax cutting", ["tax"]),
        ("(buses)\ncarefully", ["bus"]),
        ("syntax, art-school", ["art", "school"]),
        ("x-rays in day care", ["x-ray", "day care"]),
    ],
)
def test_words_are_whole_and_may_be_plural(text: str, words: list[str]) -> None:
    assert _FINDER.words_in(text) == words


@given(st.text(alphabet="taxicutrsbedyho -'(\n_é\ud800", max_size=40))
def test_the_quick_search_finds_what_the_pattern_does(text: str) -> None:
    assert _FINDER.words_in(text) == _FINDER.words_by_pattern(text)
