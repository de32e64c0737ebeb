"""The history of a commitment in words: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from duixian.language.reasons import in_chinese
from duixian.web.language_prefix import is_chinese
from duixian.web.ledger import history
from duixian.web.ledger.choices import Kind, Role, Severity, Specificity, State, VerdictName
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
    {"corrections", "doubt", "revision", "rule", "reasons", "reasons_zh", "score"}
    | {"section_id", "statement_id", "quantity_id"}  # what they lead to tells it
)
_RECORDS = {"commitment": _("Commitment"), "verdict": _("Verdict"), "evidence": _("Evidence")}
_VALUES: dict[str, dict[str, str | Promise]] = {
    "state": {each.value: each.label for each in State},
    "verdict": {each.value: each.label for each in VerdictName},
    "specificity": {each.value: each.label for each in Specificity},
    "kind": {each.value: each.label for each in Kind},
    "role": {each.value: each.label for each in Role},
    "severity": {each.value: each.label for each in Severity},
}
_CHINESE = "_zh"  # ends the name of what repeats another column in Chinese


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
    is_shown = is_named or not change.user_name
    return ChangeInWords(
        at=change.at,
        record=str(_RECORDS.get(change.record, change.record)),
        who=who_changed(change) if is_shown else gettext("an editor"),
        steps=list(_steps(change)),
        reason=reason_in_words(change) if change.user_name else "",
        version=change.program_version,
    )


def _steps(change: Change) -> Iterator[Step]:
    for name in columns_told(change.after):
        if name not in _HIDDEN:
            label = str(_FIELDS.get(name.removesuffix(_CHINESE), name))
            before, after = change.before.get(name), change.after[name]
            yield Step(label, value_in_words(name, before), value_in_words(name, after))


def who_changed(change: Change) -> str:
    """Name who made a change; what is no person in the reader's language."""
    if not change.user_name:
        return gettext("the program, reading the report again")
    is_person = change.user_id or change.user_name != history.COMMAND_LINE
    return change.user_name if is_person else gettext("command line")


def columns_told(values: Mapping[str, object]) -> list[str]:
    """List the columns of a change; of one kept in two languages only that of the reader."""
    if not is_chinese():
        return [name for name in values if not name.endswith(_CHINESE)]
    return [name for name in values if f"{name}{_CHINESE}" not in values]


def reason_in_words(change: Change) -> str:
    """Say why a change was made: in the words of a person, or those of the program."""
    if change.reason == history.READ_AGAIN:
        return gettext("read again")
    words, _space, number = change.reason.rpartition(" ")
    if words == history.PUT_BACK:
        return gettext("put back change %(number)s") % {"number": number}
    return change.reason


def value_in_words(name: str, value: object) -> str:
    """Say what stands in a column in the reader's language."""
    if isinstance(value, bool):
        is_good = not value if name == "is_superseded" else value
        return gettext("yes") if is_good else gettext("no")
    if value is None or value == "":
        return gettext("nothing")
    if name == "why" and is_chinese():
        return in_chinese(str(value))
    return str(_VALUES.get(name, {}).get(str(value), value))
