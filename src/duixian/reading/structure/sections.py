"""The sections of a document: headed parts, nested, each with its role.

The outermost sections tile the text; inside them, text between two inner sections belongs to
the section that holds both. So every place outside furniture has exactly one innermost section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duixian.documents.document import Document
from duixian.language.headings import heading_patterns
from duixian.language.normal_form import normal_form
from duixian.reading.records import Role, Section
from duixian.reading.sentences import Layout
from duixian.reading.structure.delivery import find_delivery, find_publication
from duixian.reading.structure.heading_lines import where_the_body_begins
from duixian.reading.structure.headings import Heading, find_headings
from duixian.reading.structure.outline import Node, build_outline, end_items
from duixian.reading.structure.paragraphs import Paragraph, are_lines, read_paragraphs
from duixian.reading.structure.parts import split_sections
from duixian.reading.structure.roles import Decision, decide_roles, role_by_wording
from duixian.reading.structure.turns import find_turns, without_headings
from duixian.reading.structure.wording import Wording
from duixian.reading.structure.years import Years, find_years

_HEAD = 400  # characters in which a page says when it was published
_CLOSING_PARAGRAPHS = 5  # the last ones, among which the closing words are
_LONGEST_CLOSING = 0.12  # share of the text
_LONG_OPENING = 600  # characters before the first heading that have a role of their own


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document's lines say of its structure, for sections and for its identity."""

    normal: str
    paragraphs: tuple[Paragraph, ...]
    body: int  # index of the first paragraph after title, date and speaker
    headings: tuple[Heading, ...]
    years: Years


def read_structure(document: Document, normal: str) -> Structure:
    """Return the paragraphs, headings and years of a document whose normal form is ``normal``."""
    paragraphs = read_paragraphs(document, normal)
    body = where_the_body_begins(paragraphs)
    lines = find_headings(paragraphs)
    delivered = find_delivery(paragraphs[: body + 1])
    published = find_publication(normal[:_HEAD])
    years = find_years(lines, paragraphs, body, delivered, published)
    # the heads of a table may tell the years as headings do, and part nothing
    headings = tuple(one for one in lines if not paragraphs[one.paragraph].is_row)
    if without_headings(headings):
        turns = find_turns(paragraphs, years.planned)
        if not headings or {turn.role for turn in turns} == {Role.REVIEW, Role.PLAN}:
            headings = tuple(sorted([*turns, *headings], key=lambda one: one.start))
            lines = sorted([*turns, *lines], key=lambda one: one.start)
            years = find_years(lines, paragraphs, body, delivered, published)
    return Structure(normal, paragraphs, body, headings, years)


def build_sections(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document, at least one, each after its parent."""
    return sections_of(document, read_structure(document, normal_form(document.text)))


def sections_of(document: Document, structure: Structure) -> tuple[Section, ...]:
    """Return the sections of a document whose structure is read already."""
    paragraphs = structure.paragraphs
    begin, end = _without_outer_furniture(document, paragraphs)
    closing = _where_closing_words_begin(structure, end)
    turns = [place for place in _salutations(structure) if place < closing]
    nodes = build_outline(structure.headings, turns, closing)
    end_items(nodes, [paragraph.end for paragraph in paragraphs])
    first = nodes[0].start if nodes else closing
    before = [_plain(Role.FURNITURE, 0, begin, "page furniture")] if begin else []
    if begin < first:
        before.append(_opening(paragraphs, begin, first, has_headings=bool(nodes)))
    sections = before + _headed(document.text, nodes, structure, len(before))
    if closing < end:
        sections.append(_plain(Role.OTHER, closing, end, "closing words"))
    if end < len(document.text):
        sections.append(_plain(Role.FURNITURE, end, len(document.text), "page furniture"))
    return tuple(sections) or (_plain(Role.OTHER, 0, len(document.text), "nothing to read"),)


def layout_of(structure: Structure, sections: Sequence[Section]) -> Layout:
    """Return where the paragraphs of a document begin and its headings end."""
    return Layout(
        frozenset(paragraph.start for paragraph in structure.paragraphs),
        frozenset(section.heading_span[1] for section in sections if section.heading_span),
        is_of_lines=are_lines(structure.paragraphs),
    )


def _without_outer_furniture(
    document: Document, paragraphs: Sequence[Paragraph]
) -> tuple[int, int]:
    """Return where the report begins and ends between the furniture of head and tail."""
    length = len(document.text)
    furniture = sorted(document.furniture)
    if not paragraphs:
        return (length, length) if furniture else (0, length)
    leads = furniture and furniture[0][0] < paragraphs[0].start
    trailing = [start for start, _ in furniture if start >= paragraphs[-1].end]
    return paragraphs[0].start if leads else 0, min(trailing, default=length)


def _salutations(structure: Structure) -> list[int]:
    """Return the places inside the body where the speaker turns to the listeners anew."""
    return [
        paragraph.start
        for paragraph in structure.paragraphs[structure.body :]
        if heading_patterns(paragraph.language).salutation.match(paragraph.text)
    ]


def _where_closing_words_begin(structure: Structure, end: int) -> int:
    """Return the start of the closing words (让我们…), with the salutation before them."""
    paragraphs, headings = structure.paragraphs, structure.headings
    last = headings[-1].paragraph if headings else structure.body
    for index in range(max(last + 1, len(paragraphs) - _CLOSING_PARAGRAPHS), len(paragraphs)):
        paragraph = paragraphs[index]
        if not heading_patterns(paragraph.language).closing.search(paragraph.text):
            continue
        while index > last + 1 and _is_bare_salutation(paragraphs[index - 1]):
            index -= 1
        start = paragraphs[index].start
        return start if end - start <= _LONGEST_CLOSING * len(structure.normal) else end
    return end


def _is_bare_salutation(paragraph: Paragraph) -> bool:
    return heading_patterns(paragraph.language).salutation.fullmatch(paragraph.text) is not None


def _opening(
    paragraphs: Sequence[Paragraph], start: int, end: int, *, has_headings: bool
) -> Section:
    if has_headings and end - start < _LONG_OPENING:
        return _plain(Role.OTHER, start, end, "before the first heading")
    decision = role_by_wording(Wording(paragraphs), start, end)
    return _plain(decision.role, start, end, decision.why)


def _plain(role: Role, start: int, end: int, why: str) -> Section:
    return Section(None, "", None, 1, role, start, end, None, why)


def _headed(text: str, nodes: Sequence[Node], structure: Structure, offset: int) -> list[Section]:
    """Return the sections of the outline; ``offset`` sections stand before them."""
    wording = Wording(structure.paragraphs)
    nodes = split_sections(nodes, wording, structure.years)
    decisions = decide_roles(nodes, wording, structure.years)
    return [
        _section(text, node, decision, offset)
        for node, decision in zip(nodes, decisions, strict=True)
    ]


def _section(text: str, node: Node, decision: Decision, offset: int) -> Section:
    heading = node.heading
    start, end = heading.span
    return Section(
        number=text[slice(*heading.number)] if heading.number else None,
        heading=text[start:end],
        heading_span=heading.span if start < end else None,
        level=node.level,
        role=decision.role,
        start=node.start,
        end=node.end,
        parent=None if node.parent is None else node.parent + offset,
        why=decision.why,
    )
