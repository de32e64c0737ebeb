"""Showing reports to everyone from the command line, where no person is signed in."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from duixian.web.ledger import history
from duixian.web.ledger.models import Report


@transaction.atomic
def publish_reports(reports: Iterable[Report]) -> int:
    """Publish the reports that are drafts; return how many. What was withdrawn stays so."""
    once = {each.pk: each for each in reports}.values()  # of a file that was there twice
    drafts = [each for each in once if not each.is_published and each.withdrawn_at is None]
    for report in drafts:
        history.publish(report, is_public=True, user=None, revision=report.revision)
    return len(drafts)
