"""What the queue runs."""

from __future__ import annotations

import uuid

from django_tasks import task


@task()
def read_one(intake_id: str) -> None:
    """Read one intake."""
    from duixian.web.intake.work import read_intake

    read_intake(uuid.UUID(intake_id))
