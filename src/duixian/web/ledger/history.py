"""Changing records so that nothing is lost: who, when, why, before and after; and putting back.

Every edit of a person goes through `edit`. The second of two editors is told, and nothing of the
first is overwritten.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

import duixian
from duixian.web.ledger.choices import Specificity, State
from duixian.web.ledger.errors import (
    ChangedMeanwhileError,
    NobodysReportError,
    NoNumberError,
    NotCorrectableError,
)
from duixian.web.ledger.models import Change, Quantity, Report, Section
from duixian.web.ledger.models.reviewed import Reviewed
from duixian.web.ledger.storing.carried import carry_on
from duixian.web.ledger.storing.locks import lock
from duixian.web.ledger.storing.reconcile import Difference

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Record = Reviewed | Report | Section | Quantity
COMMAND_LINE = "command line"  # where no person is signed in
READ_AGAIN = "read again"
PUT_BACK = "put back change"  # and the number of that change


def edit(
    record: Reviewed | Report,
    values: Mapping[str, Any],
    *,
    user: User,
    revision: int,
    reason: str = "",
    group: uuid.UUID | None = None,
) -> Change | None:
    """Correct a record that the person saw at `revision`; None where nothing differs.

    Raises ChangedMeanwhileError where somebody was first, NotCorrectableError for other fields,
    NoNumberError where what has no number is to be quantified.
    """
    for name in values:
        if name not in record.CORRECTABLE:
            raise NotCorrectableError(str(record), name)
    if lacks_number(record, values.get("specificity")):
        raise NoNumberError(str(record)[:80])
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    if not changed and not _is_suggested(record):
        return None
    corrections = {**record.corrections, **_plain(changed)}
    state = {} if isinstance(record, Report) else {"state": _state_after(record, changed)}
    return _apply(
        record,
        {**changed, **state, "corrections": corrections},
        user=user,
        revision=revision,
        reason=reason,
        group=group,
    )


def lacks_number(record: Any, specificity: object) -> bool:
    """Whether a claim or commitment is to be called quantified and states no number."""
    is_quantified = specificity == Specificity.QUANTIFIED != getattr(record, "specificity", "")
    return is_quantified and getattr(record, "quantity_id", 0) is None


def decide(
    record: Reviewed,
    state: State,
    *,
    user: User,
    revision: int,
    reason: str = "",
    group: uuid.UUID | None = None,
) -> Change:
    """Accept or reject what the machine suggests. Raises ChangedMeanwhileError."""
    return _apply(
        record, {"state": state}, user=user, revision=revision, reason=reason, group=group
    )


def publish(
    report: Report, *, is_public: bool, user: User | None, revision: int, reason: str = ""
) -> Change:
    """Show a report to everyone, or take it back without losing it.

    ``user`` is None where the command line does it. Raises ChangedMeanwhileError, and
    NobodysReportError where it is to be shown and its government is not known.
    """
    now = timezone.now()
    values: dict[str, Any] = (
        {"is_published": True, "published_at": report.published_at or now, "withdrawn_at": None}
        if is_public
        else {"withdrawn_at": now}
    )
    return _apply(report, values, user=user, revision=revision, reason=reason)


@transaction.atomic
def put_back(change: Change, *, user: User, group: uuid.UUID | None = None) -> Change | None:
    """Give a record the values it had before a change. That is a change of its own.

    None where it has them already.
    """
    if change.report_id is not None:
        lock(change.report_id)  # what people corrected in it is kept as it stands now
    record = record_of(change)
    values = _plain(_values_before(record, change))
    if values == _plain({name: getattr(record, name) for name in values}):
        return None
    return _apply(
        record,
        values,
        user=user,
        revision=getattr(record, "revision", None),
        reason=f"{PUT_BACK} {change.pk}",
        group=group,
    )


@transaction.atomic
def undo(group: uuid.UUID, *, user: User) -> list[Change]:
    """Put back all that one act changed, the last first."""
    act = uuid.uuid4()
    changes = Change.objects.filter(group=group).order_by("-pk")
    put = [put_back(change, user=user, group=act) for change in changes]
    return [change for change in put if change is not None]


def _values_before(record: Any, change: Change) -> dict[str, Any]:
    """Give the values before a change; what people corrected since then in other fields stays.

    Put back against a reading, they are a person's own, which the next reading leaves alone.
    """
    values = dict(change.before)
    if not change.user_name:
        return _held(record, values)
    if "corrections" not in values:
        return values
    was: dict[str, Any] = values["corrections"]
    changed = [name for name in change.after if name != "corrections"]
    others = {name: value for name, value in record.corrections.items() if name not in changed}
    values["corrections"] = others | {name: was[name] for name in changed if name in was}
    if values["corrections"] and values.get("state") == State.SUGGESTED:
        values["state"] = State.CORRECTED
    return values


def _held(record: Any, values: dict[str, Any]) -> dict[str, Any]:
    held = {**values, "corrections": {**record.corrections, **values}}
    return {**held, "state": State.CORRECTED} if _is_suggested(record) else held


def record_of(change: Change) -> Any:
    """Return the record a change speaks of."""
    return apps.get_model("ledger", change.record)._default_manager.get(pk=change.record_key)


def record_reading(report: Report, differences: Iterable[Difference]) -> None:
    """Keep what a new reading of a document changed, in one group and in nobody's name."""
    group = uuid.uuid4()
    Change.objects.bulk_create(
        change
        for difference in differences
        for change in _reading_changes(report, difference, group)
    )


