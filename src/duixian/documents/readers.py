"""Which reader reads which bytes: content decides, the name is a hint.

Readers bid for a source; the highest bid reads it. Those that need a library import it
only when they read, so that starting the program costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Protocol

from duixian.documents.content import Content
from duixian.documents.document import Document
from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions
from duixian.errors import (
    EmptySourceError,
    EncryptedSourceError,
    SourceTooLargeError,
    UnsupportedFormatError,
)

HEAD_BYTES = 64 * 1024

CERTAIN = 100  # the content says so beyond doubt
LIKELY = 50  # the content looks like it
POSSIBLE = 10  # nothing speaks against it
HINT = 50  # added where the name or the server says so and the content does not deny it


@dataclass(frozen=True, slots=True)
class Hints:
    """What was said of a source from outside, by a web server say; its content may deny it."""

    media_type: str | None = None
    charset: str | None = None


NO_HINTS = Hints()


class Reader(Protocol):
    """Reads one format."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types it reads, its own first."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings that usually hold it, in lower case with the dot."""

    def score(self, head: bytes, name: str) -> int:
        """Bid for a source by its first `HEAD_BYTES` and its name; 0 declines."""

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        """Read the bytes; raises only `SourceError`."""


def suffix_of(name: str) -> str:
    """Give the ending of a file name or address, in lower case with the dot."""
    path = re.split(r"[?#]", name, maxsplit=1)[0] if "://" in name else name
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


@dataclass(frozen=True, slots=True)
class _Pdf:
    media_types: tuple[str, ...] = ("application/pdf",)
    suffixes: tuple[str, ...] = (".pdf",)

    def score(self, head: bytes, name: str) -> int:
        return CERTAIN if b"%PDF-" in head[:1024] else 0

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        from duixian.documents.pdf import read_pdf

        return read_pdf(
            data, name=name, limits=options.limits, ocr=options.ocr, on_page=options.on_page
        )


@dataclass(frozen=True, slots=True)
class _Word:
    media_types: tuple[str, ...] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    suffixes: tuple[str, ...] = (".docx",)

    def score(self, head: bytes, name: str) -> int:
        return CERTAIN if head.startswith(b"PK\x03\x04") else 0

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        from duixian.documents.word import read_word

        return read_word(data, name=name, limits=options.limits)


_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_TAGS = re.compile(
    rb"</?(?:html|head|body|title|meta|link|script|style|div|span|p|br|h[1-6]|table|tr|td|th"
    rb"|ul|ol|li|a|section|article|main|nav|header|footer|strong|img|font|center)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(rb"<[a-z!?]", re.IGNORECASE)
_FEWEST_TAGS = 3


@dataclass(frozen=True, slots=True)
class _Html:
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def score(self, head: bytes, name: str) -> int:
        # Without its NULs a page in UTF-16 shows its tags like any other.
        plain = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
        plain = plain.removeprefix(b"\xfe\xff").replace(b"\x00", b"")
        if _PAGE_START.match(plain):
            return CERTAIN
        if len(_PAGE_TAGS.findall(plain)) >= _FEWEST_TAGS:
            return LIKELY
        return POSSIBLE if _ANY_TAG.search(plain) else 0

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        from duixian.documents.html import read_html

        return read_html(data, name=name, limits=options.limits, charset=hints.charset)


@dataclass(frozen=True, slots=True)
class _Markdown:
    media_types: tuple[str, ...] = ("text/markdown", "text/x-markdown")
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def score(self, head: bytes, name: str) -> int:
        return POSSIBLE if suffix_of(name) in self.suffixes else 0

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        from duixian.documents.markdown import read_markdown

        return read_markdown(data, name=name, limits=options.limits, charset=hints.charset)


@dataclass(frozen=True, slots=True)
class _Plain:
    media_types: tuple[str, ...] = ("text/plain",)
    suffixes: tuple[str, ...] = (".txt", ".text")

    def score(self, head: bytes, name: str) -> int:
        return POSSIBLE

    def read(self, data: bytes, *, name: str, options: SourceOptions, hints: Hints) -> Content:
        from duixian.documents.plain import read_plain

        return read_plain(data, name=name, limits=options.limits, charset=hints.charset)


READERS: tuple[Reader, ...] = (_Pdf(), _Word(), _Html(), _Markdown(), _Plain())

READABLE_SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)


def choose_reader(data: bytes, *, name: str, media_type: str | None = None) -> Reader:
    """Give the reader with the highest bid; raises for formats Duixian does not read."""
    refuse_foreign(data, name=name)
    head = data[:HEAD_BYTES]
    suffix = suffix_of(name)

    def bid(reader: Reader) -> int:
        score = reader.score(head, name)
        hinted = suffix in reader.suffixes or media_type in reader.media_types
        return score + HINT if hinted and 0 < score < CERTAIN else score

    return max(READERS, key=bid)


def read_data(
    data: bytes,
    *,
    name: str,
    options: SourceOptions = DEFAULT_OPTIONS,
    hints: Hints = NO_HINTS,
) -> Document:
    """Read bytes with the reader their content asks for; a wrong label is noted."""
    limits = options.limits
    if not data:
        raise EmptySourceError(name, "the file is empty")
    if len(data) > limits.max_bytes:
        raise SourceTooLargeError.over(name, limits.max_bytes, "bytes", found=len(data))
    reader = choose_reader(data, name=name, media_type=hints.media_type)
    content = reader.read(data, name=name, options=options, hints=hints)
    if not content.text.strip():
        raise EmptySourceError(name, "there is no text in it")
    length = len(content.text)
    if length > limits.max_characters:
        raise SourceTooLargeError.over(name, limits.max_characters, "characters", found=length)
    return Document(
        name=name,
        media_type=reader.media_types[0],
        sha256=sha256(data).hexdigest(),
        size=len(data),
        text=content.text,
        encoding=content.encoding,
        pages=content.pages,
        tables=content.tables,
        furniture=content.furniture,
        notes=(*content.notes, *_wrong_label(name, reader)),
        title=content.title,
    )


def _wrong_label(name: str, reader: Reader) -> tuple[str, ...]:
    suffix = suffix_of(name)
    if suffix not in READABLE_SUFFIXES or suffix in reader.suffixes:
        return ()
    return (f"named {suffix} but read as {reader.media_types[0]}, which is what it holds",)


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A format Duixian knows by sight and does not read."""

    signature: bytes
    called: str
    offset: int = 0
    advice: str = ""


