"""What the queue runs."""

from __future__ import annotations

import uuid

from django_tasks import task


@task()
def read_one(intake_id: str) -> None:
    """Read one intake."""
    from duixian.web.intake.work import read_intake

    read_intake(uuid.UUID(intake_id))


@task()
def join_one(report: int) -> None:
    """Join a report again with its other language and the years around it."""
    from duixian.web.intake.work import relate
    from duixian.web.ledger.models import Report

    found = Report.objects.filter(pk=report).select_related("document").first()
    if found is not None:
        relate(found)
