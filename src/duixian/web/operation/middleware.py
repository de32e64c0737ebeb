"""One line of log for each request, with how long it took."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_LOG = logging.getLogger("duixian.requests")

Answer = Callable[[HttpRequest], HttpResponse]


def log_requests(answer: Answer) -> Answer:
    """Tell method, path, status and milliseconds; never what a person typed."""

    def logged(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = answer(request)
        _LOG.info(
            "request",
            extra={
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - start) * 1000, 1),
            },
        )
        return response

    return logged
