"""A report of the ledger as the records it was read into, with what people corrected.

So the tables, and the grade, are those of the program; nothing is written a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import cast

from duixian.documents.document import Document as Text
from duixian.documents.document import Page
from duixian.reading import records
from duixian.web.ledger.models import Claim, Government, Quantity, Report, Section, Statement


def reading_of(report: Report) -> records.Report:
    """Make the records of a report: of what is still found in it and nobody rejected."""
    statements = list(report.statements.kept().order_by("start"))
    sections = _sections(report, {each.section_id for each in statements})
    kept = {each.pk: each for each in statements}
    quantities = Quantity.objects.stated().filter(report=report).order_by("start")
    made = {each.pk: _quantity(each, kept[each.statement_id]) for each in quantities}
    claims = Claim.objects.stated().filter(report=report)
    places = {each.pk: place for place, each in enumerate(sections)}
    return records.Report(
        document=_text(report),
        title=report.title or None,
        government=_government(report.government),
        year_reviewed=report.year_reviewed,
        year_planned=report.year_planned,
        delivered=report.delivered,
        languages=tuple(records.Language(each) for each in report.languages),
        sections=tuple(_section(each, places) for each in sections),
        statements=tuple(_statement(each, places) for each in statements),
        quantities=tuple(made.values()),
        claims=tuple(_claim(each, kept[each.statement_id], made) for each in claims),
        notes=tuple(report.notes),
    )


def _sections(report: Report, holding: Collection[int]) -> list[Section]:
    """List what is still a section, and what holds a sentence that people brought back."""
    return [
        each
        for each in report.sections.order_by("position")
        if not each.is_superseded or each.pk in holding
    ]


def _text(report: Report) -> Text:
    document = report.document
    return Text(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        encoding=document.encoding or None,
        pages=tuple(Page(*page) for page in document.pages),
        notes=tuple(document.notes),
        address=document.address or None,
        fetched=document.fetched or None,
    )


def _government(government: Government | None) -> records.Government | None:
    if government is None:
        return None
    level = records.Level(government.level) if government.level else None
    return records.Government(government.name, government.code or None, level)


def _section(section: Section, places: Mapping[int, int]) -> records.Section:
    heading = None
    if section.heading_start is not None and section.heading_end is not None:
        heading = (section.heading_start, section.heading_end)
    return records.Section(
        number=section.number or None,
        heading=section.heading,
        heading_span=heading,
        level=section.level,
        role=records.Role(section.role),
        start=section.start,
        end=section.end,
        parent=places.get(section.parent_id) if section.parent_id else None,
        why=section.why,
    )


def _statement(statement: Statement, places: Mapping[int, int]) -> records.Statement:
    return records.Statement(
        start=statement.start,
        end=statement.end,
        text=statement.text,
        language=records.Language(statement.language),
        section=places[statement.section_id],
        kind=records.Kind(statement.kind),
        specificity=_specificity(statement.specificity),
        why=statement.why,
    )


def _quantity(quantity: Quantity, statement: Statement) -> records.Quantity:
    return records.Quantity(
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        value=cast(Decimal, quantity.value),  # this column is never empty
        high=quantity.high,
        unit=quantity.unit,
        relation=records.Relation(quantity.relation),
        basis=records.Basis(quantity.basis),
        status=records.Status(quantity.status),
        measure=quantity.measure,
        statement=(statement.start, statement.end),
        why=quantity.why,
    )


def _claim(
    claim: Claim, statement: Statement, quantities: Mapping[int, records.Quantity]
) -> records.Claim:
    return records.Claim(
        start=claim.start,
        end=claim.end,
        text=claim.text,
        kind=records.Kind(claim.kind),
        specificity=_specificity(claim.specificity),
        measure=claim.measure,
        quantity=quantities.get(claim.quantity_id) if claim.quantity_id else None,
        place=claim.place or None,
        project=claim.project or None,
        due=claim.due or None,
        period=claim.period or None,
        indicator=claim.indicator or None,
        functions=tuple(claim.functions.split()),
        statement=(statement.start, statement.end),
        why=claim.why,
    )


def _specificity(word: str) -> records.Specificity | None:
    return records.Specificity(word) if word else None
