"""The targets and actuals of an indicator over the years, for one or several governments.

Levels and changes are never put on one scale, nor are numbers whose units do not convert.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext

from duixian.bilingual.audit.conversion import MONEY, conversion_of, currency_of
from duixian.language.indicator_data import Indicator
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Commitment, Government, Observation, Report
from duixian.web.site.amounts import amount

MOST_GOVERNMENTS = 6
_MOST_OFFERED = 400
_MOST_OBSERVATIONS = 3000


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one year, in the unit of its panel, with the observation it comes from."""

    observation: Observation
    value: Decimal
    high: Decimal | None
    unit: str
    commitment: str  # key of the commitment that sets it; empty where there is none

    @property
    def said(self) -> str:
        """The number in words, with its unit and relation."""
        return amount(self.value, self.high, unit=self.unit, relation=self.observation.relation)

    @property
    def is_own(self) -> bool:
        """Whether the plan, or the review, of that very year states it."""
        report = self.observation.report
        is_target = self.observation.sort == "target"
        own = report.year_planned if is_target else report.year_reviewed
        return own is None or own == self.observation.year

    @property
    def is_drawn(self) -> bool:
        """Whether it stands on the chart: the target of a longer plan is none of one year."""
        return self.is_own or self.observation.sort != "target"

    @property
    def note(self) -> str:
        """Say so where another year's report states it: a longer plan, or a look back."""
        if self.is_own:
            return ""
        year = self.observation.report.year_planned
        return gettext("from the report planning %(year)s") % {"year": year}

    @property
    def address(self) -> str:
        """Where it is told: at its commitment, or at its place in the report."""
        if self.commitment:
            return reverse("site:commitment", args=[self.commitment])
        each = self.observation
        return reverse("site:report-place", args=[each.report_id, each.claim.start])


@dataclass(frozen=True, slots=True)
class Line:
    """The points of one government, by year."""

    government: Government
    number: int  # from 1, among the governments compared
    targets: dict[int, Point]
    actuals: dict[int, Point]


@dataclass(frozen=True, slots=True)
class Panel:
    """What can be drawn on one scale: levels or changes, in one unit."""

    basis: str
    unit: str
    lines: list[Line]

    @property
    def years(self) -> list[int]:
        """All years with a value, in order."""
        return sorted({year for line in self.lines for year in (*line.targets, *line.actuals)})

    @property
    def drawn(self) -> list[Point]:
        """The values that stand on the chart."""
        return [point for point in self.points if point.is_drawn]

    @property
    def has_longer_plans(self) -> bool:
        """Whether the table holds targets that the chart leaves out."""
        return len(self.drawn) < len(self.points)

    @property
    def points(self) -> list[Point]:
        """All values."""
        return [
            point
            for line in self.lines
            for points in (line.targets, line.actuals)
            for point in points.values()
        ]


@dataclass(frozen=True, slots=True)
class Offered:
    """A government that has data, to be chosen."""

    government: Government
    count: int
    is_chosen: bool


def offered(indicator: str, wanted: Sequence[str]) -> list[Offered]:
    """List the governments with data, and mark those chosen: at first the one with most."""
    counts = (
        Observation.objects.filter(indicator=indicator, report__in=Report.objects.public())
        .order_by()
        .values_list("government")
        .annotate(count=Count("pk"))
        .order_by("-count", "government")[:_MOST_OFFERED]
    )
    numbers = dict(counts)
    found = Government.objects.in_bulk(numbers)
    governments = [found[pk] for pk in numbers if pk in found]
    keys = [government.key for government in governments]
    chosen = [key for key in dict.fromkeys(wanted) if key in keys][:MOST_GOVERNMENTS] or keys[:1]
    return [Offered(each, numbers[each.pk], each.key in chosen) for each in governments]


def panels(indicator: Indicator, governments: Sequence[Government]) -> list[Panel]:
    """Lay out the values of some governments: levels first, then changes."""
    kept: dict[tuple[str, str], dict[int, Line]] = {}
    observations = _observations(indicator.id, governments)
    keys = _commitment_keys(observations)
    numbers = {government.pk: at for at, government in enumerate(governments, 1)}
    by_pk = {government.pk: government for government in governments}
    for each in observations:
        point = _point(each, indicator, keys)
        lines = kept.setdefault((each.basis, point.unit), {})
        whose = each.government_id
        line = lines.setdefault(whose, Line(by_pk[whose], numbers[whose], {}, {}))
        (line.targets if each.sort == "target" else line.actuals).setdefault(each.year, point)
    ranked = sorted(kept.items(), key=lambda item: (item[0][0] != "level", -_size(item[1])))
    return [
        Panel(basis, unit, sorted(lines.values(), key=lambda line: line.number))
        for (basis, unit), lines in ranked
    ]


def _size(lines: dict[int, Line]) -> int:
    return sum(len(line.targets) + len(line.actuals) for line in lines.values())


def _observations(indicator: str, governments: Iterable[Government]) -> list[Observation]:
    """Return the observations, those to be trusted most first.

    A year's own plan and review come before reports that only look back or far ahead, and the
    report in the reader's language before its translation.
    """
    found = list(
        Observation.objects.filter(
            indicator=indicator, government__in=governments, report__in=Report.objects.public()
        ).select_related("claim", "government", "report__government")[:_MOST_OBSERVATIONS]
    )
    language = reader_language()

    def trust(each: Observation) -> tuple[bool, bool, int]:
        report = each.report
        own = report.year_planned if each.sort == "target" else report.year_reviewed
        return (own != each.year, report.language != language, each.pk)

    return sorted(found, key=trust)


def _commitment_keys(observations: Iterable[Observation]) -> dict[int, str]:
    quantities = [each.claim.quantity_id for each in observations if each.sort == "target"]
    found = Commitment.objects.public().filter(quantity__in=[each for each in quantities if each])
    return {
        quantity: key
        for quantity, key in found.values_list("quantity", "key")
        if quantity is not None
    }


def _point(each: Observation, indicator: Indicator, keys: dict[int, str]) -> Point:
    wanted = indicator.unit if each.basis == "level" else each.unit
    value = each.value if each.value is not None else Decimal(0)  # the column is never empty
    factor = _factor(each.unit, wanted)
    key = keys.get(each.claim.quantity_id or 0, "") if each.sort == "target" else ""
    if factor is None:
        return Point(each, value, each.high, each.unit, key)
    high = None if each.high is None else each.high * factor
    return Point(each, value * factor, high, wanted, key)


def _factor(unit: str, wanted: str) -> Decimal | None:
    """Return what a number must be multiplied by; None where the units do not convert."""
    if unit == wanted:
        return Decimal(1)
    ours, theirs = conversion_of(wanted), conversion_of(unit)
    if (ours.dimension, ours.per) != (theirs.dimension, theirs.per):
        return None
    if ours.dimension == MONEY and currency_of(unit) != currency_of(wanted):
        return None
    return theirs.factor / ours.factor
