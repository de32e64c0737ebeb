"""Finding statements: Chinese words of any length, English in any inflection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.web.ledger.models import Statement
from duixian.web.ledger.search import statements_with
from duixian.web.ledger.search.words import asked, indexed
from tests.web.reports import PLAN, PLAN_ENGLISH, stored

_CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4E60), min_size=2)


def _found(question: str) -> list[str]:
    keys = statements_with(question)
    assert keys is not None
    return list(Statement.objects.filter(pk__in=keys).values_list("text", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("question", ["小区", "老旧小区", "改造 小区", "区", "改造老旧小区15个"])
def test_chinese_words_of_any_length_are_found(question: str) -> None:
    stored(PLAN)
    assert any("改造老旧小区15个" in text for text in _found(question))


@pytest.mark.django_db
@pytest.mark.parametrize("question", ["renovate", "Renovated", "renovating community", "12,000"])
def test_english_words_are_found_in_any_inflection(question: str) -> None:
    stored(PLAN_ENGLISH)
    assert _found(question)


@pytest.mark.django_db
def test_characters_that_do_not_follow_each_other_are_not_found() -> None:
    stored(PLAN)
    assert _found("区小") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "question", ['"', "小区'", "a* OR b", "NEAR(", "\\", "((", "小区:*", "-", "%"]
)
def test_signs_of_the_databases_do_no_harm(question: str) -> None:
    stored(PLAN)
    keys = statements_with(question)
    if keys is not None:
        Statement.objects.filter(pk__in=keys).count()
    assert _found("老旧小区")


@pytest.mark.django_db
def test_a_statement_read_again_is_found_once() -> None:
    stored(PLAN)
    stored(PLAN)
    assert len(_found("老旧小区15个")) == 1


def test_a_question_of_nothing_asks_nothing() -> None:
    assert statements_with(" ，。!") is None


@given(_CHINESE, _CHINESE)
def test_whatever_part_of_a_text_is_asked_its_words_are_in_the_index(left: str, right: str) -> None:
    words = indexed(left + right).split()
    assert all(word in words for phrase in asked(right) for word in phrase)
