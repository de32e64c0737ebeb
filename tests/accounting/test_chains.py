"""Chains hold every year of a measure in its place, and say how each promise fared."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations

import pytest

from duixian.accounting.chains.build import chain_reports
from duixian.accounting.chains.page import chains_page
from duixian.accounting.chains.records import Chain, Chains, State
from duixian.accounting.chains.series import actual_value, target_value
from duixian.accounting.records import Verdict
from duixian.errors import UsageError
from duixian.reading.records import Report
from duixian.tables.chain_table import chain_rows, chain_tables, series_rows
from duixian.tables.rows import flatten
from tests.accounting.test_page import tags_of
from tests.reading.texts import read

TOLD = {
    2023: "城镇新增就业9.8万人，新建停车场12个。",
    2024: "城镇新增就业10.6万人，粮食产量达到52万吨。",
    2025: "城镇新增就业11.2万人，粮食产量达到53万吨。",
}
PROMISED = {
    2024: "城镇新增就业10万人以上，加快推进清河老城区有机更新，新建公共停车场18个。",
    2025: "城镇新增就业11万人以上，粮食产量达到50万吨，加快推进清河老城区有机更新。",
    2026: "城镇新增就业11万人以上，粮食产量达到52万吨，持续推进清河老城区有机更新。",
}


def report(year: int) -> Report:
    """Make the report given at the start of a year."""
    return read(
        f"清河县政府工作报告（{year}年）\n一、{year - 1}年工作回顾\n{TOLD[year - 1]}\n"
        f"二、{year}年重点工作\n{PROMISED[year]}\n"
    )


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [report(year) for year in PROMISED]


@pytest.fixture(scope="module")
def chains(reports: list[Report]) -> Chains:
    return chain_reports(reports)


def chain_of(chains: Chains, words: str) -> Chain:
    return next(
        each
        for each in chains.chains
        if any(link.commitment and words in link.commitment.text for link in each.links)
    )


def test_a_measure_is_followed_from_promise_to_result_to_the_next_promise(chains: Chains) -> None:
    jobs = chain_of(chains, "新增就业")
    course = [
        (link.year, target and target.low, actual and actual.low)
        for link in jobs.links
        for target, actual in [(target_value(jobs, link), actual_value(jobs, link))]
    ]
    assert course == [
        (2023, None, Decimal(98000)),
        (2024, Decimal(100000), Decimal(106000)),
        (2025, Decimal(110000), Decimal(112000)),
        (2026, Decimal(110000), None),
    ]
    verdicts = [link.judgement and link.judgement.verdict for link in jobs.links]
    assert verdicts == [None, Verdict.EXCEEDED, Verdict.MET, None]


def test_what_is_told_before_it_was_promised_is_part_of_the_series(chains: Chains) -> None:
    grain = chain_of(chains, "粮食产量")
    assert [bool(link.actual) for link in grain.links] == [False, True, True, False]


def test_an_indicator_is_called_what_the_last_promise_calls_it() -> None:
    names = ("国内生产总值", "地区生产总值")
    for name in names:
        chains = chain_reports(
            [
                read(
                    f"清河县政府工作报告（{year}年）\n一、{year - 1}年工作回顾\n{name}增长5.2%。\n"
                    f"二、{year}年重点工作\n{name}增长5%左右。\n"
                )
                for year in (2022, 2023, 2024)
            ]
        )
        assert [each.name for each in chains.chains if each.indicator == "gdp"] == [name]


def test_promised_every_year_again_new_and_dropped_are_told_apart(chains: Chains) -> None:
    assert chain_of(chains, "新增就业").state is State.EVERY_YEAR
    assert chain_of(chains, "老城区有机更新").state is State.EVERY_YEAR
    assert chain_of(chains, "粮食产量").state is State.AGAIN
    assert chain_of(chains, "停车场").state is State.DROPPED
    assert chain_of(chains, "停车场").is_silent


def test_every_commitment_stands_in_one_chain_at_most(chains: Chains) -> None:
    places = [
        (link.plan, link.commitment.start, link.commitment.end)
        for chain in chains.chains
        for link in chain.links
        if link.commitment
    ]
    assert len(places) == len(set(places))


def test_every_quotation_is_the_text_at_its_place(chains: Chains) -> None:
    for link in (link for chain in chains.chains for link in chain.links):
        if link.commitment and link.plan is not None:
            text = chains.reports[link.plan].document.text
            assert text[link.commitment.start : link.commitment.end] == link.commitment.text
        if link.actual:
            text = chains.reports[link.actual.report].document.text
            assert [text[start:end] for start, end in link.actual.places] == list(link.actual.texts)


def test_the_order_in_which_reports_are_given_does_not_matter(reports: list[Report]) -> None:
    expected = chain_reports(reports).chains
    for order in permutations(reports):
        assert chain_reports(order).chains == expected


def test_a_year_left_out_is_said_and_its_targets_stay_unjudged(reports: list[Report]) -> None:
    later = read(
        "清河县政府工作报告（2028年）\n一、2027年工作回顾\n城镇新增就业12万人。\n"
        "二、2028年重点工作\n城镇新增就业12万人以上。\n"
    )
    chains = chain_reports([reports[0], reports[1], later])
    assert any("do not follow" in note for note in chains.notes)
    links = {link.year: link for link in chain_of(chains, "新增就业").links}
    assert links[2025].judgement is None
    assert links[2028].commitment is not None


def test_reports_that_make_no_chain_are_refused(reports: list[Report]) -> None:
    with pytest.raises(UsageError, match="3 reports or more"):
        chain_reports(reports[:2])
    with pytest.raises(UsageError, match="both plan 2025"):
        chain_reports([*reports, reports[1]])
    with pytest.raises(UsageError, match="which year"):
        chain_reports([*reports, read("新建停车场12个。")])


def test_the_tables_have_a_value_for_every_column(chains: Chains) -> None:
    tables = chain_tables(chains)
    for shape, rows in zip(tables.shapes, (chain_rows(chains), series_rows(chains)), strict=True):
        names = {column.name for column in shape.columns}
        for row in rows:
            assert set(row) == names
            assert len(flatten(row, shape)) == len(shape.flat_columns())


def test_the_page_shows_targets_and_actuals_side_by_side_without_scripts(chains: Chains) -> None:
    page = chains_page(chains)
    tags = tags_of(page)
    assert not tags.open
    assert not {name for name, _ in tags.seen} & {"script", "link", "img", "iframe"}
    labels = [a["aria-label"] for name, a in tags.seen if name == "svg"]
    assert any("2024: 目标 ≥ 10万, 实际 10.6万" in (label or "") for label in labels)
    english = chains_page(chains, language="en")
    assert "2024: target ≥ 100,000, reached 106,000" in english
    places = [attrs["id"] for _, attrs in tags.seen if "id" in attrs]
    assert {link[1:] for _, a in tags.seen if (link := a.get("href"))} <= set(places)
    assert "新建公共停车场18个" in re.sub(r"<[^>]+>", "", page)


def test_text_of_a_report_cannot_act_on_the_page(reports: list[Report]) -> None:
    hostile = read(
        "清河县政府工作报告（2027年）\n一、2026年工作回顾\n城镇新增就业9万人。\n"
        "二、2027年重点工作\n新建<script>alert(1)</script>停车场12个。\n"
    )
    assert "<script" not in chains_page(chain_reports([*reports, hostile]))
