"""The Chinese and the English version of a report beside each other, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.ledger.models import Bead, Document, Finding
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import around, findings_of, visible_report

_ON_A_PAGE = 100
_DOUBTFUL_SCORE = 0.5  # below this a person should look whether the two belong together

Piece = tuple[str, bool]  # a piece of text, and whether a finding speaks of it


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a row. ``start`` is None where it has nothing there."""

    start: int | None
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that translate each other."""

    number: int
    zh: Side
    en: Side
    is_doubtful: bool
    findings: list[Finding]


@require_safe
@cached_page
def side_by_side(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a page of the two versions. Raises Http404 where there is only one."""
    report = visible_report(request, pk)
    beside = around(report, request.user)
    alignment = beside.alignment
    if alignment is None:
        raise Http404("there is no other version")
    pages = Paginator(alignment.beads.all(), _ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    found = list(findings_of(report, alignment).filter(alignment=alignment).order_by("zh_start"))
    texts = (alignment.zh.document, alignment.en.document)
    context = {
        "report": report,
        "around": beside,
        "here": "side-by-side",
        "alignment": alignment,
        "pages": page,
        "query": "",
        "rows": list(_rows(list(page.object_list), found, texts)),
    }
    return render(request, "site/side_by_side.html", context)


def _rows(
    beads: Sequence[Bead], found: Sequence[Finding], texts: tuple[Document, Document]
) -> Iterator[Row]:
    zh_marks = _marks((each.zh_start, each.zh_end) for each in found)
    en_marks = _marks((each.en_start, each.en_end) for each in found)
    for bead in beads:
        about = [each for each in found if _concerns(each, bead)]
        yield Row(
            bead.position + 1,
            _side(bead.zh, zh_marks, texts[0]),
            _side(bead.en, en_marks, texts[1]),
            bool(bead.zh and bead.en) and bead.score < _DOUBTFUL_SCORE,
            about,
        )


def _concerns(finding: Finding, bead: Bead) -> bool:
    """Tell whether a finding speaks of a sentence of the row."""
    return _is_within(finding.zh_start, bead.zh) or _is_within(finding.en_start, bead.en)


def _is_within(place: int | None, spans: list[list[int]]) -> bool:
    return place is not None and any(start <= place < end for start, end in spans)


def _marks(spans: Iterable[tuple[int | None, int | None]]) -> list[tuple[int, int]]:
    return sorted((start, end) for start, end in spans if start is not None and end is not None)


def _side(spans: list[list[int]], marks: list[tuple[int, int]], document: Document) -> Side:
    pieces: list[Piece] = []
    for start, end in spans:
        if pieces:
            pieces.append((" ", False))
        pieces += _pieces(document.text, start, end, marks)
    return Side(spans[0][0] if spans else None, pieces)


def _pieces(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> Iterator[Piece]:
    """Cut a sentence at the words findings speak of; one marked whole is not marked."""
    here = start
    for first, last in marks[bisect_left(marks, (start, 0)) :]:
        if first >= end:
            break
        if first < here or last > end or (first, last) == (start, end):
            continue
        yield text[here:first], False
        yield text[first:last], True
        here = last
    yield text[here:end], False
