"""Commitments paired with the passages that answer them, with a score and its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duixian.accounting.knowledge import knowledge_of, language_of
from duixian.accounting.lists import indicators_named, members_of
from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.matching.nearest import Nearest
from duixian.accounting.matching.numbers import incomparable_in, is_growth, outcome_for
from duixian.accounting.matching.readers import readers_for
from duixian.accounting.matching.wording import Likeness, Rarity, Words
from duixian.accounting.records import Commitment, Evidence, Outcome, Source
from duixian.accounting.wording import in_chinese, in_english, indicator_reason, reason
from duixian.bilingual.page.labels import Label
from duixian.language.indicator_data import load_indicators
from duixian.reading.records import Report

STRONG = 0.5  # from here on a passage counts as evidence
WEAK = 0.3  # from here on it is shown as a suggestion
_MOST_EVIDENCE = 2
_MOST_SUGGESTIONS = 3
_CLOSE_TO_BEST = 0.8  # further evidence must come so near to the best
_INDICATOR = 0.85
_FIELD = 0.25
_CORE_FIELD = 0.55  # where the field is most of what is promised
_CORE_SHARE = 0.25
_NAME = 0.3
_SECTION = 0.12
_SHORTEST_MEASURE = 4  # characters; with fewer the words before it are read too
_CONTEXT = 60
_MEMBER = 0.22
_RARE = 5.0  # weight from which a member of a list tells by itself


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    words: Words
    fields: frozenset[int]  # as a name of the field, for commitments; as a member, for candidates
    heading: Words
    indicators: frozenset[str]  # that a promise names


_Member = tuple[str, frozenset[str]]  # of a list in a promise, with its units


class Pairing:
    """Finds evidence in one review for the commitments of one plan."""

    def __init__(
        self,
        plan: Report,
        review: Report,
        commitments: Sequence[Commitment],
        candidates: Sequence[Candidate],
    ) -> None:
        self._knowledge = knowledge_of(language_of(review))
        self._promised_in = knowledge_of(language_of(plan))
        self._review = review
        self._year = plan.year_planned
        self._candidates = candidates
        wordings = [_words_of(each, plan) for each in commitments]
        self._promise_reader, self._answer_reader = readers_for(
            plan,
            review,
            [*wordings, *(section.heading for section in plan.sections)],
            [*(each.text for each in candidates), *(each.heading for each in review.sections)],
        )
        self._headings: dict[tuple[bool, str], Words] = {}
        self._answers = [
            self._read(each.text, review.sections[each.section].heading, is_promise=False)
            for each in candidates
        ]
        self._promises = {
            commitment: self._read(
                wording, plan.sections[commitment.section].heading, is_promise=True
            )
            for commitment, wording in zip(commitments, wordings, strict=True)
        }
        self._rarity = Rarity([each.words for each in (*self._answers, *self._promises.values())])
        self._over_years = [self._is_over_years(each) for each in candidates]
        self._nearest = Nearest(
            [each.words for each in self._answers],
            [
                [*read.fields, *(claim.indicator for claim in candidate.claims if claim.indicator)]
                for candidate, read in zip(candidates, self._answers, strict=True)
            ],
            self._rarity,
        )

    def _read(self, text: str, heading: str, *, is_promise: bool) -> _Read:
        reader = self._promise_reader if is_promise else self._answer_reader
        if (is_promise, heading) not in self._headings:
            self._headings[is_promise, heading] = reader.read(heading)
        words = reader.read(text)
        # Fields are known by the words of the review's language.
        fields = frozenset(
            number
            for number, field in enumerate(self._knowledge.fields)
            if any(word in text for word in (field.names if is_promise else field.members))
        )
        language = self._promised_in.language
        indicators = indicators_named(text, language) if is_promise else frozenset[str]()
        return _Read(text, words, fields, self._headings[is_promise, heading], indicators)

    def evidence_for(self, commitment: Commitment) -> tuple[list[Evidence], list[Evidence]]:
        """Return the evidence, best first, and what is too weak and only suggested."""
        read = self._promises[commitment]
        marks = [*read.fields, *filter(None, (commitment.indicator,))]
        near = self._nearest.near(read.words, marks)
        members = self._telling_members(read.text)
        found = [self._weigh(commitment, read, members, index) for index in near]
        ranked = sorted(
            (each for each in found if each.score >= WEAK), key=lambda each: -each.score
        )
        return _chosen(ranked)

    def _weigh(
        self, commitment: Commitment, read: _Read, members: Sequence[_Member], index: int
    ) -> Evidence:
        candidate, answer = self._candidates[index], self._answers[index]
        like = self._rarity.compare(read.words, answer.words)
        reasons, score = _wording_reasons(like), like.score
        if common := read.words.names & answer.words.names:
            score += _NAME
            reasons.append(reason("same name", names=", ".join(sorted(common))))
        if common := read.words.short_names & answer.words.short_names:
            score += _NAME
            reasons.append(reason("short name", names=", ".join(sorted(common))))
        if named := [member for member, units in members if units <= answer.words.units]:
            score += _MEMBER
            reasons.append(reason("member", names=", ".join(named)))
        shared_fields = read.fields & answer.fields
        if shared_fields and candidate.source is not Source.IMPLIED:
            score += self._field_bonus(read, shared_fields)
            names = [self._knowledge.fields[field].names[0] for field in sorted(shared_fields)]
            reasons.append(reason("field", names=", ".join(names)))
        if candidate.source is not Source.IMPLIED and read.heading.units & answer.heading.units:
            score += _SECTION * self._rarity.compare(read.heading, answer.heading).score
        outcome = outcome_for(commitment, candidate)
        score, more = _with_numbers(
            commitment,
            candidate,
            outcome,
            score,
            is_over_years=self._over_years[index],
            indicators=read.indicators,
        )
        reasons.extend(more)
        if candidate.source is Source.IMPLIED and candidate.implied is None:
            score = self._presupposition(commitment, candidate, like, score, reasons)
        if candidate.is_heading or self._knowledge.circumstance.search(candidate.text):
            score *= 0.6
        if contrast := self._contrast(commitment, candidate):
            outcome, score = None, min(score, STRONG - 0.01)
            reasons.append(reason("something else", what=contrast))
        if commitment.quantity is not None and self._knowledge.names_target.search(candidate.text):
            outcome = None
            if not self._knowledge.failed.search(candidate.text):
                score = min(score, WEAK)
        if self._names_as_missed(commitment, candidate):
            score = max(score, _INDICATOR)
            reasons.append(indicator_reason("named as missed", commitment.indicator or ""))
        elif candidate.source is Source.DIFFICULTY and like.of_first < 0.5:
            score *= 0.7
        return Evidence(
            candidate.start, candidate.end,
            self._review.document.text[candidate.start : candidate.end],
            round(min(1.0, score), 3), in_english(reasons), candidate.source, outcome,
            next((claim.indicator for claim in candidate.claims if claim.indicator), None),
            in_chinese(reasons), incomparable_in(commitment, candidate),
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
        return self._knowledge.contradicts(commitment.text, candidate.text)

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
        return any("/" in (claim.period or "") for claim in candidate.claims)

    def _telling_members(self, text: str) -> list[_Member]:
        """Return the members of lists in a promise that are rare enough to tell by themselves."""
        read = [(member, self._promise_reader.read(member).units) for member in members_of(text)]
        return [each for each in read if each[1] and self._rarity.weight(each[1]) >= _RARE]

    def _field_bonus(self, read: _Read, shared: frozenset[int]) -> float:
        """Give more where the name of the field is most of what is promised."""
        held = max(
            len(name)
            for field in shared
            for name in self._knowledge.fields[field].names
            if name in read.text
        )
        share = held / max(1, len(read.words.bare))
        return _CORE_FIELD if share >= _CORE_SHARE else _FIELD

    def _presupposition(
        self,
        commitment: Commitment,
        candidate: Candidate,
        like: Likeness,
        score: float,
        reasons: list[Label],
    ) -> float:
        """A sentence about next year counts only where it stands on something done."""
        promised = self._promised_in.stage_of(commitment.text)
        reached = candidate.stage % 10
        strong = candidate.stage >= 10 and not self._promised_in.presupposes.search(commitment.text)
        later = reached > promised > 0 and reached >= 3
        if not later and not strong:
            reasons.append(reason("next year again"))
            return min(score, WEAK)
        if min(like.of_first, like.of_second) < 0.45:
            return min(score, STRONG - 0.01)
        reasons.append(reason("presupposed"))
        return score


def _words_of(commitment: Commitment, plan: Report) -> str:
    """Return the words a commitment is known by; one that only names a number needs its context."""
    if commitment.quantity is None:
        return commitment.text
    bare = commitment.measure.replace(" ", "")
    if len(bare) >= _SHORTEST_MEASURE:
        return f"{commitment.text} {commitment.measure}"
    start = max(commitment.statement[0], commitment.start - _CONTEXT)
    return plan.document.text[start : commitment.end]


def _wording_reasons(like: Likeness) -> list[Label]:
    if not like.common:
        return []
    return [
        reason(
            "words and shares",
            words=" ".join(like.common[:8]),
            promise=f"{like.of_first:.0%}",
            answer=f"{like.of_second:.0%}",
        )
    ]


def _chosen(ranked: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Take the best and what comes near to it from elsewhere in the text."""
    strong: list[Evidence] = []
    for each in ranked:
        if each.score < STRONG or len(strong) >= _MOST_EVIDENCE:
            break
        if strong and each.score < _CLOSE_TO_BEST * strong[0].score:
            break
        strong.append(each)
    rest = [each for each in ranked if each not in strong]
    return strong, rest[:_MOST_SUGGESTIONS]


