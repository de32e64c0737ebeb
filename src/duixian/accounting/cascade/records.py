"""The records of a cascade. Spans of a carrier lie in the text of its district's report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from duixian.accounting.records import Commitment
from duixian.reading.records import Report


@dataclass(frozen=True, slots=True)
class Carrier:
    """What one district promises of a commitment of the city."""

    district: int  # index into the districts
    commitment: Commitment
    score: float  # 0 to 1
    reasons: tuple[str, ...]
    reasons_zh: tuple[str, ...]
    number: Decimal | None  # in the city's unit; none where it cannot be held against it
    share: Decimal | None  # of the city's number; none for rates and other measures


@dataclass(frozen=True, slots=True)
class Carried:
    """One commitment of the city with the districts that carry it, best match first."""

    commitment: Commitment
    carriers: tuple[Carrier, ...]
    total: Decimal | None  # of the districts' numbers for the city's year
    share: Decimal | None  # the total in the city's number


@dataclass(frozen=True, slots=True)
class Cascade:
    """The checkable commitments of a city against the plans of its districts."""

    city: Report
    districts: tuple[Report, ...]
    entries: tuple[Carried, ...]
    notes: tuple[str, ...]

    def carried_by(self, district: int) -> int:
        """Count the commitments that a district carries."""
        return sum(any(each.district == district for each in e.carriers) for e in self.entries)

    @property
    def unmentioned(self) -> tuple[Carried, ...]:
        """The commitments that no district mentions."""
        return tuple(each for each in self.entries if not each.carriers)


def name_of(report: Report) -> str:
    """Return what a report's government is called, else the document's name."""
    return report.government.name if report.government else report.document.name
