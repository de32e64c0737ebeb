"""Finding a report a person may read, with what all its pages show."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from duixian.web.ledger.models import Account, Alignment, Finding, Report
from duixian.web.people.rights import Person

_LARGEST_KEY = 2**31


def visible_report(request: HttpRequest, pk: int, *, with_text: bool = False) -> Report:
    """Find a report with its document and government. Raises Http404."""
    reports = Report.objects.visible_to(request.user).select_related(
        "document", "government__parent"
    )
    if not with_text:
        reports = reports.defer("document__text")
    return get_object_or_404(reports, pk=min(pk, _LARGEST_KEY))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a report: its other version, its accounts, what was noticed."""

    alignment: Alignment | None
    other: Report | None  # its version in the other language, where that is a report of its own
    promised: Account | None  # its commitments against the next report
    reported: Account | None  # the last report's commitments against it
    finding_count: int


def around(report: Report, person: Person) -> Around:
    """Look up what stands beside a report, as far as the person may see it."""
    alignment = alignment_of(report, person)
    other = None
    if alignment is not None and alignment.zh_id != alignment.en_id:
        other = alignment.en if alignment.zh_id == report.pk else alignment.zh
    accounts = _accounts(report, person)
    return Around(
        alignment=alignment,
        other=other,
        promised=next((each for each in accounts if each.plan_id == report.pk), None),
        reported=next((each for each in accounts if each.review_id == report.pk), None),
        finding_count=findings_of(report, alignment).count(),
    )


def _accounts(report: Report, person: Person) -> list[Account]:
    visible = Report.objects.visible_to(person).values("pk")
    accounts = Account.objects.filter(plan__in=visible, review__in=visible)
    accounts = accounts.select_related("plan__government")
    return list(accounts.filter(Q(plan=report) | Q(review=report)).order_by("-pk"))


def alignment_of(report: Report, person: Person) -> Alignment | None:
    """Find how a report stands beside its other version; None where there is none to see."""
    visible = Report.objects.visible_to(person).values("pk")
    found = Alignment.objects.filter(Q(zh=report) | Q(en=report), zh__in=visible, en__in=visible)
    joined = found.select_related(
        "zh__document", "en__document", "zh__government", "en__government"
    )
    return joined.defer("zh__document__text", "en__document__text").first()


def findings_of(report: Report, alignment: Alignment | None) -> QuerySet[Finding]:
    """Return what was noticed in a report, or in the pair it belongs to, unless rejected."""
    found = Finding.objects.kept()
    if alignment is not None:
        return found.filter(Q(alignment=alignment) | Q(report=report, alignment=None))
    return found.filter(report=report, alignment=None)
