"""The network address a request comes from, behind a reverse proxy too."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest

from duixian.web.settings import ENVIRONMENT


def client_address(request: HttpRequest) -> str | None:
    """Return the address of who asks; None where it is not known.

    Behind a proxy it is what that proxy added, the last: what stands before it anyone may write.
    """
    told = str(request.META.get("REMOTE_ADDR", ""))
    if ENVIRONMENT.behind_proxy:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or told
    try:
        return str(ipaddress.ip_address(told))
    except ValueError:
        return None
