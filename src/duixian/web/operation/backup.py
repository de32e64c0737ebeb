"""Keeps one moment of the ledger in a file, while people go on working."""

from __future__ import annotations

import contextlib
import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

import duixian
from duixian.errors import OutputError
from duixian.web.ledger.models import Document
from duixian.web.operation.backup_file import (
    DOCUMENTS,
    FORMAT,
    ROWS,
    Manifest,
    Member,
    parts_of,
    write_manifest,
    write_member,
)
from duixian.web.operation.tables import Model, kept_models, lines_of

_KEPT_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds."""

    rows: int
    documents: int
    damaged: tuple[str, ...]  # names of documents whose file is missing or not the one brought in


def back_up(file: Path) -> BackedUp:
    """Write a backup, whole or not at all. Raises OutputError, where a file exists too."""
    if file.exists():
        raise OutputError(str(file), "it is there already")
    unfinished = file.with_name(f".{file.name}.part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            kept = _write(archive)
        unfinished.chmod(0o600)
        unfinished.rename(file)
    except OSError as error:
        raise OutputError(str(file), (error.strerror or str(error)).lower()) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _write(archive: zipfile.ZipFile) -> BackedUp:
    with one_moment():
        tables = [_write_table(archive, model) for model in kept_models()]
        migrations = applied_migrations()
        known = dict(Document.objects.values_list("sha256", "name"))
    # Files are only ever added, so all that the rows name are there by now.
    documents = list(_write_documents(archive))
    manifest = Manifest(
        format=FORMAT,
        program_version=duixian.__version__,
        made_at=timezone.now().isoformat(),
        migrations=migrations,
        members=[*tables, *documents],
    )
    write_manifest(archive, manifest)
    sound = {each.sha256 for each in documents}
    damaged = tuple(name for sha256, name in sorted(known.items()) if sha256 not in sound)
    return BackedUp(sum(each.rows or 0 for each in tables), len(documents), damaged)


@contextlib.contextmanager
def one_moment() -> Iterator[None]:
    """Read the database as it is now, whatever others write meanwhile, and hold up nobody."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # atomic() would lock out every writer
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic():
        if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def applied_migrations() -> list[str]:
    """List the migrations the tables have."""
    return sorted(
        f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
    )


def _write_table(archive: zipfile.ZipFile, model: Model) -> Member:
    rows = 0

    def counted() -> Iterator[bytes]:
        nonlocal rows
        for line in lines_of(model):
            rows += 1
            yield line

    member = write_member(archive, f"{ROWS}{model._meta.label_lower}.jsonl", counted())
    return Member(member.name, member.sha256, rows)


def _write_documents(archive: zipfile.ZipFile) -> Iterator[Member]:
    """Write the kept files that are what their name, which is their hash, says."""
    folder = Path(settings.MEDIA_ROOT)
    for path in sorted(folder.glob("*/*")):
        name = path.relative_to(folder).as_posix()
        if not _KEPT_NAME.fullmatch(name) or not _is_sound(path):
            continue
        with path.open("rb") as stream:
            member = write_member(archive, f"{DOCUMENTS}{name}", parts_of(stream))
        yield member


def _is_sound(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == path.name
    except OSError:
        return False
