"""What waits for review, table by table: which records, in which order, with which fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from duixian.web.ledger.choices import State
from duixian.web.ledger.models import (
    Claim,
    Commitment,
    Evidence,
    Finding,
    Report,
    Statement,
    Verdict,
)
from duixian.web.ledger.models.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class Queue:
    """One table of the desk. ``to_report`` leads from a record to its report."""

    name: str  # in addresses
    title: str | Promise
    model: type[Reviewed]
    to_report: str
    related: tuple[str, ...]
    prefetched: tuple[str, ...] = ()

    @property
    def has_indicators(self) -> bool:
        """Tell whether its records may be of an indicator."""
        return "indicator" in self.model.CORRECTABLE

    def records(self, report: Report) -> QuerySet[Any]:
        """Return the records of a report that a reading still finds."""
        return (
            self.model._default_manager.filter(**{self.to_report: report.pk}, is_superseded=False)
            .select_related(*self.related)
            .prefetch_related(*self.prefetched)
        )

    def waiting(self, report: Report) -> QuerySet[Any]:
        """Return what nobody has decided yet, the most doubtful first."""
        return self.records(report).filter(state=State.SUGGESTED).order_by(F("doubt").desc(), "pk")


_COMMITMENT = ("verdict__commitment__report__document", "verdict__account__review__document")
QUEUES = {
    queue.name: queue
    for queue in (
        Queue(
            "verdicts",
            _("Verdicts"),
            Verdict,
            "commitment__report",
            ("commitment__report__document", "commitment__quantity", "account__review__document"),
            ("evidence",),
        ),
        Queue("evidence", _("Evidence"), Evidence, "verdict__commitment__report", _COMMITMENT),
        Queue(
            "commitments",
            _("Commitments"),
            Commitment,
            "report",
            ("report__document", "statement", "quantity"),
        ),
        Queue("claims", _("Claims"), Claim, "report", ("report__document", "quantity")),
        Queue("statements", _("Statements"), Statement, "report", ("report__document",)),
        Queue("findings", _("Findings"), Finding, "report", ("report__document",)),
    )
}
