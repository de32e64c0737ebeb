"""Reading one intake, step by step. Each step is whole or not at all, and may be done again.

A worker that is killed leaves the steps that were done; the one who takes over begins anew and
finds nothing to add to them.
"""

from __future__ import annotations

import logging
import uuid
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from duixian.accounting.account import make_account
from duixian.documents.document import Document as Text
from duixian.errors import AddressRefusedError, DuixianError
from duixian.reading.read import read_document
from duixian.web.intake.limits import source_options
from duixian.web.intake.models import Intake
from duixian.web.intake.neighbours import accounts_of, versions_of
from duixian.web.intake.page_counter import PageCounter
from duixian.web.ledger.models import Document, Report
from duixian.web.ledger.storing.accounts import store_account
from duixian.web.ledger.storing.alignments import store_audit, store_versions
from duixian.web.ledger.storing.documents import keep_bytes, read_kept, store_document
from duixian.web.ledger.storing.locks import lock
from duixian.web.ledger.storing.store import store_reading

_LOG = logging.getLogger("duixian.intake")
MOST_ATTEMPTS = 100  # a document that ends its worker this often is given up
_ADVICE_ON_SITE = "give one that everyone can open, or save the page and bring the file"
_STEPS = ("text", "records", "versions", "accounts")


class GivenUpError(DuixianError):
    """A document whose reading ended its worker every time."""


def read_intake(intake_id: uuid.UUID) -> None:
    """Read what was brought in, and say on it how that went. Never raises for the document."""
    intake = Intake.objects.select_related("government", "created_by").get(pk=intake_id)
    if intake.state == Intake.State.DONE:
        return
    _say(intake, state=Intake.State.READING, attempts=intake.attempts + 1, error="", error_kind="")
    try:
        if intake.attempts > MOST_ATTEMPTS:
            raise GivenUpError(f"{intake.name}: reading it ended the worker {MOST_ATTEMPTS} times")
        _read(intake)
    except DuixianError as error:
        _fail(intake, str(error), type(error).__name__)
    except OSError as error:
        _LOG.exception("intake %s", intake.pk)
        _fail(intake, f"{intake.name}: {error.strerror or error}", "OSError")


def _read(intake: Intake) -> None:
    if not intake.sha256:
        _fetch(intake)
    known = Report.objects.filter(document__sha256=intake.sha256).first()
    if known is not None:  # reading it anew is for people to ask: they see first what changes
        relate(known, intake)
        _finish(intake, known, is_known=True)
        return
    _step(intake, "text")
    options = replace(source_options(), on_page=PageCounter(intake.pk))
    text = read_kept(intake.sha256, intake.name, options=options)
    _step(intake, "records")
    reading = read_document(text)
    with transaction.atomic():
        document = store_document(text, name=intake.name, user=intake.created_by)
        report = store_reading(document, reading, government=intake.government)
    relate(report, intake)
    _finish(intake, report, is_known=False)


def relate(report: Report, intake: Intake | None = None) -> None:
    """Join a kept report with its other language and with the years before and after."""
    _step(intake, "versions")
    versions = versions_of(report)
    if versions is None:
        store_audit(report, _text(report.document))
    else:
        documents = dict.fromkeys(each.document for each in versions)
        store_versions(*versions, texts=tuple(map(_text, documents)))
    _step(intake, "accounts")
    for plan, review in accounts_of(report):
        _account(plan, review)


def _account(plan: Report, review: Report) -> None:
    """Account for two years, unless a better report of the later one came in meanwhile."""
    made = make_account(*(read_document(_text(each.document)) for each in (plan, review)))
    with transaction.atomic():
        lock(plan.pk, review.pk)
        if (plan, review) in accounts_of(plan):
            store_account(plan, review, made)


def _text(document: Document) -> Text:
    return read_kept(document.sha256, document.name)


def _fetch(intake: Intake) -> None:
    from duixian.documents.web import fetch

    _step(intake, "fetch")
    try:
        answer = fetch(intake.address, options=source_options())
    except AddressRefusedError as error:
        # What it advises may be an option of the command line, which nobody has on the site.
        raise AddressRefusedError(error.source, error.cause, _ADVICE_ON_SITE) from error
    name = PurePosixPath(urlsplit(answer.address).path).name or urlsplit(answer.address).hostname
    _say(intake, sha256=keep_bytes(answer.data), name=(name or intake.address)[:255])


def _step(intake: Intake | None, step: str) -> None:
    if intake is not None:
        done = _STEPS.index(step) if step in _STEPS else 0
        _say(intake, step=step, done=done, total=len(_STEPS))


def _finish(intake: Intake, report: Report, *, is_known: bool) -> None:
    _say(
        intake,
        state=Intake.State.DONE,
        step="",
        done=len(_STEPS),
        total=len(_STEPS),
        report=report,
        is_known=is_known,
        finished_at=timezone.now(),
    )


def _fail(intake: Intake, error: str, kind: str) -> None:
    _say(
        intake,
        state=Intake.State.FAILED,
        error=error.splitlines()[0] if error else kind,
        error_kind=kind,
        finished_at=timezone.now(),
    )


def _say(intake: Intake, **values: object) -> None:
    for name, value in values.items():
        setattr(intake, name, value)
    intake.save(update_fields=list(values))
