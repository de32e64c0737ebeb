"""What a person may do. Every view and the API ask here.

Visitors read what is published. Editors change the records of their governments. Administrators
(Django's superusers) change all, and look after people.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from duixian.web.ledger.models import Government, Report

Person = User | AnonymousUser


def is_administrator(person: Person) -> bool:
    """Whether they look after the whole site."""
    return bool(person.is_authenticated and getattr(person, "is_superuser", False))


def is_editor(person: Person) -> bool:
    """Whether they may enter the desk at all."""
    if is_administrator(person):
        return True
    return person.is_authenticated and Government.objects.filter(memberships__user=person).exists()


def editable_governments(person: Person) -> QuerySet[Government] | None:
    """Return the governments whose records they may change; None means all."""
    if is_administrator(person):
        return None
    if not person.is_authenticated:
        return Government.objects.none()
    return Government.objects.filter(memberships__user=person)


def may_edit(person: Person, report: Report) -> bool:
    """Whether they may change a report and its records.

    A report of no known government is anyone's who edits at all: someone must say whose it is.
    """
    if report.government_id is None:
        return is_editor(person)
    governments = editable_governments(person)
    return governments is None or governments.filter(pk=report.government_id).exists()
