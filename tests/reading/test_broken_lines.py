"""A sentence broken over lines says what it says on one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.normal_form import normal_form
from duixian.reading.broken_lines import unbroken
from duixian.reading.quantities.describe import Described, describe_quantities
from duixian.reading.records import Language
from duixian.reading.sentences import Sentence, split_sentences

CHINESE = "全年地区生产总值达到1097.6亿元，增长5.2%，新增就业二十万三千人，老旧小区改造完成41个。"
ENGLISH = "GDP reached 109.76 billion yuan, up 5.2 percent, and 41 old communities were renovated."
BREAKS = ["\n", "\n\u200b\n", " \n\u3000\u3000", "\u200b", "\u2060\ufeff"]


def described(text: str, language: Language) -> list[Described]:
    return describe_quantities(normal_form(text), Sentence(0, len(text), language))


def said(found: list[Described]) -> list[tuple[object, ...]]:
    return [
        (one.mention.value, one.mention.unit, one.mention.relation, one.context.measure)
        for one in found
    ]


@given(st.integers(1, len(CHINESE) - 1), st.sampled_from(BREAKS))
def test_a_break_in_chinese_changes_no_figure(place: int, line_end: str) -> None:
    broken = f"{CHINESE[:place]}{line_end}{CHINESE[place:]}"
    found = described(broken, Language.ZH)

    assert said(found) == said(described(CHINESE, Language.ZH))
    quotes = [broken[one.mention.start : one.mention.end] for one in found]
    assert [quote.replace(line_end, "") for quote in quotes] == [
        "1097.6亿元",
        "5.2%",
        "二十万三千人",
        "41个",
    ]


@pytest.mark.parametrize("place", [at for at, c in enumerate(ENGLISH) if c == " "])
def test_a_break_between_english_words_changes_no_figure(place: int) -> None:
    broken = f"{ENGLISH[:place]}\n{ENGLISH[place + 1 :]}"
    assert said(described(broken, Language.EN)) == said(described(ENGLISH, Language.EN))


@given(st.integers(1, len(ENGLISH) - 1), st.sampled_from(["\u200b", "\u202d\u202c"]))
def test_what_nobody_sees_changes_no_english_figure(place: int, unseen: str) -> None:
    found = described(f"{ENGLISH[:place]}{unseen}{ENGLISH[place:]}", Language.EN)
    assert said(found) == said(described(ENGLISH, Language.EN))


@given(st.text("新a1 \n\u200b", max_size=20))
def test_every_character_keeps_its_place(text: str) -> None:
    line = unbroken(text, 0, len(text), Language.ZH)

    assert "\n" not in line.words
    assert "".join(text[place] for place in line.places) == line.words


def test_a_figure_broken_by_a_page_is_one_figure_of_its_sentence() -> None:
    text = "国内生产总值达到74.4\n\u200b\n万亿元。"
    (sentence,) = split_sentences(text)
    (found,) = describe_quantities(normal_form(text), sentence)

    assert found.mention.value == 74_400_000_000_000
    assert text[found.mention.start : found.mention.end] == "74.4\n\u200b\n万亿元"
