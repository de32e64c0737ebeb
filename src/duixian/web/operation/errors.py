"""What a person sees when something broke: a page that needs nothing else to work."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

_RETRY_SECONDS = 30


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; where the database is gone or busy, that it will pass (503)."""
    page = HttpResponse(get_template("500.html").render(), status=500)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        page.status_code = 503
        page.headers["Retry-After"] = str(_RETRY_SECONDS)
    return page
