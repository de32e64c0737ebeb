"""A score by wording raised or lowered by what the numbers of promise and passage say."""

from __future__ import annotations

from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.matching.numbers import incomparable_in, is_growth
from duixian.accounting.records import Commitment, Outcome
from duixian.accounting.wording import indicator_reason, reason
from duixian.bilingual.page.labels import Label
from duixian.language.indicator_data import load_indicators
from duixian.reading.claims.times import is_of_years

STRONG = 0.5  # from here on a passage counts as evidence
WEAK = 0.3  # from here on it is shown as a suggestion
INDICATOR = 0.85
_UNNUMBERED = 0.92  # of the score where a number was promised and none is told


def with_numbers(
    commitment: Commitment,
    candidate: Candidate,
    outcome: Outcome | None,
    score: float,
    *,
    is_over_years: bool,
    counts_work: bool,
    is_state_promised: bool,
    indicators: frozenset[str],
) -> tuple[float, list[Label]]:
    """Raise or lower a score by what the numbers say."""
    stated = {claim.indicator for claim in candidate.claims if claim.indicator}
    if counts_work:
        return score * _UNNUMBERED, [reason("over years")]
    if commitment.indicator and is_over_years and commitment.indicator in stated:
        return STRONG - 0.05, [reason("indicator over years")]
    if commitment.quantity is not None and is_over_years and candidate.claims:
        return min(score, STRONG - 0.05), [reason("over years")]
    if commitment.indicator and commitment.quantity is None and is_of_years(candidate.period):
        return min(score, STRONG - 0.05), [reason("over years")]
    if is_state_promised and candidate.is_of_years:
        return min(score, STRONG - 0.05), [reason("over years")]
    if commitment.indicator and commitment.quantity is None and commitment.indicator in stated:
        return INDICATOR, [indicator_reason("indicator meant", commitment.indicator)]
    if commitment.quantity is None:
        return _without_target(commitment, candidate, score, stated, indicators)
    if commitment.indicator and commitment.indicator in stated and outcome is not None:
        return INDICATOR + 0.1 * score, [indicator_reason("indicator", commitment.indicator)]
    named = all(claim.indicator for claim in candidate.claims)
    if commitment.indicator and stated and named and commitment.indicator not in stated:
        return min(score * 0.5, WEAK), [reason("another indicator")]
    if outcome is None and is_growth(commitment) and incomparable_in(commitment, candidate):
        return min(score, STRONG - 0.01), [reason("no growth")]
    if outcome is None:
        return score * _UNNUMBERED, [reason("no number")]
    return score + 0.1, [reason("number of the kind")]


def _without_target(
    commitment: Commitment,
    candidate: Candidate,
    score: float,
    stated: set[str],
    indicators: frozenset[str],
) -> tuple[float, list[Label]]:
    if candidate.implied is not None:
        return score * 0.5, [reason("budget")]
    is_other = bool(indicators and stated) and not indicators & stated
    if is_other and (
        candidate.is_bare or any(_is_in_a_name(each, commitment.text) for each in stated)
    ):
        return min(score * 0.5, WEAK), [reason("another indicator")]
    return score, []


def _is_in_a_name(indicator: str, promise: str) -> bool:
    """Tell whether a promise has an indicator's name inside another: energy per unit of GDP."""
    known = load_indicators()[indicator]
    return any(name in promise for name in (known.name_zh, *known.aliases_zh))
