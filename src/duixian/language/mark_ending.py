"""Marks in which a text may end, with others behind them that close what is around it."""

from __future__ import annotations


class MarkEnding:
    """Marks of which one may end a text: a search looks for them all through it, and is slow."""

    def __init__(self, marks: str, *, closers: str) -> None:
        """``closers`` are the quotation marks and brackets that may stand behind the marks."""
        self._marks = tuple(marks)
        self._closers = closers

    def ends(self, text: str) -> bool:
        """Return whether a text ends in one of the marks, but for closers and then blanks."""
        return text.rstrip().rstrip(self._closers).endswith(self._marks)
