"""A document to a report: structure, sentences, quantities, statements and claims in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from duixian.documents.document import Document, Span
from duixian.reading.broken_lines import is_broken, unbroken
from duixian.reading.claims.cut import cut_claims
from duixian.reading.claims.frames import FrameReader
from duixian.reading.claims.times import ReportYears
from duixian.reading.furniture import find_furniture
from duixian.reading.quantities.describe import Described, describe_quantities
from duixian.reading.records import (
    Claim,
    Kind,
    Language,
    Quantity,
    Report,
    Role,
    Section,
    Specificity,
    Statement,
    Status,
)
from duixian.reading.sentences import Sentence, split_sentences
from duixian.reading.statements.certainty import certain_roles
from duixian.reading.statements.course import Situation
from duixian.reading.statements.discourse import discourses
from duixian.reading.statements.foreign import foreign_sections
from duixian.reading.statements.headings import is_heading
from duixian.reading.statements.kinds import KindReader
from duixian.reading.statements.manner import Spoken, arguments
from duixian.reading.statements.specificity import specificity_of
from duixian.reading.structure.identity import identity_of
from duixian.reading.structure.innermost import InnermostSections, innermost_sections
from duixian.reading.structure.notes import notes_of
from duixian.reading.structure.sections import layout_of, read_structure, sections_of
from duixian.reading.tabular import Row, read_tables

_NUMBER_ABOVE = re.compile(r"[^\n]{1,6}\n")
_PARAGRAPH_END = re.compile(r"\s*\n\s*\n|\s*\Z")


class _Read(msgspec.Struct, frozen=True):
    """One sentence with all that is said of it."""

    statement: Statement
    quantities: tuple[Quantity, ...]


def read_document(document: Document) -> Report:
    """Return the document as a report. Never raises for what the text says."""
    document = with_furniture(document)
    structure = read_structure(document)
    sections = sections_of(document, structure)
    identity = identity_of(document, structure)
    tables = [(table.start, table.end) for table in document.tables]
    furniture = _furniture(document, sections)
    skipped = _merged(sorted([*furniture, *tables]))
    places = innermost_sections(sections)
    sentences = split_sentences(document.text, skipped, layout=layout_of(structure, sections))
    read = _read_sentences(
        document.text, structure.normal, sections, places, sentences, identity.year_planned
    )
    if document.tables:
        rows = read_tables(
            document,
            structure.normal,
            year_reviewed=identity.year_reviewed,
            year_planned=identity.year_planned,
        )
        kept = (row for row in rows if not _is_inside(row, furniture))
        read.extend(_read_row(document.text, places, row) for row in kept)
        read.sort(key=lambda one: one.statement.start)
    statements = tuple(one.statement for one in read)
    years = ReportYears(identity.year_reviewed, identity.year_planned)
    return Report(
        document=document,
        title=identity.title,
        government=identity.government,
        year_reviewed=identity.year_reviewed,
        year_planned=identity.year_planned,
        delivered=identity.delivered,
        languages=identity.languages,
        sections=sections,
        statements=statements,
        quantities=tuple(quantity for one in read for quantity in one.quantities),
        claims=tuple(_claims(structure.normal, sections, read, years)),
        notes=(*document.notes, *notes_of(structure)),
    )


def _claims(
    normal: str, sections: tuple[Section, ...], read: list[_Read], years: ReportYears
) -> Iterator[Claim]:
    frames = FrameReader(sections, years)
    previous = 0
    for one in read:
        start, end = one.statement.start, one.statement.end
        frame = frames.read(
            one.statement, normal[start:end], opens_paragraph="\n" in normal[previous:start]
        )
        yield from cut_claims(normal, one.statement, one.quantities, frame, years)
        previous = end


def with_furniture(document: Document) -> Document:
    """Return the document with the page furniture of its text marked beside the reader's own."""
    found = {*document.furniture, *find_furniture(document.text)}
    return replace(document, furniture=_merged(sorted(found)))


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _furniture(document: Document, sections: tuple[Section, ...]) -> tuple[Span, ...]:
    outer = [(s.start, s.end) for s in sections if s.role is Role.FURNITURE]
    return _merged(sorted([*document.furniture, *outer]))


