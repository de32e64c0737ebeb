"""The records of a grade. Shares of nothing are None, never zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duixian.accounting.grade.promises import Promise
from duixian.documents.document import Span
from duixian.reading.records import Language, Report, Specificity


class Lack(StrEnum):
    """What a promise does not state and would need to be checked."""

    NUMBER = "number"
    DEED = "deed"
    DATE = "date"
    OFFICE = "office"
    PLACE = "place"
    UNIT = "unit"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Graded:
    """One promise with what it lacks. ``doubt`` is the points by which the worst are ranked."""

    promise: Promise
    lacks: tuple[Lack, ...]
    vague: tuple[str, ...]
    doubt: int
    baseline: Span | None  # the figure of the same measure elsewhere in the report

    @property
    def specificity(self) -> Specificity:
        """How far it can be checked."""
        return self.promise.claim.specificity or Specificity.GENERAL


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one section, of one function of government, or all of them."""

    kind: str  # "all", "section" or "function"
    name: str | None  # None: under no heading, or of no function that could be told
    name_zh: str | None
    graded: tuple[Graded, ...]

    @property
    def count(self) -> int:
        """How many promises there are."""
        return len(self.graded)

    def of(self, specificity: Specificity) -> int:
        """Count the promises of one specificity."""
        return sum(each.specificity is specificity for each in self.graded)

    def share(self, specificity: Specificity) -> Decimal | None:
        """Give their share of all, 0 to 1 with three decimals."""
        return share_of(self.of(specificity), self.count)

    def lacking(self, lack: Lack) -> int:
        """Count the promises that lack something."""
        return sum(lack in each.lacks for each in self.graded)


@dataclass(frozen=True, slots=True)
class Grade:
    """How far the promises of a report can be checked."""

    report: Report
    language: Language
    whole: Group
    sections: tuple[Group, ...]
    functions: tuple[Group, ...]
    least: tuple[Graded, ...]  # the least checkable first
    notes: tuple[str, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups: the whole first."""
        return (self.whole, *self.sections, *self.functions)


def share_of(part: int, whole: int) -> Decimal | None:
    """Divide, to three decimals; None where there is nothing to divide by."""
    return (Decimal(part) / whole).quantize(Decimal("0.001")) if whole else None


def percent(part: int, whole: int) -> str | None:
    """Write a share in whole percent, never 0 for some or 100 for not all."""
    if not whole:
        return None
    if 0 < part * 200 < whole:
        return "<1%"
    if whole * 199 < part * 200 < whole * 200:
        return ">99%"
    return f"{Decimal(100 * part) / whole:.0f}%"
