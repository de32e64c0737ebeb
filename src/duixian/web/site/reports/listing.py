"""All reports one may read, by government, year and language."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.ledger.choices import Language
from duixian.web.ledger.models import Government, Report
from duixian.web.ledger.models.reports import ReportQuerySet
from duixian.web.site.page_cache import cached_page

_ON_A_PAGE = 30
_MOST_GOVERNMENTS = 1500
_LONGEST_WORDS = 100


@require_safe
@cached_page
def reports(request: HttpRequest) -> HttpResponse:
    """List reports; every filter is part of the address."""
    visible = Report.objects.visible_to(request.user)
    chosen = _chosen(request)
    found = _filtered(visible, chosen).select_related("document", "government")
    pages = Paginator(found.defer("document__text", "notes", "corrections"), _ON_A_PAGE)
    query = urlencode({name: value for name, value in chosen.items() if value})
    context = {
        "pages": pages.get_page(request.GET.get("page")),
        "query": f"{query}&" if query else "",
        "chosen": chosen,
        "governments": list(governments_with(visible)),
        "years": list(_years(visible)),
        "languages": Language,
    }
    return render(request, "site/reports.html", context)


def governments_with(reports: ReportQuerySet) -> list[Government]:
    """List the governments these reports are of."""
    having = Government.objects.filter(pk__in=reports.values("government"))
    return list(having.order_by("key")[:_MOST_GOVERNMENTS])


def _years(reports: ReportQuerySet) -> list[int]:
    years = reports.order_by("-year_planned").values_list("year_planned", flat=True).distinct()
    return [year for year in years if year is not None]


def _chosen(request: HttpRequest) -> dict[str, str]:
    """Read the filters; what makes no sense filters nothing."""
    year = request.GET.get("year", "")
    language = request.GET.get("language", "")
    return {
        "government": request.GET.get("government", "")[:40],
        "year": year if year.isascii() and year.isdigit() and len(year) == 4 else "",
        "language": language if language in Language.values else "",
        "title": request.GET.get("title", "").replace("\0", "").strip()[:_LONGEST_WORDS],
    }


def _filtered(reports: ReportQuerySet, chosen: dict[str, str]) -> ReportQuerySet:
    if chosen["government"] and "\0" not in chosen["government"]:
        reports = reports.filter(government__key=chosen["government"])
    if chosen["year"]:
        reports = reports.filter(year_planned=int(chosen["year"]))
    if chosen["language"]:
        # The list of languages is JSON text on one database, and JSON on the other.
        reports = reports.filter(languages__icontains=f'"{chosen["language"]}"')
    if chosen["title"]:
        title, name = (
            Q(title__icontains=chosen["title"]),
            Q(document__name__icontains=chosen["title"]),
        )
        reports = reports.filter(title | name)
    return reports
