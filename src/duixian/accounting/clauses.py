"""Statements cut into clauses: the smallest passages that promise or report one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.language.normal_form import normal_form
from duixian.reading.records import Claim, Kind, Language, Report, Role, Statement

_ENDS = {
    Language.ZH: re.compile(r"[，；：。！？\n]|,(?!\d)"),
    Language.EN: re.compile(r"[;:\n]|,(?!\d)|[.!?](?=\s|$)|\s(?:and|while)\s(?=we\b)"),
}
_FEWEST_WORDS = 5  # of an English clause
_OPENING, _CLOSING = "“《（(「", "”》）)」"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in its place; ``claims`` are those whose number stands in it."""

    start: int
    end: int
    text: str  # normal form
    statement: Statement
    role: Role
    claims: tuple[Claim, ...]


class ReportClauses:
    """Cuts the statements of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._normal = normal_form(report.document.text)
        self._claims = sorted(
            (claim for claim in report.claims if claim.quantity is not None),
            key=lambda claim: claim.quantity.start if claim.quantity else 0,
        )
        self._starts = [claim.quantity.start for claim in self._claims if claim.quantity]
        self._roles = [_role(report, index) for index in range(len(report.sections))]

    def __iter__(self) -> Iterator[Clause]:
        for statement in self._report.statements:
            role = self._roles[statement.section]
            if role is Role.FURNITURE:
                continue
            spans = list(self._spans(statement))
            if statement.language is Language.EN:
                spans = self._whole(spans)
            for start, end in spans:
                claims = self._claims_in(start, end)
                yield Clause(start, end, self._normal[start:end], statement, role, claims)

    def _spans(self, statement: Statement) -> Iterator[tuple[int, int]]:
        start = statement.start
        for found in _ENDS[statement.language].finditer(
            self._normal, statement.start, statement.end
        ):
            if self._is_quoted(start, found.start()):
                continue
            yield from self._trimmed(start, found.start())
            start = found.end()
        yield from self._trimmed(start, statement.end)

    def _whole(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Join what is too short to be a clause, a member of a list mostly, to what it follows."""
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            is_short = len(self._normal[start:end].split()) < _FEWEST_WORDS
            if joined and is_short:
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return joined

    def _is_quoted(self, start: int, end: int) -> bool:
        piece = self._normal[start:end]
        return sum(map(piece.count, _OPENING)) > sum(map(piece.count, _CLOSING))

    def _trimmed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        piece = self._normal[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if end > start:
            yield start, end

    def _claims_in(self, start: int, end: int) -> tuple[Claim, ...]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(self._claims[first:last])


def _role(report: Report, index: int) -> Role:
    """Return the role of a section, or of the part it belongs to."""
    section = report.sections[index]
    if section.role is Role.OTHER and section.parent is not None:
        return _role(report, section.parent)
    return section.role


def is_told(clause: Clause) -> bool:
    """Tell whether a clause stands where results are told, difficulties with them."""
    if clause.role is Role.PLAN:
        return clause.statement.kind is Kind.RESULT
    return clause.statement.kind is not Kind.COMMITMENT
