"""The numbers of a chain in one unit, and what a review tells where nothing was promised."""

from __future__ import annotations

from decimal import Decimal

from duixian.accounting.chains.records import Actual, Chain, Link, Value
from duixian.accounting.knowledge import knowledge_of, language_of
from duixian.accounting.matching.numbers import STATED, same_measure
from duixian.accounting.records import Commitment, Outcome
from duixian.bilingual.audit.conversion import conversion_of
from duixian.reading.claims.times import is_of_years
from duixian.reading.records import Report, Role, Status


def target_value(chain: Chain, link: Link) -> Value | None:
    """Return the target of a year in the unit of its chain."""
    quantity = link.commitment.quantity if link.commitment else None
    if quantity is None:
        return None
    return _in_unit(quantity.value, quantity.high, quantity.unit, chain.unit)


def actual_value(chain: Chain, link: Link) -> Value | None:
    """Return what was reached in a year, in the unit of its chain."""
    outcome = link.actual.outcome if link.actual else None
    if outcome is None:
        return None
    return _in_unit(outcome.value, outcome.high, outcome.unit, chain.unit)


def _in_unit(low: Decimal, high: Decimal | None, unit: str, wanted: str | None) -> Value | None:
    if wanted is None:
        return None
    ours, theirs = conversion_of(wanted), conversion_of(unit)
    if (ours.dimension, ours.per) != (theirs.dimension, theirs.per):
        return None
    if unit == wanted:
        return Value(low, high)
    factor = Decimal(str(theirs.factor)) / Decimal(str(ours.factor))
    return Value(low * factor, None if high is None else high * factor)


def told_in(report: Report, index: int, commitment: Commitment) -> Actual | None:
    """Return what a review tells of an indicator's year, whether or not a target was set."""
    last_year = knowledge_of(language_of(report)).last_year
    for claim in report.claims:
        quantity = claim.quantity
        if quantity is None or quantity.status is not Status.RESULT:
            continue
        sums_years = is_of_years(claim.period) and not last_year.search(claim.text)
        if sums_years or quantity.basis is not _basis(commitment):
            continue
        if not same_measure(commitment, claim) or _role_at(report, claim.start) is Role.PLAN:
            continue
        outcome = Outcome(
            quantity.value, quantity.high, quantity.unit, quantity.relation, quantity.basis, STATED
        )
        place = (claim.start, claim.end)
        return Actual(outcome, index, (place,), (report.document.text[claim.start : claim.end],))
    return None


def _basis(commitment: Commitment) -> object:
    return commitment.quantity.basis if commitment.quantity else None


def _role_at(report: Report, start: int) -> Role:
    """Return the role of the outermost section a place lies in."""
    inside = [each for each in report.sections if each.start <= start < each.end]
    return next((each.role for each in inside if each.role is not Role.OTHER), Role.OTHER)
