"""Brings a backup back: all of it is checked first, and all of it goes in or nothing."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from duixian.errors import DamagedSourceError, OutputError, UsageError
from duixian.web.ledger.models import Report
from duixian.web.ledger.search.find import index
from duixian.web.operation.backup import applied_migrations
from duixian.web.operation.backup_file import (
    DOCUMENTS,
    ROWS,
    Manifest,
    check_members,
    read_manifest,
)
from duixian.web.operation.tables import Model, fields_of, is_unused, kept_models, values_of

_BATCH = 500  # rows


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back."""

    rows: int
    documents: int


def restore(file: Path, *, is_replacing: bool = False) -> Restored:
    """Bring back what a file holds, in place of what the ledger holds.

    Raises UsageError for a ledger in use without `is_replacing`, DamagedSourceError for a file
    that is not whole, OutputError where it cannot be written. The ledger is unchanged then.
    """
    source = str(file)
    if not is_replacing and not is_unused():
        raise UsageError("the ledger is not empty: give --replace to put the backup in its place")
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError) as error:
        raise DamagedSourceError(source, "no backup of Duixian, or cut short") from error
    with archive:
        manifest = read_manifest(archive, source)
        _check_version(manifest, source)
        check_members(archive, manifest, source)
        return _bring_in(archive, manifest, source)


def _check_version(manifest: Manifest, source: str) -> None:
    tables = {f"{ROWS}{model._meta.label_lower}.jsonl" for model in kept_models()}
    has_all = tables == {each.name for each in manifest.members if each.name.startswith(ROWS)}
    if manifest.migrations != applied_migrations() or not has_all:
        raise DamagedSourceError(
            source,
            f"made by Duixian {manifest.program_version}, whose tables are others",
            "restore it with that version, then upgrade",
        )


def _bring_in(archive: zipfile.ZipFile, manifest: Manifest, source: str) -> Restored:
    added: list[Path] = []
    try:
        _check_space(archive)
        for member in manifest.members:
            if member.name.startswith(DOCUMENTS):
                _bring_document(archive, member.name, added)
        with transaction.atomic():
            rows = _bring_rows(archive)
    except BaseException as error:
        for path in added:
            path.unlink(missing_ok=True)
        raise _told(error, source) from error
    documents = sum(each.name.startswith(DOCUMENTS) for each in manifest.members)
    return Restored(rows, documents)


def _told(error: BaseException, source: str) -> BaseException:
    """Say in one line what went wrong, where it is the file's or the disk's doing."""
    if isinstance(error, DatabaseError | ValidationError | ValueError):
        cause = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
        return DamagedSourceError(source, f"a row does not fit: {cause[:200]}")
    if isinstance(error, OSError):
        return OutputError(str(settings.MEDIA_ROOT), (error.strerror or str(error)).lower())
    return error


def _check_space(archive: zipfile.ZipFile) -> None:
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    needed = sum(info.file_size for info in archive.infolist())
    if shutil.disk_usage(folder).free < needed:
        raise OSError(28, f"no space left: {needed >> 20} MiB are needed")


def _bring_document(archive: zipfile.ZipFile, name: str, added: list[Path]) -> None:
    """Keep a document where it belongs; the same one that is there already stays."""
    target = Path(settings.MEDIA_ROOT) / name.removeprefix(DOCUMENTS)
    is_there = target.exists()
    if is_there and _hash_of(target) == target.name:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with archive.open(name) as stream, unfinished.open("wb") as written:
            shutil.copyfileobj(stream, written, 1 << 20)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    if not is_there:
        added.append(target)


def _hash_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _bring_rows(archive: zipfile.ZipFile) -> int:
    """Put the rows of the file in place of all rows. References are checked at the end."""
    models = kept_models()
    emptied: list[Model] = [*models, Session]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_search")
        for model in emptied:
            cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)}")  # noqa: S608 - our name
    rows = sum(_bring_table(archive, model) for model in models)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    connection.check_constraints()
    for report in Report.objects.iterator():
        index(report)
    return rows


def _bring_table(archive: zipfile.ZipFile, model: Model) -> int:
    fields = fields_of(model)
    columns = ", ".join(_quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = _quoted(model._meta.db_table)
    insert = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our names
    rows = 0
    with archive.open(f"{ROWS}{model._meta.label_lower}.jsonl") as lines:
        values = (_prepared(model, line) for line in lines)
        with connection.cursor() as cursor:
            for batch in _batches(values):
                cursor.executemany(insert, batch)
                rows += len(batch)
    return rows


def _prepared(model: Model, line: bytes) -> list[Any]:
    """Read a row, and write its values as the database wants them."""
    pairs = zip(fields_of(model), values_of(model, line), strict=True)
    return [field.get_db_prep_save(value, connection) for field, value in pairs]


def _batches(values: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while batch := list(islice(values, _BATCH)):
        yield batch


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
