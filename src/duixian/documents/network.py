"""Connections that go only where they may and end when they must.

A name is resolved once, every number it stands for is checked, and the connection goes to
a checked number, so that a name that changes its mind between check and connection
reaches nothing. Every wait on the connection ends with the time limit of the whole fetch.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext
from typing import Any

import httpcore

from duixian.documents.options import SourceOptions
from duixian.errors import AddressRefusedError, FetchFailedError

_STALLED_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What holds for one fetch and all its redirects."""

    source: str  # as the person gave it, for messages
    until: float  # on the monotonic clock
    options: SourceOptions

    def remaining(self) -> float:
        """Give the seconds left; raises when none are."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise FetchFailedError(
                self.source,
                f"no complete answer within {self.options.limits.fetch_seconds:g} seconds",
            )
        return left


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects only to checked numbers, and lets nothing outlast the time limit."""

    def __init__(self, rules: FetchRules) -> None:
        self._rules = rules
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check, and connect to the first number that answers."""
        failure: Exception = httpcore.ConnectError("no address for this name")
        for number in _checked_numbers(host, port, self._rules):
            try:
                seconds = min(_STALLED_SECONDS, self._rules.remaining())
                stream = self._inner.connect_tcp(number, port, timeout=seconds)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._rules)
        raise failure


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the time limit of the whole fetch."""

    def __init__(self, inner: httpcore.NetworkStream, rules: FetchRules) -> None:
        self._inner = inner
        self._rules = rules

    def _seconds(self) -> float:
        return min(_STALLED_SECONDS, self._rules.remaining())

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, timeout=self._seconds())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout=self._seconds())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, timeout=self._seconds())
        return _TimedStream(secured, self._rules)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _checked_numbers(host: str, port: int, rules: FetchRules) -> list[str]:
    """Resolve a name; raises AddressRefusedError if any number of it is not public."""
    numbers = _resolve(host, port, rules)
    for number in numbers:
        if not rules.options.allow_private and not is_public(number):
            cause = f"{host} is inside a private or reserved network ({number})"
            raise AddressRefusedError(
                rules.source, cause, "add --allow-private if it is your own network"
            )
    return numbers


def _resolve(host: str, port: int, rules: FetchRules) -> list[str]:
    """Look a name up. In a thread, because the system's look-up knows no time limit."""
    found: Future[list[str]] = Future()

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.set_result(list(dict.fromkeys(str(entry[4][0]) for entry in entries)))
        except (OSError, UnicodeError) as error:
            found.set_exception(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return found.result(timeout=rules.remaining())
    except FutureTimeoutError as error:
        raise FetchFailedError(rules.source, f"the name {host} is not resolved in time") from error
    except (OSError, UnicodeError) as error:
        cause = f"no address is known for the name {host}"
        raise FetchFailedError(rules.source, cause, "check the spelling and the network") from error


_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 behind NAT64 (RFC 6052)


def is_public(number: str) -> bool:
    """Tell whether an IP address is one of the public internet."""
    address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local or address.teredo is not None:
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )
