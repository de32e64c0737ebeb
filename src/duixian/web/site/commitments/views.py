"""The list of commitments and its files; one commitment, for people and for machines."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views.decorators.http import require_safe

from duixian.web.language_prefix import reader_language
from duixian.web.site.commitments import linked_data, listing, table
from duixian.web.site.commitments.detail import detail, find_commitment
from duixian.web.site.commitments.filters import ALL_LANGUAGES, Filters, read_filters
from duixian.web.site.commitments.showing import shown
from duixian.web.site.downloads import FORMATS, MOST_ROWS, download, json_of
from duixian.web.site.page_cache import cached_page

_LINKED_DATA = "application/ld+json"


@require_safe
@cached_page
def commitments(request: HttpRequest) -> HttpResponse:
    """Show the commitments that an address asks for."""
    page = shown(_asked(request))
    return render(
        request,
        "site/commitments.html",
        {
            "shown": page,
            "address": page.filters.address(),
            "main_facets": [page.facets[name] for name in ("government", "year", "function")],
            "boxes": [page.facets[name] for name in ("specificity", "verdict")],
            "more_facets": [
                page.facets[name] for name in ("role", "unit", "indicator", "language")
            ],
            "formats": FORMATS,
            "most_rows": MOST_ROWS,
        },
    )


@require_safe
def commitments_file(request: HttpRequest, format_: str) -> HttpResponseBase:
    """Give the same commitments, of all pages, as a file."""
    if format_ not in FORMATS:
        raise Http404
    batches = listing.in_batches(listing.commitments_for(_asked(request)), most=MOST_ROWS)
    return download(
        table.SHAPE,
        table.rows_in(batches, request.build_absolute_uri),
        format_=format_,
        name="duixian-commitments",
        about={"source": request.build_absolute_uri(), "most": MOST_ROWS},
    )


def _asked(request: HttpRequest) -> Filters:
    """Read the address. A reader of whose language there is no report yet is shown all of them."""
    filters = read_filters(request.GET, language=reader_language())
    if "language" in request.GET or listing.is_any_in(filters.page_language):
        return filters
    return filters.having("language", ALL_LANGUAGES)


@require_safe
@cached_page
def commitment(request: HttpRequest, key: str) -> HttpResponse:
    """Show one commitment at its permanent address."""
    found = find_commitment(key, request.user)
    address = request.build_absolute_uri(reverse("commitment-address", args=[key]))
    return render(
        request,
        "site/commitment.html",
        {
            "detail": detail(found, request.user, address=address),
            "page_language": reader_language(),
        },
    )


@require_safe
def to_commitment(request: HttpRequest, key: str) -> HttpResponse:
    """Send from the address that is cited, which is of no language, to the reader's own."""
    with override(get_language_from_request(request)):
        answer = redirect("site:commitment", key=key)
    patch_vary_headers(answer, ("Accept-Language", "Cookie"))
    return answer


@require_safe
def record(request: HttpRequest, key: str) -> HttpResponse:
    """Give one commitment as JSON."""
    found = find_commitment(key, request.user)
    row = table.row_of(found, request.build_absolute_uri)
    return HttpResponse(json_of(row), content_type="application/json")


@require_safe
def annotation(request: HttpRequest, key: str) -> HttpResponse:
    """Give one commitment as a W3C Web Annotation on the text of its report."""
    found = find_commitment(key, request.user)
    return _linked(linked_data.annotation(found, request.build_absolute_uri))


@require_safe
def claim_review(request: HttpRequest, key: str) -> HttpResponse:
    """Give a verdict that a person checked as a ClaimReview; 404 for any other."""
    found = find_commitment(key, request.user)
    review = linked_data.claim_review(found, request.build_absolute_uri)
    if review is None:
        raise Http404
    return _linked(review)


def _linked(data: dict[str, object]) -> HttpResponse:
    return JsonResponse(
        data, content_type=_LINKED_DATA, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
