"""Circumstances joined to what was done under them: together they are one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duixian.accounting.knowledge import Knowledge
from duixian.accounting.matching.candidates import Candidate
from duixian.accounting.records import Source


def joined(candidates: Sequence[Candidate], knowledge: Knowledge) -> list[Candidate]:
    """Return passages with each that only gives circumstances joined to the one after it.

    What was done stands by itself too: the circumstances may only get in the way.
    """
    found: list[Candidate] = []
    for candidate in candidates:
        before = found[-1] if found else None
        if before is not None and _belongs(before, candidate, knowledge):
            text = f"{candidate.text}，{before.text}"  # what was done first: it leads
            found[-1] = replace(candidate, start=before.start, text=text)
        found.append(candidate)
    return found


def _belongs(before: Candidate, candidate: Candidate, knowledge: Knowledge) -> bool:
    return (
        before.source is candidate.source is not Source.IMPLIED
        and candidate.start - before.end <= 1
        and before.section == candidate.section
        and not before.claims
        and knowledge.circumstance.search(before.text) is not None
    )
