"""A fall never answers a promise of growth, nor a rise a promise to bring something down."""

from __future__ import annotations

import pytest

from duixian.accounting.account import make_account
from tests.reading.texts import read

_PLAN = "清河县政府工作报告（2024年）\n一、2024年重点工作\n{}\n"
_REVIEW = "清河县政府工作报告（2025年）\n一、2024年工作回顾\n{}\n二、2025年重点工作\n修路4公里。\n"


@pytest.mark.parametrize(
    ("promised", "told", "verdict"),
    [
        ("一般公共预算收入增长1%。", "一般公共预算收入下降2%。", "missed"),
        ("固定资产投资增长2%。", "固定资产投资负增长5%。", "missed"),
        ("PM2.5浓度下降3%。", "PM2.5浓度上升4%。", "missed"),
        ("PM2.5浓度下降3%。", "PM2.5浓度下降4%。", "exceeded"),
        ("地区生产总值增长5%。", "地区生产总值增长5.5%。", "exceeded"),
        ("新建学校3所。", "没有新建学校3所。", "missed"),
    ],
)
def test_the_direction_of_a_change_decides(promised: str, told: str, verdict: str) -> None:
    account = make_account(read(_PLAN.format(promised)), read(_REVIEW.format(told)))

    assert [entry.judgement.verdict.value for entry in account.entries] == [verdict]


@pytest.mark.parametrize(
    "told",
    [
        "Energy consumption per 10,000 yuan of GDP fell by 5 percent.",
        "The energy consumption per unit GDP decreased by 5 percent.",
    ],
)
def test_a_measure_per_unit_of_output_is_no_answer_to_growth(told: str) -> None:
    opening = "Qinghe County Government Work Report"
    plan = f"{opening} (2024)\nI. Tasks for 2024\nWe will achieve GDP growth of around 5 percent.\n"
    review = f"{opening} (2025)\nI. Review of Work in 2024\n{told}\nII. Tasks for 2025\nWe will continue our work.\n"
    account = make_account(read(plan), read(review))

    assert [entry.judgement.verdict.value for entry in account.entries] == ["unreported"]
