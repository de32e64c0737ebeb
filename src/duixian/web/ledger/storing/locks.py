"""One writer at a time for a pair of reports, whichever worker comes first."""

from __future__ import annotations

from duixian.web.ledger.models import Report


def lock(*reports: Report) -> None:
    """Hold the rows of these reports until the transaction ends, always in the same order."""
    keys = sorted({report.pk for report in reports})
    list(Report.objects.select_for_update().filter(pk__in=keys).order_by("pk").values("pk"))
