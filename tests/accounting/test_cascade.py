"""A cascade shows which commitments districts carry, and adds up only what may be added."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duixian.accounting.cascade.build import cascade_reports
from duixian.accounting.cascade.page import cascade_page
from duixian.accounting.cascade.records import Carried, Cascade
from duixian.errors import UsageError
from duixian.reading.records import Report
from duixian.tables.cascade_table import CASCADE_TABLES, cascade_rows
from duixian.tables.rows import flatten
from tests.accounting.test_page import tags_of
from tests.reading.texts import read

CITY = (
    "地区生产总值增长5%左右，城镇新增就业26万人以上，新增停车位1.5万个，"
    "完成老旧小区综合整治300个，建成氢能研究中心1200平方米。"
)
EAST = "地区生产总值增长6%，城镇新增就业2万人，新增停车位3000个，完成老旧小区综合整治100个。"
WEST = "城镇新增就业1.9万人以上，新增停车位1500个，完成老旧小区综合整治20个。"


def plan(name: str, promises: str, *, year: int = 2024) -> Report:
    return read(
        f"{name}政府工作报告（{year}年）\n一、{year - 1}年工作回顾\n各项工作取得新成效。\n"
        f"二、{year}年重点工作\n{promises}\n"
    )


def cascade_of(city: str = CITY, *, west_year: int = 2024) -> Cascade:
    return cascade_reports(
        plan("北京市", city),
        [plan("北京市石景山区", EAST), plan("北京市朝阳区", WEST, year=west_year)],
    )


def entry_of(cascade: Cascade, words: str) -> Carried:
    return next(each for each in cascade.entries if words in each.commitment.text)


def test_shares_of_a_number_are_added_up_in_the_unit_of_the_city() -> None:
    jobs = entry_of(cascade_of(), "新增就业")
    assert sorted(each.number or 0 for each in jobs.carriers) == [19000, 20000]
    assert jobs.total == 39000
    assert jobs.share == Decimal(39000) / 260000


def test_a_rate_has_no_share_and_no_sum() -> None:
    growth = entry_of(cascade_of(), "生产总值")
    assert [each.number for each in growth.carriers] == [6]
    assert [each.share for each in growth.carriers] == [None]
    assert growth.total is None and growth.share is None


def test_numbers_of_another_year_are_shown_and_not_summed() -> None:
    cascade = cascade_of(west_year=2025)
    homes = entry_of(cascade, "老旧小区")
    assert sorted(each.number or 0 for each in homes.carriers) == [20, 100]
    assert homes.total == 100
    assert any("2025" in note and "not summed" in note for note in cascade.notes)


def test_what_no_district_mentions_is_listed() -> None:
    assert ["氢能" in each.commitment.text for each in cascade_of().unmentioned] == [True]


def test_other_units_give_no_number() -> None:
    cascade = cascade_of("新增停车位20万平方米，城镇新增就业26万人以上。")
    for entry in cascade.entries:
        for carrier in entry.carriers:
            assert carrier.number is None or entry.commitment.indicator == "new-urban-jobs"


def test_every_quotation_is_the_text_at_its_place() -> None:
    cascade = cascade_of()
    for entry in cascade.entries:
        for each in entry.carriers:
            text = cascade.districts[each.district].document.text
            assert text[each.commitment.start : each.commitment.end] == each.commitment.text


def test_reports_of_no_district_of_the_city_are_refused_unless_forced() -> None:
    city, other = plan("北京市", CITY), plan("天津市和平区", EAST)
    with pytest.raises(UsageError, match="no district of"):
        cascade_reports(city, [other])
    assert any("asked for" in note for note in cascade_reports(city, [other], is_forced=True).notes)


def test_a_district_given_twice_and_an_empty_plan_are_refused() -> None:
    city, east = plan("北京市", CITY), plan("北京市石景山区", EAST)
    with pytest.raises(UsageError, match="twice"):
        cascade_reports(city, [east, east])
    with pytest.raises(UsageError, match="no plan part"):
        cascade_reports(city, [read("北京市朝阳区概况\n区域面积470平方公里。\n")])


def test_the_table_has_a_value_for_every_column() -> None:
    shape = CASCADE_TABLES.shapes[0]
    rows = list(cascade_rows(cascade_of()))
    assert any(row["district"] is None for row in rows)
    for row in rows:
        assert set(row) == {column.name for column in shape.columns}
        assert len(flatten(row, shape)) == len(shape.flat_columns())


def test_the_page_shows_the_share_and_holds_nothing_that_acts() -> None:
    page = cascade_page(cascade_of(CITY + "新建<script>alert(1)</script>停车场12个。"))
    tags = tags_of(page)
    assert not tags.open
    assert not {name for name, _ in tags.seen} & {"script", "link", "img", "iframe"}
    assert "3.9万人（市级 26万人，占 15.0 %）" in page
    english = cascade_page(cascade_of(CITY), language="en")
    assert "39,000 person (the city: 260,000 person, 15.0 %)" in english
