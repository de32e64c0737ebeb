"""The text of a report as blocks to be read: headings, and paragraphs of marked sentences.

Nothing of the text is altered: a block is a line of it, and what is marked are spans. Page
furniture (menus, share buttons) is left out here; the whole text can be downloaded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from duixian.web.ledger.choices import Role
from duixian.web.ledger.models import Report, Section
from duixian.web.site.reports.parts import Part

_HEADING_TAIL = " \t　。．.:：;；"


class Sentence(NamedTuple):
    """A statement as the reader shows it."""

    start: int
    end: int
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: a sentence, or what stands between sentences."""

    start: int
    end: int
    sentence: Sentence | None
    quantities: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text. ``section`` is the one whose heading stands in it."""

    start: int
    end: int
    runs: tuple[Run, ...]
    section: Section | None
    is_heading: bool  # the line is a heading and nothing else
    page: int | None  # the number of the page that begins here

    @property
    def language(self) -> str | None:
        """The language of its first sentence."""
        return next((run.sentence.language for run in self.runs if run.sentence), None)


@dataclass(frozen=True, slots=True)
class Material:
    """All that the reader shows of a report."""

    report: Report
    sections: Sequence[Section]
    sentences: Sequence[Sentence]
    quantities: Sequence[tuple[int, int]]

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.report.document.text


def material_of(report: Report) -> Material:
    """Load what the reader shows: three queries beside that of the report."""
    sections = list(report.sections.filter(is_superseded=False))
    statements = report.statements.kept()
    rows = statements.values_list("start", "end", "kind", "language").order_by("start")
    quantities = report.quantities.filter(is_superseded=False).order_by("start")
    return Material(
        report,
        sections,
        [Sentence(*row) for row in rows],
        list(quantities.values_list("start", "end")),
    )


def blocks_of(material: Material, part: Part, *, kind: str = "") -> list[Block]:
    """Give the lines of a page; with a kind, only headings and sentences of that kind."""
    blocks = list(_Cutter(material, part).blocks())
    return list(_only(blocks, kind)) if kind else blocks


class _Cutter:
    """Cuts one page of a report into blocks."""

    def __init__(self, material: Material, part: Part) -> None:
        self._text = material.text
        self._part = part
        self._sentences = material.sentences
        self._quantities = material.quantities
        self._headings = sorted(
            (each for each in material.sections if each.heading_start is not None),
            key=lambda each: each.heading_start or 0,
        )
        self._hidden = [each for each in material.sections if each.role == Role.FURNITURE]
        self._pages = [
            (first + _indent(self._text[first:last]), number)
            for number, first, last in material.report.document.pages
        ]

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in the order of the text, without page furniture."""
        for start, end in self._lines():
            if not any(each.start <= start < each.end for each in self._hidden):
                yield self._block(start, end)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Cut at line ends, but never within a sentence."""
        start = self._part.start
        while start < self._part.end:
            end = self._line_end(start)
            for each in self._sentences_within(start, self._part.end):
                if each.start >= end:
                    break
                if each.end > end:
                    end = self._line_end(each.end)
            if self._text[start:end].strip():
                yield start, end
            start = end + 1

    def _line_end(self, place: int) -> int:
        end = self._text.find("\n", place, self._part.end)
        return self._part.end if end < 0 else end

    def _block(self, start: int, end: int) -> Block:
        at = bisect_left(self._headings, start, key=lambda each: each.heading_start or 0)
        section = self._headings[at] if at < len(self._headings) else None
        if section is not None and (section.heading_start or 0) >= end:
            section = None
        tail = self._text[section.heading_end : end] if section else ""
        is_heading = section is not None and not tail.strip(_HEADING_TAIL)
        runs = tuple(self._runs(start, end))
        return Block(start, end, runs, section, is_heading, self._page_beginning(start, end))

    def _page_beginning(self, start: int, end: int) -> int | None:
        """Name the page whose first words these are."""
        at = bisect_left(self._pages, start, key=lambda page: page[0])
        is_here = at < len(self._pages) and self._pages[at][0] < end
        return self._pages[at][1] if is_here else None

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        here = start
        for sentence in self._sentences_within(start, end):
            if sentence.start > here:
                yield Run(here, sentence.start, None)
            if sentence.start >= here:
                last = min(sentence.end, end)  # one longer than a page goes on in the next
                yield Run(sentence.start, last, sentence, self._figures(sentence.start, last))
                here = last
        if here < end:
            yield Run(here, end, None)

    def _sentences_within(self, start: int, end: int) -> Iterator[Sentence]:
        at = bisect_left(self._sentences, start, key=lambda each: each.start)
        for each in islice(self._sentences, at, None):
            if each.start >= end:
                return
            yield each

    def _figures(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        at = bisect_left(self._quantities, (start, 0))
        until = bisect_left(self._quantities, (end, 0))
        return tuple(each for each in self._quantities[at:until] if each[1] <= end)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _only(blocks: Iterable[Block], kind: str) -> Iterator[Block]:
    """Keep the sentences of one kind, and the headings they stand under."""
    above: list[Block] = []
    for block in blocks:
        if block.is_heading and block.section is not None:
            level = block.section.level
            above = [each for each in above if each.section and each.section.level < level]
            above.append(block)
        kept = [run for run in block.runs if run.sentence and run.sentence.kind == kind]
        if not kept or block.is_heading:
            continue
        yield from above
        above = []
        for run in kept:
            yield Block(run.start, run.end, (run,), None, is_heading=False, page=None)
