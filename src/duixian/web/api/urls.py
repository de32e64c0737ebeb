"""The address of the interface: ``/api/v1/``, and its description ``/api/v1/openapi.json``.

What is not there, or not to be done there, is answered in the shape of every other error; what may
be got may be asked for its headers alone (HEAD).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from duixian.web.api.endpoints import api
from duixian.web.api.errors import ApiError

View = Callable[..., HttpResponse]


def _in_shape(view: View) -> View:
    @wraps(view)  # which carries over that it asks for no token of a form
    def answered(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked  # the server leaves the body out
        try:
            answer = view(request, *arguments, **named)
        finally:
            request.method = asked
        if answer.status_code != 405:
            return answer
        said = ApiError(405, "not_allowed", _("This cannot be done at this address."))
        told = api.on_exception(request, said)
        told.headers["Allow"] = answer.headers["Allow"]
        return told

    return answered


@csrf_exempt
def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer what no other address matched."""
    return api.on_exception(request, Http404())


_patterns, _app, _name = api.urls
for _pattern in _patterns:
    if _pattern.callback is not None:
        _pattern.callback = _in_shape(_pattern.callback)

urlpatterns = [
    path("v1/", missing),  # before the root of the interface itself, which answers with a page
    path("v1/", (_patterns, _app, _name)),
    path("v1/<path:rest>", missing),
]
