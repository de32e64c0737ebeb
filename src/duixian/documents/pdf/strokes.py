"""The straight strokes of a PDF page, which may be the rules of a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from duixian.documents.pdf.characters import Frame
from duixian.documents.pdf.ruled import Rule

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]

_MOST_OBJECTS = 20_000  # looked at on one page
_MOST_POINTS = 400  # of one path; more are a drawing
_DEEPEST_FORM = 4
_STRAIGHT = 1.0  # points a rule may lean
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_rules(page: Any, frame: Frame) -> tuple[list[Rule], list[Rule]]:
    """Give the horizontal and the vertical strokes of a page in the reader's coordinates."""
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for start, end in _strokes(page):
        (x1, y1), (x2, y2) = frame.place(*start), frame.place(*end)
        if abs(y1 - y2) <= _STRAIGHT < abs(x1 - x2):
            horizontal.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        elif abs(x1 - x2) <= _STRAIGHT < abs(y1 - y2):
            vertical.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return horizontal, vertical


def has_content(page: Any) -> bool:
    """Tell whether anything is drawn on a page."""
    return bool(pdfium.FPDFPage_CountObjects(page.raw) > 0)


def _strokes(page: Any) -> Iterator[tuple[Point, Point]]:
    left = _MOST_OBJECTS
    for path, matrix in _paths(page):
        left -= 1
        if left < 0:
            return
        yield from _path_strokes(path, matrix)


def _paths(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Walk the paths of a page, those inside forms with the form's matrix."""
    looked_at = 0
    waiting: list[tuple[Any, Matrix, int]] = []
    raw = page.raw
    for index in range(min(_MOST_OBJECTS, max(0, pdfium.FPDFPage_CountObjects(raw)))):
        waiting.append((pdfium.FPDFPage_GetObject(raw, index), _IDENTITY, 0))
    while waiting and looked_at < _MOST_OBJECTS:
        looked_at += 1
        thing, outer, depth = waiting.pop()
        if not thing:
            continue
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield thing, _times(_matrix(thing), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _times(_matrix(thing), outer)
            count = min(_MOST_OBJECTS, max(0, pdfium.FPDFFormObj_CountObjects(thing)))
            for index in range(count):
                waiting.append((pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1))


def _matrix(thing: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, m):
        return _IDENTITY
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _path_strokes(path: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MOST_POINTS:
        return
    first: Point | None = None
    last: Point | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        if first is not None and pdfium.FPDFPathSegment_GetClose(segment) and first != point:
            yield point, first
        last = point
