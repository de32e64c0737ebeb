"""Where a person should look first: a number from 0 (sure) to 1, by rules anyone can read.

It orders the desk of the editors; it is no probability.
"""

from __future__ import annotations

from duixian.accounting.records import Commitment, Entry, Verdict
from duixian.reading.records import Claim, Kind, Role, Section, Specificity, Statement

_SURE = 0.1
_AGAINST_SECTION = 0.6  # a promise in the review, a result in the plan
_NO_ROLE = 0.4  # the section does not say what it is for


def of_statement(statement: Statement, section: Section) -> float:
    """Doubt a statement whose wording and section disagree, or whose section says nothing."""
    if statement.kind is Kind.CONTEXT:
        return _SURE
    usual = {Role.REVIEW: Kind.RESULT, Role.PLAN: Kind.COMMITMENT}.get(section.role)
    if usual is None:
        return _NO_ROLE
    return _SURE if statement.kind is usual else _AGAINST_SECTION


def of_claim(claim: Claim) -> float:
    """Doubt a number without a measure, and a promise or result without a time."""
    doubt = _SURE
    if claim.quantity and not claim.measure:
        doubt += 0.4
    if not claim.due and not claim.period:
        doubt += 0.2
    return round(doubt, 2)


def of_commitment(commitment: Commitment) -> float:
    """Doubt what is general: it may be no promise at all."""
    return 0.3 if commitment.specificity is Specificity.GENERAL else _SURE


def of_verdict(entry: Entry) -> float:
    """Doubt weak evidence, and silence where something might answer."""
    if entry.judgement.verdict is Verdict.UNREPORTED:
        return round(max((each.score for each in entry.suggestions), default=_SURE), 3)
    return round(1 - max((each.score for each in entry.evidence), default=0.0), 3)
