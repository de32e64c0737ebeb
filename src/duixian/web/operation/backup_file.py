"""The file of a backup: a ZIP with one JSON Lines file a table, the documents, and a manifest.

The manifest names every other member with its SHA-256, and the migrations the tables have. It is
written last, so that a file cut short has none.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from duixian.errors import DamagedSourceError

FORMAT = 1
MANIFEST = "manifest.json"
ROWS = "rows/"
DOCUMENTS = "documents/"
_CHUNK = 1 << 20  # bytes
_MANIFEST_LIMIT = 256 << 20  # bytes
_NAME = re.compile(
    r"rows/[a-z_]+\.[a-z]+\.jsonl|documents/[0-9A-Za-z_-]{1,80}(/[0-9A-Za-z_.-]{1,160})*"
)


class Member(msgspec.Struct, frozen=True):
    """One file in the backup."""

    name: str
    sha256: str
    rows: int | None = None  # of a table


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds, and what made it."""

    format: int
    program_version: str
    made_at: str  # ISO 8601
    migrations: list[str]  # "app.name", sorted
    members: list[Member]


def write_member(
    archive: zipfile.ZipFile, name: str, parts: Iterable[bytes], *, rows: int | None = None
) -> Member:
    """Write one file from its parts; return its entry for the manifest."""
    hashed = hashlib.sha256()
    with archive.open(name, "w", force_zip64=True) as written:
        for part in parts:
            hashed.update(part)
            written.write(part)
    return Member(name, hashed.hexdigest(), rows)


def write_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Write the manifest, which completes the file."""
    archive.writestr(MANIFEST, msgspec.json.encode(manifest))


def parts_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Read a stream piece by piece."""
    while part := stream.read(_CHUNK):
        yield part


def read_manifest(archive: zipfile.ZipFile, source: str) -> Manifest:
    """Read and check the manifest. Raises DamagedSourceError."""
    try:
        if archive.getinfo(MANIFEST).file_size > _MANIFEST_LIMIT:
            raise DamagedSourceError(source, "its manifest is too large")
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except (KeyError, msgspec.DecodeError, zipfile.BadZipFile, OSError) as error:
        raise DamagedSourceError(source, "no backup of Duixian, or cut short") from error
    if manifest.format != FORMAT:
        raise DamagedSourceError(
            source,
            f"made by Duixian {manifest.program_version}, in a format this one does not know",
            "restore it with that version",
        )
    return manifest


def check_members(archive: zipfile.ZipFile, manifest: Manifest, source: str) -> None:
    """Check every file against the manifest. Raises DamagedSourceError."""
    there = sorted(info.filename for info in archive.infolist() if info.filename != MANIFEST)
    if there != sorted(member.name for member in manifest.members):
        raise DamagedSourceError(source, "it does not hold the files that its manifest names")
    for member in manifest.members:
        if not _NAME.fullmatch(member.name) or ".." in member.name:
            raise DamagedSourceError(source, "it holds a file with a name no backup has")
        if _hash_of(archive, member.name, source) != member.sha256:
            raise DamagedSourceError(source, f"{member.name} is not what was kept")


def _hash_of(archive: zipfile.ZipFile, name: str, source: str) -> str:
    hashed = hashlib.sha256()
    try:
        with archive.open(name) as stream:
            for part in parts_of(stream):
                hashed.update(part)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
        raise DamagedSourceError(source, f"{name} cannot be unpacked") from error
    return hashed.hexdigest()
