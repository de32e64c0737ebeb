"""What was only meant, and what was there before: neither is a result or a target."""

from __future__ import annotations

import pytest

from duixian.reading.records import Status
from tests.reading.texts import read_in


def statuses(role: str, text: str, *, language: str = "zh") -> list[Status]:
    return [one.status for one in read_in(role, text, language=language).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "原计划新建的8所学校中，6所如期投用。",
        "财政收入完成年度目标60亿元的93%。",
    ],
)
def test_a_plan_told_beside_its_outcome_is_no_result(text: str) -> None:
    assert statuses("review", text) == [Status.OTHER, Status.RESULT]


def test_a_target_that_was_missed_is_no_result() -> None:
    text = "固定资产投资增长3.1%，未完成8%的预期目标。"

    assert statuses("review", text) == [Status.RESULT, Status.OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "The originally planned 50 bus shelters became 64.",
        "Compared with the target of 4 percent, exports grew by 7 percent.",
        "Coal use was 240 million tons, against the 250 million tons allowed.",
        "The surplus of 420 million yuan budgeted for 2024 came to 510 million yuan.",
    ],
)
def test_a_plan_told_beside_its_outcome_is_no_result_in_english(text: str) -> None:
    assert sorted(statuses("review", text, language="en")) == [Status.OTHER, Status.RESULT]


def test_what_a_government_planned_itself_is_a_result() -> None:
    text = "The county planned 13 industrial parks."

    assert statuses("review", text, language="en") == [Status.RESULT]


def test_what_a_promise_builds_on_is_no_target() -> None:
    text = "在去年投资增长12%的基础上，今年力争增长8%。"

    assert statuses("plan", text) == [Status.OTHER, Status.TARGET]


def test_what_was_done_in_an_earlier_year_is_no_target_in_english() -> None:
    text = "Having built 20 parks in 2023, we will build 30 more."

    assert statuses("plan", text, language="en") == [Status.RESULT, Status.TARGET]
