"""Two reports to an account: what was promised, what was told of it, and the verdicts."""

from __future__ import annotations

from collections.abc import Iterable

from duixian.accounts.commitments import commitments_of
from duixian.accounts.deeds import (
    judge_deed,
    judge_in_step,
    judge_told_against,
    number_not_told,
    unreported,
)
from duixian.accounts.knowledge import Knowledge, knowledge_of
from duixian.accounts.matching.candidates import candidates_of
from duixian.accounts.matching.pairing import Pairing
from duixian.accounts.records import Account, Commitment, Entry, Evidence, Judgement, Outcome
from duixian.accounts.rules import Direction, Rules, load_rules
from duixian.accounts.verdict import judge_number
from duixian.language.indicator_data import load_indicators
from duixian.reading.records import Basis, Language, Report

GROWTH = "gdp"
_RATES = ("%", "pp", "x", "‰")


def make_account(plan: Report, review: Report, *, notes: Iterable[str] = ()) -> Account:
    """Account for the commitments of one report by the results of the next."""
    rules = load_rules()
    knowledge = knowledge_of(language_of(review))
    commitments = commitments_of(plan)
    pairing = Pairing(plan, review, commitments, candidates_of(review), knowledge.language)
    growth = _growth_of(review)
    entries = tuple(
        _entry(commitment, *pairing.evidence_for(commitment), knowledge, rules, growth)
        for commitment in commitments
    )
    return Account(plan, review, entries, tuple(notes), rules.version)


def language_of(report: Report) -> str:
    """Return the language a report is matched in: the first it is written in."""
    return "en" if report.languages[:1] == (Language.EN,) else "zh"


def _entry(
    commitment: Commitment,
    evidence: list[Evidence],
    suggestions: list[Evidence],
    knowledge: Knowledge,
    rules: Rules,
    growth: Outcome | None,
) -> Entry:
    judgement, outcome = _judge(commitment, evidence, knowledge, rules, growth)
    return Entry(commitment, tuple(evidence), tuple(suggestions), outcome, judgement)


def _judge(
    commitment: Commitment,
    evidence: list[Evidence],
    knowledge: Knowledge,
    rules: Rules,
    growth: Outcome | None,
) -> tuple[Judgement, Outcome | None]:
    if not evidence:
        return unreported(), None
    outcome = next((each.outcome for each in evidence if each.outcome is not None), None)
    target = commitment.quantity
    if (told := judge_told_against(commitment, evidence, knowledge)) is not None:
        return told, outcome
    if target is not None and outcome is not None:
        falls = knowledge.falls.search(f"{commitment.text} {commitment.measure}") is not None
        judgement = judge_number(
            target,
            outcome,
            direction=direction_of(commitment.indicator, rules),
            is_fall=falls and target.basis is Basis.CHANGE,
            rules=rules,
            is_work=commitment.indicator is None and target.unit not in _RATES,
        )
        return judgement, outcome
    is_in_step = knowledge.in_step.search(commitment.text) is not None
    incomes = [each.outcome for each in evidence if each.outcome and each.outcome.unit == "%"]
    if is_in_step and incomes:
        if growth is None:
            return number_not_told(), incomes[0]
        return judge_in_step(incomes, growth, rules), incomes[0]
    if target is not None:
        return number_not_told(), outcome
    return judge_deed(commitment, evidence, knowledge), outcome


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
            and "/" not in (claim.period or "")
        ):
            return Outcome(
                quantity.value, quantity.high, "%", quantity.relation, Basis.CHANGE, "as stated"
            )
    return None
