"""Every address there is, for each of the fixed persons, of a report that is still a draft.

The addresses are those Django knows: a new one fails here until the table says who may see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from duixian.web.intake.work import relate
from duixian.web.ledger.models import Commitment, Government, Report
from tests.web.persons import Person
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, stored

NO_INTAKE = str(UUID(int=0))
# What the visitor, the editor of the government, another's editor and an administrator get.
OPEN = (200, 200, 200, 200)
SENT = (302, 302, 302, 302)
DRAFT = (404, 200, 404, 200)
DRAFT_SENT = (404, 302, 404, 302)
NOTHING = (404, 404, 404, 404)  # a public address of something no visitor may see
SIGNED_IN = (302, 200, 200, 200)
EDITORS = (302, 200, 200, 200)
ADMINISTRATORS = (302, 403, 403, 200)
DESK_DRAFT = (302, 200, 404, 200)
TOKEN = (401, 401, 401, 401)  # the interface asks for a token, whoever is signed in
BY_POST = (405, 405, 405, 405)
DESK_BY_POST = (302, 405, 405, 405)
ADMINISTRATORS_BY_POST = (302, 403, 403, 405)

ADDRESSES: dict[str, tuple[str, tuple[int, int, int, int]]] = {
    "operation:health": ("", OPEN),
    "operation:ready": ("", OPEN),
    "root": ("", SENT),
    "robots": ("", OPEN),
    "sitemap": ("", OPEN),
    "favicon": ("", OPEN),
    "commitment-address": ("key", SENT),
    "api-1:openapi-json": ("", OPEN),
    "api-1:api-root": ("", NOTHING),
    "api-1:governments": ("", OPEN),
    "api-1:reports": ("", OPEN),
    # Being signed in counts for nothing here: no page of another site may use a session.
    "api-1:report": ("report key", NOTHING),
    "api-1:sections": ("report key", NOTHING),
    "api-1:statements": ("report key", NOTHING),
    "api-1:quantities": ("report key", NOTHING),
    "api-1:claims": ("report key", NOTHING),
    "api-1:findings": ("report key", NOTHING),
    "api-1:beads": ("report key", NOTHING),
    "api-1:commitments": ("", OPEN),
    "api-1:commitment": ("key", NOTHING),
    "api-1:correct": ("key", NOTHING),
    "api-1:observations": ("", OPEN),
    "api-1:bring_in": ("", BY_POST),
    "api-1:intake": ("intake", TOKEN),
    "api-1:publish": ("report key", BY_POST),
    "people:sign-in": ("", OPEN),
    "people:sign-out": ("", BY_POST),
    "people:choose-password": ("link", OPEN),  # which says that the link is no good
    "people:account": ("", SIGNED_IN),
    "people:change-password": ("", SIGNED_IN),
    "people:second-factor": ("", SIGNED_IN),
    "people:set-up-second-factor": ("", SIGNED_IN),
    "people:new-recovery-codes": ("", BY_POST),
    "people:tokens": ("", EDITORS),
    "people:revoke-token": ("person", BY_POST),
    "people:kept-form": ("", SENT),
    "people:forget-kept-form": ("", BY_POST),
    "people:people": ("", ADMINISTRATORS),
    "people:add-person": ("", ADMINISTRATORS),
    "people:change-person": ("person", ADMINISTRATORS),
    "people:offer-password": ("person", BY_POST),
    "people:reset-second-factor": ("person", BY_POST),
    "desk:home": ("", EDITORS),
    "desk:changes": ("", EDITORS),
    "desk:put-back": ("change", DESK_BY_POST),
    "desk:report": ("report", DESK_DRAFT),
    "desk:publish": ("report", DESK_BY_POST),
    "desk:read-again": ("report", DESK_DRAFT),
    "desk:review": ("table", DESK_DRAFT),
    "desk:accept-many": ("table", DESK_BY_POST),
    "desk:undo": ("table", DESK_BY_POST),
    "desk:decide": ("record", DESK_BY_POST),
    "intake:bring": ("", EDITORS),
    "intake:progress": ("", EDITORS),
    "intake:again": ("", DESK_BY_POST),
    "site:home": ("", OPEN),
    "site:search": ("", OPEN),
    "site:governments": ("", OPEN),
    "site:government": ("government", DRAFT),
    "site:reports": ("", OPEN),
    "site:report": ("report", DRAFT),
    "site:report-part": ("part", DRAFT),
    "site:report-place": ("place", DRAFT_SENT),
    "site:statement": ("statement", DRAFT),
    "site:side-by-side": ("report", DRAFT),
    "site:findings": ("report", DRAFT),
    "site:checkability": ("report", DRAFT),
    "site:report-data": ("report", DRAFT),
    "site:report-original": ("report", DRAFT),
    "site:report-text": ("report", DRAFT),
    "site:report-table": ("report table", DRAFT),
    "site:about": ("", OPEN),
    "site:about-page": ("about", OPEN),
    "site:commitments": ("", OPEN),
    "site:commitments-file": ("file", OPEN),
    "site:commitment": ("key", DRAFT),
    "site:commitment-record": ("key", DRAFT),
    "site:commitment-annotation": ("key", DRAFT),
    "site:commitment-claim-review": ("key", NOTHING),  # no person has checked the verdict
    "site:account": ("account", NOTHING),
    "site:account-file": ("account file", NOTHING),
    "site:indicators": ("", OPEN),
    "site:indicator": ("indicator", OPEN),
    "site:indicator-file": ("indicator file", OPEN),
}
# What changes something, sent by each of them, with nothing in the form.
POSTED: dict[str, tuple[int, int, int, int]] = {
    "people:new-recovery-codes": (302, 404, 404, 404),
    "people:revoke-token": SENT,
    "people:forget-kept-form": SENT,
    "people:offer-password": ADMINISTRATORS,
    "people:reset-second-factor": (302, 403, 403, 302),
    "desk:put-back": SENT,
    "desk:report": DESK_DRAFT,
    "desk:publish": (302, 400, 404, 400),
    "desk:read-again": (302, 302, 404, 302),
    "desk:accept-many": (302, 302, 404, 302),
    "desk:undo": (302, 302, 404, 302),
    "desk:decide": (302, 400, 404, 400),
    "intake:bring": (302, 400, 400, 400),
    "intake:again": SENT,
    "api-1:bring_in": TOKEN,
    "people:sign-out": SENT,  # the last: the browser forgets who it was
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft in two languages with the year after it, and what addresses need of it."""

    report: Report
    person: int

    def address(self, name: str) -> str:
        """Write the address of a name in the table."""
        with override("zh-hans"):
            return reverse(name, kwargs=self._arguments(ADDRESSES[name][0]))

    def _arguments(self, sort: str) -> dict[str, object]:
        pk, statement = self.report.pk, self.report.statements.all()[0]
        account: dict[str, object] = {"key": "110107", "year": 2024}
        arguments: dict[str, dict[str, object]] = {
            "": {},
            "key": {"key": Commitment.objects.filter(report=pk)[0].key},
            "report": {"pk": pk},
            "report key": {"key": pk},
            "part": {"pk": pk, "number": 1},
            "place": {"pk": pk, "start": statement.start},
            "statement": {"pk": pk, "start": statement.start},
            "report table": {"pk": pk, "table": "claims", "form": "csv"},
            "table": {"pk": pk, "table": "statements"},
            "record": {"pk": pk, "table": "statements", "record": statement.pk},
            "change": {"pk": 1},
            "person": {"key": self.person},
            "link": {"uidb64": "MQ", "token": "a-b"},
            "intake": {"key": NO_INTAKE},
            "government": {"key": "110107"},
            "about": {"page": "rules"},
            "file": {"format_": "csv"},
            "account": account,
            "account file": {**account, "format_": "json"},
            "indicator": {"indicator": "gdp"},
            "indicator file": {"indicator": "gdp", "format_": "csv"},
        }
        return arguments[sort]


