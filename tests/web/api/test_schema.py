"""The description of the interface is true: requests made from it by the thousand find nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from duixian.web.intake.work import relate
from duixian.web.ledger.models import Report
from duixian.web.people.tokens import make_token
from duixian.web.wsgi import application
from tests.web.persons import make_user
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, stored

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Let requests to the application itself leave the test its connection and transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token(db: None, one_connection: None) -> str:
    """The token of an administrator, on a ledger with something in it."""
    stored(PLAN)
    relate(stored(REVIEW))
    relate(stored(PLAN_ENGLISH, name="english.txt"))
    Report.objects.update(is_published=True)
    return make_token(make_user("chief", is_administrator=True), name="test", days=1)[1]


@schema.parametrize()
@settings(
    max_examples=40,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_request_gets_an_answer_as_described(
    case: schemathesis.Case[Any], token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=_CHECKS)


def test_the_description_is_served_to_anyone(visitor: Client, db: None) -> None:
    described = visitor.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert all(
        operation.get("description") or operation.get("summary")
        for path in described["paths"].values()
        for operation in path.values()
    )