def _with_numbers(
    commitment: Commitment,
    candidate: Candidate,
    outcome: Outcome | None,
    score: float,
    *,
    is_over_years: bool,
    indicators: frozenset[str],
) -> tuple[float, list[Label]]:
    """Raise or lower a score by what the numbers say."""
    stated = {claim.indicator for claim in candidate.claims if claim.indicator}
    if commitment.indicator and is_over_years and commitment.indicator in stated:
        return STRONG - 0.05, [reason("indicator over years")]
    if commitment.quantity is not None and is_over_years and candidate.claims:
        return min(score, STRONG - 0.05), [reason("over years")]
    if commitment.indicator and commitment.quantity is None and "/" in (candidate.period or ""):
        return min(score, STRONG - 0.05), [reason("over years")]
    if commitment.indicator and commitment.quantity is None and commitment.indicator in stated:
        return _INDICATOR, [indicator_reason("indicator meant", commitment.indicator)]
    if commitment.quantity is None:
        return _without_target(commitment, candidate, score, stated, indicators)
    if commitment.indicator and commitment.indicator in stated and outcome is not None:
        return _INDICATOR + 0.1 * score, [indicator_reason("indicator", commitment.indicator)]
    named = all(claim.indicator for claim in candidate.claims)
    if commitment.indicator and stated and named and commitment.indicator not in stated:
        return min(score * 0.5, WEAK), [reason("another indicator")]
    if outcome is None and is_growth(commitment) and incomparable_in(commitment, candidate):
        return min(score, STRONG - 0.01), [reason("no growth")]
    if outcome is None:
        return score * 0.75, [reason("no number")]
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
