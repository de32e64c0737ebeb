"""How far the wording of a part of the text leans: to a review or to a plan."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from duixian.language.headings import heading_patterns
from duixian.reading.structure.paragraphs import Paragraph

_FEWEST_CUES = 4


class Wording:
    """The cues of a document's paragraphs, each read once and only when asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._cues: dict[int, tuple[int, int]] = {}

    def between(self, start: int, end: int) -> range:
        """Return the indexes of the paragraphs that start in ``[start, end)``."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def balance(self, start: int, end: int) -> float | None:
        """Return -1 for all review to 1 for all plan, None where too few cues tell."""
        back = ahead = 0
        for index in self.between(start, end):
            of_review, of_plan = self._count(index)
            back += of_review
            ahead += of_plan
        total = back + ahead
        return (ahead - back) / total if total >= _FEWEST_CUES else None

    def lean(self, index: int) -> float:
        """Return the balance of one paragraph, 0 where too few cues tell."""
        back, ahead = self._count(index)
        return (ahead - back) / (back + ahead) if back + ahead >= _FEWEST_CUES else 0.0

    def _count(self, index: int) -> tuple[int, int]:
        if index not in self._cues:
            paragraph = self.paragraphs[index]
            patterns = heading_patterns(paragraph.language)
            self._cues[index] = (
                len(patterns.review_wording.findall(paragraph.text)),
                len(patterns.plan_wording.findall(paragraph.text)),
            )
        return self._cues[index]
