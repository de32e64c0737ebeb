"""Keeps files by their hash, and reads kept files again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage

from duixian.documents.document import Document as Text
from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions
from duixian.documents.sources import load_bytes
from duixian.web.ledger.models import Document

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_LONGEST_NAME = 255


def place_of(sha256: str) -> str:
    """Return where a file is kept: by its hash alone, so that no name can do harm."""
    return f"{sha256[:2]}/{sha256}"


def keep_bytes(data: bytes) -> str:
    """Keep the bytes of a file; return their SHA-256. The same file is kept once."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = Path(default_storage.path(place_of(sha256)))
    if not place.exists():
        _write_whole(place, data)
    return sha256


def _write_whole(place: Path, data: bytes) -> None:
    """Write beside the final name and move there: a full disk leaves no half file behind."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(place)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def kept_bytes(sha256: str) -> bytes:
    """Return the bytes of a kept file. Raises OSError where it is missing."""
    with default_storage.open(place_of(sha256)) as file:
        return bytes(file.read())


def read_kept(sha256: str, name: str, *, options: SourceOptions = DEFAULT_OPTIONS) -> Text:
    """Read a kept file to its text. Raises SourceError, or OSError where it is missing."""
    return load_bytes(kept_bytes(sha256), name=name, options=options)


def store_document(text: Text, *, name: str, user: User | None = None) -> Document:
    """Keep what a file became; the row of the same bytes is used again."""
    said = {
        "media_type": text.media_type,
        "size": text.size,
        "file": place_of(text.sha256),
        "text": text.text,
        "encoding": text.encoding or "",
        "pages": [[page.number, page.start, page.end] for page in text.pages],
        "notes": list(text.notes),
    }
    if text.address:
        said |= {"address": text.address, "fetched": text.fetched or ""}
    document, _ = Document.objects.update_or_create(
        sha256=text.sha256,
        defaults=said,
        create_defaults={**said, "name": plain_name(name), "received_by": user},
    )
    return document


def plain_name(name: str) -> str:
    """Return the last part of a name a person or browser gave, without control characters."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    shown = "".join(each for each in last if each.isprintable()).strip(". ")
    return shown[-_LONGEST_NAME:] or "document"
