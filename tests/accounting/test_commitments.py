"""What a plan promises, and what it only looks back on."""

from __future__ import annotations

import pytest

from duixian.accounting.commitments import commitments_of
from tests.accounting.pairs import plan_text
from tests.reading.texts import read


def promised(text: str) -> list[str]:
    return [each.text for each in commitments_of(read(plan_text(text)))]


@pytest.mark.parametrize(
    "back",
    [
        "过去一年，我们的工作取得很大成绩。生产总值增长10.3%，城镇新增就业1168人。",
        "去年全县财政比年度预算超收72亿元，其中县本级财政超收41亿元。",
    ],
)
def test_results_that_introduce_the_targets_are_no_promises(back: str) -> None:
    assert promised(f"{back}今年，新建公园12个。") == ["新建公园12个"]


def test_a_sentence_on_last_year_does_not_hide_the_promises_after_it() -> None:
    assert promised("去年道路通车80公里。新建公园12个。") == ["新建公园12个"]


def test_a_sentence_that_turns_from_last_year_to_this_promises() -> None:
    assert "今年要新建15个" in promised("去年新建公园12个，今年要新建15个。")


def test_a_comparison_with_last_year_is_no_look_back() -> None:
    assert promised("在去年的基础上新建公园12个。")


def test_the_outline_of_a_five_year_plan_is_not_promised_for_its_first_year() -> None:
    text = (
        "清河县政府工作报告（2026年）\n一、2025年工作回顾\n一年来，各项工作取得新成效。\n"
        "二、“十五五”时期主要目标任务\n建设现代化产业体系，新建产业园区。\n"
        "三、2026年重点工作\n新建公园绿地。\n"
    )
    assert [each.text for each in commitments_of(read(text))] == ["新建公园绿地"]


def test_a_small_count_written_as_a_number_is_a_target() -> None:
    text = "开通5条公交线路。建成两所中学。实施三大工程。"
    found = commitments_of(read(plan_text(text)))
    assert [each.quantity and each.quantity.value for each in found] == [5, 2, None]


def test_words_that_only_lead_in_promise_nothing() -> None:
    text = "对这些问题，我们一定高度重视。今年的主要预期目标是：生产总值增长5%。为方便群众，优化窗口服务。"
    assert promised(text) == ["生产总值增长5%", "优化窗口服务"]
