"""Showing reports to everyone from the command line, where no person is signed in."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

import duixian
from duixian.web.ledger.models import Change, Report

_NAME = "command line"


@transaction.atomic
def publish_reports(reports: Iterable[Report]) -> int:
    """Publish the reports that are drafts; return how many. What was withdrawn stays so."""
    group, now, count = uuid.uuid4(), timezone.now(), 0
    for report in reports:
        if report.is_published or report.withdrawn_at is not None:
            continue
        Report.objects.filter(pk=report.pk).update(
            is_published=True, published_at=now, revision=report.revision + 1
        )
        Change.objects.create(
            user_name=_NAME,
            program_version=duixian.__version__,
            group=group,
            record="report",
            record_key=report.pk,
            report=report,
            before={"is_published": False, "published_at": None},
            after={"is_published": True, "published_at": now.isoformat()},
        )
        count += 1
    return count
