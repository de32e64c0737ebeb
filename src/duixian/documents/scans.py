"""Pages that are pictures to lines of text, by optical character recognition, offline.

Needs the extra ``duixian[ocr]``: RapidOCR, whose models for Chinese and English ship in its
package. What it finds is given as characters with places, so that scans go through the
same reading order, running lines and paragraphs as any other page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import Any

from duixian.documents.limits import Limits
from duixian.documents.pdf.characters import Character, clean
from duixian.documents.pdf.columns import Part, order_parts
from duixian.documents.pdf.lines import find_segments
from duixian.documents.wide import is_wide
from duixian.errors import MissingExtraError

_DOTS_AN_INCH = 200
_POINTS_AN_INCH = 72
_DOUBTFUL = 0.6  # sense below which a page is tried the other ways up
_SURE = 0.85
_UNREADABLE = 0.5  # confidence below which a stretch is left out
_PADDING = 0.12  # of a box's height, above and below what is written


@dataclass(frozen=True, slots=True)
class Scan:
    """One page read from its picture.

    Attributes:
        page: index of the page, from 0.
        width, height: of the page, in points.
        parts: its lines in reading order.
        confidence: mean of the recogniser's own, by length, 0 to 1; 0 where it saw nothing.
        left_out: stretches it could not make out.
    """

    page: int
    width: float
    height: float
    parts: list[Part]
    confidence: float
    left_out: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """One stretch of text the recogniser found, in points."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    confidence: float


def is_available() -> bool:
    """Tell whether the extra is installed, without loading it."""
    from importlib.util import find_spec

    return all(find_spec(each) is not None for each in ("rapidocr", "onnxruntime"))


def recognise_pages(pdf: Any, pages: Sequence[int], *, limits: Limits) -> Iterator[Scan]:
    """Read pages of an open PDFium document from their pictures; takes seconds a page.

    Raises MissingExtraError where the extra is not installed.
    """
    if not is_available():
        raise MissingExtraError("reading scans", "ocr")
    engine = _load_engine()
    for index in pages:
        with closing(pdf[index]) as page:
            width, height = page.get_size()
            scale = _scale(width, height, limits)
            with closing(page.render(scale=scale)) as bitmap:
                picture = bitmap.to_numpy().copy()
        seen = _look(engine, picture, scale)
        readable = [each for each in seen if each.confidence >= _UNREADABLE]
        segments = find_segments(_as_characters(readable))
        parts, _ = order_parts(segments, [], page=index)
        left_out = len(seen) - len(readable)
        yield Scan(index, width, height, parts, _confidence(seen), left_out)


@cache
def _load_engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            # It takes upright lines for upturned ones now and then; pages are turned instead.
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Global.text_score": 0.0,  # what it is unsure of tells which way up a page is
            "Global.max_side_len": 2600,
        }
    )


def _scale(width: float, height: float, limits: Limits) -> float:
    """Give pixels a point: 200 dots an inch, fewer where the page would be too large."""
    wanted = _DOTS_AN_INCH / _POINTS_AN_INCH
    area = max(1.0, width * height)
    return float(min(wanted, (limits.max_page_pixels / area) ** 0.5))


def _look(engine: Any, picture: Any, scale: float) -> list[_Seen]:
    """Recognise a picture; one that makes little sense is tried the other ways up."""
    import numpy

    best = _recognise(engine, picture, scale)
    if not best or _sense(best) >= _DOUBTFUL:
        return best
    for turns in (2, 1, 3):
        turned = _recognise(engine, numpy.ascontiguousarray(numpy.rot90(picture, turns)), scale)
        if _sense(turned) > _sense(best):
            best = turned
        if _sense(best) >= _SURE:
            break
    return best


def _sense(seen: Sequence[_Seen]) -> float:
    """Tell how much sense a page makes: confidence where the boxes are full of text, 0 to 1."""
    room = sum(max(each.right - each.left, each.bottom - each.top) for each in seen)
    return sum(each.confidence * _filled(each) for each in seen) / room if room else 0.0


def _filled(seen: _Seen) -> float:
    """Give the width that the text of a box accounts for, in points; none where it is upright."""
    width, height = seen.right - seen.left, seen.bottom - seen.top
    if height > width and len(seen.text) > 1:
        return 0.0
    return min(width, 0.7 * height * sum(2 if is_wide(each) else 1 for each in seen.text))


def _recognise(engine: Any, picture: Any, scale: float) -> list[_Seen]:
    found = engine(picture)
    if found.txts is None or found.boxes is None or found.scores is None:
        return []
    seen: list[_Seen] = []
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        across = [float(point[0]) / scale for point in box]
        down = [float(point[1]) / scale for point in box]
        place = (min(across), max(across), min(down), max(down))
        if text.strip() and place[0] < place[1] and place[2] < place[3]:
            seen.append(_Seen(text.strip(), *place, float(score)))
    return seen


def _confidence(seen: Sequence[_Seen]) -> float:
    length = sum(len(each.text) for each in seen)
    return sum(each.confidence * len(each.text) for each in seen) / length if length else 0.0


def _as_characters(seen: Sequence[_Seen]) -> list[Character]:
    """Spread each stretch over its box, ideographs twice as wide as letters."""
    if not seen:
        return []
    usual = median(each.bottom - each.top for each in seen)
    characters: list[Character] = []
    for each in seen:
        characters.extend(_spread(each, usual))
    return characters


def _spread(seen: _Seen, usual: float) -> Iterator[Character]:
    height = seen.bottom - seen.top
    # Boxes of one size of type differ by what is written in them.
    height = usual if 0.75 * usual <= height <= 1.25 * usual else height
    middle = (seen.top + seen.bottom) / 2
    half = height * (0.5 - _PADDING)
    weights = [2 if is_wide(character) else 1 for character in seen.text]
    unit = (seen.right - seen.left) / sum(weights)
    at = seen.left
    spaced = False
    for character, weight in zip(seen.text, weights, strict=True):
        text = clean(ord(character))
        if text.strip():
            bottom = middle + half
            left, right = (at + unit / 2 if spaced else at), at + weight * unit
            yield Character(text, left, right, middle - half, bottom, bottom, spaced)
        spaced = text == " "
        at += weight * unit
