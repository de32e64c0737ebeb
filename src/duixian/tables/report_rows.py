"""A report to the rows of its five tables, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any

from duixian.documents.document import Span
from duixian.reading.records import Claim, Quantity, Report, Role, Section, Statement
from duixian.tables.document_record import document_record
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import TableShape


@dataclass(frozen=True)
class _Setting:
    """What the rows of one report share, looked up once."""

    report: Report

    @cached_property
    def government(self) -> str | None:
        return self.report.government.name if self.report.government else None

    @cached_property
    def code(self) -> str | None:
        return self.report.government.code if self.report.government else None

    @cached_property
    def paths(self) -> list[str]:
        return [" / ".join(_headings(self.report, index)) for index in self._indexes()]

    @cached_property
    def statements(self) -> dict[Span, Statement]:
        return {(item.start, item.end): item for item in self.report.statements}

    @cached_property
    def page_starts(self) -> list[int]:
        return [page.start for page in self.report.document.pages]

    def _indexes(self) -> range:
        return range(len(self.report.sections))

    def page(self, offset: int) -> int | None:
        place = bisect_right(self.page_starts, offset)
        return self.report.document.pages[place - 1].number if place else None

    def year(self, role: Role) -> int | None:
        if role is Role.REVIEW:
            return self.report.year_reviewed
        return self.report.year_planned if role is Role.PLAN else None

    def of(self, span: Span) -> TableRow:
        """Give the fields that a record takes over from the statement it stands in."""
        statement = self.statements.get(span)
        section = self.report.sections[statement.section] if statement else None
        return {
            "statement": list(span),
            "sentence": statement.text if statement else None,
            "language": statement.language.value if statement else None,
            "section": self.paths[statement.section] if statement else None,
            "role": section.role.value if section else None,
            "page": self.page(span[0]),
            "government": self.government,
            "code": self.code,
            "year": self.year(section.role) if section else None,
            "sha256": self.report.document.sha256,
        }


def _headings(report: Report, index: int) -> list[str]:
    headings: list[str] = []
    place: int | None = index
    for _ in report.sections:  # no more steps than there are, even where parents lead in a ring
        if place is None:
            break
        section = report.sections[place]
        if section.heading:
            headings.append(section.heading)
        place = section.parent
    return headings[::-1]


def _document_rows(setting: _Setting) -> Iterator[TableRow]:
    record = document_record(setting.report)
    yield {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> Any:
    """Turn a field of a record into a value of a row."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def _section_rows(setting: _Setting) -> Iterator[TableRow]:
    for path, section in zip(setting.paths, setting.report.sections, strict=True):
        yield _section_row(setting, section, path)


def _section_row(setting: _Setting, section: Section, path: str) -> TableRow:
    return {
        "document": setting.report.document.name,
        "start": section.start,
        "end": section.end,
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "role": section.role.value,
        "section": path,
        "page": setting.page(section.start),
        "government": setting.government,
        "year": setting.year(section.role),
        "why": section.why,
    }


def _statement_rows(setting: _Setting) -> Iterator[TableRow]:
    for statement in setting.report.statements:
        section = setting.report.sections[statement.section]
        yield {
            "document": setting.report.document.name,
            "start": statement.start,
            "end": statement.end,
            "text": statement.text,
            "language": statement.language.value,
            "section": setting.paths[statement.section],
            "section_number": section.number,
            "role": section.role.value,
            "kind": statement.kind.value,
            "specificity": statement.specificity.value if statement.specificity else None,
            "page": setting.page(statement.start),
            "government": setting.government,
            "year": setting.year(section.role),
            "why": statement.why,
        }


def _numbers(quantity: Quantity) -> TableRow:
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "value": plain_number(quantity.value),
        "high": plain_number(quantity.high),
        "unit": quantity.unit,
        "relation": quantity.relation.value,
        "basis": quantity.basis.value,
        "status": quantity.status.value,
        "measure": quantity.measure,
    }


def _quantity_rows(setting: _Setting) -> Iterator[TableRow]:
    name = setting.report.document.name
    for quantity in setting.report.quantities:
        row = {"document": name, **_numbers(quantity), **setting.of(quantity.statement)}
        row["why"] = quantity.why
        yield row


def _claim_rows(setting: _Setting) -> Iterator[TableRow]:
    for claim in setting.report.claims:
        yield _claim_row(setting, claim)


def _claim_row(setting: _Setting, claim: Claim) -> TableRow:
    return {
        "document": setting.report.document.name,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "specificity": claim.specificity.value if claim.specificity else None,
        "measure": claim.measure,
        "quantity": _numbers(claim.quantity) if claim.quantity else None,
        "place": claim.place,
        "project": claim.project,
        "due": claim.due,
        "period": claim.period,
        "indicator": claim.indicator,
        "functions": list(claim.functions),
        **setting.of(claim.statement),
        "why": claim.why,
    }


_ROWS: Mapping[str, Callable[[_Setting], Iterator[TableRow]]] = {
    "documents": _document_rows,
    "sections": _section_rows,
    "statements": _statement_rows,
    "quantities": _quantity_rows,
    "claims": _claim_rows,
}


def rows_of(report: Report, table: TableShape) -> Iterator[TableRow]:
    """Give the rows of one table of one report, in the order of the text."""
    return _ROWS[table.name](_Setting(report))


def rows_by_table(report: Report, *, names: Iterable[str]) -> dict[str, list[TableRow]]:
    """Give the rows of several tables of one report, by the table's name."""
    setting = _Setting(report)
    return {name: list(_ROWS[name](setting)) for name in names}
