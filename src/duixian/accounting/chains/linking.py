"""Which promise of one plan continues which chain of the plans before it.

Indicators decide first; where there is none, the wordings are compared as the account compares
promises with results, each pair of words weighted by how rare it is in these plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from duixian.accounting.knowledge import Knowledge, definitions_in
from duixian.accounting.matching.nearest import Nearest, marks_of
from duixian.accounting.matching.numbers import commensurable
from duixian.accounting.matching.wording import Rarity, WordReader, Words
from duixian.accounting.records import Commitment
from duixian.accounting.wording import indicator_reason, reason
from duixian.bilingual.audit.conversion import conversion_of
from duixian.bilingual.page.labels import Label
from duixian.reading.records import Report

_ALIKE = 0.6  # likeness from which two wordings are one promise
_LEAST_SHARE = 0.45  # of the longer wording that the other must have
_LEAST_SPELT = 0.35  # of the letters in pairs, words of manner among them
_FEWEST_COMMON = 2
_SHORTEST_MEASURE = 4
_MOST_TIMES = 5


@dataclass(slots=True)
class Thread:
    """A chain while it grows: the commitments by year."""

    commitments: dict[int, Commitment]
    whys: dict[int, Label] = field(default_factory=dict)

    @property
    def last(self) -> Commitment:
        """The latest promise."""
        return self.commitments[max(self.commitments)]


@dataclass(frozen=True, slots=True)
class _Tie:
    score: float
    why: Label
    thread: int
    promise: int


class Linker:
    """Joins the commitments of plan after plan into threads."""

    def __init__(
        self, plans: Sequence[tuple[Report, Sequence[Commitment]]], knowledge: Knowledge
    ) -> None:
        short: dict[str, str] = {}
        for report, _ in plans:
            short.update(definitions_in(report.document.text, knowledge))
        self._reader = WordReader(knowledge, short)
        self._words = {
            id(each): self._reader.read(_wording(each)) for _, made in plans for each in made
        }
        self._rarity = Rarity(self._words.values())
        self.threads: list[Thread] = []

    def add(self, year: int, commitments: Sequence[Commitment]) -> None:
        """Let each commitment of a year continue the thread it fits best, or begin one."""
        ties = sorted(self._ties(commitments), key=lambda tie: -tie.score)
        taken: set[int] = set()
        continued: set[int] = set()
        for tie in ties:
            if tie.thread in continued or tie.promise in taken:
                continue
            thread = self.threads[tie.thread]
            thread.commitments[year] = commitments[tie.promise]
            thread.whys[year] = tie.why
            continued.add(tie.thread)
            taken.add(tie.promise)
        said = _Said()
        for thread in self.threads:
            if year in thread.commitments:
                said.add(thread.commitments[year])
        for index, commitment in enumerate(commitments):
            if index not in taken and not said.has(commitment):
                said.add(commitment)
                self.threads.append(Thread({year: commitment}))

    def _ties(self, commitments: Sequence[Commitment]) -> Iterator[_Tie]:
        lasts = [thread.last for thread in self.threads]
        nearest = Nearest([*map(self._of, lasts)], [*map(marks_of, lasts)], self._rarity)
        for number, commitment in enumerate(commitments):
            for index in nearest.near(self._of(commitment), marks_of(commitment)):
                tie = self._tie(index, number, commitment)
                if tie is not None:
                    yield tie

    def _tie(self, index: int, number: int, commitment: Commitment) -> _Tie | None:
        last = self.threads[index].last
        like = self._rarity.compare(self._of(last), self._of(commitment))
        if last.indicator and last.indicator == commitment.indicator:
            if not _are_one_measure(last, commitment):
                return None
            score = 1 + like.score + _closeness(last, commitment)
            return _Tie(score, indicator_reason("indicator", last.indicator), index, number)
        if last.indicator != commitment.indicator or not _are_one_kind(last, commitment):
            return None
        if like.score < _ALIKE or min(like.of_first, like.of_second) < _LEAST_SHARE:
            return None
        if len(like.common) < _FEWEST_COMMON:
            return None
        if _spelt_alike(last.text, commitment.text) < _LEAST_SPELT:
            return None
        words = " ".join(like.common[:8])
        why = reason("words", words=words, score=f"{like.score:.2f}")
        return _Tie(like.score, why, index, number)

    def _of(self, commitment: Commitment) -> Words:
        return self._words[id(commitment)]


class _Said:
    """What a plan has said so far: to know what it says again, the same number of one measure."""

    def __init__(self) -> None:
        self._numbers: dict[str, set[Decimal | None]] = defaultdict(set)
        self._texts: dict[str, set[str | None]] = defaultdict(set)

    def add(self, commitment: Commitment) -> None:
        """Remember a commitment."""
        target = commitment.quantity
        if commitment.indicator:
            self._numbers[commitment.indicator].add(target.value if target else None)
        self._texts[commitment.text].add(commitment.indicator)

    def has(self, commitment: Commitment) -> bool:
        """Tell whether a commitment was said before."""
        target, indicator = commitment.quantity, commitment.indicator
        numbers = self._numbers.get(indicator) if indicator else None
        if numbers and (target is None or target.value in numbers):
            return True
        by = self._texts.get(commitment.text, ())
        return any(each is None or each != indicator for each in by)


def _wording(commitment: Commitment) -> str:
    measure = commitment.measure
    if commitment.quantity is None or len(measure.replace(" ", "")) < _SHORTEST_MEASURE:
        return commitment.text
    return measure


def _spelt_alike(first: str, second: str) -> float:
    """Return the share of letter pairs two texts have in common (Dice)."""
    ours, theirs = (
        {pair for pair in pairwise(text) if all(map(str.isalnum, pair))} for text in (first, second)
    )
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 0.0


def _are_one_measure(last: Commitment, new: Commitment) -> bool:
    """Tell whether two targets of one indicator can stand in one series."""
    if last.quantity is None or new.quantity is None:
        return True
    return commensurable(last.quantity, new.quantity.unit, new.quantity.basis) and (
        last.quantity.basis is new.quantity.basis
    )


def _are_one_kind(last: Commitment, new: Commitment) -> bool:
    """Tell whether both have a number of one measure and size, or neither has one."""
    if last.quantity is None or new.quantity is None:
        return last.quantity is new.quantity
    return _are_one_measure(last, new) and _closeness(last, new) >= 1 / _MOST_TIMES


def _closeness(last: Commitment, new: Commitment) -> float:
    """Return how near two targets are in size: 1 where they are the same."""
    if last.quantity is None or new.quantity is None:
        return 0.0
    sizes = [
        abs(each.quantity.value * conversion_of(each.quantity.unit).factor)
        for each in (last, new)
        if each.quantity is not None
    ]
    return float(min(sizes) / max(sizes)) if max(sizes) else 1.0
