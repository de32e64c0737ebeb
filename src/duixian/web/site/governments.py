"""The governments whose reports are kept, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from duixian.web.language_prefix import reader_language
from duixian.web.ledger.choices import Level
from duixian.web.ledger.models import Account, Commitment, Government, Observation, Report, Verdict
from duixian.web.people.rights import Person
from duixian.web.site.page_cache import cached_page

_MOST_LISTED = 800
_UPPER_LEVELS = (Level.NATION, Level.PROVINCE)
_MOST_REPORTS = 300
_MOST_ABOVE = 6


@dataclass(frozen=True, slots=True)
class AtLevel:
    """The governments of one level that have reports."""

    label: str
    governments: list[Government]


@require_safe
@cached_page
def all_governments(request: HttpRequest) -> HttpResponse:
    """List the governments with reports, from the nation down."""
    levels = by_level(listed_governments(request.user, most=_MOST_LISTED))
    return render(request, "site/governments.html", {"levels": levels})


@require_safe
@cached_page
def one_government(request: HttpRequest, key: str) -> HttpResponse:
    """Show a government: its reports by year, its accounts, and those below it."""
    shown = Government.objects.visible_to(request.user).select_related("parent")
    government = get_object_or_404(shown, key=key)
    visible = Report.objects.visible_to(request.user)
    reports = visible.filter(government=government).select_related("document")
    accounts = Account.objects.filter(
        plan__in=visible.filter(government=government).values("pk"), review__in=visible.values("pk")
    )
    told = Verdict.objects.kept().filter(commitment__in=Commitment.objects.kept())
    joined = accounts.select_related("plan__government", "review__government").annotate(
        verdict_count=Count("verdicts", filter=Q(verdicts__in=told))
    )
    children = with_reports(government.children.all(), request.user)
    context = {
        "government": government,
        "above": above(government),
        "reports": list(reports.defer("document__text", "notes")[:_MOST_REPORTS]),
        "accounts": list(joined.order_by("-plan__year_planned", "pk")[:_MOST_REPORTS]),
        "children": list(children[:_MOST_LISTED]),
        "has_indicators": Observation.objects.filter(
            government=government, report__in=visible.values("pk")
        ).exists(),
    }
    return render(request, "site/government.html", context)


def listed_governments(person: Person, *, most: int) -> list[Government]:
    """List governments with reports; of too many only the upper levels, which lead to the rest."""
    found = with_reports(Government.objects.all(), person)
    if found.count() > most:
        found = found.filter(Q(level__in=_UPPER_LEVELS) | Q(parent=None))
    return list(found[:most])


def with_reports(governments: QuerySet[Government], person: Person) -> QuerySet[Government]:
    """Add the number of reports and their years; leave out what has none, itself or below it."""
    reports = Report.objects.visible_to(person).once(reader_language())
    kept = set(Government.objects.over(reports).values_list("pk", flat=True))
    visible = Q(reports__in=reports.values("pk"))
    counted = governments.annotate(
        report_count=Count("reports", filter=visible),
        first_year=Min("reports__year_planned", filter=visible),
        last_year=Max("reports__year_planned", filter=visible),
    )
    return counted.filter(pk__in=kept).order_by("code", "key")


def by_level(governments: Iterable[Government]) -> list[AtLevel]:
    """Put governments together by their level; those of none last."""
    groups: dict[str, list[Government]] = {}
    for government in governments:
        groups.setdefault(government.level, []).append(government)
    named = [(level.value, str(level.label)) for level in Level]
    return [AtLevel(label, groups[level]) for level, label in (*named, ("", "")) if level in groups]


def above(government: Government) -> list[Government]:
    """List the governments it lies in, outermost first."""
    found: list[Government] = []
    parent = government.parent
    while parent is not None and len(found) < _MOST_ABOVE:
        found.append(parent)
        parent = parent.parent
    return found[::-1]
