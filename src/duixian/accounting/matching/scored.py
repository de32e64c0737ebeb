"""What the two ways of comparing wordings hand on: a passage with its score and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.records import Commitment
from duixian.bilingual.page.labels import Label
from duixian.reading.records import Report

_SHORTEST_MEASURE = 4  # characters; with fewer the words before it are read too
_CONTEXT = 60
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Scored:
    """One passage as an answer to one commitment, by wording alone."""

    index: int  # of the passage
    score: float  # 0 to 1, before numbers are looked at
    of_promise: float  # share of the promise's words that the passage has
    of_answer: float
    reasons: tuple[Label, ...]


class Scores(Protocol):
    """Compares the wording of commitments and passages."""

    def of(self, number: int, /) -> Sequence[Scored]:
        """Return what may answer the commitment of this number."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared: the commitments of one report and the passages of another."""

    plan: Report
    review: Report
    commitments: Sequence[Commitment]
    candidates: Sequence[Candidate]

    def wordings(self) -> list[str]:
        """Return the words each commitment is known by."""
        return [_words_of(each, self.plan) for each in self.commitments]


def _words_of(commitment: Commitment, plan: Report) -> str:
    """Return the words a commitment is known by; one that only names a number needs its context."""
    if commitment.quantity is None:
        return commitment.text
    bare = commitment.measure.replace(" ", "")
    if len(bare) >= _SHORTEST_MEASURE:
        return f"{commitment.text} {commitment.measure}"
    start = max(commitment.statement[0], commitment.start - _CONTEXT)
    return plan.document.text[start : commitment.end]


def shown(words: Sequence[str]) -> str:
    """Return some words in common for a reason."""
    return " ".join(words[:_MOST_WORDS])
