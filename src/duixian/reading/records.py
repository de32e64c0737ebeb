"""The records a report is read into. Every one holds its place in the text.

Spans are half-open ``(start, end)`` in Unicode code points of the document's text, and
``text[start:end]`` is always the record's own quotation. Numbers are ``Decimal``.
``None`` means *not stated*; it never stands for zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from duixian.documents.document import Document, Span
from duixian.reading.quick_to_make import quick_to_make


class Language(StrEnum):
    """The language a sentence is written in."""

    ZH = "zh"
    EN = "en"


class Role(StrEnum):
    """What a section is for."""

    REVIEW = "review"  # tells what was done
    PLAN = "plan"  # tells what will be done
    OTHER = "other"
    FURNITURE = "furniture"  # menus, share buttons, related links: not the report


class Kind(StrEnum):
    """What a statement does."""

    RESULT = "result"
    COMMITMENT = "commitment"
    CONTEXT = "context"


class Specificity(StrEnum):
    """How far a commitment can be checked."""

    QUANTIFIED = "quantified"
    SPECIFIC = "specific"
    GENERAL = "general"


class Relation(StrEnum):
    """How the true value stands to the number as printed."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"


class Basis(StrEnum):
    """Whether a number is a level or says how much something changed."""

    LEVEL = "level"
    CHANGE = "change"


class Status(StrEnum):
    """Whether a number was reached, is to be reached, or is background."""

    RESULT = "result"
    TARGET = "target"
    OTHER = "other"


class Level(StrEnum):
    """The level of a government."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Government:
    """The government whose report it is. ``code`` is its GB/T 2260 code where known."""

    name: str
    code: str | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a report. ``parent`` is an index into ``Report.sections``."""

    number: str | None  # as printed: "一、", "（二）", "1.", "First"
    heading: str
    heading_span: Span | None
    level: int  # 1 for the outermost
    role: Role
    start: int
    end: int
    parent: int | None
    why: str


@quick_to_make
@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as stated."""

    start: int
    end: int
    text: str
    value: Decimal
    high: Decimal | None
    unit: str
    relation: Relation
    basis: Basis
    status: Status
    measure: str
    statement: Span
    why: str


@quick_to_make
@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with its kind; commitments also have a specificity."""

    start: int
    end: int
    text: str
    language: Language
    section: int  # index into ``Report.sections``
    kind: Kind
    specificity: Specificity | None
    why: str


@quick_to_make
@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable thing said in one clause."""

    start: int
    end: int
    text: str
    kind: Kind
    specificity: Specificity | None
    measure: str
    quantity: Quantity | None
    place: str | None
    project: str | None
    due: str | None  # ISO 8601 year, month or date: 2025, 2025-10, 2025-10-31
    period: str | None  # ISO 8601 year, month, date or interval: 2021/2025
    indicator: str | None  # identifier in language/indicators.toml
    functions: tuple[str, ...]  # COFOG divisions, "01" to "10"
    statement: Span
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document understood."""

    document: Document
    title: str | None
    government: Government | None
    year_reviewed: int | None
    year_planned: int | None
    delivered: date | None
    languages: tuple[Language, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]
