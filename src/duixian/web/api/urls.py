"""The address of the interface: ``/api/v1/``, and its description ``/api/v1/openapi.json``.

What is not there is answered in the shape of every other error, not with a page.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from duixian.web.api.endpoints import api


@csrf_exempt
def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer what no other address matched."""
    return api.on_exception(request, Http404())


urlpatterns = [
    path("v1/", missing),  # before the root of the interface itself, which answers with a page
    path("v1/", api.urls),
    path("v1/<path:rest>", missing),
]
