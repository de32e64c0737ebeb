"""The fixed persons of the tests of rights, each with a browser of their own."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from duixian.web.ledger.models import Government
from duixian.web.people.models import Membership

PASSWORD = "a long enough word 2024"  # noqa: S105


class Person(Client):
    """A test client in which ``user`` is signed in."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.user = user
        self.force_login(user, backend="django.contrib.auth.backends.ModelBackend")


def make_user(name: str, *governments: Government, is_administrator: bool = False) -> User:
    """Make a person who edits for these governments, or looks after the whole site."""
    make = User.objects.create_superuser if is_administrator else User.objects.create_user
    user = make(name, f"{name}@example.org", PASSWORD)
    Membership.objects.bulk_create(Membership(user=user, government=each) for each in governments)
    return user
