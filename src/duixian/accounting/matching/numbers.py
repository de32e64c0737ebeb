"""Numbers of a target and of an answer: whether they speak of one measure, and what was reached."""

from __future__ import annotations

from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.records import Commitment, Outcome, Source
from duixian.bilingual.audit.conversion import MONEY, conversion_of
from duixian.language.indicator_data import load_indicators
from duixian.reading.quantities.mentions import RATES
from duixian.reading.records import Basis, Claim, Quantity, Status

STATED = "as stated"
_MOST_TIMES = 5
_PIECES = ("count", "household", "m", "ha")  # of work: what is built, moved, cleared
_LEFT_OUT = ("month", "year", "person")  # where the measure tells what a sum is per


def same_measure(commitment: Commitment, claim: Claim) -> bool:
    """Tell whether a claim states the commitment's indicator in the same unit and basis."""
    target, found = commitment.quantity, claim.quantity
    if target is None or found is None:
        return False
    if commitment.indicator is None or commitment.indicator != claim.indicator:
        return False
    return commensurable(target, found.unit, found.basis) or _is_rate_of_change(commitment, found)


def _is_rate_of_change(commitment: Commitment, found: Quantity) -> bool:
    """Tell whether the indicator is itself a rate of change: "the rise fell back to 2.6 %"."""
    target = commitment.quantity
    if target is None or target.unit != found.unit:
        return False
    indicator = load_indicators()[commitment.indicator or ""]
    return all(found.unit in indicator.units_of(basis) for basis in ("level", "change"))


def commensurable(target: Quantity, unit: str, basis: Basis) -> bool:
    """Tell whether a number of this unit and basis can be held against the target."""
    ours, theirs = conversion_of(target.unit), conversion_of(unit)
    if (ours.dimension, ours.per) != (theirs.dimension, theirs.per):
        return False
    if target.basis is basis:
        return True
    # "12 million new jobs" and "up by 12 million jobs" state one thing; growth and level do not.
    return target.unit not in RATES


def outcome_for(commitment: Commitment, candidate: Candidate) -> Outcome | None:
    """Return the number of a passage that can be held against the commitment's target."""
    target, implied = commitment.quantity, candidate.implied
    if implied is not None:
        fits = target is None or commensurable(target, implied.unit, implied.basis)
        return implied if fits else None
    claims = [claim for claim in candidate.claims if _can_tell(claim, candidate)]
    if target is None:
        return _stated(claims[0].quantity) if claims and claims[0].quantity else None
    ranked = sorted(claims, key=lambda claim: not same_measure(commitment, claim))
    for claim in ranked:
        quantity = claim.quantity
        if quantity is None:
            continue
        if not _is_comparable(commitment, claim, candidate):
            continue
        if commitment.indicator and claim.indicator and commitment.indicator != claim.indicator:
            continue
        if target.unit not in RATES and not _is_of_size(target, quantity):
            continue
        return _stated(quantity)
    return None


def is_growth(commitment: Commitment) -> bool:
    """Tell whether a rate of change is promised: no deed, nothing but a number answers it."""
    target = commitment.quantity
    return target is not None and target.basis is Basis.CHANGE and target.unit in RATES


def incomparable_in(commitment: Commitment, candidate: Candidate) -> Quantity | None:
    """Return a number of a passage that is told beside the target but not in its terms."""
    target = commitment.quantity
    if target is None or candidate.implied is not None:
        return None
    for claim in candidate.claims:
        quantity = claim.quantity
        if quantity is None or not _can_tell(claim, candidate):
            continue
        is_other = commitment.indicator and claim.indicator not in (None, commitment.indicator)
        if not is_other and not _is_comparable(commitment, claim, candidate):
            return quantity
    return None


def work_in(commitment: Commitment, candidate: Candidate) -> Quantity | None:
    """Return the number of a passage that counts the work promised, over whatever time."""
    target = commitment.quantity
    if target is None or target.unit in RATES or candidate.implied is not None:
        return None
    if commitment.indicator is not None and target.unit not in _PIECES:
        return None  # jobs and output are told year by year
    for claim in candidate.claims:
        quantity = claim.quantity
        is_other = commitment.indicator and claim.indicator not in (None, commitment.indicator)
        if quantity is None or is_other or not _can_tell(claim, candidate):
            continue
        if quantity.unit not in RATES and _is_comparable(commitment, claim, candidate):
            return quantity
    return None


def _is_comparable(commitment: Commitment, claim: Claim, candidate: Candidate) -> bool:
    """Tell whether a number is told in the terms of the target."""
    target, found = commitment.quantity, claim.quantity
    if target is None or found is None:
        return False
    if same_measure(commitment, claim) and target.unit in RATES:
        return True
    if candidate.is_state and target.basis is Basis.CHANGE and found.basis is Basis.LEVEL:
        return False  # "by 30 yuan" against "from 50 to 84 yuan"
    if commensurable(target, found.unit, found.basis) or same_measure(commitment, claim):
        return True
    return _leaves_out_its_per(target, found)


def _leaves_out_its_per(target: Quantity, found: Quantity) -> bool:
    """Tell whether one sum is told a month or a head and the other without: 每月310元, 310元."""
    ours, theirs = conversion_of(target.unit), conversion_of(found.unit)
    if not ours.dimension == theirs.dimension == MONEY or target.basis is not found.basis:
        return False
    is_left_out = "" in (ours.per, theirs.per) and (ours.per or theirs.per) in _LEFT_OUT
    return is_left_out and _is_of_size(target, found)


def _can_tell(claim: Claim, candidate: Candidate) -> bool:
    """Tell whether a number says what was reached in the one year."""
    quantity = claim.quantity
    if quantity is None:
        return False
    return candidate.source is Source.IMPLIED or quantity.status is Status.RESULT


def _is_of_size(target: Quantity, found: Quantity) -> bool:
    """Tell whether two numbers may measure one thing: none is many times the other."""
    ours = target.value * conversion_of(target.unit).factor
    theirs = found.value * conversion_of(found.unit).factor
    return abs(theirs) <= _MOST_TIMES * abs(ours) and abs(ours) <= _MOST_TIMES * abs(theirs)


def _stated(quantity: Quantity) -> Outcome:
    return Outcome(
        quantity.value, quantity.high, quantity.unit, quantity.relation, quantity.basis, STATED
    )
