"""Wordings of two Chinese reports compared by what they are about, rivals considered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duixian.accounting.knowledge import Knowledge, definitions_in, knowledge_of
from duixian.accounting.matching import signs
from duixian.accounting.matching.fields import Fields
from duixian.accounting.matching.letters import Letters
from duixian.accounting.matching.meant import indicators_meant
from duixian.accounting.matching.model import Weights, among_rivals, chance_of, load_weights, sum_of
from duixian.accounting.matching.nearest import Nearest
from duixian.accounting.matching.scored import Scored, Sides, shown
from duixian.accounting.matching.signs import Signs
from duixian.accounting.matching.surroundings import paragraphs_of, sentences_around
from duixian.accounting.matching.terms import TermReader, Terms, load_terms, longest_phrase
from duixian.accounting.matching.topics import Topics
from duixian.accounting.matching.wording import Rarity, Words
from duixian.accounting.records import Commitment, Source
from duixian.accounting.wording import reason
from duixian.bilingual.page.labels import Label

_CORE_SHARE = 0.5  # of a promise's telling characters: its field is what it is about
_TELLING_WEIGHT = 0.3
_LEAST_SHARE = 0.2  # with less in common two clauses are not compared further
_TELLING_PHRASE = 4  # characters
_TELLING_MEMBER = 0.5
_TELLING_TOPIC = 0.6
_LEAST_TOPIC = 0.5

# Below this sum of signs a passage is not even a suggestion.
LEAST_SUM = -4.5

MayCount = Callable[[Commitment, int], bool]


@dataclass(frozen=True, slots=True)
class _Pair:
    signs: Signs
    of_promise: float
    of_answer: float
    fields: tuple[int, ...]


class TermScores:
    """Scores passages by what they are about; a passage counts for the promise it fits best."""

    def __init__(
        self, sides: Sides, may_count: MayCount, *, weights: Weights | None = None
    ) -> None:
        self._sides = sides
        self._may_count = may_count
        knowledge = knowledge_of("zh")
        self._wordings = sides.wordings()
        reader = TermReader(knowledge, _short_names(sides, knowledge))
        reader.count(
            self._wordings,
            (each.text for each in sides.candidates if each.source is not Source.IMPLIED),
        )
        self._promises = [reader.read_promise(wording) for wording in self._wordings]
        self._answers = [reader.read(each.text) for each in sides.candidates]
        self._fields = Fields(knowledge)
        self._named = [self._fields.named_in(wording) for wording in self._wordings]
        self._meant = [
            self._indicators_of(number, each) for number, each in enumerate(sides.commitments)
        ]
        self._stated = [
            {claim.indicator for claim in each.claims if claim.indicator}
            for each in sides.candidates
        ]
        ceremony = load_terms().ceremony
        self._is_ceremony = [bool(ceremony.search(each.text)) for each in sides.candidates]
        answered = [self._fields.answered_by(each.text) for each in sides.candidates]
        self._answered = list(map(frozenset, answered))
        self._nearest = _index(sides, self._promises, self._answers, answered)
        self._compare_by(reader)
        weights = weights or load_weights()
        self._pairs = [self._near(number, weights) for number in range(len(sides.commitments))]
        self.weigh(weights)

    def _compare_by(self, reader: TermReader) -> None:
        """Make ready to compare letters, topics and what stands around."""
        sides = self._sides
        clauses = [each.also for each in (*self._promises, *self._answers)]
        self._letters = Letters(clauses, with_pairs=True)
        promised_at = [each.start for each in sides.commitments]
        told_at = [each.start for each in sides.candidates]
        self._promised_in = sentences_around(sides.plan, promised_at, reader)
        self._told_in = sentences_around(sides.review, told_at, reader)
        self._sentences = Letters([*self._promised_in, *self._told_in], with_pairs=False)
        self._promised = Topics(
            [each.weights for each in self._promises], paragraphs_of(sides.plan, promised_at)
        )
        self._told = Topics(
            [each.weights for each in self._answers], paragraphs_of(sides.review, told_at)
        )

    def weigh(self, weights: Weights) -> None:
        """Score what is compared by some weights."""
        sums = {
            (number, index): total
            for number, near in enumerate(self._pairs)
            for index, pair in near.items()
            if (total := sum_of(pair.signs, weights)) >= LEAST_SUM
        }
        self._scores = {pair: chance_of(total) for pair, total in sums.items()}
        self._counting = {
            (number, index): total
            for (number, index), total in sums.items()
            if self._may_count(self._sides.commitments[number], index)
        }
        self._scores.update(among_rivals(self._counting, weights))

    def of(self, number: int) -> list[Scored]:
        """Return what may answer the commitment of this number."""
        return [
            self._scored(number, index)
            for index in self._pairs[number]
            if (number, index) in self._scores
        ]

    def counting(self) -> dict[tuple[int, int], Signs]:
        """Return the signs of every commitment and passage that may count for it."""
        return {
            (number, index): self._pairs[number][index].signs for number, index in self._counting
        }

    def _scored(self, number: int, index: int) -> Scored:
        pair = self._pairs[number][index]
        score, reasons = self._scores[number, index], tuple(self._reasons(number, index, pair))
        return Scored(index, score, pair.of_promise, pair.of_answer, reasons)

    def _near(self, number: int, weights: Weights) -> dict[int, _Pair]:
        """Compare a commitment with what is near it; keep what is like it, and no more."""
        marks = [*self._named[number], *self._meant[number]]
        near = self._nearest.near(_words_in(self._promises[number]), marks)
        topical = self._promised.near(number, self._told)
        kept: dict[int, _Pair] = {}
        for index in sorted({*near, *topical}):
            pair = self._pair(number, index)
            if pair is not None and sum_of(pair.signs, weights) >= LEAST_SUM:
                kept[index] = pair
        return kept

    def _pair(self, number: int, index: int) -> _Pair | None:
        promise, answer = self._promises[number], self._answers[index]
        candidate = self._sides.candidates[index]
        if self._is_ceremony[index]:
            return None
        of_promise, of_answer = signs.shares_of(promise, answer)
        answering = [each for each in self._named[number] if each in self._answered[index]]
        is_same = not self._stated[index].isdisjoint(self._meant[number])
        topic, around = self._promised.likeness(number, self._told, index)
        is_alike = max(of_promise, of_answer) >= _LEAST_SHARE or topic >= _LEAST_TOPIC
        if not (is_alike or answering or is_same):
            return None
        found = Signs(
            letters=self._letters.likeness(promise.also, answer.also),
            both=signs.both_of(of_promise, of_answer, promise, answer),
            member=signs.member_of(promise, answer, of_promise),
            setting=self._sentences.likeness(self._promised_in[number], self._told_in[index]),
            around=around,
            field=float(bool(answering) and self._is_core(answering, number)),
            indicator=float(is_same and self._sides.commitments[number].quantity is None),
            next_year=float(candidate.source is Source.IMPLIED),
        )
        return _Pair(found, of_promise, of_answer, tuple(answering))

    def _indicators_of(self, number: int, commitment: Commitment) -> set[str]:
        """Return the indicator of a promise, or those whose name is most of what is promised."""
        if commitment.indicator is not None:
            return {commitment.indicator}
        if commitment.quantity is not None:
            return set()
        telling = self._telling(number)
        return {
            indicator
            for indicator, name in indicators_meant(commitment.text).items()
            if len(name) >= _CORE_SHARE * telling
        }

    def _telling(self, number: int) -> int:
        """Return how many characters of a promise are of words that tell something."""
        weights = self._promises[number].weights
        return max(1, sum(len(word) for word in weights if weights[word] > _TELLING_WEIGHT))

    def _is_core(self, fields: Sequence[int], number: int) -> bool:
        """Tell whether enough of what is promised is the name of a field."""
        length = self._fields.longest_name(fields, self._wordings[number])
        return length >= _CORE_SHARE * self._telling(number)

    def _reasons(self, number: int, index: int, pair: _Pair) -> list[Label]:
        promise, answer = self._promises[number], self._answers[index]
        found: list[Label] = []
        _, held = promise.held_by(answer)
        if held:
            found.append(
                reason(
                    "words and shares",
                    words=shown(sorted(held, key=lambda word: (-held[word], word))),
                    promise=f"{pair.of_promise:.0%}",
                    answer=f"{pair.of_answer:.0%}",
                )
            )
            if len(phrase := longest_phrase(promise, answer)) >= _TELLING_PHRASE:
                found.append(reason("phrase", words=phrase))
        if pair.signs.member >= _TELLING_MEMBER:
            found.append(reason("member told"))
        if pair.fields and pair.signs.field:
            found.append(reason("field", names=self._fields.shown(pair.fields)))
        if pair.signs.around >= _TELLING_TOPIC:
            found.append(reason("around", share=f"{pair.signs.around:.0%}"))
        return found


def _words_in(terms: Terms) -> Words:
    """Return what a clause is looked up by: its telling words, and the pairs of long ones."""
    pairs = {word[at : at + 2] for word in terms.reach for at in range(len(word) - 1)}
    return Words(terms.reach | pairs, frozenset(), frozenset(), terms.text)


def _index(
    sides: Sides,
    promises: Sequence[Terms],
    answers: Sequence[Terms],
    answered: Sequence[Sequence[int]],
) -> Nearest:
    """Return the index of the passages by their words, fields and indicators."""
    told = [_words_in(each) for each in answers]
    marks = [
        [*fields, *(claim.indicator for claim in candidate.claims if claim.indicator)]
        for candidate, fields in zip(sides.candidates, answered, strict=True)
    ]
    return Nearest(told, marks, Rarity([*told, *map(_words_in, promises)]))


def _short_names(sides: Sides, knowledge: Knowledge) -> dict[str, str]:
    """Return the short names that the two reports define themselves."""
    return {
        name: long
        for report in (sides.plan, sides.review)
        for name, long in definitions_in(report.document.text, knowledge).items()
    }
