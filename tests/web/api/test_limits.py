"""The limit of requests is one for all processes, tells when to come back, and keeps no address."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from duixian.web.api.endpoints import api
from duixian.web.api.limits import Limit
from duixian.web.api.request_counts import may_ask
from duixian.web.people.tokens import make_token
from tests.web.persons import Person

pytestmark = pytest.mark.django_db
BASE = "/api/v1"
NOON = 1_700_000_040.0  # the beginning of a minute


_ASK_OFTEN = """
import sys
from pathlib import Path
from duixian.web.api.request_counts import may_ask
print(sum(may_ask(Path(sys.argv[1]), b"one", most=100, now=1_700_000_040.0) for _ in range(50)))
"""


def test_all_processes_together_answer_no_more_than_the_limit(tmp_path: Path) -> None:
    asking = [
        subprocess.Popen(
            [sys.executable, "-c", _ASK_OFTEN, str(tmp_path / "counts")], stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    assert sum(int(each.communicate()[0]) for each in asking) == 100


def test_the_minute_before_counts_as_far_as_it_reaches(tmp_path: Path) -> None:
    def ask(second: float) -> bool:
        return may_ask(tmp_path / "counts", b"one", most=10, now=NOON + second)

    assert [ask(59) for _ in range(11)] == [True] * 10 + [False]
    assert not ask(60)
    assert [ask(90) for _ in range(6)] == [True] * 5 + [False]
    assert ask(200)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api.throttle[0], "_requests", 2)  # type: ignore[index]  # a list


def test_beyond_the_limit_one_is_told_when_to_come_back(few: None, visitor: Client) -> None:
    said = [visitor.get(f"{BASE}/reports") for _ in range(3)]
    assert [each.status_code for each in said] == [200, 200, 429]
    assert said[-1].json()["error"]["code"] == "too_many"
    assert 1 <= int(said[-1].headers["Retry-After"]) <= 61


def test_each_person_has_a_limit_of_their_own(few: None, visitor: Client, editor: Person) -> None:
    token = make_token(editor.user, name="test", days=1)[1]
    headers = {"Authorization": f"Bearer {token}"}
    for _ in range(3):
        visitor.get(f"{BASE}/reports")
    own = [
        visitor.get(f"{BASE}/intakes/00000000-0000-0000-0000-000000000000", headers=headers)
        for _ in range(3)
    ]
    assert [each.status_code for each in own] == [404, 404, 429]


def test_nobody_counts_as_another_by_a_header_anyone_may_write(few: None, visitor: Client) -> None:
    headers = [{"X-Forwarded-For": f"203.0.113.{each}"} for each in range(3)]
    said = [visitor.get(f"{BASE}/reports", headers=each).status_code for each in headers]
    assert said == [200, 200, 429]


def test_no_address_is_kept(visitor: Client, settings: Settings) -> None:
    visitor.get(f"{BASE}/reports")
    assert b"127.0.0.1" not in settings.REQUEST_COUNTS.read_bytes()


def test_where_nothing_can_be_counted_readers_are_answered(
    rf: RequestFactory, settings: Settings, tmp_path: Path
) -> None:
    settings.REQUEST_COUNTS = tmp_path / "nowhere" / "counts"
    assert all(Limit(1).allow_request(rf.get("/")) for _ in range(3))


def test_the_addresses_of_one_household_count_as_one(few: None, visitor: Client) -> None:
    """IPv6 gives each of them more addresses than there are limits to count."""
    for last in range(3):
        visitor.get("/api/v1/reports", REMOTE_ADDR=f"2001:db8:0:1::{last + 1}")
    other = visitor.get("/api/v1/reports", REMOTE_ADDR="2001:db8:0:2::1")

    assert visitor.get("/api/v1/reports", REMOTE_ADDR="2001:db8:0:1::99").status_code == 429
    assert other.status_code == 200
