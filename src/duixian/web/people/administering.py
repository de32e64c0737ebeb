"""What administrators do with people. The site always keeps one administrator who can sign in."""

from __future__ import annotations

import logging

from axes.utils import reset as unlock
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from duixian.web.people.forms import PersonForm
from duixian.web.people.models import Membership
from duixian.web.people.second_factor import remove_second_factor

_LOG = logging.getLogger("duixian.people")


class LastAdministratorError(Exception):
    """Nobody would be left to look after the site."""


def save_person(form: PersonForm, *, by: User) -> User:
    """Keep what a valid form says. Raises LastAdministratorError; then nothing is changed."""
    with transaction.atomic():
        administrators = User.objects.filter(is_superuser=True, is_active=True)
        # All are held, so that two of them cannot dismiss each other at once.
        had_one = bool(administrators.select_for_update().order_by("pk").values_list("pk"))
        person = form.save(commit=False)
        if person.pk is None:
            person.set_unusable_password()  # until they choose one by the link
        person.save()
        if had_one and not administrators.exists():
            raise LastAdministratorError
        _set_governments(person, form)
    _tell(by, person, "person_saved", fields=form.changed_data)
    return person


def _set_governments(person: User, form: PersonForm) -> None:
    chosen = form.cleaned_data["governments"]
    person_memberships = Membership.objects.filter(user=person)
    person_memberships.exclude(government__in=chosen).delete()
    Membership.objects.bulk_create(
        [Membership(user=person, government=each) for each in chosen], ignore_conflicts=True
    )


def password_address(person: User) -> str:
    """Make the address where a person chooses a password: it works once, for three days."""
    key = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return reverse("people:choose-password", kwargs={"uidb64": key, "token": token})


def offer_password(person: User, *, by: User) -> str:
    """Make such an address for someone who forgot, or was locked out after failed attempts."""
    unlock(username=person.username)
    _tell(by, person, "password_offered")
    return password_address(person)


def reset_second_factor(person: User, *, by: User | None) -> None:
    """Forget a person's second factor and end their sessions."""
    remove_second_factor(person)
    end_sessions(person)
    _tell(by, person, "second_factor_reset")


def end_sessions(person: User) -> None:
    """Sign a person out everywhere."""
    key = str(person.pk)
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == key:
            session.delete()


def _tell(by: User | None, person: User, act: str, **more: object) -> None:
    who = by.get_username() if by else "command line"
    _LOG.info(act, extra={"by": who, "person": person.get_username(), **more})