def _read_sentences(
    text: str,
    normal: str,
    sections: tuple[Section, ...],
    places: InnermostSections,
    sentences: list[Sentence],
    year_planned: int | None,
) -> list[_Read]:
    certain = certain_roles(sections)
    described = [describe_quantities(normal, sentence) for sentence in sentences]
    spoken = [
        _spoken(text, normal, sections, places.at(sentence.start), sentence, figures)
        for sentence, figures in zip(sentences, described, strict=True)
    ]
    kinds = KindReader()
    read: list[_Read] = []
    previous: Sentence | None = None
    previous_section = -1
    discourse = discourses(spoken, year_planned)
    argued = arguments(spoken, sections, {one for one in Language if discourse[one]})
    foreign = foreign_sections(sections)
    for sentence, one, figures, argues in zip(sentences, spoken, described, argued, strict=True):
        section = one.section
        situation = Situation(
            one.text,
            sentence.language,
            sections[section].role,
            role_is_certain=certain[section],
            is_heading=one.is_heading,
            is_numbered_above=_NUMBER_ABOVE.match(text, sentence.start, sentence.end) is not None,
            opens_paragraph=previous is None or "\n" in text[previous.end : sentence.start],
            opens_section=section != previous_section,
            year_planned=year_planned,
            is_argument=argues,
            discourse=discourse[sentence.language],
            is_foreign=foreign[section],
            runs_on=_runs_on(text, sentence),
        )
        kind, why = kinds.read(situation)
        read.append(_record(text, situation, sentence, section, kind, why, figures))
        previous, previous_section = sentence, section
    return read


def _runs_on(text: str, sentence: Sentence) -> bool:
    """Return whether more stands behind the sentence before the next blank line."""
    return _PARAGRAPH_END.match(text, sentence.end) is None


def _spoken(
    text: str,
    normal: str,
    sections: tuple[Section, ...],
    section: int,
    sentence: Sentence,
    figures: list[Described],
) -> Spoken:
    heading = is_heading(text, sections[section], sentence, has_figures=bool(figures))
    has_figures = any(not one.context.is_background for one in figures)
    words = _words(normal, sentence)
    return Spoken(words, sentence.language, section, heading, has_figures)


def _words(normal: str, sentence: Sentence) -> str:
    start, end = sentence.start, sentence.end
    if is_broken(normal, start, end):
        return unbroken(normal, start, end, sentence.language).words
    return normal[start:end]


def _record(
    text: str,
    situation: Situation,
    sentence: Sentence,
    section: int,
    kind: Kind,
    why: str,
    described: list[Described],
) -> _Read:
    span = (sentence.start, sentence.end)
    quantities = tuple(one.record(text, span, _status(kind, one)) for one in described)
    specificity: Specificity | None = None
    if kind is Kind.COMMITMENT:
        has_target = any(one.status is Status.TARGET for one in quantities)
        specificity, reason = specificity_of(
            situation.text, sentence.language, has_target=has_target
        )
        why = f"{why}; {reason}"
    statement = Statement(
        *span, text[slice(*span)], sentence.language, section, kind, specificity, why
    )
    return _Read(statement, quantities)


def _is_inside(row: Row, furniture: tuple[Span, ...]) -> bool:
    return any(a < row.sentence.end and row.sentence.start < b for a, b in furniture)


def _read_row(text: str, places: InnermostSections, row: Row) -> _Read:
    """A row of a table is a statement of the section the table stands in."""
    span = (row.sentence.start, row.sentence.end)
    statement = Statement(
        *span, text[slice(*span)], row.sentence.language,
        places.at(span[0]), row.kind, row.specificity, "row of a table",
    )  # fmt: skip
    quantities = (described.record(text, span, status) for described, status in row.quantities)
    return _Read(statement, tuple(quantities))


def _status(kind: Kind, described: Described) -> Status:
    if described.context.is_background or kind is Kind.CONTEXT:
        return Status.OTHER
    if kind is Kind.RESULT:
        return Status.RESULT
    return Status.OTHER if described.context.is_reached else Status.TARGET
