"""Starting Django outside a server, for the commands that work on the ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from duixian.errors import MissingExtraError, OutputError, SourceNotFoundError, UsageError
from duixian.web import SETTINGS


def start(*, data: Path | None = None, is_only_read: bool = False) -> None:
    """Set Django up and bring the ledger to this version.

    `data` is the folder of the ledger; without it the environment decides. A ledger that is only
    read must be there, and where it is of this version it is not written at all. Raises
    MissingExtraError where the extra ``web`` is not installed, UsageError where the environment
    is not right, SourceNotFoundError where there is no ledger to read, OutputError where the
    folder cannot be made or the database does not answer.
    """
    _set_up(data)
    if is_only_read:
        _must_be_there()
    _open(is_only_read=is_only_read)


@contextmanager
def started_or_undone(*, data: Path | None = None) -> Iterator[None]:
    """Start, and where what follows fails, take away the ledger that was not there before."""
    _set_up(data)
    from django.db import connections

    from duixian.web.settings import ENVIRONMENT

    file = _ledger_file()
    is_new = file is not None and not file.exists()
    made = [
        each
        for each in (ENVIRONMENT.data / "documents", ENVIRONMENT.data, *ENVIRONMENT.data.parents)
        if not each.exists()
    ]
    try:
        _open()
        yield
    except BaseException:
        connections.close_all()
        if file is not None and is_new:
            for ending in ("", "-wal", "-shm", "-journal"):
                file.with_name(file.name + ending).unlink(missing_ok=True)
        _remove_empty(made)
        raise


def _remove_empty(folders: list[Path]) -> None:
    """Remove folders in which nothing is left, the inner ones before the outer."""
    for folder in folders:
        inner = sorted((each for each in folder.glob("*/") if not each.is_symlink()), reverse=True)
        for each in (*inner, folder):
            with suppress(OSError):
                each.rmdir()


def _set_up(data: Path | None) -> None:
    if data is not None:
        os.environ["DUIXIAN_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        import django
    except ImportError as error:
        raise MissingExtraError("the web site", "web") from error
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise UsageError(str(error)) from error


def _ledger_file() -> Path | None:
    """Return the file of the ledger; None where a server keeps it."""
    from duixian.web.settings import ENVIRONMENT

    database = ENVIRONMENT.database
    return Path(database["NAME"]) if database["ENGINE"].endswith("sqlite3") else None


def _must_be_there() -> None:
    from duixian.web.settings import ENVIRONMENT

    if not (_ledger_file() or ENVIRONMENT.data).exists():
        raise SourceNotFoundError(str(ENVIRONMENT.data), "there is no ledger in this folder")


def _open(*, is_only_read: bool = False) -> None:
    from django.db.migrations.exceptions import MigrationSchemaMissing
    from django.db.utils import DatabaseError, OperationalError

    from duixian.web.settings import ENVIRONMENT
    from duixian.web.sqlite import may_be_written

    file = _ledger_file()
    if file is not None and not is_only_read and not may_be_written(file):
        raise OutputError(str(file), "the ledger can only be read")
    try:
        ENVIRONMENT.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(ENVIRONMENT.data), error.strerror or str(error)) from error
    _keep_private(file)
    try:
        _migrate(is_only_read=is_only_read)
    except MigrationSchemaMissing as error:
        cause = "the ledger there is not of this version, and can only be read"
        raise OutputError(str(ENVIRONMENT.data), cause) from error
    except DatabaseError as error:
        if type(error) not in (DatabaseError, OperationalError):  # the others are our own faults
            raise
        raise OutputError("database", str(error).strip().splitlines()[0]) from error


def _keep_private(file: Path | None) -> None:
    """Make the file of a new ledger for its owner alone: SQLite would let everyone read it."""
    if file is None or file.exists():
        return
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise OutputError(str(file), error.strerror or str(error)) from error


def _migrate(*, is_only_read: bool) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if is_only_read and not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    call_command("migrate", verbosity=0, interactive=False)
