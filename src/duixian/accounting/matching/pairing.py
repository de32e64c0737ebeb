"""Commitments paired with the passages that answer them, with a score and its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from duixian.accounting.knowledge import knowledge_of, language_of
from duixian.accounting.lists import indicators_named
from duixian.accounting.matching.by_terms import TermScores
from duixian.accounting.matching.by_words import WordScores
from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.matching.joined import joined
from duixian.accounting.matching.model import Weights
from duixian.accounting.matching.numbers import incomparable_in, outcome_for, work_in
from duixian.accounting.matching.scored import Scored, Scores, Sides
from duixian.accounting.matching.signs import Signs
from duixian.accounting.matching.weighing import INDICATOR, STRONG, WEAK, with_numbers
from duixian.accounting.records import Commitment, Evidence, Source
from duixian.accounting.wording import in_chinese, in_english, indicator_reason, reason
from duixian.bilingual.page.labels import Label
from duixian.language.indicator_data import load_indicators
from duixian.reading.claims.times import is_of_years
from duixian.reading.records import Report

_MOST_EVIDENCE = 2
_MOST_SUGGESTIONS = 3
_CLOSE_TO_BEST = 0.97  # further evidence must come so near to the best
_DOUBTFUL = 0.6  # of the score of what only gives the circumstances
_LEAST_PRESUPPOSED = 0.45  # share of promise and of answer


class Pairing:
    """Finds evidence in one review for the commitments of one plan."""

    def __init__(
        self,
        plan: Report,
        review: Report,
        commitments: Sequence[Commitment],
        candidates: Sequence[Candidate],
        *,
        weights: Weights | None = None,
    ) -> None:
        self._knowledge = knowledge_of(language_of(review))
        self._promised_in = knowledge_of(language_of(plan))
        self._review = review
        self._year = plan.year_planned
        self._candidates = joined(candidates, self._knowledge)
        sides = Sides(plan, review, commitments, self._candidates)
        self._over_years = [self._is_over_years(each) for each in self._candidates]
        self._numbers = {each: number for number, each in enumerate(commitments)}
        self._indicators = [
            indicators_named(wording, self._promised_in.language) for wording in sides.wordings()
        ]
        self._scores = self._compared(sides, weights)

    def _compared(self, sides: Sides, weights: Weights | None) -> Scores:
        if self._knowledge.language == "zh" and self._promised_in is self._knowledge:
            return TermScores(sides, self._may_count, weights=weights)
        return WordScores(sides)

    def candidates(self) -> Sequence[Candidate]:
        """Return the passages that commitments are compared with, circumstances joined."""
        return self._candidates

    def signs(self) -> dict[tuple[int, int], Signs]:
        """Return the signs of each commitment and passage, by their numbers, in Chinese."""
        return self._scores.counting() if isinstance(self._scores, TermScores) else {}

    def weigh(self, weights: Weights) -> None:
        """Weigh what was compared anew, for fitting."""
        if isinstance(self._scores, TermScores):
            self._scores.weigh(weights)

    def evidence_for(self, commitment: Commitment) -> tuple[list[Evidence], list[Evidence]]:
        """Return the evidence, best first, and what is too weak and only suggested."""
        scored = self._scores.of(self._numbers[commitment])
        found = [self._weigh(commitment, each) for each in scored]
        ranked = sorted(
            (each for each in found if each.score >= WEAK), key=lambda each: -each.score
        )
        return _chosen(ranked)

    def _weigh(self, commitment: Commitment, scored: Scored) -> Evidence:
        candidate = self._candidates[scored.index]
        reasons = list(scored.reasons)
        is_over_years = self._over_years[scored.index]
        work = work_in(commitment, candidate) if is_over_years else None
        outcome = None if work else outcome_for(commitment, candidate)
        score, more = with_numbers(
            commitment,
            candidate,
            outcome,
            scored.score,
            is_over_years=is_over_years,
            counts_work=work is not None,
            is_state_promised=bool(self._promised_in.state_target.search(commitment.text)),
            indicators=self._indicators[self._numbers[commitment]],
        )
        reasons.extend(more)
        if candidate.source is Source.IMPLIED and candidate.implied is None:
            score = self._presupposition(commitment, scored, score, reasons)
        if self._knowledge.circumstance.search(candidate.text):
            score *= _DOUBTFUL
        if contrast := self._contrast(commitment, candidate):
            outcome, score = None, min(score, STRONG - 0.01)
            reasons.append(reason("something else", what=contrast))
        if commitment.quantity is not None and self._knowledge.names_target.search(candidate.text):
            outcome = None
            if not self._knowledge.failed.search(candidate.text):
                score = min(score, WEAK)
        if self._names_as_missed(commitment, candidate):
            score = max(score, INDICATOR)
            reasons.append(indicator_reason("named as missed", commitment.indicator or ""))
        return Evidence(
            candidate.start, candidate.end,
            self._review.document.text[candidate.start : candidate.end],
            round(min(1.0, score), 3), in_english(reasons), candidate.source, outcome,
            next((claim.indicator for claim in candidate.claims if claim.indicator), None),
            in_chinese(reasons), incomparable_in(commitment, candidate), work,
        )  # fmt: skip

    def _names_as_missed(self, commitment: Commitment, candidate: Candidate) -> bool:
        """Tell whether a passage says that the target of the commitment's indicator was missed."""
        if commitment.quantity is None or commitment.indicator is None or candidate.claims:
            return False
        if not self._knowledge.failed.search(candidate.text):
            return False
        told = self._knowledge.same_words(candidate.text)
        names = load_indicators()[commitment.indicator].names(self._knowledge.language)
        return any(self._knowledge.same_words(name) in told for name in names)

    def _contrast(self, commitment: Commitment, candidate: Candidate) -> str | None:
        """Name what sets a number reported apart from the number promised."""
        if commitment.quantity is None or self._promised_in is not self._knowledge:
            return None
        promised = f"{commitment.text} {commitment.measure}"
        return self._knowledge.contradicts(promised, candidate.text)

    def _is_over_years(self, candidate: Candidate) -> bool:
        """Tell whether a passage measures more than the one year; a state at its end does not."""
        if candidate.is_state:
            return False
        if self._knowledge.several_years.search(candidate.text):
            return True
        if self._knowledge.last_year.search(candidate.text):
            return False
        base = self._knowledge.base_year.search(candidate.text)
        if base and self._year is not None and int(base["year"]) < self._year - 1:
            return True
        return any(is_of_years(claim.period) for claim in candidate.claims)

    def _may_count(self, commitment: Commitment, index: int) -> bool:
        """Tell whether a passage is no mere task of next year again."""
        candidate = self._candidates[index]
        if candidate.source is not Source.IMPLIED or candidate.implied is not None:
            return True
        promised = self._promised_in.stage_of(commitment.text)
        reached = candidate.stage % 10
        if candidate.stage >= 10 and not self._promised_in.presupposes.search(commitment.text):
            return True
        return reached > promised > 0 and reached >= 3

    def _presupposition(
        self, commitment: Commitment, scored: Scored, score: float, reasons: list[Label]
    ) -> float:
        """A sentence about next year counts only where it stands on something done."""
        if not self._may_count(commitment, scored.index):
            reasons.append(reason("next year again"))
            return min(score, WEAK)
        if min(scored.of_promise, scored.of_answer) < _LEAST_PRESUPPOSED:
            return min(score, STRONG - 0.01)
        reasons.append(reason("presupposed"))
        return score


def _chosen(ranked: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Take the best and what comes near to it from elsewhere in the text."""
    strong: list[Evidence] = []
    for each in ranked:
        if each.score < STRONG or len(strong) >= _MOST_EVIDENCE:
            break
        if strong and each.score < _CLOSE_TO_BEST * strong[0].score:
            break
        if not any(each.start < other.end and other.start < each.end for other in strong):
            strong.append(each)
    rest = [
        each
        for each in ranked
        if not any(each.start < other.end and other.start < each.end for other in strong)
    ]
    return strong, rest[:_MOST_SUGGESTIONS]
