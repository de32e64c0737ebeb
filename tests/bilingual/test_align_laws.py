"""What holds for any two texts: beads tile both sides, in order, and say how sure they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.bilingual.align import align
from duixian.bilingual.corridor import find_corridor
from duixian.bilingual.features import features_of
from duixian.bilingual.records import Alignment, Side
from duixian.bilingual.sides import make_side, split_interleaved
from duixian.errors import UsageError
from duixian.reading.records import Language
from tests.bilingual.aligned import document, example

CHINESE = st.lists(
    st.sampled_from(
        [
            *example(2024, "zh").splitlines(),
            "",
            "增长5%。",
            "新增GDP3亿元；",
            "（一）",
            "１２３",
            "\u0000",
        ]
    ),
    max_size=14,
).map("\n".join)
ENGLISH = st.lists(
    st.sampled_from(
        [*example(2024, "en").splitlines(), "", "1. It rose by 5%.", "GDP", "(2) X; y.", "\ud800"]
    ),
    max_size=14,
).map("\n".join)


def sides(zh: str, en: str) -> tuple[Side, Side]:
    return make_side(document(zh), Language.ZH), make_side(document(en), Language.EN)


def assert_tiles(alignment: Alignment) -> None:
    zh = sorted(i for bead in alignment.beads for i in bead.zh)
    en = sorted(j for bead in alignment.beads for j in bead.en)
    assert zh == list(range(len(alignment.zh.sentences)))
    assert en == list(range(len(alignment.en.sentences)))
    assert all(bead.zh or bead.en for bead in alignment.beads)
    assert all(0 <= bead.score <= 1 for bead in alignment.beads)


@settings(max_examples=60)
@given(CHINESE, ENGLISH)
def test_every_sentence_stands_in_exactly_one_bead(zh: str, en: str) -> None:
    assert_tiles(align(*sides(zh, en)))


@settings(max_examples=40)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_are_aligned(zh: str, en: str) -> None:
    assert_tiles(align(*sides(zh, en)))


@settings(max_examples=40)
@given(CHINESE, ENGLISH)
def test_beads_keep_the_order_of_the_chinese_version(zh: str, en: str) -> None:
    alignment = align(*sides(zh, en))
    order = [i for bead in alignment.beads for i in bead.zh]
    assert order == sorted(order)
    in_place = [j for bead in alignment.beads if not bead.is_moved for j in bead.en]
    assert in_place == sorted(in_place)


@settings(max_examples=40)
@given(CHINESE, ENGLISH)
def test_only_what_has_two_sides_has_a_score(zh: str, en: str) -> None:
    for bead in align(*sides(zh, en)).beads:
        assert bead.score == 0 or (bead.zh and bead.en)
        assert not bead.is_moved or (bead.zh and bead.en)


@settings(max_examples=40)
@given(st.lists(st.one_of(CHINESE, ENGLISH), max_size=5).map("\n".join))
def test_a_text_of_both_languages_in_any_order_is_taken_apart(text: str) -> None:
    try:
        zh, en = split_interleaved(document(text))
    except UsageError:  # one language only
        return
    assert_tiles(align(zh, en))


@settings(max_examples=40)
@given(CHINESE, ENGLISH)
def test_the_corridor_joins_both_ends_without_a_gap(zh: str, en: str) -> None:
    one, two = sides(zh, en)
    corridor = find_corridor(features_of(one, two))
    assert corridor[0][0] == 0
    assert corridor[-1][1] == len(two.sentences)
    assert len(corridor) == len(one.sentences) + 1
    for before, after in pairwise(corridor):
        assert before[0] <= after[0] <= before[1] <= after[1]


@pytest.mark.parametrize("year", [2024, 2025])
def test_the_same_texts_always_give_the_same_beads(year: int) -> None:
    given_twice = [align(*sides(example(year, "zh"), example(year, "en"))).beads for _ in range(2)]
    assert given_twice[0] == given_twice[1]
