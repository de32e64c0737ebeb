"""One line of log for each request, with its duration and a name to find its other lines by."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from duixian.web.operation import request_id

_LOG = logging.getLogger("duixian.requests")
# Checks of health and static files would hide the people in the log.
_QUIET = ("/health/", "/ready/", "/static/")

Answer = Callable[[HttpRequest], HttpResponse]


def log_requests(answer: Answer) -> Answer:
    """Tell method, path, status and milliseconds; never what a person typed."""

    def logged(request: HttpRequest) -> HttpResponse:
        name = request_id.request_id(request.headers.get(request_id.HEADER))
        token = request_id.current.set(name)
        start = time.perf_counter()
        try:
            response = answer(request)
            response.headers[request_id.HEADER] = name
            _tell(request, response, start)
        finally:
            request_id.current.reset(token)
        return response

    return logged


def _tell(request: HttpRequest, response: HttpResponse, start: float) -> None:
    level = logging.DEBUG if request.path.startswith(_QUIET) else logging.INFO
    milliseconds = round((time.perf_counter() - start) * 1000, 1)
    _LOG.log(
        level,
        "%s %s %s %s ms",
        request.method,
        request.path,
        response.status_code,
        milliseconds,
        extra={
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "milliseconds": milliseconds,
        },
    )
