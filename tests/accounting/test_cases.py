"""What promises come to, case by case."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from duixian.accounting.account import make_account
from tests.accounting.pairs import account_of, entry_of, plan_text
from tests.reading.texts import read

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["law"]) for case in CASES])
def test_a_promise_comes_to_its_verdict(case: dict[str, Any]) -> None:
    following = {"following": case["following"]} if "following" in case else {}
    entry = entry_of(account_of(case["promise"], case["told"], **following), case["words"])
    assert entry.judgement.verdict == case["verdict"], entry
    if "why" in case:
        assert entry.judgement.why == case["why"]
    if "source" in case:
        assert [each.source for each in entry.evidence] == [case["source"]]


def test_an_english_review_answers_a_chinese_plan() -> None:
    plan = read(
        plan_text(
            "城镇新增就业1200万人以上，建成省级科技创新中心，保护生物多样性，新建停车场12个。"
        )
    )
    review = read(
        "Report on the Work of the Government of Qinghe County, 2025\n\nI. Review of Work in 2024\n\n"
        "A total of 12.56 million new urban jobs were created. "
        "Solid progress was made in protecting biodiversity.\n\n"
        "II. Major Tasks for 2025\n\nWe will work harder.\n"
    )
    account = make_account(plan, review)
    assert entry_of(account, "就业").judgement.verdict == "exceeded"
    assert "biodiversity" in entry_of(account, "生物多样性").evidence[0].text
    assert entry_of(account, "停车场").judgement.verdict == "unreported"


def test_every_record_quotes_its_report() -> None:
    account = account_of("城镇新增就业1200万人以上，新建停车场12个。", "城镇新增就业1256万人。")
    for entry in account.entries:
        commitment = entry.commitment
        assert account.plan.document.text[commitment.start : commitment.end] == commitment.text
        for each in (*entry.evidence, *entry.suggestions):
            assert account.review.document.text[each.start : each.end] == each.text


def test_every_commitment_is_counted_once() -> None:
    account = account_of("城镇新增就业1200万人以上，新建停车场12个。", "城镇新增就业1256万人。")
    counted = [account.counts(checkable=each).values() for each in (True, False)]
    assert sum(map(sum, counted)) == len(account.entries)


def test_a_target_of_a_later_year_is_not_accounted_for() -> None:
    account = account_of("到2030年，建成养老机构50个。新建停车场12个。", "一年来工作有新成效。")
    assert [e.commitment.text for e in account.entries if e.commitment.quantity] == [
        "新建停车场12个"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "A total of 1,210 new urban jobs were created, but the target was not met.",
        "The target of 1,200 new urban jobs was not met.",
        "A total of 1,210 new urban jobs were created, which fell short of the annual target.",
    ],
)
def test_an_english_review_says_itself_that_a_target_was_missed(told: str) -> None:
    title = "Report on the Work of the Government of Qinghe County"
    plan = read(
        f"{title}, 2024\n\nI. Review of Work in 2023\n\nWork went on.\n\n"
        "II. Major Tasks for 2024\n\nWe will create more than 1,200 new urban jobs.\n"
    )
    review = read(
        f"{title}, 2025\n\nI. Review of Work in 2024\n\n{told}\n\n"
        "II. Major Tasks for 2025\n\nWe will work harder.\n"
    )
    entry = entry_of(make_account(plan, review), "1,200")
    assert entry.judgement.why == "told as a target that was not reached: missed"
