"""The records of chains. Places are spans in the text of the report that is named beside them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duixian.accounting.records import Commitment, Judgement, Outcome
from duixian.bilingual.page.labels import Label
from duixian.documents.document import Span
from duixian.reading.records import Report


class State(StrEnum):
    """How a promise fared in the plans that were given."""

    EVERY_YEAR = "every year"  # in each plan
    AGAIN = "again"  # in several plans, the last among them
    NEW = "new"  # in the last plan only
    DROPPED = "dropped"  # in an earlier plan; not in the last


@dataclass(frozen=True, slots=True)
class Actual:
    """What was reached in a year, and where that stands."""

    outcome: Outcome | None  # none where a deed is told without a number
    report: int  # index into the reports
    places: tuple[Span, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One year of a chain. ``None`` means nothing promised, told or judged."""

    year: int
    plan: int | None  # index into the reports
    commitment: Commitment | None
    actual: Actual | None
    judgement: Judgement | None
    why: Label | None  # why the commitment continues the chain


@dataclass(frozen=True, slots=True)
class Chain:
    """One measure through the years."""

    name: str
    indicator: str | None
    unit: str | None  # of the series; none where no number was promised
    state: State
    links: tuple[Link, ...]  # one a year, in order

    @property
    def promised(self) -> tuple[Link, ...]:
        """The years it was promised for."""
        return tuple(link for link in self.links if link.commitment is not None)

    @property
    def is_silent(self) -> bool:
        """Tell whether it was dropped without a word on what had become of it."""
        return self.state is State.DROPPED and self.promised[-1].actual is None


@dataclass(frozen=True, slots=True)
class Value:
    """A number in the unit of its chain; ``high`` is the other end of a range."""

    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Chains:
    """All measures of some reports of one government, in order of their years."""

    reports: tuple[Report, ...]
    years: tuple[int, ...]  # from the first year told of to the last planned
    chains: tuple[Chain, ...]
    notes: tuple[str, ...]
    rules: str  # version of the rules of verdicts

    def of(self, state: State) -> tuple[Chain, ...]:
        """Return the chains in one state."""
        return tuple(chain for chain in self.chains if chain.state is state)
