"""A commitment as lists show it: its words with what was looked for marked, target and verdict."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from duixian.bilingual.page.markup import marked
from duixian.web.ledger.models import Commitment, Verdict
from duixian.web.ledger.search import places_of
from duixian.web.site.amounts import amount, target_of
from duixian.web.site.commitments.listing import verdict_of

_SHORTEST, _SHORTEST_ENGLISH = 9, 24  # characters; below, a text needs its measure beside it
_REACH = 28  # characters of a sentence shown before and after what was found


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as the list shows it."""

    commitment: Commitment
    text: SafeString
    sentence: SafeString | None  # where only the rest of it holds the words looked for
    target: str
    verdict: Verdict | None
    outcome: str

    @property
    def subject(self) -> str:
        """What it is about, where its own words do not say it."""
        return subject_of(self.commitment)


def row_of(commitment: Commitment, words: str) -> Row:
    """Show a commitment, with the words looked for marked."""
    verdict = verdict_of(commitment)
    places = places_of(words, commitment.text) if words else []
    sentence = None
    if words and not places:
        sentence = _around_match(commitment.statement.text, words)
    return Row(
        commitment=commitment,
        text=SafeString(marked(commitment.text, places)),
        sentence=sentence,
        target=target_of(commitment.quantity),
        verdict=verdict,
        outcome=outcome_of(verdict),
    )


def subject_of(commitment: Commitment) -> str:
    """Return the measure of a commitment whose words are hardly more than a number."""
    text, measure = commitment.text, commitment.measure
    shortest = _SHORTEST_ENGLISH if text.isascii() else _SHORTEST
    return measure if len(text) < shortest and measure not in text else ""


def _around_match(sentence: str, words: str) -> SafeString | None:
    """Give the part of a sentence around the first of the words looked for, marked."""
    places = places_of(words, sentence)
    if not places:
        return None
    # An English word is several times as long as a Chinese one.
    reach = _REACH * 2 if sentence.isascii() else _REACH
    start = max(0, places[0][0] - reach)
    end = min(len(sentence), places[0][1] + reach)
    if sentence.isascii():
        start = max(0, sentence.rfind(" ", 0, start + 1)) if start else 0
        end = next_space if (next_space := sentence.find(" ", end)) > 0 else len(sentence)
    inside = [(a - start, b - start) for a, b in places if start <= a and b <= end]
    before, after = "…" * (start > 0), "…" * (end < len(sentence))
    return SafeString(f"{before}{marked(sentence[start:end], inside)}{after}")


def outcome_of(verdict: Verdict | None) -> str:
    """Say the number that was reached; empty where there is none."""
    if verdict is None or verdict.outcome is None:
        return ""
    return amount(
        verdict.outcome,
        verdict.outcome_high,
        unit=verdict.outcome_unit,
        relation=verdict.outcome_relation or "=",
    )
