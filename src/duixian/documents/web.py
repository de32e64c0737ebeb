"""Fetch one page or file from the web, within limits of time, size and place.

Where a connection may go is decided in `documents.network`, for every redirect anew; the
names for TLS and the Host header stay the page's own. No cookies, no proxies.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

import httpcore
import httpx

from duixian.documents.network import CheckedNetwork, FetchRules
from duixian.documents.options import SourceOptions
from duixian.errors import AddressRefusedError, FetchFailedError, SourceTooLargeError

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HEADERS = (
    ("User-Agent", "duixian (reads government work reports)"),
    ("Accept", "text/html, application/pdf, text/plain, */*;q=0.5"),
    ("Accept-Language", "zh, en;q=0.8"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Connection", "close"),
)
_ERROR_NUMBER = re.compile(r"^\[Errno -?\d+\] ")
_NETWORK_ERRORS = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    zlib.error,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave.

    Attributes:
        address: where it was found in the end, after redirects.
        data: the bytes, unpacked.
        media_type: what the server said it is, in lower case without parameters.
        charset: what the server said it is encoded in.
        fetched: when it came, in UTC, as ISO 8601 to the second.
    """

    address: str
    data: bytes
    media_type: str | None
    charset: str | None
    fetched: str


def fetch(address: str, *, options: SourceOptions) -> Answer:
    """Fetch an http(s) address, redirects followed; raises only `SourceError`."""
    limits = options.limits
    rules = FetchRules(address, time.monotonic() + limits.fetch_seconds, options)
    try:
        url = _checked(httpx.URL(address.strip()), rules)
        for _ in range(limits.max_redirects + 1):
            answer = _fetch_once(url, rules)
            if isinstance(answer, Answer):
                return answer
            url = _checked(answer, rules)
    except httpx.InvalidURL as error:
        raise FetchFailedError(address, "not a valid address", "check the spelling") from error
    except _NETWORK_ERRORS as error:
        rules.remaining()  # where the time is up, that is the cause
        raise FetchFailedError(address, _cause(error)) from error
    raise FetchFailedError(address, f"more than {limits.max_redirects} redirects")


def _cause(error: Exception) -> str:
    """Say what went wrong on the network in the words of the system, on one line."""
    if isinstance(error, httpcore.TimeoutException):
        return "the server does not answer"
    if isinstance(error, zlib.error):
        return "the answer is packed wrongly"
    said = _ERROR_NUMBER.sub("", " ".join(str(error).split()))
    return f"cannot be fetched ({said or type(error).__name__})"


def _checked(url: httpx.URL, rules: FetchRules) -> httpx.URL:
    """Give the address back if it is one to fetch; raises AddressRefusedError."""
    if url.userinfo:
        plain = str(url.copy_with(username=None, password=None))
        raise AddressRefusedError(
            plain, "the address holds a user name or password", "give it without them"
        )
    if url.scheme not in ("http", "https"):
        cause = f"leads to a {url.scheme or 'relative'} address"
        raise AddressRefusedError(rules.source, cause, "only http and https are fetched")
    if not url.host or not 0 < (url.port or 80) < 65536:
        raise FetchFailedError(rules.source, "not a valid address", "check the spelling")
    return url


def _fetch_once(url: httpx.URL, rules: FetchRules) -> Answer | httpx.URL:
    """Ask one address; give its answer, or where it sends us."""
    network = CheckedNetwork(rules)
    with (
        httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=network
        ) as pool,
        pool.stream("GET", str(url), headers=[*_HEADERS, ("Host", url.netloc)]) as response,
    ):
        headers = Message()
        for name, value in response.headers:
            headers[name.decode("latin-1")] = value.decode("latin-1").strip()
        location = headers["Location"]
        if response.status in _REDIRECTS and location:
            return url.join(location)
        if not 200 <= response.status < 300:
            raise _refused(rules.source, response.status)
        data = _body(response.iter_stream(), headers, rules)
        media_type = headers.get_content_type() if headers["Content-Type"] else None
        fetched = datetime.now(UTC).isoformat(timespec="seconds")
        return Answer(str(url), data, media_type, _charset(headers), fetched)


def _refused(source: str, status: int) -> FetchFailedError:
    """Say what a status other than success means and what may help."""
    answered = f"the server answered {status}"
    if status in (404, 410):
        return FetchFailedError(source, f"{answered}: there is no such page", "check the address")
    if status in (401, 402, 403, 407, 451):
        advice = "open it in a browser, save the page and read the file"
        return FetchFailedError(source, f"{answered}: it does not let everyone in", advice)
    if status == 429 or status >= 500:
        return FetchFailedError(source, answered)
    return FetchFailedError(
        source, answered, "check the address, or save the page and read the file"
    )


def _charset(headers: Message) -> str | None:
    charset = headers.get_param("charset")
    return charset if isinstance(charset, str) else None


# The body


def _body(chunks: Iterable[bytes], headers: Message, rules: FetchRules) -> bytes:
    """Read and unpack a body; neither the packed nor the unpacked bytes pass the limit."""
    most = rules.options.limits.max_bytes
    stated = headers.get("Content-Length", "")
    if stated.isdecimal() and len(stated) < 20 and int(stated) > most:
        raise SourceTooLargeError.over(rules.source, most, "bytes")
    packing = headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchFailedError(rules.source, f"the answer is packed as {packing[:40]!r}")
    unpacker = None if packing in ("", "identity") else _Unpacker()
    data = bytearray()
    received = 0
    for chunk in chunks:
        received += len(chunk)
        data += unpacker.unpack(chunk, most + 1 - len(data)) if unpacker else chunk
        if max(received, len(data)) > most:
            raise SourceTooLargeError.over(rules.source, most, "bytes")
    if unpacker and received and not unpacker.is_complete:
        raise FetchFailedError(rules.source, "the answer breaks off")
    return bytes(data)


class _Unpacker:
    """Unpacks gzip and deflate, the latter also without its header, as some servers send it."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj(wbits=47)
        self._is_first = True

    @property
    def is_complete(self) -> bool:
        return self._inflater.eof

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Unpack a chunk to no more than `most` bytes; what is over is left behind."""
        try:
            return self._inflater.decompress(chunk, max(1, most))
        except zlib.error:
            if not self._is_first:
                raise
            self._inflater = zlib.decompressobj(wbits=-15)
            return self._inflater.decompress(chunk, max(1, most))
        finally:
            self._is_first = False
