"""Changing records: nothing is lost, and of two editors the second is told."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from duixian.reading.records import Kind
from duixian.web.ledger import history
from duixian.web.ledger.choices import State
from duixian.web.ledger.errors import ChangedMeanwhileError, NotCorrectableError
from duixian.web.ledger.models import Change, Report, Statement
from duixian.web.ledger.publishing import publish_reports
from duixian.web.ledger.storing.store import store_reading
from tests.web.persons import make_user
from tests.web.reports import PLAN, REVIEW, reading_of, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement() -> Statement:
    return stored(PLAN).statements.filter(kind="commitment")[0]


@pytest.fixture
def anna() -> User:
    return make_user("anna")


def test_an_edit_keeps_before_after_who_when_why_and_version(
    statement: Statement, anna: User
) -> None:
    history.edit(statement, {"kind": "context"}, user=anna, revision=1, reason="only praise")
    change = Change.objects.get()
    assert change.before["kind"] == "commitment"
    assert change.after["kind"] == "context"
    assert (change.user_name, change.reason) == ("anna", "only praise")
    assert change.report == statement.report
    assert change.at
    assert change.program_version


def test_the_name_of_the_editor_outlives_the_person(statement: Statement, anna: User) -> None:
    history.edit(statement, {"kind": "context"}, user=anna, revision=1)
    anna.delete()
    change = Change.objects.get()
    assert (change.user, change.user_name) == (None, "anna")


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(
    statement: Statement, anna: User
) -> None:
    seen = Statement.objects.get(pk=statement.pk)
    history.edit(statement, {"kind": "context"}, user=anna, revision=1)
    with pytest.raises(ChangedMeanwhileError, match="anna"):
        history.edit(seen, {"kind": "result"}, user=make_user("boris"), revision=1)
    statement.refresh_from_db()
    assert statement.kind == "context"


def test_any_change_can_be_put_back_and_that_is_a_change_too(
    statement: Statement, anna: User
) -> None:
    change = history.edit(statement, {"kind": "context"}, user=anna, revision=1)
    assert change is not None
    history.put_back(change, user=anna)
    statement.refresh_from_db()
    assert (statement.kind, statement.state, statement.corrections) == (
        "commitment",
        "suggested",
        {},
    )
    assert Change.objects.count() == 2


def test_putting_one_change_back_leaves_the_next_as_people_corrected_it(anna: User) -> None:
    report = stored(PLAN)
    commitment = report.commitments.all()[0]
    first = history.edit(commitment, {"measure": "another"}, user=anna, revision=1)
    history.edit(commitment, {"due": "2026"}, user=anna, revision=2)
    assert first is not None
    history.put_back(first, user=anna)
    store_reading(report.document, reading_of(PLAN))
    commitment.refresh_from_db()
    assert (commitment.measure != "another", commitment.due) == (True, "2026")
    assert (commitment.corrections, commitment.state) == ({"due": "2026"}, "corrected")


@pytest.mark.parametrize("table", ["sections", "quantities"])
def test_what_a_new_reading_changed_in_any_table_can_be_put_back(table: str, anna: User) -> None:
    report = stored(PLAN)
    reading = reading_of(PLAN)
    changed: dict[str, Any] = {
        table: tuple(replace(each, why="another reason") for each in getattr(reading, table))
    }
    store_reading(report.document, replace(reading, **changed))
    change = Change.objects.filter(reason="read again")[0]
    history.put_back(change, user=anna)
    record = history.record_of(change)
    assert record.why == change.before["why"] != "another reason"


@pytest.mark.parametrize("table", ["sections", "statements", "quantities", "claims"])
def test_what_a_person_put_back_survives_the_next_reading(table: str, anna: User) -> None:
    report = stored(PLAN)
    reading = reading_of(PLAN)
    first, *others = getattr(reading, table)
    changed: dict[str, Any] = {table: (replace(first, why="another reason"), *others)}
    anew = replace(reading, **changed)
    store_reading(report.document, anew)
    change = Change.objects.get(reason="read again")
    back = history.put_back(change, user=anna)
    store_reading(report.document, anew)
    assert back is not None
    assert history.record_of(change).why == first.why
    assert Change.objects.filter(reason="read again").count() == 1
    history.put_back(back, user=anna)
    store_reading(report.document, reading)
    assert history.record_of(change).why == first.why, "put back again, it is the program's own"
    assert Change.objects.filter(reason="read again").count() == 2


def test_a_record_that_a_person_brought_back_is_not_lost_by_the_next_reading(anna: User) -> None:
    report = stored(PLAN)
    reading = reading_of(PLAN)
    without = replace(reading, claims=reading.claims[1:])
    for _ in range(2):
        store_reading(report.document, without)
        for change in Change.objects.filter(reason="read again", record="claim"):
            history.put_back(change, user=anna)
    store_reading(report.document, without)
    claims = report.claims.kept()
    assert claims.count() == len(reading.claims)
    assert claims.get(start=reading.claims[0].start, position=0).state == "corrected"


def test_the_counts_of_a_report_follow_what_people_decide(anna: User) -> None:
    report = stored(PLAN)
    counts = report.counts
    sentence = report.statements.filter(kind="commitment", quantities__isnull=False)[0]
    history.decide(sentence, State.REJECTED, user=anna, revision=1, group=(act := uuid.uuid4()))
    other = report.statements.filter(kind="result")[0]
    history.edit(other, {"kind": "context"}, user=anna, revision=1, group=act)
    history.decide(report.commitments.all()[0], State.REJECTED, user=anna, revision=1, group=act)
    report.refresh_from_db()
    for name in ("statements", "commitments", "commitment", "result"):
        assert report.counts[name] == counts[name] - 1, name
    assert report.counts["quantities"] < counts["quantities"]
    assert report.counts["claims"] < counts["claims"]
    store_reading(report.document, reading_of(PLAN))
    assert Report.objects.get().counts == report.counts
    history.undo(act, user=anna)
    report.refresh_from_db()
    assert report.counts == counts


@pytest.mark.parametrize("table", ["claim", "its sentence"])
def test_a_rejected_claim_leaves_the_series_and_comes_back_when_that_is_undone(
    anna: User, table: str
) -> None:
    report = stored(PLAN)
    claim = report.claims.get(indicator="gdp")
    group = uuid.uuid4()
    rejected = claim if table == "claim" else claim.statement
    history.decide(rejected, State.REJECTED, user=anna, revision=1, group=group)
    assert not report.observations.filter(indicator="gdp").exists()
    history.undo(group, user=anna)
    assert report.observations.filter(indicator="gdp", year=2024).exists()


def test_who_saw_a_record_before_it_was_read_again_is_told(anna: User) -> None:
    report = stored(PLAN)
    statement = report.statements.filter(kind="result")[0]
    reading = reading_of(PLAN)
    others = tuple(replace(each, kind=Kind.CONTEXT) for each in reading.statements)
    store_reading(report.document, replace(reading, statements=others))
    with pytest.raises(ChangedMeanwhileError):
        history.edit(statement, {"kind": "commitment"}, user=anna, revision=statement.revision)


def test_the_command_line_publishes_drafts_once_and_nothing_that_was_withdrawn(anna: User) -> None:
    draft, withdrawn = stored(PLAN), stored(REVIEW)
    history.publish(withdrawn, is_public=False, user=anna, revision=1)
    same = Report.objects.get(pk=draft.pk)
    assert publish_reports([draft, same, withdrawn]).count == 1
    assert list(Report.objects.public()) == [draft]
    assert Change.objects.get(report=draft).user_name == history.COMMAND_LINE


def test_an_act_on_many_records_is_undone_whole(anna: User) -> None:
    group = uuid.uuid4()
    statements = list(stored(PLAN).statements.all()[:3])
    for each in statements:
        history.decide(each, State.ACCEPTED, user=anna, revision=each.revision, group=group)
    history.undo(group, user=anna)
    assert set(Statement.objects.values_list("state", flat=True)) == {"suggested"}


def test_fields_that_people_do_not_change_are_refused(statement: Statement, anna: User) -> None:
    with pytest.raises(NotCorrectableError):
        history.edit(statement, {"text": "another"}, user=anna, revision=1)


def test_an_edit_that_changes_nothing_accepts_what_was_suggested(
    statement: Statement, anna: User
) -> None:
    history.edit(statement, {"kind": statement.kind}, user=anna, revision=1)
    statement.refresh_from_db()
    assert statement.state == State.ACCEPTED
    assert history.edit(statement, {"kind": statement.kind}, user=anna, revision=2) is None


def test_a_withdrawn_report_is_kept_whole_and_can_be_shown_again(anna: User) -> None:
    report = stored(PLAN)
    count = report.statements.count()
    history.publish(report, is_public=True, user=anna, revision=1)
    history.publish(report, is_public=False, user=anna, revision=2)
    assert not report.is_public
    history.publish(report, is_public=True, user=anna, revision=3)
    report.refresh_from_db()
    assert report.is_public
    assert report.statements.count() == count
