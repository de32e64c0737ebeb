"""What is kept twice so that lists need not ask for it, and follows what it repeats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from duixian.web.ledger.choices import State
from duixian.web.ledger.models import Claim, Commitment, Quantity, Report, Statement
from duixian.web.ledger.storing.counts import count_records
from duixian.web.ledger.storing.observations import store_observations

_OF_REPORT = frozenset({"government_id", "year_planned"})
_COUNTED = frozenset({"kind", "specificity", "statement_id", "is_superseded"})
_OF_CLAIM = frozenset(
    {"kind", "due", "period", "indicator", "quantity_id", "statement_id", "is_superseded"}
)


def carry_down(report: Report) -> None:
    """Bring commitments and observations to what their report says of government and year."""
    report.commitments.update(government=report.government_id, year=report.year_planned)
    store_observations(report)


def carry_on(record: models.Model, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Bring what repeats a record to what it says after a change."""
    is_shown_anew = State.REJECTED in (before.get("state"), after.get("state"))
    if isinstance(record, Statement | Quantity | Claim | Commitment) and (
        is_shown_anew or not _COUNTED.isdisjoint(after)
    ):
        count_records(record.report)
    if isinstance(record, Report):
        if not _OF_REPORT.isdisjoint(after):
            carry_down(record)
    elif isinstance(record, Statement | Claim):
        if is_shown_anew or not _OF_CLAIM.isdisjoint(after):
            store_observations(record.report)
    elif isinstance(record, Quantity):
        store_observations(record.report)
