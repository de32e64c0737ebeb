"""The work for one commitment does not grow with the length of the reports."""

from __future__ import annotations

from collections import Counter

import pytest

from duixian.accounting.account import make_account
from duixian.accounting.cascade.build import cascade_reports
from duixian.accounting.chains.build import chain_reports
from duixian.accounting.matching.nearest import MOST_NEAR
from duixian.accounting.matching.wording import Likeness, Rarity, Words
from tests.accounting.pairs import plan_text, review_text
from tests.reading.texts import read

FEW, MANY = 200, 800


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the comparisons of wordings."""
    counts: Counter[str] = Counter()
    compare = Rarity.compare

    def counted(self: Rarity, first: Words, second: Words) -> Likeness:
        counts["compared"] += 1
        return compare(self, first, second)

    monkeypatch.setattr(Rarity, "compare", counted)
    return counts


def promises(number: int, what: str = "新建学校") -> str:
    return "\n".join(f"{what}{10 + index}所。" for index in range(number))


@pytest.mark.parametrize("number", [FEW, MANY])
def test_an_account_looks_at_few_candidates_for_each_commitment(
    number: int, compared: Counter[str]
) -> None:
    plan = read(plan_text(promises(number)))
    review = read(review_text(promises(number, "共新建学校")))
    account = make_account(plan, review)
    assert len(account.entries) >= number
    # Each candidate is compared once by its words and at most once by its heading.
    assert compared["compared"] <= 2 * MOST_NEAR * len(account.entries)


@pytest.mark.parametrize("number", [FEW, MANY])
def test_a_cascade_looks_at_few_promises_of_a_district_for_each_of_the_city(
    number: int, compared: Counter[str]
) -> None:
    city, district = (
        read(plan_text(promises(number)).replace("清河县", name)) for name in ("大河市", "小河区")
    )
    cascade = cascade_reports(city, [district], is_forced=True)
    assert len(cascade.entries) >= number
    assert compared["compared"] <= MOST_NEAR * len(cascade.entries)


def test_chains_look_at_few_threads_for_each_promise(compared: Counter[str]) -> None:
    reports = [
        read(
            f"清河县政府工作报告（{year}年）\n一、{year - 1}年工作回顾\n学校建成。\n"
            f"二、{year}年重点工作\n{promises(MANY)}\n"
        )
        for year in (2022, 2023, 2024)
    ]
    chains = chain_reports(reports)
    assert len(chains.chains) >= MANY
    # Two pairs of years are accounted for, two plans joined to those before them.
    assert compared["compared"] <= 4 * MOST_NEAR * MANY * len(reports)


def test_the_right_answer_is_found_among_hundreds_that_share_its_words() -> None:
    plan = read(plan_text("新建东湖学校12所。"))
    review = read(review_text(f"{promises(MANY)}\n新建东湖学校12所。"))
    (entry,) = make_account(plan, review).entries
    assert entry.evidence[0].text == "新建东湖学校12所"
