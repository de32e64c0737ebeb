"""Pages are fetched within limits of time, size and place, and every refusal says why."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from duixian.documents import network
from duixian.documents.limits import Limits
from duixian.documents.network import is_public
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load
from duixian.documents.web import fetch
from duixian.errors import (
    AddressRefusedError,
    EmptySourceError,
    FetchFailedError,
    SourceError,
    SourceTooLargeError,
)

PAGE = "<html><title>报告</title><p>新增就业一万人。</p><p>增长5%。</p></html>"
LIMITS = Limits(max_bytes=1_000_000, fetch_seconds=5, max_redirects=3)
OPTIONS = SourceOptions(limits=LIMITS, allow_private=True)


class Site(BaseHTTPRequestHandler):
    """A small site with everything a fetch can meet."""

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/").replace("-", "_") or "page"
        getattr(self, f"give_{name}", self.give_missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_page(self) -> None:
        self.answer(PAGE.encode(), Content_Type="text/html; charset=utf-8")

    def give_gb(self) -> None:
        self.answer(PAGE.encode("gb18030"), Content_Type='TEXT/HTML; charset="GB2312"')

    def give_mislabelled(self) -> None:
        self.answer(PAGE.encode(), Content_Type="application/pdf")

    def give_host(self) -> None:
        self.answer(self.headers["Host"].encode(), Content_Type="text/plain")

    def give_closed(self) -> None:
        self.answer(b"sign in", 401)

    def give_busy(self) -> None:
        self.answer(b"later", 503)

    def give_missing(self) -> None:
        self.answer(b"no such page", 404)

    def give_empty(self) -> None:
        self.answer(b"")

    def give_gzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def give_deflate(self) -> None:
        packer = zlib.compressobj(wbits=-15)
        self.answer(packer.compress(PAGE.encode()) + packer.flush(), Content_Encoding="deflate")

    def give_cut_gzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def give_not_gzip(self) -> None:
        self.answer(b"not packed at all", Content_Encoding="gzip")

    def give_brotli(self) -> None:
        self.answer(b"x", Content_Encoding="br")

    def give_bomb(self) -> None:
        self.answer(gzip.compress(bytes(200_000_000), 1), Content_Encoding="gzip")

    def give_large(self) -> None:
        self.answer(b"x", Content_Length="999999999999")

    def give_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def give_broken_off(self) -> None:
        self.answer(b"x", Content_Length="100")

    def give_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.drip()

    def give_drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip()

    def drip(self) -> None:
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            pass

    def give_nonsense(self) -> None:
        self.wfile.write(b"\x00\xff not HTTP\r\n\r\n")

    def give_here(self) -> None:
        self.answer(b"", 302, Location="page?q=1")

    def give_round(self) -> None:
        self.answer(b"", 301, Location="/round")

    def give_elsewhere(self) -> None:
        self.answer(b"", 302, Location="http://169.254.169.254/latest")

    def give_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def give_secret(self) -> None:
        self.answer(b"", 302, Location="http://user:word@example.org/")

    def log_message(self, *_arguments: object) -> None:
        """Keep the test output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["", "gzip", "deflate", "here", "gb", "mislabelled"])
def test_a_page_is_read_however_it_is_sent(site: str, path: str) -> None:
    document = load(f"{site}/{path}", options=OPTIONS)
    assert document.text == "新增就业一万人。\n增长5%。"
    assert (document.title, document.media_type) == ("报告", "text/html")
    assert document.name == f"{site}/{path}"


def test_a_page_keeps_where_it_was_found_in_the_end_and_when(site: str) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    document = load(f"{site}/here", options=OPTIONS)
    assert (document.name, document.address) == (f"{site}/here", f"{site}/page?q=1")
    assert document.fetched
    assert before <= datetime.fromisoformat(document.fetched) <= datetime.now(UTC)


def test_what_the_server_says_comes_along(site: str) -> None:
    answer = fetch(f"{site}/gb", options=OPTIONS)
    assert (answer.media_type, answer.charset) == ("text/html", "GB2312")


def test_the_server_is_asked_by_its_name(site: str) -> None:
    port = site.rsplit(":", 1)[1]
    address = f"HTTP://LocalHost:{port}/host?年=2024#部分"
    assert load(address, options=OPTIONS).text == f"localhost:{port}"


