"""The normal form keeps every offset and changes only how characters are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.normal_form import _TRADITIONAL_MARKS, normal_form

TRADITIONAL = "我們國家的農業產量，比過去增長了百分之二十；鐵路、電站都開始動工。"
SIMPLIFIED = "我们国家的农业产量，比过去增长了百分之二十；铁路、电站都开始动工。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２７，２０３．５％", "27，203.5%"),
        ("ＧＤＰ　增长", "GDP 增长"),
        ("（一）任务：完成；好！", "（一）任务：完成；好！"),
        ("⼀、⼯作", "一、工作"),
        (TRADITIONAL, SIMPLIFIED),
        ("plain ASCII, 5%", "plain ASCII, 5%"),
    ],
)
def test_digits_and_characters_become_the_usual_ones_but_punctuation_stays(
    text: str, expected: str
) -> None:
    assert normal_form(text) == expected


def test_one_traditional_name_does_not_turn_a_simplified_text() -> None:
    text = "国家主席会见了作家張愛玲。" * 10
    assert normal_form(text) == text


def test_every_mark_of_traditional_script_has_a_simplified_form() -> None:
    marks = "".join(sorted(_TRADITIONAL_MARKS))
    assert not set(normal_form(marks)) & set(marks)


@given(st.text(alphabet=st.characters() | st.sampled_from(TRADITIONAL + "１％，Ａ⼀豈")))
def test_the_normal_form_has_the_length_of_the_text_and_is_its_own(text: str) -> None:
    normal = normal_form(text)
    assert len(normal) == len(text)
    assert normal_form(normal) == normal
