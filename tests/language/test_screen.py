"""A screen never says of a pattern that it cannot match where it does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.screen import Screen, ScreenedPattern, alternatives, needs_of
from duixian.language.word_finder import WordFinder
from duixian.reading.records import Language
from duixian.reading.statements.patterns import Sign, statement_patterns
from duixian.reading.statements.signs import Signs


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("制定[^，]{0,9}办法", {"制定"}),
        ("(?:制定|出台)了?", {"制定", "出台"}),
        ("制定(?:实施)?|制定了", {"制定"}),
        ("一?[年月]", {"年", "月"}),
        ("(?:、x)+", {"、x"}),
        ("(?<=为了)人", {"为了"}),
        ("(?:has|have) been", {"has been", "have been"}),
        (r"\bin (?P<year>(?:19|20)\d\d)", {"in 19", "in 20"}),
        ("制定和?办法", {"制定办法", "制定和办法"}),
        ("一(?>好)年", {"好"}),
        ("(?!)", set()),
        ("好|(?!)", {"好"}),
        (r"\d+", None),
        ("好|[^，]", None),
        ("(?!好).", None),
        ("", None),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(pattern: str, needs: set[str] | None) -> None:
    found, _ = needs_of(re.compile(pattern))

    assert (None if found is None else set(found)) == needs


@pytest.mark.parametrize("text", ["PLAN", "plan", "a Plan of", "diſtrict", "dıstrict"])
def test_case_is_no_obstacle(text: str) -> None:
    screen = Screen([re.compile("plan|district", re.I), re.compile("no")])

    assert screen.possible(text) == 1


def test_patterns_that_need_nothing_are_always_possible_and_others_told_by_their_place() -> None:
    screen = Screen([re.compile("甲"), re.compile(r"\d"), re.compile("乙")])

    assert [screen.possible(text) for text in ("", "甲", "甲乙")] == [0b010, 0b011, 0b111]


@pytest.mark.parametrize(
    ("text", "possible"),
    [("制定", 0b0), ("办法", 0b0), ("制定办法", 0b1), ("方案", 0b10)],
)
def test_a_screen_wants_both_of_two_needs(text: str, possible: int) -> None:
    patterns = [re.compile("制定[^，]{0,9}办法"), re.compile("方案")]

    assert Screen(patterns).possible(text) == possible


@given(text=st.text("甲乙丙", max_size=9))
def test_a_screened_pattern_finds_what_the_alternation_finds(text: str) -> None:
    patterns = ["乙丙", "甲乙?", "丙$"]
    screened = ScreenedPattern(list(map(re.compile, patterns))).search(text)
    found = re.search("|".join(patterns), text)

    assert (screened and screened.span()) == (found and found.span())


def _signs_and_deeds(language: Language) -> list[Sign]:
    patterns = statement_patterns(language)
    return [*patterns.signs, *(deed.sign for deed in patterns.specificity.deed)]


_PARTS = {
    language: sorted(
        {
            part
            for sign in _signs_and_deeds(language)
            for part in re.findall(r"[㐀-鿿]+|[A-Za-z]+", sign.pattern.pattern)
        }
    )
    for language in Language
}


def _text(language: Language, data: st.DataObject) -> str:
    parts = data.draw(
        st.lists(st.sampled_from([*_PARTS[language], "，", "。", " ", "3", "了"]), max_size=12)
    )
    return ("" if language is Language.ZH else " ").join(parts)


@pytest.mark.parametrize("language", Language)
@given(data=st.data())
def test_a_sign_is_found_by_its_alternatives_where_its_pattern_finds_it(
    language: Language, data: st.DataObject
) -> None:
    text = _text(language, data)
    signs = Signs(language, text)
    for sign in statement_patterns(language).signs:
        found, sought = signs.of(sign), sign.pattern.search(text)
        assert (found and found.span()) == (sought and sought.span())


@pytest.mark.parametrize("language", Language)
@given(data=st.data())
def test_a_deed_is_found_by_its_alternatives_where_its_pattern_finds_it(
    language: Language, data: st.DataObject
) -> None:
    text = _text(language, data)
    patterns = statement_patterns(language)
    possible = patterns.deed_screen.possible(text)
    for deed in patterns.specificity.deed:
        found = patterns.deed_screen.first(possible & deed.sign.bits, text)
        sought = deed.sign.pattern.search(text)
        assert (found and found.span()) == (sought and sought.span())


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("甲|乙(?:丙|丁)|", ["甲", "乙(?:丙|丁)", ""]),
        (r"[|(]|[^]|)]\||\(|[\]|]", ["[|(]", r"[^]|)]\|", r"\(", r"[\]|]"]),
        ("(?:甲|乙)", ["(?:甲|乙)"]),
    ],
)
def test_a_pattern_is_parted_into_its_alternatives(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts


def test_a_word_inside_another_is_found_too_and_the_longest_alone() -> None:
    words = WordFinder(["养老", "养老服务", "服务"])

    assert words.all_in("养老服务") == [(0, 0, 2), (1, 0, 4), (2, 2, 4)]
    assert words.longest_in("养老服务和服务") == ["养老服务", "服务"]


def test_halves_of_surrogate_pairs_hide_no_word_and_move_none() -> None:
    words = WordFinder(["养老"])

    assert words.all_in("\ud800养老") == [(0, 1, 3)]
    assert words.longest_in("养老\udfff") == ["养老"]
