"""The promises of one report: every commitment once, with the headings it stands under.

One claim is one promise. A report printed in two languages says everything twice; only the
Chinese, the original, is counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from duixian.errors import EmptySourceError
from duixian.reading.records import Claim, Kind, Language, Report, Role, Statement

_LEAST_SHARE_INVERSE = 4
_ABOVE_SECTIONS = 1  # headings of the plan itself, above the sections people think in


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment with its sentence and the headings above it, outermost first."""

    claim: Claim
    statement: Statement
    number: int  # of the sentence among those that promise, from 1
    headings: tuple[str, ...]

    @property
    def section(self) -> str | None:
        """Name the section people would look it up in; None under no heading."""
        return (
            self.headings[min(_ABOVE_SECTIONS, len(self.headings) - 1)] if self.headings else None
        )

    @property
    def path(self) -> str | None:
        """Give all the headings above it as one line."""
        return " / ".join(self.headings) or None


@dataclass(frozen=True, slots=True)
class Promises:
    """The promises of a report, in the order of its text, and what to know of the choice."""

    report: Report
    language: Language
    promises: tuple[Promise, ...]
    notes: tuple[str, ...]


def promises_of(report: Report) -> Promises:
    """Take the promises of a report. Raises EmptySourceError where it makes none."""
    statements = {(each.start, each.end): each for each in report.statements}
    found = [
        (claim, statements[claim.statement])
        for claim in report.claims
        if claim.kind is Kind.COMMITMENT
        and claim.statement in statements
        and _may_promise(report, statements[claim.statement])
    ]
    if not found:
        raise EmptySourceError(report.document.name, _nothing_cause(report), _NOTHING_ADVICE)
    language, notes = _language_of([statement for _, statement in found])
    chosen = [(claim, each) for claim, each in found if each.language is language]
    numbers: dict[tuple[int, int], int] = {}
    promises = tuple(
        Promise(
            claim,
            statement,
            numbers.setdefault(claim.statement, len(numbers) + 1),
            _headings(report, statement.section),
        )
        for claim, statement in chosen
    )
    if not _has_plan(report):
        notes = (*notes, "no plan part was found; promises from its other parts are taken")
    return Promises(report, language, promises, notes)


_NOTHING_ADVICE = "give the whole report, or its plan part"


def _nothing_cause(report: Report) -> str:
    return "no commitments found" if _has_plan(report) else "no plan part and no commitments found"


def _has_plan(report: Report) -> bool:
    return any(section.role is Role.PLAN for section in report.sections)


def _may_promise(report: Report, statement: Statement) -> bool:
    return report.sections[statement.section].role not in (Role.REVIEW, Role.FURNITURE)


def _language_of(statements: list[Statement]) -> tuple[Language, tuple[str, ...]]:
    counts = Counter(statement.language for statement in statements)
    (language, most), *others = counts.most_common()
    left = sum(count for _, count in others)
    if left * _LEAST_SHARE_INVERSE < most:  # a line in the other language is no second version
        return language, ()
    return Language.ZH, ("in two languages: the Chinese is taken, which says each promise once",)


def _headings(report: Report, index: int) -> tuple[str, ...]:
    headings: list[str] = []
    place: int | None = index
    while place is not None and len(headings) < len(report.sections):
        section = report.sections[place]
        if section.heading:
            headings.append(section.heading)
        place = section.parent
    return tuple(reversed(headings))
