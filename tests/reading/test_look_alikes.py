"""Sentences that hold the words of a rule and are none of its cases."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Specificity
from tests.reading.texts import claims_of, read_in


@pytest.mark.parametrize(
    "clause",
    [
        "加强已建成公园管理",
        "落实已出台政策",
        "盘活已建成厂房",
        "在已完成试点基础上出台湿地保护条例",
        "建立了解社情民意的工作机制",
    ],
)
def test_what_is_done_to_things_already_there_is_still_promised(clause: str) -> None:
    claims = claims_of("plan", f"{clause}，新建学校3所。")
    assert [claim.kind for claim in claims] == [Kind.COMMITMENT, Kind.COMMITMENT]


def test_what_was_done_already_is_told_beside_what_is_promised() -> None:
    claims = claims_of("plan", "市政府已经制定条例，今后还将建设3个湿地公园。")
    assert [claim.kind for claim in claims] == [Kind.RESULT, Kind.COMMITMENT]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("妥善解决事关群众利益问题300件。", 1),
        ("办结关系民生案件300件。", 1),
        ("最大的亮点是，新增就业30万人，建成学校3所。", 2),
    ],
)
def test_a_result_with_a_figure_is_no_maxim(text: str, counted: int) -> None:
    assert len([one for one in claims_of("review", text) if one.quantity]) == counted


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("五年中欧班列开行1万列。", "中欧班列开行"),
        ("三年中职毕业生就业率达到95%。", "中职毕业生就业率"),
        ("2023年起诉案件300件。", "起诉案件"),
        ("2020年起降航班10万架次。", "起降航班"),
        ("五年中新增学校30所。", "新增学校"),
    ],
)
def test_a_time_takes_no_character_of_the_word_behind_it(text: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of("review", text)] == [measure]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("举办鄱阳湖国际自行车赛12场。", None),
        ("滇池路小学新增学位300个。", None),
        ("新建避风港3个。", None),
        ("在西秦岭造林3万亩。", None),
        ("江西鄱阳湖新增湿地3万亩。", "鄱阳湖"),
        ("在秦岭造林3万亩。", "秦岭"),
    ],
)
def test_a_water_in_another_name_is_no_place(text: str, place: str | None) -> None:
    assert claims_of("review", text)[0].place == place


@pytest.mark.parametrize(
    "text", ["收入增长与物价上涨不同步。", "一些指标低于全国平均水平。", "部分指标低于全省平均。"]
)
def test_what_falls_short_is_no_quantity_held_to_another(text: str) -> None:
    assert not [one for one in claims_of("plan", text) if one.specificity is Specificity.SPECIFIC]


@pytest.mark.parametrize(
    ("subjects", "measures"),
    [
        ("Urban and rural incomes", ["Urban incomes rose", "rural incomes rose"]),
        ("Exports to Japan and Korea", ["Exports to Japan rose", "Exports to Korea rose"]),
        ("Exports to Japan and imports", ["Exports to Japan rose", "imports rose"]),
        ("Output of rice and wheat", ["Output of rice rose", "Output of wheat rose"]),
        (
            "Imports and exports of services",
            ["Imports of services rose", "exports of services rose"],
        ),
        ("Output of cement and sales of cars", ["Output of cement rose", "sales of cars rose"]),
    ],
)
def test_two_subjects_share_the_words_that_are_of_both(subjects: str, measures: list[str]) -> None:
    text = f"{subjects} rose by 3 percent and 2 percent."
    assert [one.measure for one in claims_of("review", text, language="en")] == measures


def test_the_past_of_what_a_relative_clause_does_is_spelled_rightly() -> None:
    claims = claims_of("review", "The fund, which spans 3 provinces, was set up.", language="en")
    assert "provinces spanned by fund" in [one.measure for one in claims]


@pytest.mark.parametrize(
    "text",
    [
        "In line with the 2035 goals, we will build 30 parks this year.",
        "To meet the 2030 targets, we will build 5 plants this year.",
        "We will align with the 2030 goals and build 4 plants.",
    ],
)
def test_the_year_of_goals_only_named_is_no_due_year(text: str) -> None:
    assert {one.due for one in claims_of("plan", text, language="en")} == {"2025"}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("We insured people against 3 diseases in 2023.", {"2023"}),
        ("We guarded against the 3 risks in 2023 and cut debt by 30 percent.", {"2023"}),
        ("Output rose by 2 percent against 6 percent in 2021.", {"2024"}),
    ],
)
def test_only_what_is_compared_is_not_of_the_year_behind_against(
    text: str, periods: set[str]
) -> None:
    assert {one.period for one in claims_of("review", text, language="en")} == periods


@pytest.mark.parametrize(
    "text",
    [
        "市长李明代表市政府表示，全年将新建公园12个。",
        "市委书记王伟表示，今年将新建医院3所。",
        "重点督办人大代表建议，推动解决问题120件。",
        "共收到人大代表建议，全部办结，新建学校5所。",
    ],
)
def test_what_the_government_says_is_not_said_by_others(text: str) -> None:
    assert read_in("plan", text).statements[-1].kind is Kind.COMMITMENT
