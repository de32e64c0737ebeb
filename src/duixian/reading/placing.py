"""A document cut into sentences, each in its place: section, paragraph, and the figures in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from duixian.documents.document import Document, Span
from duixian.reading.broken_lines import stretch_of
from duixian.reading.claims.report_years import ReportYears, years_of_report
from duixian.reading.furniture import find_furniture
from duixian.reading.quantities.describe import Described, describe_all
from duixian.reading.records import Role, Section
from duixian.reading.sentences import Sentence, split_sentences
from duixian.reading.statements.bare_items import with_bare_items
from duixian.reading.statements.certainty import certain_roles
from duixian.reading.statements.course import Situation
from duixian.reading.statements.headings import is_heading
from duixian.reading.statements.manner import Spoken, arguments, promising
from duixian.reading.statements.signs import Signs
from duixian.reading.structure.identity import Identity, identity_of
from duixian.reading.structure.innermost import InnermostSections, innermost_sections
from duixian.reading.structure.sections import Structure, layout_of, read_structure, sections_of
from duixian.reading.tabular.passages import Passage
from duixian.reading.tabular.rows import Row, notes_on, read_tables


@dataclass(frozen=True, slots=True)
class PlacedSentences:
    """The sentences of a document, and what is known of each beforehand; the rows of its tables."""

    structure: Structure
    sections: tuple[Section, ...]
    identity: Identity
    years: ReportYears
    places: InnermostSections
    furniture: tuple[Span, ...]
    sentences: list[Sentence]
    described: list[list[Described]]  # the figures of each sentence
    spoken: list[Spoken]
    situations: list[Situation]
    passages: list[Passage | None]  # the cell of a table that each sentence stands in
    rows: list[Row]
    notes: tuple[str, ...]  # on what of them was not read


def place_sentences(document: Document, normal: str) -> PlacedSentences:
    """Return the sentences of a document whose furniture is marked, ``normal`` its normal form."""
    structure = read_structure(document, normal)
    sections = sections_of(document, structure)
    identity = identity_of(document, structure)
    furniture = _furniture(document, sections)
    years = years_of_report(normal, identity)
    places = innermost_sections(sections)
    in_review = _review_finder(sections, places)
    tables = read_tables(document, normal, years=years, in_review=in_review)
    in_rows = [span for table in tables for span in table.without_passages()]
    skipped = _merged(sorted([*furniture, *in_rows]))
    text = document.text
    sentences = split_sentences(text, skipped, layout=layout_of(structure, sections))
    stretches = [stretch_of(normal, one.start, one.end, one.language) for one in sentences]
    described = describe_all(normal, sentences, stretches)
    signs = [
        Signs(sentence.language, stretch.words)
        for sentence, stretch in zip(sentences, stretches, strict=True)
    ]
    within = _passage_finder([passage for table in tables for passage in table.passages])
    passages = [within(sentence.start) for sentence in sentences]
    spoken = [
        _spoken(text, sections, places.at(sentence.start), sentence, figures, shown, passage)
        for sentence, figures, shown, passage in zip(
            sentences, described, signs, passages, strict=True
        )
    ]
    spoken = with_bare_items(text, sections, sentences, spoken)
    situations = _situations(text, sections, sentences, spoken, identity.year_planned)
    situations = list(map(_under_its_head, situations, passages))
    return PlacedSentences(
        structure, sections, identity, years, places, furniture, sentences, described, spoken,
        situations, passages, [row for table in tables for row in table.rows], notes_on(tables),
    )  # fmt: skip


def _review_finder(
    sections: tuple[Section, ...], places: InnermostSections
) -> Callable[[int], bool]:
    """Return what tells whether a place of the text is in the review for certain."""
    certain = certain_roles(sections)
    reviews = [one.role is Role.REVIEW and certain[at] for at, one in enumerate(sections)]
    return lambda position: reviews[places.at(position)]


def _passage_finder(passages: list[Passage]) -> Callable[[int], Passage | None]:
    """Return what finds the passage that a place of the text stands in."""
    starts = [passage.span[0] for passage in passages]

    def find(position: int) -> Passage | None:
        at = bisect_right(starts, position) - 1
        return passages[at] if at >= 0 and position < passages[at].span[1] else None

    return find


def with_furniture(document: Document, normal: str) -> Document:
    """Return the document with the page furniture of its text marked beside the reader's own."""
    found = {*document.furniture, *find_furniture(document.text, normal)}
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


def _spoken(
    text: str,
    sections: tuple[Section, ...],
    section: int,
    sentence: Sentence,
    figures: list[Described],
    signs: Signs,
    passage: Passage | None,
) -> Spoken:
    has_figures = any(not one.context.is_background for one in figures)
    heading = passage is None and is_heading(
        text, sections[section], sentence, has_figures=bool(figures), tells_figures=has_figures
    )
    return Spoken(signs, section, heading, has_figures)


def _under_its_head(situation: Situation, passage: Passage | None) -> Situation:
    """Return the situation as the head of a column makes it: 重点任务, 完成情况."""
    if passage is None or passage.role is None:
        return situation
    return msgspec.structs.replace(situation, role=passage.role, role_is_certain=True)


def _situations(
    text: str,
    sections: tuple[Section, ...],
    sentences: list[Sentence],
    spoken: list[Spoken],
    year_planned: int | None,
) -> list[Situation]:
    certain = certain_roles(sections)
    argued = arguments(spoken, sections)
    promised = promising(spoken, sections)
    situations: list[Situation] = []
    previous_end, previous_section = None, -1
    for sentence, one, argues in zip(sentences, spoken, argued, strict=True):
        section = one.section
        situation = Situation(
            one.signs,
            sections[section].role,
            role_is_certain=certain[section],
            is_heading=one.is_heading,
            opens_paragraph=previous_end is None or "\n" in text[previous_end : sentence.start],
            opens_section=section != previous_section,
            year_planned=year_planned,
            is_argument=argues,
            plan_promises=sentence.language in promised,
        )
        situations.append(situation)
        previous_end, previous_section = sentence.end, section
    return situations
