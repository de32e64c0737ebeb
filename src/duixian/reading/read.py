"""A document to a report: structure, sentences, quantities, statements and claims in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Document, Span
from duixian.language.normal_form import normal_form
from duixian.reading.claims.announcements import announcements
from duixian.reading.claims.content import Said, claims_of
from duixian.reading.claims.cut import pieces_of
from duixian.reading.claims.frames import FrameReader
from duixian.reading.claims.piece import Piece
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.times import Frame, StatementTimes
from duixian.reading.placing import PlacedSentences, place_sentences, with_furniture
from duixian.reading.quantities.describe import Described
from duixian.reading.records import (
    Claim,
    Government,
    Kind,
    Quantity,
    Report,
    Section,
    Specificity,
    Statement,
    Status,
)
from duixian.reading.sentences import Sentence
from duixian.reading.statements.course import Situation
from duixian.reading.statements.kinds import kinds_of
from duixian.reading.statements.own_times import own_status, tells_own_time
from duixian.reading.statements.specificity import deed_told, specificity_of
from duixian.reading.structure.innermost import InnermostSections
from duixian.reading.structure.notes import notes_of
from duixian.reading.tabular.passages import Passage
from duixian.reading.tabular.rows import Row


class _Read(msgspec.Struct, frozen=True):
    """One sentence with all that is said of it."""

    statement: Statement
    quantities: tuple[Quantity, ...]
    is_heading: bool = False
    told: Mapping[int, str] = {}  # by where a number of a table begins: the time its column tells
    headed: str | None = None  # the time that the column of a passage tells
    due: str | None = None  # when the row of a passage is due

    def times_of(self, piece: Piece, times: StatementTimes) -> StatementTimes:
        """Return the times of a piece; what heads its column comes before all other words."""
        time = self.told.get(piece.quantity.start) if piece.quantity else None
        if time:
            return StatementTimes(None, Frame(period=time, due=time), times.years)
        if time := self.headed:
            return StatementTimes(times.told, Frame(period=time, due=self.due or time), times.years)
        if self.due:
            return replace(times, frame=replace(times.frame, due=self.due))
        return times


def read_document(document: Document) -> Report:
    """Return the document as a report. Never raises for what the text says."""
    normal = normal_form(document.text)
    document = with_furniture(document, normal)
    placed = place_sentences(document, normal)
    sections, identity = placed.sections, placed.identity
    read = _read_sentences(document.text, normal, placed)
    if placed.rows:
        kept = (row for row in placed.rows if not _is_inside(row, placed.furniture))
        read.extend(_read_row(document.text, placed.places, row) for row in kept)
        read.sort(key=lambda one: one.statement.start)
    statements = tuple(one.statement for one in read)
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
        claims=tuple(_claims(normal, sections, read, placed.years, identity.government)),
        notes=(*document.notes, *notes_of(placed.structure), *placed.notes),
    )


def _claims(
    normal: str,
    sections: tuple[Section, ...],
    read: list[_Read],
    years: ReportYears,
    government: Government | None,
) -> Iterator[Claim]:
    frames = FrameReader(sections, years)
    times: list[StatementTimes] = []
    previous = 0
    for one in read:
        start, end = one.statement.start, one.statement.end
        opens = "\n" in normal[previous:start]
        times.append(
            frames.read(
                one.statement,
                normal[start:end],
                opens_paragraph=opens,
                has_figure=bool(one.quantities),
            )
        )
        previous = end
    announcing = announcements(normal, [one.statement for one in read], government)
    kept = [
        (one, when)
        for position, (one, when) in enumerate(zip(read, times, strict=True))
        if one.statement.kind is not Kind.CONTEXT
        and (not (position in announcing or _only_heads(one)) or _states_a_figure(one.quantities))
    ]
    cut = pieces_of(normal, [(one.statement, one.quantities) for one, _ in kept])
    said = [
        Said(piece, normal[slice(*piece.span)], one.statement, one.times_of(piece, when))
        for (one, when), pieces in zip(kept, cut, strict=True)
        for piece in pieces
    ]
    return claims_of(normal, said, government)


def _only_heads(one: _Read) -> bool:
    """Tell whether a heading tells no deed and promises none: what follows carries it out."""
    statement = one.statement
    if not one.is_heading or statement.specificity not in (Specificity.GENERAL, None):
        return False
    return deed_told(statement.text, statement.language) is None


def _states_a_figure(quantities: tuple[Quantity, ...]) -> bool:
    return any(quantity.status is not Status.OTHER for quantity in quantities)


def _read_sentences(text: str, normal: str, placed: PlacedSentences) -> list[_Read]:
    situations, spoken = placed.situations, placed.spoken
    return [
        _record(text, normal, situation, sentence, one.section, kind, figures, passage)
        for situation, sentence, one, kind, figures, passage in zip(
            situations,
            placed.sentences,
            spoken,
            kinds_of(situations, spoken),
            placed.described,
            placed.passages,
            strict=True,
        )
    ]


def _record(
    text: str,
    normal: str,
    situation: Situation,
    sentence: Sentence,
    section: int,
    told: tuple[Kind, str],
    described: list[Described],
    passage: Passage | None,
) -> _Read:
    kind, why = told
    start, end = span = (sentence.start, sentence.end)
    statuses = _statuses(normal[start:end], start, situation, kind, described)
    if kind is not Kind.CONTEXT and (turned := _turned(kind, statuses)):
        kind, why = turned, f"{why}; turned by the time its numbers are of"
    goals = _with_goals(described, statuses)
    quantities = tuple(
        [one.record(text, span, each) for one, each in zip(described, goals, strict=True)]
    )
    specificity: Specificity | None = None
    if kind is Kind.COMMITMENT:
        has_target = any(one.status is Status.TARGET for one in quantities)
        specificity, reason = specificity_of(
            situation.text, sentence.language, has_target=has_target
        )
        why = f"{why}; {reason}"
    statement = Statement(
        start, end, text[start:end], sentence.language, section, kind, specificity, why
    )
    headed, due = (passage.time, passage.due) if passage else (None, None)
    return _Read(statement, quantities, situation.is_heading, headed=headed, due=due)


def _is_inside(row: Row, furniture: tuple[Span, ...]) -> bool:
    return any(a < row.sentence.end and row.sentence.start < b for a, b in furniture)


def _read_row(text: str, places: InnermostSections, row: Row) -> _Read:
    """A row of a table is a statement of the section the table stands in."""
    span = (row.sentence.start, row.sentence.end)
    statement = Statement(
        *span, text[slice(*span)], row.sentence.language,
        places.at(span[0]), row.kind, row.specificity, "row of a table",
    )  # fmt: skip
    quantities = (one.described.record(text, span, one.status) for one in row.figures)
    told = {one.described.mention.start: one.time for one in row.figures if one.time}
    return _Read(statement, tuple(quantities), told=told)


def _statuses(
    words: str, start: int, situation: Situation, kind: Kind, described: list[Described]
) -> list[Status]:
    statuses = [_status(kind, one) for one in described]
    if kind is Kind.CONTEXT or not described or situation.year_planned is None:
        return statuses
    if not tells_own_time(words, situation.language):
        return statuses
    return [
        own_status(
            words,
            one.mention.start - start,
            language=situation.language,
            kind=kind,
            planned=situation.year_planned,
        )
        if status is not Status.OTHER
        else status
        for one, status in zip(described, statuses, strict=True)
    ]


def _turned(kind: Kind, statuses: list[Status]) -> Kind | None:
    """Return the kind of a sentence all of whose numbers are of another time than it is."""
    told = set(statuses) - {Status.OTHER}
    if kind is Kind.RESULT and told == {Status.TARGET}:
        return Kind.COMMITMENT
    return Kind.RESULT if kind is Kind.COMMITMENT and told == {Status.RESULT} else None


def _with_goals(described: list[Described], statuses: list[Status]) -> list[Status]:
    """Return the statuses, what its own words call a goal being one whatever its sentence does."""
    return [
        Status.TARGET if one.context.is_aimed_at else status
        for one, status in zip(described, statuses, strict=True)
    ]


def _status(kind: Kind, described: Described) -> Status:
    if described.context.is_background or kind is Kind.CONTEXT:
        return Status.OTHER
    if kind is Kind.RESULT:
        return Status.OTHER if described.context.is_intended else Status.RESULT
    return Status.OTHER if described.context.is_reached else Status.TARGET
