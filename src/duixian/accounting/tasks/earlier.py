"""What an earlier year's finished table teaches: the same measure goes to the same unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duixian.accounting.tasks.records import FinishedTable
from duixian.accounting.tasks.wording import is_suggestion

_LEAST_LIKENESS = 0.55  # shared pairs of letters, of all (Dice)
_SAME_MEASURE = 1.0
_NOT_WORDS = re.compile(r"[\d\W_]+")


@dataclass(frozen=True, slots=True)
class Precedent:
    """A line of an earlier table that a task is like."""

    table: str
    row: int
    task: str
    lead_unit: str
    cooperating_units: str | None
    likeness: float


class Earlier:
    """The confirmed lines of earlier tables."""

    def __init__(self, tables: Iterable[FinishedTable]) -> None:
        self._known: list[tuple[str, frozenset[str], Precedent]] = []
        for table in tables:
            for line in table.lines:
                lead = _text(line.cells.get("lead_unit"))
                task = _text(line.cells.get("task")) or _text(line.cells.get("sentence"))
                if not lead or not task or is_suggestion(lead):
                    continue  # what nobody confirmed teaches nothing
                cooperating = _text(line.cells.get("cooperating_units"))
                if cooperating and is_suggestion(cooperating):
                    cooperating = None
                precedent = Precedent(table.name, line.row, task, lead, cooperating, 0.0)
                measure = _words(_text(line.cells.get("measure")) or "")
                self._known.append((measure, _pairs(task), precedent))

    def __len__(self) -> int:
        return len(self._known)

    def likest(self, task: str, measure: str) -> Precedent | None:
        """Find the line a task is most like: of the same measure, else in like words."""
        words, pairs = _words(measure), _pairs(task)
        best, found = 0.0, None
        for known_measure, known_pairs, precedent in self._known:
            likeness = _likeness(pairs, known_pairs)
            if words and words == known_measure:
                likeness += _SAME_MEASURE
            if likeness > best:
                best, found = likeness, precedent
        if found is None or best < _LEAST_LIKENESS:
            return None
        return Precedent(
            found.table, found.row, found.task, found.lead_unit, found.cooperating_units, best
        )


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def _words(text: str) -> str:
    """Leave what a measure is called: no figures, spaces or marks."""
    return _NOT_WORDS.sub("", text).lower()


def _pairs(text: str) -> frozenset[str]:
    letters = _words(text)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None
