"""Starting Django outside a server, for the commands that work on the ledger."""

from __future__ import annotations

import os
from pathlib import Path

from duixian.errors import MissingExtraError, OutputError, UsageError
from duixian.web import SETTINGS


def start(*, data: Path | None = None) -> None:
    """Set Django up and bring the ledger to this version.

    `data` is the folder of the ledger; without it the environment decides. Raises
    MissingExtraError where the extra ``web`` is not installed, UsageError where the environment
    is not right, OutputError where the folder cannot be made or the database does not answer.
    """
    if data is not None:
        os.environ["DUIXIAN_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        import django
    except ImportError as error:
        raise MissingExtraError("the web site", "web") from error
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db.utils import DatabaseError, OperationalError

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise UsageError(str(error)) from error
    from duixian.web.settings import ENVIRONMENT

    try:
        ENVIRONMENT.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(ENVIRONMENT.data), error.strerror or str(error)) from error
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        if type(error) not in (DatabaseError, OperationalError):  # the others are our own faults
            raise
        raise OutputError("database", str(error).strip().splitlines()[0]) from error
