"""Changing records with a token: the same rules and the same memory as at the desk."""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import File, Path, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr

from duixian.web.api.authentication import EditorToken
from duixian.web.api.errors import ApiError, Error
from duixian.web.api.reading import Key, Word
from duixian.web.api.schemas import CommitmentOut, IntakeOut, ReportOut
from duixian.web.intake.bringing import take_file
from duixian.web.intake.models import Intake
from duixian.web.intake.upload_limit import too_large
from duixian.web.ledger import history
from duixian.web.ledger.choices import Specificity, State, VerdictName
from duixian.web.ledger.errors import ChangedMeanwhileError
from duixian.web.ledger.models import Commitment, Report
from duixian.web.ledger.storing.locks import lock
from duixian.web.people.rights import is_editor, may_edit

_FAILURES = {400: Error, 401: Error, 403: Error, 404: Error, 409: Error, 422: Error, 429: Error}
Revision = Annotated[
    StrictInt, Field(ge=1, le=2**31 - 1, description="of the record as you saw it")
]
Text = Annotated[StrictStr, Field(max_length=500, pattern=r"^[^\x00]*$")]
# Corrected, not emptied.
Measure = Annotated[
    StrictStr, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$")
]


def add_to(router: Router) -> None:
    """Add these to the router of reading: what is read and written has one address."""
    shared: dict[str, Any] = {"auth": EditorToken(), "tags": ["writing"]}
    add = router.add_api_operation
    add(
        "/intakes",
        ["POST"],
        bring_in,
        response={202: IntakeOut, 413: Error, 507: Error, **_FAILURES},
        **shared,
    )
    add("/intakes/{key}", ["GET"], intake, response={200: IntakeOut, **_FAILURES}, **shared)
    add(
        "/reports/{key}/publication",
        ["PATCH"],
        publish,
        response={200: ReportOut, **_FAILURES},
        **shared,
    )
    add(
        "/commitments/{key}",
        ["PATCH"],
        correct,
        response={200: CommitmentOut, **_FAILURES},
        **shared,
    )


class Publication(Schema):
    """Whether everyone may read a report."""

    model_config = ConfigDict(extra="forbid")
    is_public: StrictBool
    revision: Revision
    reason: Text = ""


class Correction(Schema):
    """What people know better of a commitment; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")
    revision: Revision
    measure: Measure | None = None
    specificity: Specificity | None = None
    verdict: VerdictName | None = None
    is_rejected: StrictBool | None = None
    reason: Text = ""


def bring_in(request: HttpRequest, document: File[UploadedFile | None] = None) -> Any:
    """Bring a document in; it is read by the queue, and stays a draft."""
    person = _person(request)
    if too_large(request):
        raise ApiError(413, "too_large", _("The file is larger than this site takes."))
    if document is None:
        raise ApiError(422, "invalid", _("Send the file in the part named document."))
    if not is_editor(person):
        raise PermissionDenied
    try:
        intake = take_file(document.name or "", document.read(), batch=uuid.uuid4(), user=person)
    except OSError as error:
        raise ApiError(507, "not_kept", _("The file could not be kept.")) from error
    return Status(202, intake)


def intake(request: HttpRequest, key: uuid.UUID) -> Any:
    """Tell how far something has come that you brought in."""
    return get_object_or_404(Intake, pk=key, created_by=_person(request))


def publish(request: HttpRequest, key: Key, body: Publication) -> Any:
    """Show a report to everyone, or withdraw it without losing it."""
    person = _person(request)
    report = _editable(person, Report.objects.filter(pk=key).first())
    history.publish(
        report,
        is_public=body.is_public,
        user=person,
        revision=body.revision,
        reason=body.reason,
    )
    return report


def correct(request: HttpRequest, key: Annotated[Word, Path()], body: Correction) -> Any:
    """Correct a commitment, its verdict, or reject it. What is not named stays as it is."""
    person = _person(request)
    report = Report.objects.filter(commitments__key=key).first()
    with transaction.atomic():
        lock(_editable(person, report).pk)  # nobody changes it between looking and changing
        found = get_object_or_404(Commitment.objects.select_related("verdict__account"), key=key)
        if CommitmentOut.resolve_revision(found) != body.revision:
            raise ChangedMeanwhileError(str(found)[:80], by=history.last_editor(found))
        _correct(found, body, {"user": person, "reason": body.reason, "group": uuid.uuid4()})
    return found


def _correct(found: Commitment, body: Correction, act: dict[str, Any]) -> None:
    """Change the commitment and its verdict, both or neither."""
    columns, revision = _columns(body), found.revision
    if body.is_rejected or (body.is_rejected is not None and not columns):
        state = State.REJECTED if body.is_rejected else State.ACCEPTED
        history.decide(found, state, revision=revision, **act)
    elif columns:
        history.edit(found, columns, revision=revision, **act)
    if body.verdict is None:
        return
    verdict = getattr(found, "verdict", None)
    if verdict is None:
        raise ApiError(422, "no_verdict", _("The next report is not here: there is no verdict."))
    history.edit(verdict, {"verdict": body.verdict.value}, revision=verdict.revision, **act)


def _columns(body: Correction) -> dict[str, Any]:
    said = body.model_dump(include={"measure", "specificity"}, exclude_none=True)
    return {name: str(value) for name, value in said.items()}


def _person(request: HttpRequest) -> User:
    person = getattr(request, "auth", None)
    if not isinstance(person, User):
        raise PermissionDenied
    return person


def _editable(person: User, report: Report | None) -> Report:
    """Return a report the person may change. Others' drafts are not there at all."""
    if report is None:
        raise Http404
    if not may_edit(person, report):
        if report.is_public:
            raise PermissionDenied
        raise Http404
    return report
