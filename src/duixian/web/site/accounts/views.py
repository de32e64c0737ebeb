"""The account of a government and year: what was promised, what the next report says of it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.language_prefix import reader_language
from duixian.web.site.accounts.find import Found, find_account
from duixian.web.site.accounts.summary import (
    ENTRIES_ON_PAGE,
    MOST_UNREPORTED,
    commitments_of,
    grouped,
    rows_of,
    summarise,
)
from duixian.web.site.commitments import listing, table
from duixian.web.site.downloads import FORMATS, MOST_ROWS, download
from duixian.web.site.page_cache import cached_page


@require_safe
@cached_page
def account(request: HttpRequest, key: str, year: int) -> HttpResponse:
    """Show the account of a year, or say what is missing for one."""
    found = find_account(key, year, language=reader_language())
    context: dict[str, object] = {
        "found": found,
        "page_language": reader_language(),
        **_neighbours(found),
    }
    if found.account is None:
        return render(request, "site/account_missing.html", context)
    summary = summarise(found.account)
    page = Paginator(summary.order, ENTRIES_ON_PAGE).get_page(request.GET.get("page"))
    silent = rows_of(summary.silent[:MOST_UNREPORTED]) if page.number == 1 else []
    return render(
        request,
        "site/account.html",
        {
            **context,
            "account": found.account,
            "summary": summary,
            "page": page,
            "groups": grouped(rows_of(list(page.object_list))),
            "silent": silent,
            "silent_left": len(summary.silent) - len(silent),
            "formats": FORMATS,
        },
    )


@require_safe
def account_file(request: HttpRequest, key: str, year: int, format_: str) -> HttpResponseBase:
    """Give an account as a file, the general commitments among the rest."""
    if format_ not in FORMATS:
        raise Http404
    found = find_account(key, year, language=reader_language())
    if found.account is None:
        raise Http404
    batches = listing.in_batches(commitments_of(found.account), most=MOST_ROWS)
    return download(
        table.SHAPE,
        table.rows_in(batches, request.build_absolute_uri),
        format_=format_,
        name=f"duixian-account-{key}-{year}",
        about={"source": request.build_absolute_uri(), "notes": found.account.notes},
    )


def _neighbours(found: Found) -> dict[str, int | None]:
    before = [year for year in found.years if year < found.year]
    after = [year for year in found.years if year > found.year]
    return {"year_before": max(before, default=None), "year_after": min(after, default=None)}