def _reading_changes(report: Report, difference: Difference, group: uuid.UUID) -> Iterable[Change]:
    name = difference.table.model._meta.model_name or ""
    altered = [(each.record, each.before, each.after) for each in difference.altered]
    gone = [(each, {"is_superseded": False}, {"is_superseded": True}) for each in difference.gone]
    for record, before, after in (*altered, *gone):
        yield Change(
            program_version=duixian.__version__,
            group=group,
            record=name,
            record_key=record.pk,
            report=report,
            before=_plain(before),
            after=_plain(after),
            reason=READ_AGAIN,
        )


def _is_suggested(record: Record) -> bool:
    return isinstance(record, Reviewed) and record.state == State.SUGGESTED


def _state_after(record: Reviewed, changed: Mapping[str, Any]) -> State:
    return State.CORRECTED if changed or record.corrections else State.ACCEPTED


@transaction.atomic
def _apply(
    record: Record,
    values: dict[str, Any],
    *,
    user: User | None,
    revision: int | None,
    reason: str,
    group: uuid.UUID | None = None,
) -> Change:
    """Write values where the record still is at `revision`, and keep the change.

    ``revision`` is None for the records that nobody edits but by putting back.
    """
    report_key = _report_of(record)
    if report_key is not None:
        lock(report_key)  # a worker that reads the report anew comes before this or after it
    if isinstance(record, Report):
        _refuse_nobodys(record, values)
    before = _plain({name: getattr(record, name) for name in values})
    stamped = dict(values)
    if isinstance(record, Reviewed):
        stamped |= {"reviewed_by": user, "reviewed_at": timezone.now()}
    _write(record, stamped, revision)
    carry_on(record, before, values)
    return Change.objects.create(
        user=user,
        user_name=user.get_username() if user else COMMAND_LINE,
        program_version=duixian.__version__,
        group=group or uuid.uuid4(),
        record=record._meta.model_name or "",
        record_key=record.pk,
        report_id=report_key,
        before=before,
        after=_plain(values),
        reason=reason,
    )


def _refuse_nobodys(report: Report, values: Mapping[str, Any]) -> None:
    """Let no change show everyone a report of which nobody has said whose it is."""
    now, after = (
        said["is_published"] and not said["withdrawn_at"] and said["government_id"] is None
        for said in (vars(report), {**vars(report), **values})
    )
    if after and not now:
        raise NobodysReportError(str(report))


def _write(record: Record, values: dict[str, Any], revision: int | None) -> None:
    manager: models.Manager[Any] = type(record)._default_manager
    seen = manager.filter(pk=record.pk)
    if revision is not None:
        seen, values = seen.filter(revision=revision), {**values, "revision": revision + 1}
    if not seen.update(**values):
        raise ChangedMeanwhileError(str(record)[:80], by=last_editor(record))
    for name, value in values.items():
        setattr(record, name, value)


def _report_of(record: Record) -> int | None:
    if isinstance(record, Report):
        return record.pk
    for path in (("report_id",), ("account", "plan_id"), ("verdict", "account", "plan_id")):
        found: Any = record
        for name in path:
            found = getattr(found, name, None)
        if found is not None:
            return int(found)
    return None


def last_editor(record: Record) -> str:
    """Name who changed a record last; nobody where only the program did."""
    last = Change.objects.filter(record=record._meta.model_name, record_key=record.pk).first()
    return last.user_name if last else ""


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    encoder = DjangoJSONEncoder()
    return {
        name: value
        if isinstance(value, str | int | float | bool | dict | list | None)
        else encoder.default(value)
        for name, value in values.items()
    }