@pytest.mark.parametrize(
    ("path", "error", "cause"),
    [
        ("missing", FetchFailedError, "answered 404: there is no such page; check the address"),
        ("closed", FetchFailedError, "answered 401: .*; open it in a browser, save the page"),
        ("busy", FetchFailedError, "answered 503; try again later"),
        ("empty", EmptySourceError, "empty"),
        ("cut-gzip", FetchFailedError, "breaks off"),
        ("not-gzip", FetchFailedError, "packed wrongly"),
        ("brotli", FetchFailedError, "packed as 'br'"),
        ("bomb", SourceTooLargeError, "over the limit of 1,000,000 bytes"),
        ("large", SourceTooLargeError, "over the limit of 1,000,000 bytes"),
        ("endless", SourceTooLargeError, "over the limit of 1,000,000 bytes"),
        ("broken-off", FetchFailedError, "cannot be fetched"),
        ("nonsense", FetchFailedError, "cannot be fetched"),
        ("round", FetchFailedError, "more than 3 redirects"),
        ("file", AddressRefusedError, "file address"),
        ("secret", AddressRefusedError, "user name or password"),
    ],
)
def test_what_goes_wrong_is_one_line(
    site: str, path: str, error: type[SourceError], cause: str
) -> None:
    with pytest.raises(error, match=cause) as caught:
        load(f"{site}/{path}", options=OPTIONS)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["drip", "drip-headers"])
def test_a_server_that_drips_is_left_when_the_time_is_up(site: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchFailedError, match=r"no complete answer within 0\.5 seconds"):
        fetch(
            f"{site}/{path}",
            options=SourceOptions(limits=Limits(fetch_seconds=0.5), allow_private=True),
        )
    assert time.monotonic() - started < 2


def test_a_server_that_says_nothing_is_left_when_the_time_is_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(FetchFailedError):
            fetch(
                address, options=SourceOptions(limits=Limits(fetch_seconds=0.3), allow_private=True)
            )


def test_nothing_listening_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(FetchFailedError, match=r"cannot be fetched \([^\[]*refused"):
        fetch(f"http://127.0.0.1:{port}/", options=OPTIONS)


# Places


PRIVATE = """
127.0.0.1 localhost [::1] [::ffff:127.0.0.1] 10.1.2.3 192.168.0.1 0.0.0.0 169.254.169.254
2130706433 0x7f.1 127.1 [fe80::1] [fc00::1] 224.0.0.1 [64:ff9b::7f00:1] [2002:7f00:1::]
100.64.0.1 255.255.255.255
"""


@pytest.mark.parametrize("host", PRIVATE.split())
def test_private_and_reserved_addresses_are_refused(host: str) -> None:
    with pytest.raises(AddressRefusedError, match="private or reserved network"):
        fetch(f"http://{host}:9/", options=SourceOptions(limits=LIMITS))


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_numbers_are_public(number: str) -> None:
    assert is_public(number)


def test_every_redirect_is_checked_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_public", lambda number: number == "127.0.0.1")
    with pytest.raises(AddressRefusedError, match=r"169\.254\.169\.254"):
        fetch(f"{site}/elsewhere", options=SourceOptions(limits=LIMITS))


def test_a_name_with_one_private_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(AddressRefusedError, match=r"10\.0\.0\.1"):
        fetch("http://report.example/", options=SourceOptions(limits=LIMITS))


def test_a_name_is_resolved_once_and_the_checked_number_is_used(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolve_to(monkeypatch, ["127.0.0.1"])
    port = site.rsplit(":", 1)[1]
    answer = fetch(f"http://report.example:{port}/host", options=OPTIONS)
    assert answer.data.decode() == f"report.example:{port}"
    assert asked == ["report.example"]


def resolve_to(monkeypatch: pytest.MonkeyPatch, numbers: list[str]) -> list[str]:
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *options: int, **named: int) -> list[object]:
        if host[0].isdigit():
            return list(real(host, port, *options, **named))
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_slow_look_up_ends_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: released.wait(5) and [])
    with pytest.raises(FetchFailedError, match="not resolved in time"):
        fetch("http://report.example/", options=SourceOptions(limits=Limits(fetch_seconds=0.2)))
    released.set()


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("http://", FetchFailedError),
        ("http://a:99999/", FetchFailedError),
        ("http://[::1/", FetchFailedError),
        ("http://a..b/", FetchFailedError),
        ("http://" + "a" * 70 + ".cn/", FetchFailedError),
        ("http://user:word@example.org/", AddressRefusedError),
        ("https://\x00/", FetchFailedError),
    ],
)
def test_odd_addresses_are_one_line(address: str, error: type[SourceError]) -> None:
    with pytest.raises(error) as caught:
        load(address, options=SourceOptions(limits=LIMITS))
    assert "\n" not in str(caught.value)
    assert "word" not in str(caught.value).replace("password", "")
