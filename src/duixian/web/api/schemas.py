"""The records as the interface gives them. Spans are half-open, in code points of the text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from duixian.web.api.numbers import Number


class GovernmentOut(Schema):
    """A government; ``code`` is that of GB/T 2260, empty where not known."""

    key: str
    code: str
    name: str
    name_en: str
    level: str
    parent: str | None = Field(None, alias="parent.key")


class ReportOut(Schema):
    """A report: a document understood."""

    id: int
    title: str
    government: str | None = Field(None, alias="government.key")
    year_reviewed: int | None
    year_planned: int | None
    delivered: date | None
    languages: list[str]
    sha256: str = Field(alias="document.sha256")
    name: str = Field(alias="document.name")
    program_version: str
    read_at: datetime
    counts: dict[str, int]
    revision: int
    is_public: bool


class SectionOut(Schema):
    """A headed part of a report."""

    position: int
    parent: int | None = Field(None, alias="parent.position")
    number: str
    heading: str
    level: int
    role: str
    start: int
    end: int


class StatementOut(Schema):
    """One sentence with its kind."""

    id: int
    start: int
    end: int
    text: str
    language: str
    section: int = Field(alias="section.position")
    kind: str
    specificity: str
    why: str
    state: str
    revision: int


class QuantityOut(Schema):
    """One number as stated."""

    id: int
    statement: int = Field(alias="statement_id")
    start: int
    end: int
    text: str
    value: Number
    high: Number | None
    unit: str
    relation: str
    basis: str
    status: str
    measure: str


class ClaimOut(Schema):
    """One checkable thing said in one clause."""

    id: int
    statement: int = Field(alias="statement_id")
    quantity: QuantityOut | None
    start: int
    end: int
    text: str
    kind: str
    specificity: str
    measure: str
    place: str
    due: str
    period: str
    indicator: str
    functions: str
    state: str
    revision: int


class EvidenceOut(Schema):
    """A passage of the later report. A suggestion is not counted."""

    start: int
    end: int
    text: str
    score: float
    reasons: list[str]
    source: str
    is_suggestion: bool
    state: str


class VerdictOut(Schema):
    """How a commitment stands, with the rule that says so."""

    verdict: str
    rule: str
    why: str
    why_zh: str
    outcome: Number | None
    outcome_high: Number | None
    outcome_unit: str
    review: int = Field(alias="account.review_id")
    rules: str = Field(alias="account.rules")
    state: str
    evidence: list[EvidenceOut]

    @staticmethod
    def resolve_evidence(verdict: Any) -> list[Any]:
        """Leave out what people rejected."""
        return [each for each in verdict.evidence.all() if each.is_kept]


class CommitmentOut(Schema):
    """One thing promised; ``key`` is permanent."""

    key: str
    report: int = Field(alias="report_id")
    government: str | None = Field(None, alias="government.key")
    year: int | None
    language: str
    section: int = Field(alias="section.position")
    statement: int = Field(alias="statement_id")
    start: int
    end: int
    text: str
    measure: str
    specificity: str
    indicator: str
    functions: str
    due: str
    quantity: QuantityOut | None
    state: str
    revision: int
    verdict: VerdictOut | None = None

    @staticmethod
    def resolve_verdict(commitment: Any) -> Any:
        """Give the verdict where the next report is there, and the reader may read it."""
        return shown_verdict(commitment)

    @staticmethod
    def resolve_revision(commitment: Any) -> int:
        """Give a number that grows when the commitment or its verdict is changed."""
        verdict = shown_verdict(commitment)
        changes: int = verdict.revision - 1 if verdict else 0
        return int(commitment.revision) + changes


def shown_verdict(commitment: Any) -> Any:
    """Return the verdict of a commitment where the reader may read it."""
    is_shown = getattr(commitment, "is_verdict_shown", True)  # an editor's own has no word
    return getattr(commitment, "verdict", None) if is_shown else None


class FindingOut(Schema):
    """Something an audit noticed."""

    id: int
    severity: str
    kind: str
    message: str
    message_zh: str
    zh: list[int] | None
    en: list[int] | None
    zh_text: str
    en_text: str
    other_text: str
    state: str

    @staticmethod
    def resolve_zh(finding: Any) -> list[int] | None:
        """Give the span in the Chinese text."""
        return None if finding.zh_start is None else [finding.zh_start, finding.zh_end]

    @staticmethod
    def resolve_en(finding: Any) -> list[int] | None:
        """Give the span in the English text."""
        return None if finding.en_start is None else [finding.en_start, finding.en_end]


class BeadOut(Schema):
    """A smallest group of sentences that translate each other; a side may be empty."""

    position: int
    zh: list[list[int]]
    en: list[list[int]]
    score: float


class ObservationOut(Schema):
    """One value of an indicator for one year."""

    id: int
    indicator: str
    government: str = Field(alias="government.key")
    year: int
    sort: str
    value: Number
    high: Number | None
    unit: str
    relation: str
    basis: str
    report: int = Field(alias="report_id")
    start: int = Field(alias="claim.start")
    end: int = Field(alias="claim.end")
    text: str = Field(alias="claim.text")


class IntakeOut(Schema):
    """Something brought in, and how far it has come."""

    id: str
    name: str
    state: str
    step: str
    done: int
    total: int
    error: str
    is_known: bool
    report: int | None = Field(None, alias="report_id")

    @staticmethod
    def resolve_id(intake: Any) -> str:
        """Write the key as text."""
        return str(intake.pk)
