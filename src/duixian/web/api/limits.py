"""How many requests one may ask in a minute, of all processes together. No address is kept."""

from __future__ import annotations

import logging
import sqlite3
import time
from hashlib import blake2b
from ipaddress import ip_network

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from duixian.web.api.request_counts import MINUTE, may_ask
from duixian.web.people.client_address import client_address

_LOG = logging.getLogger("duixian.api")


class Limit(BaseThrottle):
    """So many requests a minute for each network address, or each person who writes by a token."""

    def __init__(self, requests: int) -> None:
        self._requests = requests

    def allow_request(self, request: HttpRequest) -> bool:
        """Count a request; tell whether it is one too many."""
        who = _who(request)
        try:
            return may_ask(settings.REQUEST_COUNTS, who, most=self._requests, now=time.time())
        except (OSError, sqlite3.Error) as error:
            _LOG.warning("requests cannot be counted: %s", error)
            return True  # rather no limit than no answer

    def wait(self) -> float:
        """Tell after how many seconds the first of them may be asked again."""
        return MINUTE - time.time() % MINUTE + 1


def _who(request: HttpRequest) -> bytes:
    person = getattr(request, "auth", None)
    said = f"person {person.pk}" if person is not None else f"network {_network(request)}"
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(said.encode(), key=key, digest_size=16).digest()


def _network(request: HttpRequest) -> str:
    """Name the network that one asks from: a household has a whole /64 of IPv6 to itself."""
    address = client_address(request)
    if address is None or ":" not in address:
        return str(address)
    return str(ip_network(f"{address}/64", strict=False))
