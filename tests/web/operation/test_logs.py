"""Each request leaves one line that tells what was asked, and nothing that was typed."""

from __future__ import annotations

import json
import logging
import logging.config
import sys
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from duixian.web.operation.request_id import request_id
from duixian.web.settings import LOGGING

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """Log as JSON into memory."""
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    console = {**LOGGING["handlers"]["console"], "formatter": "json"}
    loggers = {"duixian": {"level": "INFO"}}
    logging.config.dictConfig({**LOGGING, "handlers": {"console": console}, "loggers": loggers})
    yield stream
    logging.config.dictConfig(LOGGING)


def test_a_request_is_one_line_of_json(visitor: Client, lines: StringIO) -> None:
    visitor.post("/en/sign-in/?next=/en/secret", {"username": "wang", "password": "hidden words"})

    (line,) = [json.loads(each) for each in lines.getvalue().splitlines() if "requests" in each]
    assert line["logger"] == "duixian.requests"
    assert (line["method"], line["path"], line["status"]) == ("POST", "/en/sign-in/", 200)
    assert line["milliseconds"] >= 0
    assert datetime.fromisoformat(line["time"]).tzinfo is not None
    assert "hidden words" not in lines.getvalue()
    assert "secret" not in lines.getvalue()


def test_every_line_of_a_request_has_its_name_as_has_the_answer(
    visitor: Client, lines: StringIO
) -> None:
    answer = visitor.get("/en/sign-in/", headers={"X-Request-ID": "from-proxy-0001"})

    assert answer.headers["X-Request-ID"] == "from-proxy-0001"
    assert json.loads(lines.getvalue().splitlines()[-1])["request_id"] == "from-proxy-0001"
    logging.getLogger("duixian").warning("between requests")
    assert json.loads(lines.getvalue().splitlines()[-1])["request_id"] == ""


def test_a_host_that_is_not_ours_leaves_one_clear_line(
    visitor: Client, lines: StringIO, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["reports.example.org"]
    answer = visitor.get("/en/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    told, asked = [json.loads(each) for each in lines.getvalue().splitlines()]
    assert (told["level"], "evil.example" in told["message"]) == ("WARNING", True)
    assert "Traceback" not in lines.getvalue()
    assert (asked["path"], asked["status"]) == ("/en/", 400)


def test_checks_of_health_do_not_fill_the_log(visitor: Client, lines: StringIO) -> None:
    visitor.get("/health/")
    assert lines.getvalue() == ""


def test_chinese_stays_readable_in_the_log(visitor: Client, lines: StringIO) -> None:
    visitor.get("/zh/没有/")
    assert "没有" in lines.getvalue()


def test_no_address_forges_a_line_of_the_log(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    console = {**LOGGING["handlers"]["console"], "formatter": "text"}
    loggers = {"duixian": {"level": "INFO"}}
    logging.config.dictConfig({**LOGGING, "handlers": {"console": console}, "loggers": loggers})
    try:
        visitor.get("/en/%0a2026-01-01 INFO duixian.requests GET /en/ 200%1b[31m%e2%80%a8/")
    finally:
        logging.config.dictConfig(LOGGING)
    (line,) = stream.getvalue().splitlines()
    assert line.endswith(" ms")
    assert datetime.fromisoformat(line.partition(" ")[0]).tzinfo is not None
    assert r"\x0a2026-01-01" in line
    assert "\x1b" not in line


@given(st.text())
def test_no_given_name_breaks_a_line_or_a_header(given_name: str) -> None:
    name = request_id(given_name)
    assert 8 <= len(name) <= 64
    assert name.isascii()
    assert "\n" not in name
