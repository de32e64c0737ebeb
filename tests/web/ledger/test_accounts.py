"""Accounts, alignments and observations as the ledger keeps them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duixian.web.intake.work import relate
from duixian.web.ledger import history
from duixian.web.ledger.models import (
    Account,
    Alignment,
    Change,
    Commitment,
    Evidence,
    Observation,
    Verdict,
)
from tests.web.persons import make_user
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, REVIEW_ENGLISH, stored

pytestmark = pytest.mark.django_db


def _verdict(words: str) -> Verdict:
    commitment = Commitment.objects.get(text__contains=words, report__year_planned=2024)
    return Verdict.objects.get(commitment=commitment)


def test_two_consecutive_years_are_accounted() -> None:
    stored(PLAN)
    relate(stored(REVIEW))
    assert Account.objects.count() == 1
    assert _verdict("新增就业岗位").verdict == "exceeded"
    assert _verdict("改造老旧小区").verdict == "missed"
    assert _verdict("养老服务驿站").verdict == "unreported"


def test_a_verdict_quotes_its_evidence_from_the_later_report() -> None:
    stored(PLAN)
    review = stored(REVIEW)
    relate(review)
    evidence = Evidence.objects.filter(is_suggestion=False)
    assert evidence
    for each in evidence:
        assert review.document.text[each.start : each.end] == each.text


def test_the_order_in_which_the_years_come_in_does_not_matter() -> None:
    stored(REVIEW)
    relate(stored(PLAN))
    assert _verdict("新增就业岗位").verdict == "exceeded"


def test_accounting_again_changes_and_doubles_nothing() -> None:
    stored(PLAN)
    review = stored(REVIEW)
    relate(review)
    before = Verdict.objects.count(), Evidence.objects.count()
    relate(review)
    assert (Verdict.objects.count(), Evidence.objects.count()) == before


def test_a_person_s_verdict_survives_a_new_account() -> None:
    stored(PLAN)
    review = stored(REVIEW)
    relate(review)
    verdict = _verdict("改造老旧小区")
    history.edit(verdict, {"verdict": "partly"}, user=make_user("anna"), revision=1)
    relate(review)
    assert _verdict("改造老旧小区").verdict == "partly"


def test_a_passage_that_a_new_account_leaves_out_is_remembered() -> None:
    stored(PLAN)
    review = stored(REVIEW)
    relate(review)
    assert not Change.objects.exists()
    Evidence.objects.update(source="implied")
    relate(review)
    changes = Change.objects.filter(record="evidence")
    assert {change.before["source"] for change in changes} == {"implied"}


def test_two_languages_are_joined_and_audited() -> None:
    stored(PLAN)
    relate(stored(PLAN_ENGLISH.replace("15 old", "50 old"), name="english.txt"))
    alignment = Alignment.objects.get()
    assert alignment.beads.exists()
    assert alignment.findings.filter(
        zh_text__contains="老旧小区15个", en_text__contains="50"
    ).exists()


def test_targets_and_actuals_become_a_series_of_the_indicator() -> None:
    stored(PLAN)
    stored(REVIEW)
    found = Observation.objects.filter(indicator="gdp", year=2024).order_by("-sort")
    assert [(each.sort, each.value, each.unit) for each in found] == [
        ("target", Decimal(5), "%"),
        ("actual", Decimal("5.6"), "%"),
    ]
    for each in found:
        assert each.claim.text in each.report.document.text


def test_a_plan_is_held_against_one_report_the_one_in_its_own_language() -> None:
    plan = stored(PLAN)
    relate(stored(REVIEW_ENGLISH, name="english.txt"))
    assert Account.objects.get().review.language == "en"
    review = stored(REVIEW)
    relate(review)
    assert Account.objects.get(plan=plan).review == review
    assert Verdict.objects.count() == plan.commitments.count()
