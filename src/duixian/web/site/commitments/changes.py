"""The history of a commitment in words: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from duixian.web.ledger.choices import Specificity, State, VerdictName
from duixian.web.ledger.models import Change, Commitment, Evidence, Verdict

_MOST = 100
_FIELDS: dict[str, str | Promise] = {
    "state": pgettext_lazy("field", "review"),
    "verdict": pgettext_lazy("field", "verdict"),
    "specificity": pgettext_lazy("field", "how specific"),
    "measure": pgettext_lazy("field", "measure"),
    "indicator": pgettext_lazy("field", "indicator"),
    "functions": pgettext_lazy("field", "functions of government"),
    "due": pgettext_lazy("field", "due"),
    "why": pgettext_lazy("field", "rule"),
    "outcome": pgettext_lazy("field", "number reached"),
    "text": pgettext_lazy("field", "text"),
    "is_superseded": pgettext_lazy("field", "found in the report"),
}
_HIDDEN = frozenset(
    {"corrections", "doubt", "revision", "rule", "why_zh", "reasons", "reasons_zh", "score"}
    | {"section_id", "statement_id", "quantity_id"}  # what they lead to tells it
)
_RECORDS = {"commitment": _("Commitment"), "verdict": _("Verdict"), "evidence": _("Evidence")}
_VALUES: dict[str, dict[str, str | Promise]] = {
    "state": {each.value: each.label for each in State},
    "verdict": {each.value: each.label for each in VerdictName},
    "specificity": {each.value: each.label for each in Specificity},
}


@dataclass(frozen=True, slots=True)
class Step:
    """One field before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeInWords:
    """One change, as the page tells it."""

    at: datetime
    record: str
    who: str
    steps: list[Step]
    reason: str
    version: str


def changes_of(
    commitment: Commitment, verdict: Verdict | None, *, is_named: bool
) -> list[ChangeInWords]:
    """Return what was changed in a commitment, its verdict and its evidence, the last first.

    Names of editors are for those who may edit it themselves.
    """
    records = Q(record="commitment", record_key=commitment.pk)
    if verdict is not None:
        passages: list[Evidence] = getattr(verdict, "all_evidence", [])
        records |= Q(record="verdict", record_key=verdict.pk)
        records |= Q(record="evidence", record_key__in=[each.pk for each in passages])
    found = Change.objects.filter(records, report=commitment.report_id)[:_MOST]
    return [_in_words(change, is_named=is_named) for change in found]


def _in_words(change: Change, *, is_named: bool) -> ChangeInWords:
    who = change.user_name if is_named else gettext("an editor")
    return ChangeInWords(
        at=change.at,
        record=str(_RECORDS.get(change.record, change.record)),
        who=who if change.user_name else gettext("the program, reading the report again"),
        steps=list(_steps(change)),
        reason=change.reason if change.user_name else "",
        version=change.program_version,
    )


def _steps(change: Change) -> Iterator[Step]:
    for name, after in change.after.items():
        if name not in _HIDDEN:
            label = str(_FIELDS.get(name, name))
            yield Step(label, _value(name, change.before.get(name)), _value(name, after))


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        is_good = not value if name == "is_superseded" else value
        return gettext("yes") if is_good else gettext("no")
    if value is None or value == "":
        return gettext("nothing")
    return str(_VALUES.get(name, {}).get(str(value), value))
