"""``python -m duixian.web.manage create_person NAME``: the first administrator, or anyone.

The password is asked for, or read from standard input when that is no terminal. It is never an
argument, where others on the machine could see it.
"""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import transaction

from duixian.web.ledger.models import Government
from duixian.web.people.models import Membership


class Command(BaseCommand):
    """Makes a person."""

    help = "Make a person who may sign in; the password is asked for, or read from standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        parser.add_argument(
            "--administrator", action="store_true", help="looks after the whole site"
        )
        parser.add_argument(
            "--government",
            action="append",
            default=[],
            metavar="KEY",
            help="edits for this government; may be repeated",
        )

    @no_translations
    def handle(
        self, *_args: object, name: str, administrator: bool, government: list[str], **_: object
    ) -> None:
        user = User(username=name, is_superuser=administrator)
        governments = _governments(government)
        try:
            user.clean_fields(exclude=["password"])
            user.validate_unique()
            password = _read_password()
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        user.set_password(password)
        with transaction.atomic():
            user.save()
            Membership.objects.bulk_create(
                Membership(user=user, government=each) for each in governments
            )
        self.stdout.write(f"{name} may sign in.")


def _governments(keys: list[str]) -> list[Government]:
    found = {each.key: each for each in Government.objects.filter(key__in=keys)}
    unknown = [key for key in keys if key not in found]
    if unknown:
        raise CommandError(f"No such government in the ledger: {', '.join(unknown)}")
    return list(found.values())


def _read_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise CommandError("The two passwords differ: nothing was made")
    return password
