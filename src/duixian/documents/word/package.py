"""The parts of a DOCX file that hold its text, opened without trusting the archive.

Sizes are checked by the archive's own directory before anything is unpacked, and no more is
unpacked than it said; pictures and embedded files are never touched.
"""

from __future__ import annotations

import lzma
import posixpath
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from duixian.documents.limits import MEBIBYTE, Limits
from duixian.documents.readers import refuse_foreign
from duixian.documents.word.markup import Element, attribute, local_name
from duixian.errors import (
    DamagedSourceError,
    EncryptedSourceError,
    SourceTooLargeError,
    UnsupportedFormatError,
)

_MOST_PART_BYTES = 64 * MEBIBYTE  # of one part; as a tree it takes ten times that
_BOMB_RATIO = 250  # unpacked to packed; Word's own parts stay under 100
_BOMB_BYTES = 8 * MEBIBYTE  # parts smaller than this do no harm at any ratio
_DIRECTORY_ENTRY = b"PK\x01\x02"
_UNPACK_ERRORS = (
    BadZipFile,
    zlib.error,
    struct.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    RuntimeError,  # a member that asks for a password, or for an unknown way of packing
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The roots of the parts that matter; those of the file without them are None."""

    document: Element
    numbering: Element | None
    styles: Element | None


def open_package(data: bytes, *, name: str, limits: Limits) -> WordPackage:
    """Open a DOCX file's text, numbering and styles; raises only `SourceError`."""
    refuse_foreign(data, name=name)
    if data.count(_DIRECTORY_ENTRY) > limits.max_archive_members:
        raise SourceTooLargeError.over(name, limits.max_archive_members, "files inside it")
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, name=name, limits=limits)
            return _read_parts(archive, name=name)
    except _UNPACK_ERRORS as error:
        raise DamagedSourceError(name, "a broken or truncated DOCX file") from error


def _check_sizes(archive: ZipFile, *, name: str, limits: Limits) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedSourceError(name, "protected by a password")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.max_unpacked_bytes:
        most = limits.max_unpacked_bytes
        raise SourceTooLargeError.over(name, most, "bytes unpacked", found=unpacked)


def _read_parts(archive: ZipFile, *, name: str) -> WordPackage:
    main = _target(_relations(archive, "_rels/.rels", name=name), "/officeDocument", base="")
    main = main or "word/document.xml"
    document = _parse(archive, main, name=name)
    if document is None:
        raise DamagedSourceError(name, "a DOCX file without its text")
    if local_name(document) != "document" or "wordprocessingml" not in str(document.tag):
        raise UnsupportedFormatError(name, "an Office file that is not a Word document")
    folder = posixpath.dirname(main)
    own = posixpath.join(folder, "_rels", posixpath.basename(main) + ".rels")
    relations = _relations(archive, own, name=name)
    numbering, styles = (
        _parse(archive, _target(relations, kind, base=folder), name=name)
        for kind in ("/numbering", "/styles")
    )
    return WordPackage(document, numbering, styles)


def _relations(archive: ZipFile, path: str, *, name: str) -> list[Element]:
    root = _parse(archive, path, name=name)
    return [] if root is None else list(root)


def _target(relations: list[Element], kind: str, *, base: str) -> str:
    """Give the path inside the archive of the part related in some way, if there is one."""
    for relation in relations:
        if attribute(relation, "Type").endswith(kind):
            path = attribute(relation, "Target")
            joined = path if path.startswith("/") else posixpath.join(base, path)
            return posixpath.normpath(joined).lstrip("/")
    return ""


def _parse(archive: ZipFile, path: str, *, name: str) -> Element | None:
    """Give the root of a part, none where the file does not have it."""
    member = _find(archive, path)
    if member is None:
        return None
    packed = max(1, member.compress_size)
    bomb = member.file_size > _BOMB_BYTES and member.file_size / packed > _BOMB_RATIO
    if bomb or member.file_size > _MOST_PART_BYTES:
        cause = f"{path} unpacks from {packed:,} to {member.file_size:,} bytes"
        raise SourceTooLargeError(name, cause)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(archive.read(member), parser)
    except etree.XMLSyntaxError as error:
        raise DamagedSourceError(name, f"{path} in it is not well-formed XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedSourceError(name, f"{path} in it defines entities, which Word never does")
    return root


def _find(archive: ZipFile, path: str) -> ZipInfo | None:
    """Find a part; names in a package do not tell capitals from small letters."""
    if not path:
        return None
    wanted = path.lower()
    return next((m for m in archive.infolist() if m.filename.lower() == wanted), None)
