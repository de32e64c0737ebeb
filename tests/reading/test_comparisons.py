"""Clauses that hold the number before them to another thing: growth of 8%, faster than the nation's."""

from __future__ import annotations

import time

import pytest

from tests.reading.texts import claims_of

_GROWTH = "存款增长8%"


@pytest.mark.parametrize(
    "comparison",
    [
        "快于全国",
        "高于上年",
        "稳居首位",
        "居全省第3位",
        "连续多年高于全国",
        "增速连续多年居全国前列",
        "增量居全省第2",
        "进入全国前50强",
        "稳居全省第一方阵",
        "从全省第9位升至第6位",
        "远远快于全国平均水平",
    ],
)
def test_a_clause_that_compares_is_a_claim_of_the_number_before_it(comparison: str) -> None:
    told = claims_of("review", f"{_GROWTH}，{comparison}。")

    assert [one.measure for one in told] == ["存款增长", f"存款增长 {comparison}"]


def test_so_is_one_behind_a_list_mark_alone() -> None:
    told = claims_of("review", f"{_GROWTH}、增速居全省第3位，铁路里程900公里、路网更趋完善。")

    assert [one.text for one in told] == [
        "存款增长8%",
        "增速居全省第3位",
        "铁路里程900公里、路网更趋完善",
    ]
    assert told[1].measure == "存款增长 增速居全省第3位"


def test_a_rank_between_two_numbers_is_of_the_first_alone() -> None:
    told = claims_of("review", "存款余额900亿元、居全省第3、增长8%。")

    assert [one.text for one in told] == ["存款余额900亿元", "居全省第3", "增长8%"]
    assert told[2].measure == "存款余额 增长"


def test_ranks_one_behind_the_other_are_told_of_one_number() -> None:
    told = claims_of("review", "开行班列90列、创历史新高、居全国第6。")

    assert [one.text for one in told] == ["开行班列90列", "创历史新高", "居全国第6"]


def test_a_rank_is_told_of_what_is_counted_as_well() -> None:
    told = claims_of("review", "4个新药获批上市、数量居全省前列。")

    assert [one.measure for one in told] == ["新药获批上市", "新药获批上市 数量居全省前列"]


def test_a_rank_of_two_subjects_is_not_parted_from_the_first() -> None:
    told = claims_of("review", "5个园区产量、产值均居全省首位。")

    assert [one.text for one in told] == ["5个园区产量、产值均居全省首位"]


def test_ranks_told_off_are_of_all_numbers_in_front() -> None:
    told = claims_of("review", f"税收增长7%、{_GROWTH}，分别居全省第2、第5。")

    assert told[-1].measure == "税收增长、存款增长 分别居全省第2、第5"


def test_a_second_comparison_is_told_of_the_same_number() -> None:
    told = claims_of("review", f"{_GROWTH}，快于全国平均水平，居全省首位。")

    assert [one.measure for one in told[1:]] == ["存款增长 快于全国平均水平", "存款增长 居全省首位"]


@pytest.mark.parametrize(
    ("text", "of_all"),
    [
        (f"税收增长7%，{_GROWTH}，均高于全国。", "税收增长、存款增长"),
        (f"税收增长7%，{_GROWTH}，高于全国。", "存款增长"),
        (f"税收增长7%；{_GROWTH}，均高于全国。", "存款增长"),
        (f"新建学校12所，{_GROWTH}，均高于全国。", "存款增长"),  # no school is compared
    ],
)
def test_what_is_said_of_each_is_said_of_all_numbers_in_a_row(text: str, of_all: str) -> None:
    assert claims_of("review", text)[-1].measure.split()[0] == of_all


@pytest.mark.parametrize(
    "text",
    [
        f"{_GROWTH}，新建学校，快于全国。",  # behind another matter
        f"{_GROWTH}，超过三成。",
        f"{_GROWTH}，{'稳' * 40}高于全国。",  # longer than any comparison
    ],
)
def test_what_compares_no_number_before_it_is_no_such_claim(text: str) -> None:
    assert not [one for one in claims_of("review", text) if one.why.endswith("held to another")]


@pytest.mark.parametrize(
    "text",
    [
        f"{_GROWTH}，{'连续均均均均' * 6}x高于全国。",
        f"{_GROWTH}，{'连续均均均均' * 40}x高于全国。",
        f"居民收入的增速{'远' * 60}x高于全国水平。",
        f"{_GROWTH}，{'远' * 30}x高于全国水平。",
    ],
)
def test_words_that_compare_are_read_in_one_way_alone(text: str) -> None:
    claims_of("review", "存款增长8%。")  # what is made once is made by now
    started = time.perf_counter()
    claims_of("review", text)

    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("新建20个街道不超过30个站。", ["新建20个街道", "不超过30个站"]),
        ("改造20个街道突破30个站。", ["改造20个街道", "突破30个站"]),
        ("改造20个街道将近30个站。", ["改造20个街道", "将近30个站"]),
        ("建设20个街道节约30个站。", ["建设20个街道节约", "30个站"]),  # no word that compares
        # nothing but how the number is meant: it has the words of its clause
        ("10家工厂总产值突破3万亿元。", ["10家工厂总产值", "10家工厂总产值突破3万亿元"]),
    ],
)
def test_how_a_number_is_meant_is_no_word_of_the_one_before(text: str, rows: list[str]) -> None:
    assert [one.text for one in claims_of("plan", text)] == rows


def test_what_is_said_of_each_reaches_back_over_no_endless_row() -> None:
    kinds = [f"{letter}类产品" for letter in "ABCDEFGHIJKLMN"]
    rows = "，".join(f"{kind}产量增长8%" for kind in kinds)
    told = claims_of("review", f"{rows}，均高于全国。")[-1].measure

    assert "N类产品产量" in told
    assert "A类产品产量" not in told
