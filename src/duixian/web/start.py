"""Starting Django outside a server, for the commands that work on the ledger."""

from __future__ import annotations

import os
from pathlib import Path

from duixian.errors import MissingExtraError, OutputError, UsageError
from duixian.web import SETTINGS


def start(*, data: Path | None = None, is_only_read: bool = False) -> None:
    """Set Django up and bring the ledger to this version.

    `data` is the folder of the ledger; without it the environment decides. A ledger that is only
    read, and is of this version, is not written at all. Raises
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
        _migrate(is_only_read=is_only_read)
    except DatabaseError as error:
        if type(error) not in (DatabaseError, OperationalError):  # the others are our own faults
            raise
        raise OutputError("database", str(error).strip().splitlines()[0]) from error


def _migrate(*, is_only_read: bool) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if is_only_read and not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    call_command("migrate", verbosity=0, interactive=False)
