"""What an audit noticed in a report or between its two versions, with both quotations."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.bilingual.page.labels import kind_label
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.choices import Severity
from duixian.web.ledger.models import Alignment, Document, Finding, Report
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import around, findings_of, visible_report

_ON_A_PAGE = 40
_LONGEST_MARK = 400  # a mark over more than a sentence marks nothing


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence with the words meant in it. ``report`` is the one it stands in."""

    report: Report
    language: str
    start: int | None
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding as the page shows it."""

    finding: Finding
    label: str
    quotations: list[Quotation]


@require_safe
@cached_page
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the findings of a report, the gravest first."""
    report = visible_report(request, pk, with_text=True)
    beside = around(report, request.user)
    found = findings_of(report, beside.alignment)
    counts = [(each, found.filter(severity=each.value).count()) for each in Severity]
    severity = request.GET.get("severity", "")
    if severity in Severity.values:
        found = found.filter(severity=severity)
    else:
        severity = ""
    rank = Case(
        *[When(severity=s, then=Value(n)) for n, s in enumerate(Severity)],
        default=Value(9),
        output_field=IntegerField(),
    )
    pages = Paginator(found.order_by(rank, "zh_start", "pk"), _ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "report": report,
        "around": beside,
        "here": "findings",
        "counts": counts,
        "severity": severity,
        "pages": page,
        "query": f"severity={severity}&" if severity else "",
        "noticed": [noticed(each, report, beside.alignment) for each in page.object_list],
    }
    return render(request, "site/findings.html", context)


def noticed(finding: Finding, report: Report, alignment: Alignment | None) -> Noticed:
    """Prepare a finding with its quotations, the words it speaks of marked."""
    zh = alignment.zh if alignment and finding.alignment_id else report
    en = alignment.en if alignment and finding.alignment_id else report
    label = kind_label(finding.kind)
    sides = [
        (zh, "zh", finding.zh_text, finding.zh_start, finding.zh_end),
        (en, "en", finding.en_text, finding.en_start, finding.en_end),
        (report, "", finding.other_text, finding.other_start, finding.other_end),
    ]
    quotations = [
        _quotation(side, language or report.language, text, start, end)
        for side, language, text, start, end in sides
        if text
    ]
    is_english = reader_language() == "en"
    return Noticed(finding, label.en if is_english else label.zh or label.en, quotations)


def _quotation(
    report: Report, language: str, text: str, start: int | None, end: int | None
) -> Quotation:
    """Find the words meant in the sentence they stand in."""
    if start is None or end is None or end - start > _LONGEST_MARK:
        return Quotation(report, language, start, text, "", "")
    words = _words(report.document, start, end)
    at = text.find(words) if words else -1
    if at < 0 or words == text:
        return Quotation(report, language, start, text, "", "")
    return Quotation(report, language, start, text[:at], words, text[at + len(words) :])


def _words(document: Document, start: int, end: int) -> str:
    return document.text[start:end]
