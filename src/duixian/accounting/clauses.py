"""Statements cut into clauses: the smallest passages that promise or report one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.language.normal_form import normal_form
from duixian.reading.records import Claim, Kind, Language, Report, Role, Statement

_ENDS = {
    Language.ZH: re.compile(r"[，；：。！？]|,(?!\d)"),
    Language.EN: re.compile(r"[;:]|,(?!\d)|[.!?](?=\s|$)|\s(?:and|while)\s(?=we\b)"),
}
_OPENING_LENGTH = 40  # characters, in which a sentence says what time it tells of
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
    frame_due: str | None = None  # of what it says in words, where its frame sets it
    opening: str = ""  # how its sentence begins
    period: str | None = None  # that what it says in words tells of, or else the next number


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
        self._worded = sorted(
            (claim for claim in report.claims if claim.quantity is None),
            key=lambda claim: claim.start,
        )
        self._worded_starts = [claim.start for claim in self._worded]
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
                text, worded = self._normal[start:end], self._worded_at(start, statement)
                due = _frame_due(worded) if worded else None
                period = worded.period if worded else self._period_after(end, statement)
                opening = self._normal[statement.start : statement.start + _OPENING_LENGTH]
                yield Clause(start, end, text, statement, role, claims, due, opening, period)

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

    def _worded_at(self, start: int, statement: Statement) -> Claim | None:
        """Return the claim in words that a place lies in, else the next one of its sentence.

        A promise that claims nothing itself announces those behind it, and is of their time.
        """
        after = bisect_right(self._worded_starts, start)
        for claim in self._worded[max(0, after - 1) : after + 1]:
            if start < claim.end and claim.start < statement.end:
                return claim
        if statement.kind is not Kind.COMMITMENT or after == len(self._worded):
            return None
        if after and self._worded_starts[after - 1] >= statement.start:
            return None
        has_number = self._claims_in(statement.start, statement.end)
        return None if has_number else self._worded[after]

    def _period_after(self, start: int, statement: Statement) -> str | None:
        """Return the time that the next number of a sentence tells of."""
        following = bisect_left(self._starts, start)
        if following == len(self._starts) or self._starts[following] >= statement.end:
            return None
        return self._claims[following].period

    def _claims_in(self, start: int, end: int) -> tuple[Claim, ...]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(self._claims[first:last])


def _frame_due(claim: Claim) -> str | None:
    """Return when a passage in words falls due, unless a year in it says so itself."""
    return None if claim.due is None or claim.due[:4] in claim.text else claim.due


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
