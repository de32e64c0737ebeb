"""The characters of one PDF page with their places, as PDFium finds them, made fit to use.

PDFium's output is not trusted: surrogates, NULs and control characters are removed, and the
look-alikes that PDF fonts put in place of ordinary characters (radicals, ligatures,
presentation forms) are read as the characters they stand for. Coordinates are points from
the upper left corner of the page as a person holds it to read.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from duixian.documents.radicals import ideograph

SOFT_HYPHEN = "\u00ad"  # stands for the hyphen PDFium recognises at a line's end
_PDFIUM_HYPHEN = 0x02
_QUARTER_TURN = 1.5707963267948966
_LEAST_SIZE = 0.5  # points; smaller text cannot be seen

_SYMBOL_BULLETS = frozenset("\uf06c\uf06e\uf071\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
_LIGATURES = (0xFB00, 0xFB06)


@dataclass(slots=True)
class Character:
    """One character on the page; `text` may be several for a ligature."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    after_space: bool = False  # the page itself holds a space before it
    after_gap: bool = False  # PDFium takes what is before it for another word or line

    @property
    def size(self) -> float:
        """Give the height, which stands for the font size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Frame:
    """How page coordinates turn into those of the reader.

    Attributes:
        turn: quarter turns clockwise that bring the text upright.
        left, bottom, right, top: the visible box in the page's own coordinates.
    """

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Give the width as the reader sees it, in points."""
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Give the height as the reader sees it, in points."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the page into the reader's coordinates."""
        match self.turn:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


@dataclass(frozen=True, slots=True)
class PageCharacters:
    """What stands on a page.

    Attributes:
        frame: the coordinates the characters are given in.
        characters: those that can be seen and stand upright, in the order of the file.
        undecoded: how many have no known character behind their shape.
    """

    frame: Frame
    characters: list[Character]
    undecoded: int


@lru_cache(maxsize=4096)
def clean(code: int) -> str:
    """Give the text of a character code: nothing for what is none, never a surrogate."""
    if code == _PDFIUM_HYPHEN:
        return SOFT_HYPHEN
    if code < 0 or code > 0x10FFFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return ""
    character = chr(code)
    if character in _SYMBOL_BULLETS:
        return "•"
    if (alike := ideograph(character)) != character:
        return alike
    if _LIGATURES[0] <= code <= _LIGATURES[1]:
        return unicodedata.normalize("NFKC", character)
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp") or character in "\t\n\r":
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Cn") else character


def read_characters(page: Any, textpage: Any) -> PageCharacters:
    """Read every visible upright character of a page; empty for a page without text."""
    raw = textpage.raw
    count = max(0, pdfium.FPDFText_CountChars(raw))
    turns = [_turn(raw, index) for index in range(count)]
    # What stands askew (a watermark, a stamp) is not part of the text.
    upright = Counter(turn for turn in turns if turn is not None).most_common(1)
    turn = upright[0][0] if upright else 0
    frame = Frame(turn, *_visible_box(page))
    kept = (index for index in range(count) if turns[index] == turn)
    characters, undecoded = _collect(raw, kept, frame)
    return PageCharacters(frame, characters, undecoded)


def _visible_box(page: Any) -> tuple[float, float, float, float]:
    """Give the crop box, or that of a sheet of A4 where the file's own makes no sense."""
    left, bottom, right, top = page.get_cropbox()
    if 1 <= right - left <= 20_000 and 1 <= top - bottom <= 20_000:
        return left, bottom, right, top
    return 0.0, 0.0, 595.0, 842.0


def _turn(raw: Any, index: int) -> int | None:
    """Give the quarter turns of a character, none for what stands askew or is made up."""
    if pdfium.FPDFText_IsGenerated(raw, index) == 1:
        return None
    turns = pdfium.FPDFText_GetCharAngle(raw, index) / _QUARTER_TURN
    nearest = round(turns)
    # PDFium measures the angle clockwise; the page is turned the other way.
    return -nearest % 4 if abs(turns - nearest) < 0.05 else None


def _collect(raw: Any, indices: Iterator[int], frame: Frame) -> tuple[list[Character], int]:
    """Place the characters; spaces are kept as a mark on what follows them."""
    characters: list[Character] = []
    undecoded = 0
    previous = -1
    spaced = parted = False
    high = 0
    for index in indices:
        # A gap in the indices is a space or line end that PDFium put in.
        parted = parted or index != previous + 1
        previous = index
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if 0xDC00 <= code <= 0xDFFF and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        text = clean(code)
        undecoded += not text or text == "\ufffd" or "\ue000" <= text <= "\uf8ff"
        if text == " ":
            spaced = True
            continue
        if text and (character := _place(raw, index, text, frame)):
            character.after_space, character.after_gap = spaced, parted
            characters.append(character)
            spaced = parted = False
    return characters, undecoded


def _place(raw: Any, index: int, text: str, frame: Frame) -> Character | None:
    """Give the character with its box, or none where it cannot be seen."""
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
        return None
    if not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
        return None
    one = frame.place(box.left, box.bottom)
    other = frame.place(box.right, box.top)
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    visible = right > 0 and left < frame.width and bottom > 0 and top < frame.height
    if not (visible and bottom - top >= _LEAST_SIZE):  # also refuses not-a-number
        return None
    return Character(text, left, right, top, bottom, frame.place(x.value, y.value)[1])
