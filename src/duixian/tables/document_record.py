"""The one record of the documents table: what a file is, and what its report was found to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from duixian.reading.records import Language, Level, Report


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document with the columns of the documents table, which explains them."""

    name: str
    title: str | None
    government: str | None
    code: str | None
    level: Level | None
    year_reviewed: int | None
    year_planned: int | None
    delivered: date | None
    languages: tuple[Language, ...]
    statements: int
    quantities: int
    claims: int
    pages: int | None
    characters: int
    notes: tuple[str, ...]
    media_type: str
    encoding: str | None
    size: int
    sha256: str
    address: str | None
    fetched: str | None


def document_record(report: Report) -> DocumentRecord:
    """Give the documents table's record of a report."""
    document, government = report.document, report.government
    return DocumentRecord(
        name=document.name,
        title=report.title or document.title,
        government=government.name if government else None,
        code=government.code if government else None,
        level=government.level if government else None,
        year_reviewed=report.year_reviewed,
        year_planned=report.year_planned,
        delivered=report.delivered,
        languages=report.languages,
        statements=len(report.statements),
        quantities=len(report.quantities),
        claims=len(report.claims),
        pages=len(document.pages) or None,
        characters=len(document.text),
        notes=report.notes,
        media_type=document.media_type,
        encoding=document.encoding,
        size=document.size,
        sha256=document.sha256,
        address=document.address,
        fetched=document.fetched,
    )
