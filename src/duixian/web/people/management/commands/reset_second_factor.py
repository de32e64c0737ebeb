"""``python -m duixian.web.manage reset_second_factor NAME``: for an administrator locked out."""

from __future__ import annotations

from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from duixian.web.people.administering import reset_second_factor


class Command(BaseCommand):
    """Forgets a second factor."""

    help = "Forget the second factor and the recovery codes of a person, and end their sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name they sign in with")

    def handle(self, *_args: object, name: str, **_: object) -> None:
        try:
            person = User.objects.get(username=name)
        except User.DoesNotExist as error:
            raise CommandError(f"Nobody signs in as {name}") from error
        reset_second_factor(person, by=None)
        self.stdout.write(f"{name} sets up a new second factor at the next sign-in.")
