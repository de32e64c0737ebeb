"""Deadlines that are counted, named by an age or told of years to come."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind
from tests.reading.texts import claims_of

_TITLE = "清河县政府工作报告（2026年）\n"
_REVIEW = "一、工作回顾\n"


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("两年内改造老旧小区60个。", ["2026"]),
        ("三年内投入6亿元，今年先行安排1.5亿元。", ["2027", "2025"]),
        ("建成江北机场航站楼，确保明年底前通航。", ["2025", "2026-12-31"]),
        ("到2027年实现林业产值翻一番，达到60亿元，2030年突破100亿元。", ["2027", "2027", "2030"]),
        ("每年新增学位1000个，三年累计3000个。", ["2025", "2027"]),
        ("8月中旬前改造道路90条。", ["2025-08"]),
        ("9月举办青岭马拉松。", ["2025-09"]),
        ("自7月1日起，将低保标准提高到900元。", ["2025-07-01"]),
        ("9月召开的大会部署改造道路90条。", ["2025"]),
        ("春节、元宵两节期间办灯会9场。", ["2025"]),
        ("到本世纪末，人均收入达到8万元。", ["2100"]),
        ("去年剩余的5所学校，年底前全部交付。", ["2025", "2025-12-31"]),
    ],
)
def test_a_deadline_is_counted_from_the_year_that_is_planned(sentence: str, due: list[str]) -> None:
    assert [claim.due for claim in claims_of("plan", sentence)] == due


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("By the year 2030 we will have 900 buses.", "2030"),
        ("By the end of the decade, the county will have 12 hospitals.", "2030"),
        ("By the end of the century, we will have 300 hospitals.", "2100"),
        ("Within five years we shall train 10,000 technicians.", "2029"),
        ("We will build a total of 30 schools over three years.", "2027"),
    ],
)
def test_an_age_or_a_count_of_years_is_a_deadline_in_english(sentence: str, due: str) -> None:
    assert [claim.due for claim in claims_of("plan", sentence, language="en")] == [due]


def test_a_review_tells_of_no_year_to_come() -> None:
    text = "机场旅客达到500万人次，2030年规划吞吐量1200万人次，预计2026年6月通车。"
    claims = claims_of("review", text)

    assert [claim.kind for claim in claims][:2] == [Kind.RESULT, Kind.COMMITMENT]
    assert [claim.due or claim.period for claim in claims] == ["2024", "2030", None]


def test_a_deadline_of_some_years_holds_for_its_sentence() -> None:
    text = "三年内取消收费站，减少拥堵。治理中介服务收费，新建停车场3个。"

    assert [claim.due for claim in claims_of("plan", text)][-1] == "2025"


def test_terms_and_feasts_end_the_time_told_before() -> None:
    claims = claims_of(
        "plan", "到6月底前改造小区20个，9月开学前新建学校3所，春节前发放补贴300万元。"
    )

    assert [claim.due for claim in claims] == ["2025-06", "2025-09", "2025"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("到2026年底前，建成医院1家。", "2026"),
        ("2026年6月底前，建成公园2个。", "2026-06"),
        ("明年底前，改造小区30个。", "2026-12-31"),
        ("明年上半年，改造小区30个。", "2026-06-30"),
        ("一季度出台方案，年底改造小区3处。", "2025-12-31"),
    ],
)
def test_a_time_before_a_comma_keeps_its_year(text: str, due: str) -> None:
    assert claims_of("plan", text)[-1].due == due


def test_a_feast_keeps_the_year_told_before() -> None:
    claims = claims_of("plan", "2026年建成学校5所，春节前交付3所。")

    assert [claim.due for claim in claims] == ["2026", "2026"]
