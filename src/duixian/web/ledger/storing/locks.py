"""One writer at a time for a report and its records: a worker that reads, or a person who edits."""

from __future__ import annotations

from duixian.web.ledger.models import Report


def lock(*reports: int) -> None:
    """Hold the rows of these reports until the transaction ends, always in the same order."""
    list(Report.objects.select_for_update().filter(pk__in=reports).order_by("pk").values("pk"))
