"""What a report holds, counted as the public sees it: without what people rejected."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, QuerySet

from duixian.web.ledger.models import Claim, Quantity, Report


def count_records(report: Report) -> None:
    """Count the records of a report anew, and keep the counts with it."""
    kinds = _by("kind", report.statements.kept())
    specificities = _by("specificity", report.commitments.kept())
    report.counts = {
        "statements": kinds.total(),
        "quantities": Quantity.objects.stated().filter(report=report).count(),
        "claims": Claim.objects.stated().filter(report=report).count(),
        "commitments": specificities.total(),
        **kinds,
        **specificities,
    }
    Report.objects.filter(pk=report.pk).update(counts=report.counts)


def _by(column: str, records: QuerySet[Any]) -> Counter[str]:
    return Counter(dict(records.order_by().values_list(column).annotate(Count("pk"))))
