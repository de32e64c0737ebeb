"""Which promise of one plan continues which chain of the plans before it.

Indicators decide first; where there is none, the wordings are compared as the account compares
promises with results, each pair of words weighted by how rare it is in these plans.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from duixian.accounting.knowledge import Knowledge, definitions_in
from duixian.accounting.matching.numbers import commensurable
from duixian.accounting.matching.wording import Rarity, WordReader
from duixian.accounting.records import Commitment
from duixian.bilingual.audit.conversion import conversion_of
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
    whys: dict[int, str] = field(default_factory=dict)

    @property
    def last(self) -> Commitment:
        """The latest promise."""
        return self.commitments[max(self.commitments)]


@dataclass(frozen=True, slots=True)
class _Tie:
    score: float
    why: str
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
        fresh = [each for index, each in enumerate(commitments) if index not in taken]
        for commitment in fresh:
            if not self._is_restated(year, commitment):
                self.threads.append(Thread({year: commitment}))

    def _ties(self, commitments: Sequence[Commitment]) -> Iterator[_Tie]:
        by_unit: dict[str, list[int]] = defaultdict(list)
        by_indicator: dict[str, list[int]] = defaultdict(list)
        for index, thread in enumerate(self.threads):
            for unit in self._words[id(thread.last)].units:
                by_unit[unit].append(index)
            if thread.last.indicator:
                by_indicator[thread.last.indicator].append(index)
        for number, commitment in enumerate(commitments):
            shared = Counter(
                index for unit in self._words[id(commitment)].units for index in by_unit[unit]
            )
            near = {index for index, count in shared.items() if count >= _FEWEST_COMMON}
            near.update(by_indicator.get(commitment.indicator or "", ()))
            for index in sorted(near):
                tie = self._tie(index, number, commitment)
                if tie is not None:
                    yield tie

    def _tie(self, index: int, number: int, commitment: Commitment) -> _Tie | None:
        last = self.threads[index].last
        ours, theirs = self._words[id(last)], self._words[id(commitment)]
        like = self._rarity.compare(ours, theirs)
        if last.indicator and last.indicator == commitment.indicator:
            if not _are_one_measure(last, commitment):
                return None
            score = 1 + like.score + _closeness(last, commitment)
            return _Tie(score, f"the same indicator: {commitment.indicator}", index, number)
        if last.indicator != commitment.indicator or not _are_one_kind(last, commitment):
            return None
        if like.score < _ALIKE or min(like.of_first, like.of_second) < _LEAST_SHARE:
            return None
        if _spelt_alike(last.text, commitment.text) < _LEAST_SPELT:
            return None
        why = f"words in common: {' '.join(like.common[:8])} ({like.score:.2f})"
        return _Tie(like.score, why, index, number)

    def _is_restated(self, year: int, commitment: Commitment) -> bool:
        """Tell whether the plan has said this before: the same number of the same measure."""
        target = commitment.quantity
        for thread in self.threads:
            said = thread.commitments.get(year)
            if said is None:
                continue
            if commitment.indicator and said.indicator == commitment.indicator:
                number = said.quantity
                if target is None or (number and number.value == target.value):
                    return True
            elif said.text == commitment.text:
                return True
        return False


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
