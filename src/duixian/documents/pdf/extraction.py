"""A PDF's bytes to text, in this process. `duixian.documents.pdf.read_pdf` calls it in another.

PDFium is written in C++ and reads whatever it is given, so this part runs where it can do
no harm: under limits of time and memory set from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from duixian.documents.content import Content
from duixian.documents.limits import Limits
from duixian.documents.options import PageProgress
from duixian.documents.pdf.assembly import assemble
from duixian.documents.pdf.characters import PageCharacters, read_characters
from duixian.documents.pdf.columns import Part, order_parts
from duixian.documents.pdf.lines import find_segments
from duixian.documents.pdf.margins import PageParts, drop_running_lines
from duixian.documents.pdf.ruled import Rule, RuledTable, find_tables
from duixian.documents.pdf.stand_in_font import stand_in_fonts
from duixian.documents.pdf.strokes import has_content, read_rules
from duixian.errors import (
    DamagedSourceError,
    EmptySourceError,
    EncryptedSourceError,
    ScannedSourceError,
    SourceError,
    SourceTooLargeError,
)

_TRAILER_BYTES = 2048
_MOST_NAMED = 8  # pages named in a note
_UNDECODED_SHARE = 0.3  # of a page's characters, from which its text is of no use


@dataclass(slots=True)
class _Findings:
    """What was noticed while the pages were read, by page index."""

    without_text: list[int]
    blank: list[int]
    undecoded: list[int]
    damaged: list[int]
    confidences: dict[int, float]
    left_out: int = 0  # stretches of scans that could not be made out
    gutter: float | None = None  # between the columns of the page read last


def extract(
    data: bytes,
    *,
    name: str,
    limits: Limits,
    ocr: bool,
    on_page: PageProgress | None = None,
) -> Content:
    """Read a PDF in this process, telling of each page; raises only `DuixianError`."""
    tell = on_page or _tell_nobody
    findings = _Findings([], [], [], [], {})
    with _opened(data, name=name) as pdf:
        count = len(pdf)
        if count > limits.max_pages:
            raise SourceTooLargeError.over(name, limits.max_pages, "pages", found=count)
        with stand_in_fonts():
            pages = _read_pages(pdf, findings, name=name, limits=limits, tell=tell)
        if ocr:
            _recognise(pdf, pages, findings, limits=limits, tell=tell)
    if len(findings.damaged) == count:
        raise DamagedSourceError(name, "none of its pages can be read")
    kept, dropped = drop_running_lines(pages)
    if not any(page.parts for page in kept):
        raise _nothing_to_read(findings, count, name=name, ocr=ocr)
    return assemble(kept, _notes(findings, dropped, data), most_cells=limits.max_table_cells)


@contextmanager
def _opened(data: bytes, *, name: str) -> Iterator[Any]:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, name=name) from error
    with closing(pdf):
        yield pdf


def _refusal(error: Any, *, name: str) -> SourceError:
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return EncryptedSourceError(name, "protected by a password")
    if error.err_code == pdfium.FPDF_ERR_SUCCESS:
        return EmptySourceError(name, "a PDF without pages")
    return DamagedSourceError(name, "not a PDF that can be opened: broken or truncated")


def _tell_nobody(_done: int, _total: int) -> None:
    """Let nobody know."""


def _read_pages(
    pdf: Any, findings: _Findings, *, name: str, limits: Limits, tell: PageProgress
) -> list[PageParts]:
    pages: list[PageParts] = []
    characters = 0
    for index in range(len(pdf)):
        tell(index, len(pdf))
        try:
            page, found = _read_page(pdf, index, findings, limits=limits)
        except pypdfium2.PdfiumError:
            findings.damaged.append(index)
            continue
        pages.append(page)
        characters += found
        if characters > limits.max_characters:
            raise SourceTooLargeError.over(name, limits.max_characters, "characters")
    return pages


def _read_page(
    pdf: Any, index: int, findings: _Findings, *, limits: Limits
) -> tuple[PageParts, int]:
    with closing(pdf[index]) as page, closing(page.get_textpage()) as textpage:
        read = read_characters(page, textpage)
        if not read.characters:
            (findings.without_text if has_content(page) else findings.blank).append(index)
            return PageParts(index, read.frame.width, read.frame.height, []), 0
        if read.undecoded > _UNDECODED_SHARE * (len(read.characters) + read.undecoded):
            findings.undecoded.append(index)
        rules = read_rules(page, read.frame)
        parts, findings.gutter = _arrange(rules, read, index, findings.gutter, limits=limits)
    across = tuple(rules[0])
    return PageParts(index, read.frame.width, read.frame.height, parts, across), len(
        read.characters
    )


def _arrange(
    rules: tuple[list[Rule], list[Rule]],
    read: PageCharacters,
    index: int,
    gutter: float | None,
    *,
    limits: Limits,
) -> tuple[list[Part], float | None]:
    horizontal, vertical = rules
    tables: list[RuledTable] = []
    rest = read.characters
    if len(horizontal) >= 3 and len(vertical) >= 3:
        tables, rest = find_tables(horizontal, vertical, rest, max_cells=limits.max_table_cells)
    return order_parts(find_segments(rest), tables, page=index, usual_gutter=gutter)


def _recognise(
    pdf: Any,
    pages: list[PageParts],
    findings: _Findings,
    *,
    limits: Limits,
    tell: PageProgress,
) -> None:
    """Read the pages that have no usable text from their picture."""
    wanted = sorted({*findings.without_text, *findings.undecoded})
    if not wanted:
        return
    from duixian.documents.scans import recognise_pages

    at = {page.index: place for place, page in enumerate(pages)}
    for done, scan in enumerate(recognise_pages(pdf, wanted, limits=limits), start=1):
        tell(done, len(wanted))
        pages[at[scan.page]] = PageParts(scan.page, scan.width, scan.height, scan.parts)
        findings.confidences[scan.page] = scan.confidence
        findings.left_out += scan.left_out
    read = {index for index in wanted if index in findings.confidences}
    findings.without_text = [index for index in findings.without_text if index not in read]
    findings.undecoded = [index for index in findings.undecoded if index not in read]


def _nothing_to_read(findings: _Findings, count: int, *, name: str, ocr: bool) -> SourceError:
    pages = "1 page" if count == 1 else f"{count:,} pages"
    if ocr and (findings.confidences or not findings.without_text):
        return EmptySourceError(name, f"{pages} and no text, not even in pictures")
    if findings.without_text:
        return ScannedSourceError(name, f"a scan with {pages} and no text layer")
    return EmptySourceError(name, f"{pages}, all blank")


def _notes(findings: _Findings, dropped: int, data: bytes) -> list[str]:
    notes: list[str] = []
    if b"%%EOF" not in data[-_TRAILER_BYTES:]:
        notes.append("the file does not end as a PDF does; what could be recovered was read")
    if dropped:
        notes.append(f"left out {dropped} running headers, footers and page numbers")
    for indices, what in (
        (findings.without_text, "no text; if it is a scan, read it with --ocr"),
        (findings.blank, "nothing on it"),
        (findings.undecoded, "characters that cannot be decoded; read it with --ocr"),
        (findings.damaged, "damage and was left out"),
    ):
        if indices:
            notes.append(f"{_name_pages(indices)} has {what}")
    if findings.confidences:
        notes.append(_confidence(findings.confidences))
    if findings.left_out:
        notes.append(f"left out {findings.left_out} places in pictures that could not be read")
    return notes


def _name_pages(indices: Sequence[int]) -> str:
    if len(indices) == 1:
        return f"page {indices[0] + 1}"
    named = ", ".join(str(index + 1) for index in indices[:_MOST_NAMED])
    more = len(indices) - _MOST_NAMED
    return f"each of pages {named}" + (f" and {more} more" if more > 0 else "")


def _confidence(confidences: dict[int, float]) -> str:
    mean = sum(confidences.values()) / len(confidences)
    lowest = min(confidences, key=lambda index: confidences[index])
    return (
        f"read {len(confidences)} pages by optical character recognition, "
        f"mean confidence {mean:.2f}, lowest {confidences[lowest]:.2f} on page {lowest + 1}"
    )