_FOREIGN = (
    _Foreign(b"{\\rtf", "an RTF file", advice="save it as DOCX and read that"),
    _Foreign(b"\x89PNG\r\n", "a picture (PNG)"),
    _Foreign(b"\xff\xd8\xff", "a picture (JPEG)"),
    _Foreign(b"GIF8", "a picture (GIF)"),
    _Foreign(b"II*\x00", "a picture (TIFF)"),
    _Foreign(b"MM\x00*", "a picture (TIFF)"),
    _Foreign(b"WEBP", "a picture (WebP)", offset=8),
    _Foreign(b"\x1f\x8b", "a gzip archive", advice="unpack it and read what is inside"),
    _Foreign(b"BZh", "a bzip2 archive", advice="unpack it and read what is inside"),
    _Foreign(b"\xfd7zXZ\x00", "an xz archive", advice="unpack it and read what is inside"),
    _Foreign(b"7z\xbc\xaf\x27\x1c", "a 7z archive", advice="unpack it and read what is inside"),
    _Foreign(b"Rar!\x1a\x07", "a RAR archive", advice="unpack it and read what is inside"),
    _Foreign(b"ustar", "a tar archive", offset=257, advice="unpack it and read what is inside"),
    _Foreign(b"\x7fELF", "a program"),
    _Foreign(b"MZ\x90", "a program"),
    _Foreign(b"SQLite format 3\x00", "an SQLite database"),
    _Foreign(b"PAR1", "a Parquet file"),
    _Foreign(b"%!PS", "a PostScript file", advice="save it as PDF and read that"),
)
_WEB_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+: [^\n]*\n|[ \t][^\n]*\n)*?content-type: multipart/related", re.I
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"xl/workbook", "an Excel workbook", ""),
    (b"ppt/presentation", "a PowerPoint file", "save it as PDF and read that"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", "save it as DOCX and read that"),
    (b"mimetypeapplication/epub", "an EPUB book", "save it as PDF and read that"),
)


def refuse_foreign(data: bytes, *, name: str) -> None:
    """Raise for a format known by sight that Duixian does not read."""
    for foreign in _FOREIGN:
        if data.startswith(foreign.signature, foreign.offset):
            raise UnsupportedFormatError(name, f"{foreign.called}, not a report", foreign.advice)
    if _WEB_ARCHIVE.match(data[:4096]):
        raise UnsupportedFormatError(
            name, "a web archive (MHTML)", "save the page as HTML and read that"
        )
    if data.startswith(_OLE):
        _refuse_compound(data, name=name)
    if data.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise EmptySourceError(name, "an empty ZIP archive")
    if data.startswith(_ZIP) and b"word/" not in data:
        _refuse_archive(data, name=name)


def _refuse_compound(data: bytes, *, name: str) -> None:
    """Tell an encrypted OOXML file from the older Office formats; both are OLE2 inside."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedSourceError(name, "protected by a password")
    if "WordDocument".encode("utf-16-le") in data:
        raise UnsupportedFormatError(
            name, "a Word 97-2003 document (.doc)", "save it as DOCX and read that"
        )
    raise UnsupportedFormatError(name, "an Office 97-2003 file")


def _refuse_archive(data: bytes, *, name: str) -> None:
    for inside, called, advice in _ZIPPED:
        if inside in data:
            raise UnsupportedFormatError(name, called, advice)
    raise UnsupportedFormatError(
        name, "a ZIP archive without a Word document in it", "unpack it and read what is inside"
    )
