"""One sentence with all that is recorded of it; the reader shows the same beside the text."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.ledger.models import Report, Section, Statement
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import visible_report

_REACH = 100  # characters shown before and after
_MOST_RECORDS = 60  # of each sort; a sentence rarely has ten


@require_safe
@cached_page
def statement(request: HttpRequest, pk: int, start: int) -> HttpResponse:
    """Show one statement of a report, found by its place in the text."""
    report = visible_report(request, pk, with_text=True)
    found = _find(report, start)
    if found is None:
        raise Http404("no statement begins there")
    before, text, after = report.document.around(found.start, found.end, reach=_REACH)
    commitments = found.commitments.kept().select_related("verdict__account__review")
    context = {
        "report": report,
        "statement": found,
        "before": before,
        "after": after,
        "pieces": _pieces(found, text),
        "page": report.document.page_at(found.start),
        "headings": _headings(found.section),
        "quantities": found.quantities.filter(is_superseded=False)[:_MOST_RECORDS],
        "claims": found.claims.kept()[:_MOST_RECORDS],
        "commitments": commitments[:_MOST_RECORDS],
    }
    return render(request, "site/statement.html", context)


def _find(report: Report, start: int) -> Statement | None:
    found = report.statements.filter(start=min(start, 2**31 - 1)).order_by("is_superseded")
    return found.select_related("section__parent__parent").first()


def _pieces(found: Statement, text: str) -> list[tuple[str, bool]]:
    """Cut the sentence at its numbers: each piece with whether it is one."""
    pieces, here = [], 0
    for quantity in found.quantities.filter(is_superseded=False):
        first, last = quantity.start - found.start, quantity.end - found.start
        if first >= here:
            pieces += [(text[here:first], False), (text[first:last], True)]
            here = last
    return [*pieces, (text[here:], False)]


def _headings(section: Section | None) -> list[str]:
    headings: list[str] = []
    while section is not None and len(headings) < 4:
        if section.heading:
            headings.append(section.heading)
        section = section.parent
    return headings[::-1]
