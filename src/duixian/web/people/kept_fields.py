"""The fields of a kept form as its writer knows them: labels instead of names, words for values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from duixian.web.desk.access import whole_number
from duixian.web.desk.labels import FIELDS
from duixian.web.intake.forms import BringForm
from duixian.web.ledger.models import Government
from duixian.web.people.forms import PersonForm, TokenForm
from duixian.web.people.rights import Person
from duixian.web.site.commitments.changes import value_in_words
from duixian.web.site.names import government_name

_OF_A_RECORD = re.compile(r"^r\d+-")  # before the names of one form on a page of many
_UNSEEN = frozenset({"revision", "page", "show", "group", "id", "next"})  # nobody wrote them
_GOVERNMENTS = ("government", "governments", "government_id")
_LABELS: dict[str, str | Promise] = {
    "reason": _("Why (for the history)"),
    "certainty": _("Accept all that are at least this sure, in percent"),
    "decision": _("Decision"),
    "is_public": _("Publishing"),
}
_WORDS: dict[tuple[str, str], str | Promise] = {
    ("decision", "accept"): _("Accept"),
    ("decision", "reject"): _("Reject"),
    ("decision", "correct"): _("Correct"),
    ("is_public", "yes"): _("Publish"),
    ("is_public", "no"): _("Withdraw"),
    ("is_superuser", "on"): _("yes"),
    ("is_active", "on"): _("yes"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A field as it is shown."""

    label: str
    value: str


def written(fields: Iterable[tuple[str, str]], *, person: Person) -> list[Written]:
    """List what a person wrote or chose, leaving out what the page sent along by itself."""
    named = ((_OF_A_RECORD.sub("", sent, count=1), value) for sent, value in fields)
    return [
        Written(_label(name), _value(name, value, person))
        for name, value in named
        if name not in _UNSEEN
    ]


def _label(name: str) -> str:
    known = _LABELS.get(name) or FIELDS.get(name)
    for form in (BringForm, TokenForm, PersonForm):
        field = form.base_fields.get(name)
        known = known or (field.label if field else None)
    return str(known or gettext("Further field"))


def _value(name: str, value: str, person: Person) -> str:
    if name in _GOVERNMENTS:
        shown = Government.objects.visible_to(person)  # of others not even the name
        found = shown.filter(pk=whole_number(value) or 0).first()
        return government_name(found) if found else value
    if name == "days":
        return str(dict(TokenForm.base_fields["days"].choices).get(value, value))  # type: ignore[attr-defined]  # it is a choice
    return str(_WORDS.get((name, value)) or value_in_words(name, value))
