"""A font that stands in for the Chinese, Japanese and Korean ones a PDF names and does not hold.

PDFium takes such a font from the system. Where the system has none, a character has a place but no
shape, and PDFium leaves out what it thinks is nothing: a line printed twice, a page turned on its
side. So every machine gets this font, a box for every character, and reads such a file alike. Only
pages without text are made into pictures, for OCR, so it is not seen.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2

_SIMPLIFIED = 134
_CHARSETS = frozenset((128, 129, _SIMPLIFIED, 136))  # Japanese, Korean, both scripts of Chinese
_HANDLE = 0x444658  # any number that is no pointer of PDFium's own
_NAME = b"Stand-in\0"
# The box is narrow, so that it lies within the room even of the letter i.
_EM, _LEFT, _BOTTOM, _RIGHT, _TOP = 1000, 50, -50, 150, 800
_FIRST_CODE, _LAST_CODE = 0x21, 0x10FFFF  # behind the space
_WHOLE_FILE = 0  # the table that stands for all of them


class StandInFonts(pypdfium2.PdfSysfontBase):  # type: ignore[misc]
    """The fonts of the system, but for those of East Asia; the names of methods are PDFium's."""

    def MapFont(
        self, _: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any
    ) -> Any:
        """Return which font serves for one that a file names."""
        if charset in _CHARSETS:
            return _HANDLE
        return self.default.MapFont(self.default, weight, italic, charset, pitch, face, exact)

    def GetFontData(self, _: Any, font: Any, table: int, buffer: Any, size: int) -> int:
        """Return the bytes of a table; their number where there is no room for them."""
        if font != _HANDLE:
            return int(self.default.GetFontData(self.default, font, table, buffer, size))
        return _given(font_file(), buffer, size) if table == _WHOLE_FILE else 0

    def GetFaceName(self, _: Any, font: Any, buffer: Any, size: int) -> int:
        """Return the name of a font."""
        if font != _HANDLE:
            return int(self.default.GetFaceName(self.default, font, buffer, size))
        return _given(_NAME, buffer, size)

    def GetFontCharset(self, _: Any, font: Any) -> int:
        """Return for which script a font is."""
        if font != _HANDLE:
            return int(self.default.GetFontCharset(self.default, font))
        return _SIMPLIFIED

    def DeleteFont(self, _: Any, font: Any) -> None:
        """Let go of a font."""
        if font != _HANDLE:
            self.default.DeleteFont(self.default, font)


@contextmanager
def stand_in_fonts() -> Iterator[None]:
    """Let PDFium use the stand-in in this process, for as long as text is read."""
    fonts = StandInFonts()
    fonts.setup(reusable=True)
    try:
        yield
    finally:
        fonts.close(reusable=True)


def _given(content: bytes, buffer: Any, size: int) -> int:
    if buffer and size >= len(content):
        ctypes.memmove(buffer, content, len(content))
    return len(content)


@cache
def font_file() -> bytes:
    """Return a TrueType font of two shapes: nothing, and a box for every character there is.

    After the OpenType specification; a cmap of format 13 gives a range of codes one shape.
    """
    shape = _box()
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12)
        + struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, _FIRST_CODE, _LAST_CODE, 1),
        b"glyf": shape,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(_LEFT, _BOTTOM, _RIGHT, _TOP, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, _EM, *(0,) * 11, 1),
        b"hmtx": struct.pack(">HhH", _EM, _LEFT, 0),
        b"loca": struct.pack(">III", 0, 0, len(shape)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, *(0,) * 2, 1, *(0,) * 8),
    }
    return _packed(tables)


def _box() -> bytes:
    """Return a glyph of one contour of four points."""
    head = struct.pack(">hhhhhHH", 1, _LEFT, _BOTTOM, _RIGHT, _TOP, 3, 0)
    across = struct.pack(">hhhh", _LEFT, 0, _RIGHT - _LEFT, 0)
    up = struct.pack(">hhhh", _BOTTOM, _TOP - _BOTTOM, 0, _BOTTOM - _TOP)
    return head + b"\x01" * 4 + across + up


def _packed(tables: dict[bytes, bytes]) -> bytes:
    """Return the tables as one file, each at a multiple of four bytes."""
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)
    place, body = 12 + 16 * len(tables), b""
    for tag, content in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, 0, place + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    return directory + body
