"""The records of an account. Every one holds its place in the report it comes from.

Spans are half-open and count Unicode code points: those of commitments lie in the plan's text,
those of evidence in the review's. ``None`` means not stated, never zero.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duixian.documents.document import Span
from duixian.reading.records import Basis, Quantity, Relation, Report, Specificity


class Verdict(StrEnum):
    """How a commitment stands at the end of its year."""

    EXCEEDED = "exceeded"
    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    UNREPORTED = "unreported"


class Source(StrEnum):
    """How a passage bears witness."""

    REPORTED = "reported"  # the review part tells it
    DIFFICULTY = "difficulty"  # the paragraph on difficulties tells it
    IMPLIED = "implied"  # a sentence about next year presupposes it


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing promised for the year of the plan."""

    start: int
    end: int
    text: str
    statement: Span
    section: int  # index into the plan's ``sections``
    measure: str
    quantity: Quantity | None
    specificity: Specificity
    indicator: str | None
    functions: tuple[str, ...]
    due: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The number reached, in the unit it was reported in."""

    value: Decimal
    high: Decimal | None
    unit: str
    relation: Relation
    basis: Basis
    how: str  # "as stated", or the arithmetic: "5.66 - 1.6 = 4.06"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the review that bears on a commitment."""

    start: int
    end: int
    text: str
    score: float  # 0 to 1
    reasons: tuple[str, ...]
    source: Source
    outcome: Outcome | None
    indicator: str | None = None
    reasons_zh: tuple[str, ...] = ()
    incomparable: Quantity | None = None  # a number told that cannot be held against the target
    over_years: Quantity | None = None  # work told over several years, the year's part with it


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the rule that gave it, in words and numbers anyone can recompute."""

    verdict: Verdict
    rule: str  # its name in rules.toml
    why: str
    why_zh: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment, what answers it, and how it stands."""

    commitment: Commitment
    evidence: tuple[Evidence, ...]
    suggestions: tuple[Evidence, ...]  # too weak to count; a person may know better
    outcome: Outcome | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Account:
    """The plan's commitments against the review."""

    plan: Report
    review: Report
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    rules: str  # version of the rules

    def counts(self, *, checkable: bool) -> dict[Verdict, int]:
        """Count the verdicts of what can be checked (numbers and deeds), or of the rest."""
        found = Counter(
            entry.judgement.verdict
            for entry in self.entries
            if (entry.commitment.specificity is not Specificity.GENERAL) is checkable
        )
        return {verdict: found[verdict] for verdict in Verdict}
