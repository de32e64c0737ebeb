"""Searching the commitments in words, and what is marked of them."""

from __future__ import annotations

import pytest
from django.test import Client

from duixian.web.ledger.search import places_of
from duixian.web.site.commitments import showing
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


@pytest.mark.parametrize("words", ["就业", "岗位", "小区", "公园", "老旧小区", "营商环境", "园"])
def test_chinese_words_of_any_length_are_found(
    visitor: Client, reports: TwoYears, words: str
) -> None:
    page = visitor.get(f"/zh/commitments/?q={words}").content.decode()
    assert f"<mark>{words}</mark>" in page


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("renovates", "renovate"),
        ("renovating", "renovate"),
        ("community", "communities"),
        ("PARK", "parks"),
        ("creating", "create"),
    ],
)
def test_english_words_are_found_in_any_inflection(
    visitor: Client, reports: TwoYears, asked: str, marked: str
) -> None:
    page = visitor.get(f"/en/commitments/?q={asked}").content.decode()
    assert f"<mark>{marked}</mark>" in page


def test_all_words_of_a_question_must_stand_in_the_sentence(
    visitor: Client, reports: TwoYears
) -> None:
    shown = visitor.get("/zh/commitments/?q=改造 就业").context["shown"]
    assert shown.total == 0
    assert visitor.get("/zh/commitments/?q=改造 小区").context["shown"].total == 2


def test_words_found_elsewhere_in_the_sentence_are_shown_with_it(
    visitor: Client, reports: TwoYears
) -> None:
    rows = visitor.get("/zh/commitments/?q=口袋公园").context["shown"].rows
    stations = next(row for row in rows if "养老服务驿站" in row.commitment.text)
    assert "<mark>口袋公园</mark>" in str(stations.sentence)


def test_nothing_found_says_what_to_do(visitor: Client, reports: TwoYears) -> None:
    page = visitor.get("/zh/commitments/?q=登月").content.decode()
    assert "language=all" in page


def test_very_common_words_are_counted_only_as_far_as_pages_go(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "_MOST_IN_FACETS", 1)
    monkeypatch.setattr(showing, "_MOST_COUNTED", 2)
    shown = visitor.get("/zh/commitments/?q=新").context["shown"]
    assert shown.is_cut
    assert len(shown.rows) == 2
    assert {option.count for facet in shown.facets.values() for option in facet.options} == {None}


def test_marks_lie_on_the_words_and_never_overlap() -> None:
    assert places_of("就业 业", "稳就业促就业") == [(1, 3), (4, 6)]
    assert places_of("create", "We created 5, creating more") == [(3, 10), (14, 22)]
    assert places_of("", "anything") == []
