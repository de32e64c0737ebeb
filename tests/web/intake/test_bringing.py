"""Bringing documents in: kept and queued, read or refused with one clear line."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from duixian.errors import SourceError
from duixian.web.intake.bringing import retry, take_address, take_file
from duixian.web.intake.failures import CAUSES
from duixian.web.intake.importing import import_sources
from duixian.web.intake.models import Intake
from duixian.web.intake.work import MOST_ATTEMPTS, read_intake
from duixian.web.intake.worker import make_worker
from duixian.web.ledger.models import Account, Document, Report
from tests.web.reports import PLAN, REVIEW

pytestmark = pytest.mark.django_db


def _brought(data: bytes, name: str = "report.txt") -> Intake:
    intake = take_file(name, data, batch=uuid.uuid4())
    read_intake(intake.pk)
    intake.refresh_from_db()
    return intake


def test_a_report_becomes_a_draft() -> None:
    intake = _brought(PLAN.encode())
    assert intake.state == Intake.State.DONE
    assert intake.report is not None
    assert not intake.report.is_public


def test_the_reading_is_queued_with_the_file() -> None:
    take_file("report.txt", PLAN.encode(), batch=uuid.uuid4())
    assert DBTaskResult.objects.count() == 1


def test_the_same_file_twice_is_one_report() -> None:
    first = _brought(PLAN.encode())
    second = _brought(PLAN.encode(), "the same under another name.txt")
    assert (first.is_known, second.is_known) == (False, True)
    assert second.report == first.report
    assert Document.objects.count() == 1


def test_consecutive_years_are_accounted_as_they_come_in() -> None:
    _brought(PLAN.encode())
    _brought(REVIEW.encode())
    assert Account.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.txt"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture.pdf"),
        (b"%PDF-1.7\n" + b"\xff" * 200, "broken.pdf"),
        (b"PK\x03\x04" + b"\0" * 100, "broken.docx"),
        (b"MZ\x90\0" + bytes(range(256)) * 8, "report.docx"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(data: bytes, name: str) -> None:
    intake = _brought(data, name)
    assert intake.state == Intake.State.FAILED
    assert name in intake.error
    assert "\n" not in intake.error
    assert not Report.objects.exists()


def test_only_what_failed_is_read_again() -> None:
    failed, done = _brought(b"", "empty.txt"), _brought(PLAN.encode())
    assert retry([failed, done]) == [failed]
    failed.refresh_from_db()
    assert failed.state == Intake.State.QUEUED


def test_a_document_that_ends_its_worker_every_time_is_given_up() -> None:
    intake = take_file("report.txt", PLAN.encode(), batch=uuid.uuid4())
    Intake.objects.filter(pk=intake.pk).update(attempts=MOST_ATTEMPTS)
    read_intake(intake.pk)
    intake.refresh_from_db()
    assert intake.state == Intake.State.FAILED
    assert "ended the worker" in intake.error


def test_every_error_of_a_source_has_a_cause_in_the_reader_s_language() -> None:
    kinds = {each.__name__ for each in SourceError.__subclasses__()}
    assert kinds - set(CAUSES) == set()


def _run_the_queue() -> None:
    task = DBTaskResult.objects.ready().get_locked()
    assert task is not None
    task.claim("test")
    make_worker("test").run_task(task)


@pytest.mark.parametrize(
    ("error", "state", "waiting"), [(ZeroDivisionError, "failed", 0), (SystemExit, "reading", 1)]
)
def test_a_fault_of_the_program_fails_the_document_and_an_ended_worker_puts_it_back(
    monkeypatch: pytest.MonkeyPatch, error: type[BaseException], state: str, waiting: int
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("duixian.web.intake.work.read_document", broken)
    intake = take_file("report.txt", PLAN.encode(), batch=uuid.uuid4())
    _run_the_queue()
    intake.refresh_from_db()
    assert intake.state == state
    assert DBTaskResult.objects.ready().count() == waiting
    if state == "failed":
        assert retry([intake]) == [intake]


def test_an_import_onto_a_full_disk_names_the_file_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_data: bytes) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("duixian.web.intake.bringing.keep_bytes", full)
    source = tmp_path / "report.txt"
    source.write_text(PLAN, encoding="utf-8")
    imported = import_sources([str(source)], workers=1)
    assert imported.failures == (
        f"{source}: cannot be kept in the ledger: No space left on device",
    )


def test_a_refused_address_is_told_in_words_of_the_site() -> None:
    intake = take_address("http://127.0.0.1/report.html", batch=uuid.uuid4())
    read_intake(intake.pk)
    intake.refresh_from_db()
    assert intake.error_kind == "AddressRefusedError"
    assert "bring the file" in intake.error
    assert "--" not in intake.error