Persons = tuple[Client, ...]


@pytest.fixture
def draft(government: Government, other_editor: Person) -> Draft:
    report, review = stored(PLAN), stored(REVIEW)
    relate(review)
    relate(stored(PLAN_ENGLISH, name="english.txt"))
    report.refresh_from_db()
    assert report.government == government
    return Draft(report, other_editor.user.pk)


@pytest.fixture
def persons(
    visitor: Client, editor: Person, other_editor: Person, administrator: Person
) -> Persons:
    return visitor, editor, other_editor, administrator


def _names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield f"{prefix}{each.name}"
        else:
            yield from _names(each, f"{prefix}{each.namespace}:" if each.namespace else prefix)


def _status(answer: HttpResponseBase) -> int:
    answer.getvalue()  # to its end, as a server does
    return answer.status_code


def test_the_table_names_every_address() -> None:
    known = {name for name in _names(get_resolver()) if name != "None"}
    assert known == set(ADDRESSES)


def test_a_page_is_shown_to_whom_the_table_says(draft: Draft, persons: Persons) -> None:
    shown = {
        name: tuple(_status(each.get(draft.address(name))) for each in persons)
        for name in ADDRESSES
    }
    assert shown == {name: statuses for name, (_, statuses) in ADDRESSES.items()}


def test_a_form_is_taken_from_whom_the_table_says(draft: Draft, persons: Persons) -> None:
    """Each is sent anew: what was changed before, or signed out, does not count."""
    taken = {}
    for name in POSTED:
        with transaction.atomic():
            taken[name] = tuple(_status(each.post(draft.address(name))) for each in persons)
            transaction.set_rollback(True)
    assert taken == POSTED
