"""Makes a plan and a review out of a few sentences each."""

from __future__ import annotations

from duixian.accounting.account import make_account
from duixian.accounting.records import Account, Entry
from tests.reading.texts import read

PLAN = "清河县政府工作报告（2024年）\n一、2023年工作回顾\n一年来，各项工作取得新成效。\n二、2024年重点工作\n"
REVIEW = "清河县政府工作报告（2025年）\n一、2024年工作回顾\n"
NEXT = "二、2025年重点工作\n"


def plan_text(promise: str) -> str:
    return f"{PLAN}{promise}\n"


def review_text(told: str, following: str = "继续做好各项工作。") -> str:
    return f"{REVIEW}{told}\n{NEXT}{following}\n"


def account_of(promise: str, told: str, following: str = "继续做好各项工作。") -> Account:
    """Account for a promise of 2024 by what is told of 2024 and asked for in 2025."""
    return make_account(read(plan_text(promise)), read(review_text(told, following)))


def entry_of(account: Account, words: str) -> Entry:
    """Find the commitment that holds some words."""
    return next(entry for entry in account.entries if words in entry.commitment.text)
