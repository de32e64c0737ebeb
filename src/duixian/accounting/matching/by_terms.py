"""Wordings of two Chinese reports compared by what they are about, rivals considered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duixian.accounting.knowledge import definitions_in, knowledge_of
from duixian.accounting.matching import signs
from duixian.accounting.matching.letters import Letters
from duixian.accounting.matching.meant import indicators_meant
from duixian.accounting.matching.model import Weights, among_rivals, chance_of, load_weights, sum_of
from duixian.accounting.matching.nearest import Nearest
from duixian.accounting.matching.scored import Scored, Sides, shown
from duixian.accounting.matching.signs import Signs
from duixian.accounting.matching.terms import TermReader, Terms, load_terms, longest_phrase
from duixian.accounting.matching.wording import Rarity, Words
from duixian.accounting.records import Commitment, Source
from duixian.accounting.wording import reason
from duixian.bilingual.page.labels import Label
from duixian.reading.records import Report

_CORE_SHARE = 0.5  # of a promise's telling characters: its field is what it is about
_TELLING_WEIGHT = 0.3
_LEAST_SHARE = 0.2  # with less in common two clauses are not compared further
_TELLING_PHRASE = 4  # characters
_TELLING_MEMBER = 0.5

# Below this sum of signs a passage is not even a suggestion.
LEAST_SUM = -3.5

MayCount = Callable[[Commitment, int], bool]


@dataclass(frozen=True, slots=True)
class _Pair:
    signs: Signs
    of_promise: float
    of_answer: float
    words: tuple[str, ...]
    phrase: str
    fields: tuple[int, ...]


class TermScores:
    """Scores passages by what they are about; a passage counts for the promise it fits best."""

    def __init__(
        self, sides: Sides, may_count: MayCount, *, weights: Weights | None = None
    ) -> None:
        self._sides = sides
        self._weights = weights or load_weights()
        self._knowledge = knowledge_of("zh")
        self._ceremony = load_terms().ceremony
        wordings = sides.wordings()
        reports = (sides.plan, sides.review)
        short = {
            name: long
            for report in reports
            for name, long in definitions_in(report.document.text, self._knowledge).items()
        }
        reader = TermReader(self._knowledge, short)
        reader.count(
            wordings,
            (each.text for each in sides.candidates if each.source is not Source.IMPLIED),
        )
        self._wordings = wordings
        self._promises = [reader.read_promise(wording) for wording in wordings]
        self._answers = [reader.read(each.text) for each in sides.candidates]
        self._fields = [self._fields_of(wording) for wording in wordings]
        self._meant = [
            self._indicators_of(number, each) for number, each in enumerate(sides.commitments)
        ]
        answered = [self._answered_by(each.text) for each in sides.candidates]
        self._nearest = _index(sides, self._promises, self._answers, answered)
        clauses = [each.also for each in (*self._promises, *self._answers)]
        self._letters = Letters(clauses, with_pairs=True)
        self._promised_in = _settings(
            sides.plan, [each.start for each in sides.commitments], reader
        )
        self._told_in = _settings(sides.review, [each.start for each in sides.candidates], reader)
        self._sentences = Letters([*self._promised_in, *self._told_in], with_pairs=False)
        self._pairs: list[dict[int, _Pair]] = []
        self._scores: list[dict[int, float]] = []
        self._counting: dict[tuple[int, int], float] = {}
        for number, commitment in enumerate(sides.commitments):
            self._compare(number, commitment, may_count)
        for (number, index), score in among_rivals(self._counting, self._weights):
            self._scores[number][index] = score

    def of(self, number: int) -> list[Scored]:
        """Return what may answer the commitment of this number."""
        return [self._scored(number, index) for index in self._pairs[number]]

    def counting(self) -> dict[tuple[int, int], Signs]:
        """Return the signs of every commitment and passage that may count for it."""
        return {
            (number, index): self._pairs[number][index].signs for number, index in self._counting
        }

    def _scored(self, number: int, index: int) -> Scored:
        pair = self._pairs[number][index]
        return Scored(
            index,
            self._scores[number][index],
            pair.of_promise,
            pair.of_answer,
            tuple(self._reasons(pair)),
        )

    def _compare(self, number: int, commitment: Commitment, may_count: MayCount) -> None:
        """Compare a commitment with what is near it; keep what is like it, and no more."""
        fields = self._fields[number]
        kept: dict[int, _Pair] = {}
        scores: dict[int, float] = {}
        marks = [*fields, *self._meant[number]]
        for index in self._nearest.near(_words_in(self._promises[number]), marks):
            if (pair := self._pair(number, index, fields)) is None:
                continue
            total = sum_of(pair.signs, self._weights)
            if total < LEAST_SUM:
                continue
            kept[index], scores[index] = pair, chance_of(total)
            if may_count(commitment, index):
                self._counting[number, index] = total
        self._pairs.append(kept)
        self._scores.append(scores)

    def _pair(self, number: int, index: int, fields: Sequence[int]) -> _Pair | None:
        promise, answer = self._promises[number], self._answers[index]
        candidate = self._sides.candidates[index]
        of_promise, of_answer, held = signs.shares_of(promise, answer)
        answering = self._answering(candidate.text, fields)
        stated = {claim.indicator for claim in candidate.claims if claim.indicator}
        is_same = not stated.isdisjoint(self._meant[number])
        if max(of_promise, of_answer) < _LEAST_SHARE and not answering and not is_same:
            return None
        if self._ceremony.search(candidate.text):
            return None
        phrase = longest_phrase(promise, answer)
        found = Signs(
            letters=self._letters.likeness(promise.also, answer.also),
            both=signs.both_of(of_promise, of_answer, promise, answer),
            member=signs.member_of(promise, answer, of_promise),
            setting=self._sentences.likeness(self._promised_in[number], self._told_in[index]),
            field=float(self._share_of_field(answering, number) >= _CORE_SHARE),
            indicator=float(is_same and self._sides.commitments[number].quantity is None),
            next_year=float(candidate.source is Source.IMPLIED),
        )
        words = tuple(sorted(held, key=lambda word: (-held[word], word)))
        return _Pair(found, of_promise, of_answer, words, phrase, tuple(answering))

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

    def _fields_of(self, text: str) -> list[int]:
        """Return the fields a promise names; a name within a longer one names nothing."""
        named = {
            name: number
            for number, field in enumerate(self._knowledge.fields)
            for name in field.names
            if name in text
        }
        found = {
            number
            for name, number in named.items()
            if not any(name != other and name in other for other in named)
        }
        return sorted(found)

    def _answered_by(self, text: str) -> list[int]:
        """Return the fields that a passage answers for."""
        return self._answering(text, range(len(self._knowledge.fields)))

    def _answering(self, text: str, fields: Sequence[int]) -> list[int]:
        """Return those of some fields that a passage answers for."""
        return [
            number
            for number in fields
            if any(member in text for member in self._knowledge.fields[number].members)
        ]

    def _share_of_field(self, fields: Sequence[int], number: int) -> float:
        """Return how much of what is promised is the name of a field."""
        text = self._wordings[number]
        held = max(
            (
                len(name)
                for field in fields
                for name in self._knowledge.fields[field].names
                if name in text
            ),
            default=0,
        )
        return held / self._telling(number)

    def _reasons(self, pair: _Pair) -> list[Label]:
        found: list[Label] = []
        if pair.words:
            found.append(
                reason(
                    "words and shares",
                    words=shown(pair.words),
                    promise=f"{pair.of_promise:.0%}",
                    answer=f"{pair.of_answer:.0%}",
                )
            )
        if len(pair.phrase) >= _TELLING_PHRASE:
            found.append(reason("phrase", words=pair.phrase))
        if pair.signs.member >= _TELLING_MEMBER:
            found.append(reason("member told"))
        if pair.fields and pair.signs.field:
            names = [self._knowledge.fields[field].names[0] for field in pair.fields]
            found.append(reason("field", names=", ".join(names)))
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


def _settings(report: Report, places: Sequence[int], reader: TermReader) -> list[str]:
    """Return the sentence around each place, each read once."""
    starts = [statement.start for statement in report.statements]
    read: dict[int, str] = {}
    found: list[str] = []
    for place in places:
        number = max(0, bisect_right(starts, place) - 1)
        if number not in read:
            statement = report.statements[number]
            read[number] = reader.spelt(
                report.document.text[statement.start : statement.end].replace("\n", "")
            )
        found.append(read[number])
    return found
