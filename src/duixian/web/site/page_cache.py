"""Pages that all visitors see alike, rendered once for each state of the ledger.

A view under `cached_page` answers visitors who carry no session from the cache, with an ETag, so
that who has the page already is told so in a line. The key holds a stamp of the ledger: anything
published, withdrawn, read again or corrected makes all pages new. People who are signed in get
their own pages, which nobody keeps.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language

import duixian

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]

_SECONDS_KEPT = 24 * 3600
_LONGEST_ADDRESS = 600  # longer ones are answered, but not kept
_MESSAGES_COOKIE = "messages"

# What grows or moves with every change that a visitor can see.
_STAMP = """
SELECT reports.*,
  (SELECT MAX(id) FROM ledger_change), (SELECT MAX(made_at) FROM ledger_account),
  (SELECT MAX(id) FROM ledger_evidence), (SELECT MAX(id) FROM ledger_verdict),
  (SELECT MAX(id) FROM ledger_bead), (SELECT MAX(id) FROM ledger_finding),
  (SELECT {governments} FROM (SELECT * FROM ledger_government ORDER BY id) named),
  (SELECT at FROM ledger_change ORDER BY id DESC LIMIT 1)
FROM (
  SELECT COUNT(*) AS n, SUM(revision) AS revisions,
    SUM(CASE WHEN is_published AND withdrawn_at IS NULL THEN 1 ELSE 0 END) AS published,
    MAX(read_at) AS read, MAX(published_at) AS shown
  FROM ledger_report
) reports
"""
_TIMES = (3, 4, 6, 12)
# Governments are renamed in place: both databases have the means to tell one state from another.
_NAMED = "key || code || name || name_en || level || COALESCE(parent_id, 0)"
_GOVERNMENTS = {
    "sqlite": f"MD5(GROUP_CONCAT({_NAMED}, '|'))",
    "postgresql": f"MD5(STRING_AGG({_NAMED}, '|' ORDER BY id))",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it is kept: compressed, since most readers take it so."""

    compressed: bytes
    content_type: str
    language: str


def ledger_stamp() -> tuple[str, datetime | None]:
    """Return a text that differs once anything public changes, and when that last was."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMP.format(governments=_GOVERNMENTS[connection.vendor]))
        row = cursor.fetchone()
    times = [each for each in (_time(row[place]) for place in _TIMES) if each]
    return "|".join(map(str, row)), max(times, default=None)


def _time(value: datetime | str | None) -> datetime | None:
    """Read a time: PostgreSQL gives one, SQLite its letters or one without a zone (in UTC)."""
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return read.replace(tzinfo=UTC) if read and read.tzinfo is None else read


def cached_page(view: View[Arguments]) -> View[Arguments]:
    """Answer visitors from the cache, and with 304 where they have the page."""

    @wraps(view)
    def answer(
        request: HttpRequest, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or not _is_visitor(request):
            return _own(view(request, *args, **kwargs))
        stamp, changed = ledger_stamp()
        key = _key(request, stamp)
        etag, modified = f'W/"{key}"', int(changed.timestamp()) if changed else None
        known = get_conditional_response(request, etag=etag, last_modified=modified)
        if known is not None and known.status_code == 304:
            return _marked(known, etag, modified)
        kept = cache.get(key)
        if kept is None:
            response = view(request, *args, **kwargs)
            kept = _keep(request, response, key)
            if kept is None:
                return _own(response)
        return _marked(_response(request, kept), etag, modified)

    return cast("View[Arguments]", answer)


def _is_visitor(request: HttpRequest) -> bool:
    return not {settings.SESSION_COOKIE_NAME, _MESSAGES_COOKIE} & request.COOKIES.keys()


def _key(request: HttpRequest, stamp: str) -> str:
    host = f"{request.scheme}://{request.get_host()}"  # stands in addresses to be cited
    parts = (duixian.__version__, stamp, get_language() or "", host)
    named = "\n".join((*parts, request.get_full_path()))
    return f"page-{hashlib.sha256(named.encode()).hexdigest()[:32]}"


def _keep(request: HttpRequest, response: HttpResponseBase, key: str) -> Kept | None:
    """Keep a page; None where it is none to keep."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    if response.has_header("Content-Disposition"):
        return None
    kept = Kept(
        gzip.compress(response.content, compresslevel=5, mtime=0),
        response.headers["Content-Type"],
        response.headers.get("Content-Language", get_language() or ""),
    )
    if len(request.get_full_path()) <= _LONGEST_ADDRESS:
        cache.set(key, kept, _SECONDS_KEPT)
    return kept


def _response(request: HttpRequest, kept: Kept) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(kept.compressed, content_type=kept.content_type)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(kept.compressed), content_type=kept.content_type)
    response.headers["Content-Language"] = kept.language
    return response


def _marked(response: HttpResponseBase, etag: str, modified: int | None) -> HttpResponseBase:
    """Say what lets a browser keep the page and ask whether it is still good."""
    response.headers["ETag"] = etag
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, ("Cookie", "Accept-Encoding"))
    return response


def _own(response: HttpResponseBase) -> HttpResponseBase:
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ("Cookie",))
    return response
