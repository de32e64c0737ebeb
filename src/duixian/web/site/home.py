"""The first page: search, what this is, governments, the latest reports, what was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.language_prefix import reader_language
from duixian.web.ledger.choices import Specificity, VerdictName
from duixian.web.ledger.models import Commitment, Evidence, Report, Verdict
from duixian.web.site.governments import by_level, listed_governments
from duixian.web.site.page_cache import cached_page
from duixian.web.site.shares import Share, shares_of

_LATEST_SHOWN = 6
_GOVERNMENTS_SHOWN = 40
_EXAMPLES_SHOWN = 3
_EXAMPLE_VERDICTS = (VerdictName.EXCEEDED, VerdictName.MET, VerdictName.MISSED, VerdictName.PARTLY)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in all published reports."""

    reports: int
    statements: int
    quantities: int
    commitments: int
    specificities: list[Share]
    verdicts: list[Share]
    judged: int  # commitments with a verdict


@dataclass(frozen=True, slots=True)
class Example:
    """A verdict with the passage that answers its commitment best."""

    verdict: Verdict
    evidence: Evidence


@require_safe
@cached_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page."""
    public = (
        Report.objects.public().once(reader_language()).select_related("document", "government")
    )
    latest = public.defer("document__text", "notes").order_by(
        "-published_at__date", "-year_planned", "-pk"
    )
    context = {
        "found": what_was_found(),
        "latest": list(latest[:_LATEST_SHOWN]),
        "levels": by_level(listed_governments(request.user, most=_GOVERNMENTS_SHOWN)),
        "examples": _examples(),
    }
    return render(request, "site/home.html", context)


def what_was_found() -> Found:
    """Count what all published reports hold, from the counts kept with each.

    A report in two languages counts once: its promises are not twice as many.
    """
    public = Report.objects.public().once(reader_language())
    counts: Counter[str] = Counter()
    reports = 0
    for each in public.values_list("counts", flat=True).iterator():
        reports += 1
        counts.update(each)
    verdicts = dict(
        Verdict.objects.public()
        .filter(commitment__in=Commitment.objects.kept().filter(report__in=public))
        .order_by()
        .values_list("verdict")
        .annotate(Count("pk"))
    )
    return Found(
        reports=reports,
        statements=counts["statements"],
        quantities=counts["quantities"],
        commitments=counts["commitments"],
        specificities=shares_of([(s, counts[s]) for s in Specificity.values], prefix="specificity"),
        verdicts=shares_of([(v, verdicts.get(v, 0)) for v in VerdictName.values], prefix="verdict"),
        judged=sum(verdicts.values()),
    )


def _examples() -> list[Example]:
    """Take the latest commitment in numbers of several verdicts, to show what a verdict is."""
    told = Evidence.objects.kept().filter(
        is_suggestion=False,
        verdict__in=Verdict.objects.public(),
        verdict__commitment__in=Commitment.objects.kept().filter(
            report__in=Report.objects.public().once(reader_language()),
            specificity=Specificity.QUANTIFIED,
        ),
    )
    joined = told.select_related("verdict__commitment__government", "verdict__account__review")
    latest = joined.defer("verdict__account__notes", "verdict__account__review__notes")
    found = (
        latest.filter(verdict__verdict=verdict)
        .order_by("-verdict__commitment__year", "-verdict_id", "-score")
        .first()
        for verdict in _EXAMPLE_VERDICTS
    )
    examples = [Example(each.verdict, each) for each in found if each is not None]
    return examples[:_EXAMPLES_SHOWN]
