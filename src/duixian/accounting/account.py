"""Two reports to an account: what was promised, what was told of it, and the verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from duixian.accounting.commitments import commitments_of
from duixian.accounting.deeds import (
    judge_deed,
    judge_in_step,
    judge_told_against,
    judge_without_number,
    number_not_told,
    unreported,
)
from duixian.accounting.knowledge import Knowledge, knowledge_of, language_of
from duixian.accounting.matching.candidates import candidates_of
from duixian.accounting.matching.model import Weights
from duixian.accounting.matching.pairing import Pairing
from duixian.accounting.records import Account, Commitment, Entry, Evidence, Judgement, Outcome
from duixian.accounting.rules import Direction, Rules, load_rules
from duixian.accounting.verdict import judge_number
from duixian.language.indicator_data import load_indicators
from duixian.reading.claims.times import is_of_years
from duixian.reading.quantities.mentions import RATES
from duixian.reading.records import Basis, Quantity, Report

__all__ = ["Accounting", "direction_of", "language_of", "make_account"]

GROWTH = "gdp"


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What every verdict of one account rests on."""

    promised_in: Knowledge
    told_in: Knowledge
    rules: Rules
    growth: Outcome | None


class Accounting:
    """Two reports compared, ready to be accounted for under any weights."""

    def __init__(self, plan: Report, review: Report, *, weights: Weights | None = None) -> None:
        self.commitments = commitments_of(plan)
        self.pairing = Pairing(
            plan, review, self.commitments, candidates_of(review), weights=weights
        )
        self.grounds = _Grounds(
            knowledge_of(language_of(plan)),
            knowledge_of(language_of(review)),
            load_rules(),
            _growth_of(review),
        )

    def entries(self) -> tuple[Entry, ...]:
        """Return each commitment with its evidence and verdict."""
        return tuple(
            _entry(each, *self.pairing.evidence_for(each), self.grounds)
            for each in self.commitments
        )


def make_account(plan: Report, review: Report, *, notes: Iterable[str] = ()) -> Account:
    """Account for the commitments of one report by the results of the next."""
    entries = Accounting(plan, review).entries()
    return Account(plan, review, entries, tuple(notes), load_rules().version)


def _entry(
    commitment: Commitment,
    evidence: list[Evidence],
    suggestions: list[Evidence],
    grounds: _Grounds,
) -> Entry:
    judgement, outcome = _judge(commitment, evidence, grounds)
    return Entry(commitment, tuple(evidence), tuple(suggestions), outcome, judgement)


def _judge(
    commitment: Commitment, evidence: list[Evidence], grounds: _Grounds
) -> tuple[Judgement, Outcome | None]:
    if not evidence:
        return unreported(), None
    numbered = next((each for each in evidence if each.outcome is not None), None)
    outcome = numbered.outcome if numbered else None
    if numbered and outcome:
        outcome = _turned(commitment, numbered, outcome, grounds)
    if (told := judge_told_against(commitment, evidence, grounds.told_in)) is not None:
        return told, outcome
    if commitment.quantity is not None:
        if outcome is None:
            by_words = judge_without_number(
                commitment, evidence, grounds.promised_in, grounds.told_in
            )
            return by_words, None
        return _by_number(commitment, commitment.quantity, outcome, grounds), outcome
    incomes = [each.outcome for each in evidence if each.outcome and each.outcome.unit == "%"]
    if incomes and grounds.promised_in.in_step.search(commitment.text):
        if grounds.growth is None:
            return number_not_told(), incomes[0]
        return judge_in_step(incomes, grounds.growth, grounds.rules), incomes[0]
    return judge_deed(commitment, evidence, grounds.promised_in, grounds.told_in), outcome


def _turned(
    commitment: Commitment, evidence: Evidence, outcome: Outcome, grounds: _Grounds
) -> Outcome:
    """Count a fall that answers a promise of growth, or the reverse, as below zero."""
    target = commitment.quantity
    if target is None or {target.basis, outcome.basis} != {Basis.CHANGE}:
        return outcome
    promised = f"{commitment.text} {commitment.measure}"
    is_same = bool(grounds.promised_in.falls.search(promised)) is bool(
        grounds.told_in.falls.search(evidence.text)
    )
    if is_same or outcome.value < 0:
        return outcome
    return replace(outcome, value=-outcome.value, high=None, how="in the other direction")


def _by_number(
    commitment: Commitment, target: Quantity, outcome: Outcome, grounds: _Grounds
) -> Judgement:
    words = f"{commitment.text} {commitment.measure}"
    falls = grounds.promised_in.falls.search(words) is not None
    return judge_number(
        target,
        outcome,
        direction=direction_of(commitment.indicator, grounds.rules),
        is_fall=falls and target.basis is Basis.CHANGE,
        rules=grounds.rules,
        is_work=commitment.indicator is None and target.unit not in RATES,
    )


def direction_of(indicator: str | None, rules: Rules) -> Direction:
    """Return which way an indicator is better, as the rules or else the indicators say."""
    if indicator is None:
        return "none"
    if indicator in rules.directions:
        return rules.directions[indicator]
    return load_indicators()[indicator].direction


def _growth_of(review: Report) -> Outcome | None:
    """Return the growth of the economy that the review tells."""
    for claim in review.claims:
        quantity = claim.quantity
        if (
            claim.indicator == GROWTH
            and quantity is not None
            and quantity.basis is Basis.CHANGE
            and quantity.unit == "%"
            and quantity.status == "result"
            and not is_of_years(claim.period)
        ):
            return Outcome(
                quantity.value, quantity.high, "%", quantity.relation, Basis.CHANGE, "as stated"
            )
    return None
