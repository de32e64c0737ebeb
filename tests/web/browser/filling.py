"""Fills the ledger of the tests in a browser; a program of its own that prints what it made.

Two years of the district of the examples are public, in Chinese and English, with a wrong figure
in one of them. Drafts of other districts wait for review, a report for each test that decides.
"""

from __future__ import annotations

import json
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from duixian.web.start import start

if TYPE_CHECKING:
    from duixian.web.ledger.models import Government

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
RIGHT, WRONG = "176", "167"  # old elevators, say: a slip of the pen in the English version


def main() -> None:
    """Fill it, and print a JSON object."""
    start()
    from duixian.web.intake.bringing import take_file
    from duixian.web.intake.worker import run_worker
    from duixian.web.ledger.models import Report
    from tests.web.reports import PLAN

    batch, district = uuid.uuid4(), _district()
    for path in sorted(EXAMPLES.glob("district-*.txt")):
        text = path.read_text(encoding="utf-8")
        if path.name == "district-2024.en.txt":
            text = text.replace(RIGHT, WRONG)
        take_file(path.name, text.encode(), batch=batch, government=district)
    run_worker(until_empty=True)
    Report.objects.update(is_published=True)
    other = _people()
    for name, text in _drafts().items():
        take_file(f"{name}.txt", text.encode(), batch=batch)
    take_file(
        "other.txt", PLAN.replace("石景山区", "朝阳区").encode(), batch=batch, government=other
    )
    run_worker(until_empty=True)
    json.dump(_found(), sys.stdout)


def _district() -> Government:
    """Make the district of the examples: its two names can be told together by a person alone."""
    from duixian.web.ledger.models import Government

    return Government.objects.create(
        key="yunting", name="云亭区", name_en="Yunting District", level="county"
    )


def _people() -> Government:
    """Make the persons; return the government of the other editor."""
    from duixian.web.ledger.storing.governments import by_code
    from tests.web.persons import make_user

    mine, other = by_code("110107"), by_code("110105")
    assert mine is not None and other is not None
    for name in ("editor", "colleague", "careful"):
        make_user(name, mine)
    make_user("other-editor", other)
    make_user("administrator", is_administrator=True)
    return other


def _drafts() -> dict[str, str]:
    """Write a report for each test that decides on its records: the same words, another year."""
    from tests.web.browser.texts import of_years_before
    from tests.web.reports import PLAN, REVIEW

    return {
        "plan": PLAN,
        "review": REVIEW,
        "keyboard": of_years_before(PLAN, 10),
        "conflict": of_years_before(PLAN, 12),
        "bulk": of_years_before(PLAN, 14),
        "session": of_years_before(PLAN, 16),
        "scripts": of_years_before(PLAN, 18),
    }


def _found() -> dict[str, object]:
    from duixian.web.ledger.models import Account, Commitment, Report

    reports = {
        name.removesuffix(".txt"): pk
        for name, pk in Report.objects.values_list("document__name", "pk")
    }
    plan = reports["district-2024.zh"]
    judged = Commitment.objects.filter(report=plan, verdict__verdict="exceeded").first()
    statement = Report.objects.get(pk=plan).statements.filter(kind="commitment").first()
    account = Account.objects.get(plan=plan)
    assert judged is not None and statement is not None and account.plan.government is not None
    return {
        "reports": reports,
        "commitment": judged.key,
        "statement": statement.start,
        "account": f"governments/{account.plan.government.key}/2024/account/",
    }


if __name__ == "__main__":
    main()
