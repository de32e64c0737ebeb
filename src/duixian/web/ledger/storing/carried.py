"""What records repeat of their report, so that lists need not ask for it."""

from __future__ import annotations

from duixian.web.ledger.models import Report
from duixian.web.ledger.storing.observations import store_observations


def carry_down(report: Report) -> None:
    """Bring commitments and observations to what their report says of government and year."""
    report.commitments.update(government=report.government_id, year=report.year_planned)
    store_observations(report)
