"""The list of commitments: its filters, counts, order and pages, each state an address."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from duixian.web.ledger.models import Commitment, Report
from duixian.web.site.commitments import listing
from tests.web.reports import PLAN, stored
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db
ZH, EN = "/zh/commitments/", "/en/commitments/"


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


def _found(visitor: Client, address: str) -> list[str]:
    cache.clear()  # a kept page has no context to look at
    answer = visitor.get(address)
    assert answer.status_code == 200
    return [row.commitment.text for row in answer.context["shown"].rows]


def _shown(visitor: Client, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_shows_the_commitments_of_its_own_language(
    visitor: Client, reports: TwoYears
) -> None:
    assert any("老旧小区" in text for text in _found(visitor, ZH))
    english = _found(visitor, EN)
    assert any("pocket parks" in text for text in english)
    assert not any("老旧小区" in text for text in english)


def test_where_nothing_is_in_the_language_of_the_page_all_is_shown(visitor: Client) -> None:
    stored(PLAN, is_published=True)
    chinese = _found(visitor, ZH)
    assert chinese
    assert _found(visitor, EN) == chinese
    assert _found(visitor, f"{EN}?year=2024") == chinese
    assert _found(visitor, f"{EN}?language=en") == []
    file = visitor.get(f"{EN}commitments.csv").getvalue().decode("utf-8-sig")
    assert all(text in file for text in chinese)


def test_the_language_can_be_switched_and_all_shown_together(
    visitor: Client, reports: TwoYears
) -> None:
    assert _found(visitor, f"{EN}?language=zh") == _found(visitor, ZH)
    both = _found(visitor, f"{EN}?language=all")
    assert len(both) == len(_found(visitor, ZH)) + len(_found(visitor, EN))


@pytest.mark.parametrize(
    ("query", "part", "is_found"),
    [
        ("year=2025", "改造老旧小区10个", True),
        ("year=2025", "改造老旧小区15个", False),
        ("government=110107", "改造老旧小区15个", True),
        ("government=110105", "改造老旧小区15个", False),
        ("specificity=general", "营商环境", True),
        ("specificity=quantified", "营商环境", False),
        ("verdict=exceeded", "新增就业岗位1.2万个以上", True),
        ("verdict=missed", "新增就业岗位1.2万个以上", False),
        ("verdict=missed&verdict=exceeded", "改造老旧小区15个", True),
        ("verdict=none", "改造老旧小区10个", True),
        ("verdict=none", "改造老旧小区15个", False),
        ("indicator=gdp", "地区生产总值增长5%", True),
        ("indicator=gdp", "口袋公园", False),
        ("unit=%25", "地区生产总值增长5%", True),
        ("unit=%25", "口袋公园", False),
        ("role=plan", "口袋公园", True),
        ("role=other", "口袋公园", False),
        ("heading=主要任务", "口袋公园", True),
        ("heading=回顾", "口袋公园", False),
    ],
)
def test_a_filter_leaves_what_it_says(
    visitor: Client, reports: TwoYears, query: str, part: str, *, is_found: bool
) -> None:
    assert any(part in text for text in _found(visitor, f"{ZH}?{query}")) is is_found


def test_the_count_of_a_value_is_what_choosing_it_leaves(
    visitor: Client, reports: TwoYears
) -> None:
    """The counts come from one count of the whole ledger, the rows from the database."""
    for address in (ZH, f"{ZH}?year=2024", f"{ZH}?q=就业", f"{ZH}?language=all"):
        shown = visitor.get(address).context["shown"]
        assert shown.total == listing.commitments_for(shown.filters).count()
        for facet in shown.facets.values():
            for option in facet.options:
                if option.count is not None:
                    chosen = shown.filters.having(facet.facet, option.value)
                    assert option.count == listing.commitments_for(chosen).count()


def test_counts_follow_what_is_published(visitor: Client, reports: TwoYears) -> None:
    before = visitor.get(ZH).context["shown"].total
    Report.objects.filter(pk=reports.review.pk).update(withdrawn_at=timezone.now(), revision=9)
    after = visitor.get(f"{ZH}?again=1").context["shown"]
    assert after.total == before - reports.review.commitments.count()
    assert len(after.rows) == after.total


def test_drafts_and_what_editors_rejected_are_not_listed(
    visitor: Client, reports: TwoYears
) -> None:
    Commitment.objects.filter(pk=reports.commitment("口袋公园").pk).update(state="rejected")
    Report.objects.filter(pk=reports.review.pk).update(is_published=False)
    found = _found(visitor, f"{ZH}?language=all")
    assert not any("口袋公园" in text for text in found)
    assert not any("改造老旧小区10个" in text for text in found)


def test_a_verdict_is_not_shown_while_the_report_it_rests_on_is_a_draft(
    visitor: Client, reports: TwoYears
) -> None:
    Report.objects.filter(pk=reports.review.pk).update(is_published=False)
    rows = visitor.get(f"{ZH}?year=2024").context["shown"].rows
    assert rows
    assert [row.verdict for row in rows if row.verdict] == []
    assert _found(visitor, f"{ZH}?verdict=exceeded") == []


@pytest.mark.parametrize("sort", ["year", "amount", "specificity", "verdict", "government", "due"])
def test_each_column_sorts_both_ways(visitor: Client, reports: TwoYears, sort: str) -> None:
    up, down = _found(visitor, f"{ZH}?sort={sort}"), _found(visitor, f"{ZH}?sort=-{sort}")
    assert sorted(up) == sorted(down)


def test_targets_sort_by_their_size_and_those_without_come_last(
    visitor: Client, reports: TwoYears
) -> None:
    rows = visitor.get(f"{ZH}?sort=-amount").context["shown"].rows
    amounts = [row.commitment.amount for row in rows]
    known = [each for each in amounts if each is not None]
    assert known == sorted(known, reverse=True)
    assert amounts == known + [None] * (len(amounts) - len(known))


def test_the_address_of_a_state_leads_back_to_it(visitor: Client, reports: TwoYears) -> None:
    query = "q=老旧小区&government=110107&year=2024&verdict=missed&sort=amount"
    shown = visitor.get(f"{ZH}?{query}").context["shown"]
    again = visitor.get(f"{ZH}?{shown.filters.address()}").context["shown"]
    assert again.filters == shown.filters
    assert [row.commitment for row in again.rows] == [row.commitment for row in shown.rows]


def test_a_chip_removes_one_filter_and_keeps_the_others(visitor: Client, reports: TwoYears) -> None:
    shown = visitor.get(f"{ZH}?year=2024&verdict=missed&verdict=exceeded").context["shown"]
    assert [chip.address for chip in shown.chips] == [
        "verdict=missed&verdict=exceeded",
        "year=2024&verdict=exceeded",
        "year=2024&verdict=missed",
    ]


NONSENSE = (
    "page=0", "page=-3", "page=zwei", "page=99999999999999999999", "page=²", "year=0", "year=abcd",
    "year=20245", "government=%00", "government='%20OR%201=1", "verdict=splendid", "sort=-",
    "sort=text", "role=king", "function=4", "language=fr", "q=%00", "q=%22", "q=*", "q=_", "q=AND",
    "q=%F0%9F%98%80", "heading=%25%25", "unit=%00%01", "indicator=" + "x" * 500, "q=" + "新" * 5000,
    "&".join(f"year={year}" for year in range(1950, 2050)),
)  # fmt: skip


@pytest.mark.parametrize("query", NONSENSE, ids=lambda query: query[:20])
def test_nonsense_gives_a_page_all_the_same(visitor: Client, reports: TwoYears, query: str) -> None:
    assert visitor.get(f"{ZH}?{query}").status_code == 200


def test_a_page_beyond_the_last_is_the_last(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "ROWS_ON_PAGE", 3)
    pages = [_found(visitor, f"{ZH}?page={number}") for number in (1, 2, 3, 999)]
    monkeypatch.setattr(listing, "ROWS_ON_PAGE", 50)
    assert pages[0] + pages[1] + pages[2] == _found(visitor, ZH)
    assert pages[3] == pages[2]


def test_what_a_person_typed_stays_text(visitor: Client, reports: TwoYears) -> None:
    hostile = '"><script>alert(1)</script>'
    page = _shown(visitor, f"{ZH}?q={hostile}&heading={hostile}&government={hostile}")
    assert "<script>alert" not in page
    assert escape(hostile) in page


def test_more_rows_ask_no_more_questions(
    visitor: Client, reports: TwoYears, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.get(f"{ZH}?warm=1")
    counts = []
    for rows in (2, 9):
        monkeypatch.setattr(listing, "ROWS_ON_PAGE", rows)
        with CaptureQueriesContext(connection) as asked:
            visitor.get(f"{ZH}?sort=year&rows={rows}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
