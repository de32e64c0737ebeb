"""Showing reports to everyone from the command line, where no person is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from duixian.web.ledger import history
from duixian.web.ledger.models import Report


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the drafts."""

    count: int
    nobodys: tuple[Report, ...]  # still drafts: their government is not known


@transaction.atomic
def publish_reports(reports: Iterable[Report]) -> Published:
    """Publish the drafts whose government is known. What was withdrawn stays so."""
    once = {each.pk: each for each in reports}.values()  # of a file that was there twice
    drafts = [each for each in once if not each.is_published and each.withdrawn_at is None]
    known = [each for each in drafts if each.government_id is not None]
    for report in known:
        history.publish(report, is_public=True, user=None, revision=report.revision)
    return Published(len(known), tuple(each for each in drafts if each.government_id is None))
