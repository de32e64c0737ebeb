"""What a person sees when something broke: a page that needs nothing else to work."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _

_RETRY_SECONDS = 30


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request was not understood, and what to do where that is known."""
    heading, words, status = "", "", 400
    if isinstance(exception, TooManyFilesSent):
        words = _("At most %(count)s files can be sent at once: send them in several parts.") % {
            "count": settings.DATA_UPLOAD_MAX_NUMBER_FILES
        }
    elif isinstance(exception, RequestDataTooBig):
        heading, status = _("Too much was sent at once"), 413
        words = _("Nothing was changed. Go back, and send it in several parts.")
    page = get_template("400.html").render({"heading": heading, "words": words})
    return HttpResponse(page, status=status)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; where the database is gone or busy, that it will pass (503)."""
    page = HttpResponse(get_template("500.html").render(), status=500)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        page.status_code = 503
        page.headers["Retry-After"] = str(_RETRY_SECONDS)
    return page
