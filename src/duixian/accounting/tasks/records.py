"""The records of a table of tasks. None means not stated, never zero."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Severity
from duixian.reading.records import Language, Report


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the table: a commitment handed to units to do."""

    number: int
    commitment: int  # number of the sentence; one sentence can give several tasks
    section: str | None
    sentence: str
    task: str
    specificity: str | None
    target: str | None  # as printed
    measure: str | None
    relation: str | None
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    leader: str | None
    lead_unit: str | None
    cooperating_units: str | None
    lead_why: str | None
    begins: str | None
    due: str | None
    quarter_1: str | None
    quarter_2: str | None
    quarter_3: str | None
    quarter_4: str | None
    result_form: str | None
    note: str | None
    indicator: str | None
    project: str | None
    start: int | None
    end: int | None
    document: str | None
    sha256: str | None


TASK_FIELDS = tuple(field.name for field in fields(Task))


@dataclass(frozen=True, slots=True)
class Tasks:
    """The tasks of a report, in the order of its text."""

    report: Report
    language: Language
    tasks: tuple[Task, ...]
    notes: tuple[str, ...]
    units: tuple[str, ...] = ()  # names of the units there are, as far as they are known


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a workbook as it was found: its cells by the name of the column."""

    row: int  # as the spreadsheet counts
    cells: dict[str, Any]  # str, int, Decimal or None


@dataclass(frozen=True, slots=True)
class FinishedTable:
    """A table of tasks as people filled it in."""

    name: str
    columns: tuple[str, ...]  # those it has, of TASK_FIELDS
    lines: tuple[TableLine, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a finished table that is wrong or that a person should look at."""

    row: int | None  # None: a task that has no row
    number: int | None
    column: str
    severity: Severity
    kind: str
    message: Label
