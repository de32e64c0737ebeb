"""A small published ledger: two years of a district in Chinese, one in English."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.web.intake.work import relate
from duixian.web.ledger.models import Commitment, Report
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, stored


@dataclass(frozen=True, slots=True)
class TwoYears:
    """The reports that were kept."""

    plan: Report
    review: Report
    english: Report

    def commitment(self, words: str, *, of: Report | None = None) -> Commitment:
        """Find a commitment of the plan by some of its words."""
        return Commitment.objects.get(text__contains=words, report=of or self.plan)


def two_years() -> TwoYears:
    """Keep the reports, account for them, and publish all."""
    plan, review = stored(PLAN), stored(REVIEW)
    relate(review)
    english = stored(PLAN_ENGLISH)
    Report.objects.update(is_published=True)
    for report in (plan, review, english):
        report.refresh_from_db()
    return TwoYears(plan, review, english)
