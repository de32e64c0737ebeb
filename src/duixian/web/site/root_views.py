"""What machines ask for, and the way to the reader's language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from duixian.web.ledger.models import Government, Report

_MOST_ADDRESSES = 20_000  # of each kind; a sitemap may hold 50,000
_LANGUAGES = ("zh-hans", "en")
_FIXED_PAGES = (
    "site:home",
    "site:governments",
    "site:reports",
    "site:commitments",
    "site:indicators",
    "site:about",
)

_FAVICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="1" y="1" width="30" height="30" rx="6" fill="#14586f"/>
<path d="M9 16.5l5 5L23.5 10" fill="none" stroke="#fff" stroke-width="2.6"
 stroke-linecap="round" stroke-linejoin="round"/></svg>"""


@require_safe
def to_language(request: HttpRequest) -> HttpResponse:
    """Send to the home page in the language the browser asks for."""
    with override(get_language_from_request(request)):
        response = redirect("site:home")
    patch_vary_headers(response, ("Accept-Language",))
    return response


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Give the mark of the site."""
    return HttpResponse(_FAVICON, content_type="image/svg+xml")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Let machines read all that is public, but not every filter of every list."""
    lines = ["User-agent: *", *(f"Disallow: /{each}/desk/" for each in ("zh", "en"))]
    lines += [f"Disallow: /{each}/search/" for each in ("zh", "en")]
    lines += ["Disallow: /*?", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the pages worth finding, in both languages."""
    addresses: list[str] = []
    public = Report.objects.public()
    reports = list(public.values_list("pk", flat=True)[:_MOST_ADDRESSES])
    reporting = Government.objects.filter(pk__in=public.values("government"))
    governments = list(reporting.values_list("key", flat=True)[:_MOST_ADDRESSES])
    for language in _LANGUAGES:
        with override(language):
            addresses += map(reverse, _FIXED_PAGES)
            addresses += [reverse("site:government", args=[key]) for key in governments]
            addresses += [reverse("site:report", args=[key]) for key in reports]
    whole = map(request.build_absolute_uri, addresses)
    text = render_to_string("site/sitemap.xml", {"addresses": list(whole)})
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
