"""What of a request every page of the desk needs: the report, and the numbers a form sent."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from duixian.web.ledger.models import Report
from duixian.web.people.rights import editable_governments, may_edit


def editable_reports(request: HttpRequest) -> QuerySet[Report]:
    """Return the reports the person edits; as in `may_edit`, those of no known government too."""
    reports = Report.objects.select_related("document", "government")
    governments = editable_governments(request.user)
    if governments is None:
        return reports
    return reports.filter(Q(government__in=governments) | Q(government=None))


def editable_report(request: HttpRequest, pk: int) -> Report:
    """Return one report. Others' drafts are not there (404); others' published ones are barred."""
    visible = Report.objects.visible_to(request.user).select_related("document", "government")
    found = get_object_or_404(visible, pk=pk)
    if not may_edit(request.user, found):
        raise PermissionDenied
    return found


def revision_of(request: HttpRequest) -> int:
    """Return the revision the person saw; 0, which fits nothing, where the form lost it."""
    return whole_number(request.POST.get("revision", "")) or 0


def whole_number(said: str) -> int | None:
    """Read a number of a form or an address; None for what is none, or far too large."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
