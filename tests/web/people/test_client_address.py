"""Whom a lock is for, with and without a proxy before the site."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import RequestFactory

from duixian.web.people.client_address import client_address
from duixian.web.settings import ENVIRONMENT


@pytest.mark.parametrize(
    ("is_behind", "forwarded", "expected"),
    [
        (False, "", "127.0.0.1"),
        (False, "10.9.9.9", "127.0.0.1"),  # anyone may write that
        (True, "10.9.9.9", "10.9.9.9"),
        (True, "1.1.1.1, 10.9.9.9", "10.9.9.9"),  # the proxy's own word is the last
        (True, "2001:db8::1", "2001:db8::1"),
        (True, "", "127.0.0.1"),
        (True, "nonsense", None),
    ],
)
def test_the_address_is_the_one_that_can_be_believed(
    monkeypatch: pytest.MonkeyPatch, *, is_behind: bool, forwarded: str, expected: str | None
) -> None:
    environment = replace(ENVIRONMENT, behind_proxy=is_behind)
    monkeypatch.setattr("duixian.web.people.client_address.ENVIRONMENT", environment)
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == expected
