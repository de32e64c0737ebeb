"""Where a target starts from: the figure of the same measure among the report's results."""

from __future__ import annotations

from duixian.documents.document import Span
from duixian.reading.records import Claim, Kind, Quantity, Report

_LEAST_LIKENESS = 0.6  # shared pairs of letters, of all (Dice)


class Baselines:
    """Finds for a target the reported figure of the same measure in the same unit."""

    def __init__(self, report: Report) -> None:
        self._by_indicator: dict[tuple[str, str], Span] = {}
        self._others: list[tuple[Quantity, frozenset[str]]] = []
        for claim in report.claims:
            quantity = claim.quantity
            if claim.kind is not Kind.RESULT or quantity is None:
                continue
            if claim.indicator:
                key = (claim.indicator, quantity.unit)
                self._by_indicator.setdefault(key, (quantity.start, quantity.end))
            self._others.append((quantity, _pairs(claim.measure)))

    def of(self, claim: Claim) -> Span | None:
        """Give the place of the figure a target starts from; None where none is found."""
        if claim.quantity is None:
            return None
        if claim.indicator:
            found = self._by_indicator.get((claim.indicator, claim.quantity.unit))
            if found:
                return found
        return self._likest(claim.measure, claim.quantity.unit)

    def _likest(self, measure: str, unit: str) -> Span | None:
        pairs = _pairs(measure)
        best, place = _LEAST_LIKENESS, None
        for quantity, others in self._others:
            if quantity.unit != unit or not pairs or not others:
                continue
            likeness = 2 * len(pairs & others) / (len(pairs) + len(others))
            if likeness > best or (likeness == best and place is None):
                best, place = likeness, (quantity.start, quantity.end)
        return place


def _pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring letters of a measure's name."""
    letters = "".join(text.lower().split())
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
