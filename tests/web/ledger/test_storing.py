"""Keeping what was read: once, exactly, and without losing what people said of it."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pytest_django import Settings

from duixian.reading.records import Kind
from duixian.reading.records import Report as Reading
from duixian.web.ledger import history
from duixian.web.ledger.models import (
    Change,
    Claim,
    Commitment,
    Document,
    Quantity,
    Report,
    Section,
    Statement,
)
from duixian.web.ledger.storing.documents import keep_bytes, kept_bytes, plain_name
from duixian.web.ledger.storing.rows import rows_of
from duixian.web.ledger.storing.store import differences, store_reading
from tests.web.persons import make_user
from tests.web.reports import PLAN, PLAN_ENGLISH, reading_of, stored

pytestmark = pytest.mark.django_db
_TABLES = (Document, Report, Section, Statement, Quantity, Claim, Commitment, Change)


def _counts() -> list[int]:
    return [each._default_manager.count() for each in _TABLES]


def test_every_record_stands_at_its_place_in_the_text() -> None:
    text = stored(PLAN).document.text
    for table in (Statement, Quantity, Claim, Commitment):
        for start, end, said in table._default_manager.values_list("start", "end", "text"):
            assert text[start:end] == said


def test_numbers_come_back_exactly_as_stated() -> None:
    stored(PLAN)
    assert Quantity.objects.get(text="5.2%").value == Decimal("5.2")
    assert Quantity.objects.get(text__startswith="1.2万").value == Decimal(12000)


def test_the_government_comes_with_those_above_it() -> None:
    report = stored(PLAN)
    names = []
    government = report.government
    while government is not None:
        names.append(government.name)
        government = government.parent
    assert names == ["石景山区", "北京市", "中华人民共和国"]


def test_reading_the_same_file_again_changes_nothing() -> None:
    stored(PLAN)
    before = _counts()
    keys = set(Commitment.objects.values_list("key", "pk"))
    stored(PLAN)
    assert _counts() == before
    assert set(Commitment.objects.values_list("key", "pk")) == keys


def test_what_a_new_reading_changes_is_known_before_anything_is_written() -> None:
    report = stored(PLAN)
    reading = _with_first_kind(reading_of(PLAN), Kind.CONTEXT)
    found = differences(report, rows_of(reading))
    assert [(each.before, each.after) for each in found.statements.altered] == [
        ({"kind": "result"}, {"kind": "context"})
    ]
    assert not Change.objects.exists()
    assert not Statement.objects.filter(start=_first_result(PLAN), kind="context").exists()


def test_a_new_reading_is_remembered_with_before_and_after() -> None:
    report = stored(PLAN)
    store_reading(report.document, _with_first_kind(reading_of(PLAN), Kind.CONTEXT))
    change = Change.objects.get(record="statement")
    assert (change.before, change.after) == ({"kind": "result"}, {"kind": "context"})
    assert change.user is None
    assert change.program_version


def test_people_s_corrections_survive_a_new_reading() -> None:
    report = stored(PLAN)
    statement = report.statements.get(start=_first_result(PLAN))
    history.edit(statement, {"kind": "context"}, user=make_user("anna"), revision=1)
    store_reading(report.document, reading_of(PLAN))
    statement.refresh_from_db()
    assert (statement.kind, statement.state) == ("context", "corrected")


def test_what_is_not_found_any_more_is_kept_and_marked() -> None:
    report = stored(PLAN)
    reading = reading_of(PLAN)
    gone = report.commitments.last()
    assert gone is not None
    shorter = replace(
        reading,
        statements=tuple(each for each in reading.statements if each.end <= gone.start),
        quantities=tuple(each for each in reading.quantities if each.end <= gone.start),
        claims=tuple(each for each in reading.claims if each.end <= gone.start),
    )
    store_reading(report.document, shorter)
    gone.refresh_from_db()
    assert gone.is_superseded
    store_reading(report.document, reading)
    gone.refresh_from_db()
    assert not gone.is_superseded


def test_records_follow_to_the_section_and_the_number_a_new_reading_gives_them() -> None:
    report = stored(PLAN)
    reading = reading_of(PLAN)
    parks = report.commitments.get(text__contains="口袋公园")
    assert parks.quantity is not None
    sections = (*reading.sections, replace(reading.sections[-1], heading="another", parent=None))
    last = len(sections) - 1
    moved = tuple(
        replace(each, section=last) if each.start <= parks.start < each.end else each
        for each in reading.statements
    )
    numbers = tuple(each for each in reading.quantities if each.start != parks.quantity.start)
    claims = tuple(
        replace(each, quantity=None) if each.start == parks.start else each
        for each in reading.claims
    )
    store_reading(
        report.document,
        replace(reading, sections=sections, statements=moved, quantities=numbers, claims=claims),
    )
    parks.refresh_from_db()
    assert (parks.section.heading, parks.statement.section.heading) == ("another", "another")
    assert parks.quantity is None
    change = Change.objects.get(record="commitment", record_key=parks.pk)
    assert change.before["quantity_id"] is not None
    assert "quantity_id" in change.after


def test_the_file_is_kept_byte_for_byte_under_its_hash() -> None:
    report = stored(PLAN)
    assert kept_bytes(report.document.sha256) == PLAN.encode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\anna\\报告.docx", "报告.docx"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("‮fdp.exe", "fdp.exe"),
        ("", "document"),
        ("..", "document"),
    ],
)
def test_names_lose_folders_and_what_cannot_be_shown(given: str, kept: str) -> None:
    assert plain_name(given) == kept


def _first_result(text: str) -> int:
    return next(each.start for each in reading_of(text).statements if each.kind is Kind.RESULT)


def _with_first_kind(reading: Reading, kind: Kind) -> Reading:
    first = _first_result(PLAN)
    statements = tuple(
        replace(each, kind=kind) if each.start == first else each for each in reading.statements
    )
    return replace(reading, statements=statements)


def test_a_disk_that_fills_up_leaves_no_half_file(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_bytes(b"a report")
    monkeypatch.undo()
    assert not [place for place in Path(settings.MEDIA_ROOT).rglob("*") if place.is_file()]
    assert kept_bytes(keep_bytes(b"a report")) == b"a report"


def test_a_report_in_both_languages_promises_in_both() -> None:
    pairs = zip(PLAN.splitlines(), PLAN_ENGLISH.splitlines(), strict=False)
    report = stored("\n".join(line for pair in pairs for line in pair))
    found = set(report.commitments.values_list("language", flat=True))
    assert found == {"zh", "en"}
