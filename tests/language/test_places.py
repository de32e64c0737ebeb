"""Places and named projects are found as names: never a whole clause, never an everyday noun."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.place_words import place_words
from duixian.language.places import find_place, find_projects
from duixian.language.word_tree import word_tree

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "places.toml").read_text(encoding="utf-8")
)["case"]
LANGUAGES = st.sampled_from(["zh", "en"])

# Pieces of the files themselves, so that random texts get as far as the last step.
PIECES = st.sampled_from(
    [
        *place_words().zh.project_suffixes,
        *place_words().zh.place_suffixes,
        *place_words().zh.boundaries[:40],
        *place_words().en.project_suffixes,
        *place_words().en.not_first[:40],
        *[
            "亮马",
            "沈阳",
            "朝阳区",
            "22",
            "“",
            "”",
            "、",
            "。",
            "\n",
            " of the ",
            " and ",
            ", ",
            " ",
        ],
        *["No. 3", "Phase II", "projects such as ", "Line ", "Bajiao", "’s", "“A” project", "期"],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def test_the_case_file_was_read_whole() -> None:
    assert len(CASES) >= 55


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_the_place_of_a_clause_is_found_and_no_other(case: dict[str, Any]) -> None:
    span = find_place(case["text"], language=case["language"])
    if "place" in case or "projects" not in case:
        assert (case["text"][slice(*span)] if span else None) == case.get("place")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_the_named_projects_of_a_clause_are_found_and_no_others(case: dict[str, Any]) -> None:
    spans = find_projects(case["text"], language=case["language"])
    if "projects" in case or "place" not in case:
        assert [case["text"][slice(*span)] for span in spans] == case.get("projects", [])


@given(TEXTS, LANGUAGES)
def test_a_place_lies_inside_the_text_and_is_not_empty(text: str, language: str) -> None:
    span = find_place(text, language=language)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(TEXTS, LANGUAGES)
def test_projects_lie_inside_the_text_in_order_and_apart(text: str, language: str) -> None:
    edges = [edge for span in find_projects(text, language=language) for edge in span]
    assert all(0 <= edge <= len(text) for edge in edges)
    spans = find_projects(text, language=language)
    assert all(start < end for start, end in spans)
    assert edges == sorted(edges)


@given(st.lists(st.text("abc", min_size=1), min_size=1), st.text("abc"))
def test_a_tree_of_words_matches_the_longest_of_them(words: list[str], text: str) -> None:

    found = re.compile(word_tree(words)).match(text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found[0] if found else None) == longest


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_without_an_end_takes_time_in_proportion(language: str) -> None:
    """No name is looked for beyond its longest length: 200,000 characters are no trap."""
    unit = "亮马和平安" if language == "zh" else "Ba of the "
    assert find_projects(unit * 40_000, language=language) == ()
