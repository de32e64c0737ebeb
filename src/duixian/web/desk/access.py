"""What of a request every page of the desk needs: the person, the report, the revision seen."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from duixian.web.ledger.models import Report
from duixian.web.people.rights import editable_governments, may_edit


def person_of(request: HttpRequest) -> User:
    """Return who is signed in. Raises PermissionDenied for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


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
    said = request.POST.get("revision", "")
    return int(said) if said.isdigit() and len(said) < 10 else 0
