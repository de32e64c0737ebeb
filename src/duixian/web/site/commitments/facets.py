"""How many commitments each value of a filter would leave, from one count of all of them.

All published commitments are counted once, by everything one can filter by, and kept until what
is published changes. The counts of any state of the list are then added up without the database.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count

from duixian.web.ledger.choices import State
from duixian.web.ledger.models import Account, Commitment, Government, Report
from duixian.web.ledger.models.commitments import CommitmentQuerySet
from duixian.web.site.commitments.filters import ALL_LANGUAGES, FACETS, NOT_ACCOUNTED, Filters
from duixian.web.site.page_cache import ledger_stamp

_SECONDS_KEPT = 3600
_FUNCTION = FACETS.index("function")

Cell = tuple[str, ...]  # a value for each facet; functions parted by spaces


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of commitments of a state, and of each value one could choose in it."""

    total: int
    values: dict[str, Counter[str]]
    is_counted: bool = True  # False where the numbers are those of the whole list


def all_cells() -> dict[Cell, int]:
    """Count all published commitments; remembered until something changes."""
    name = "site:commitments:cells:" + hashlib.sha256(ledger_stamp()[0].encode()).hexdigest()
    kept: dict[Cell, int] | None = cache.get(name)
    if kept is None:
        kept = cells_of(Commitment.objects.public())
        cache.set(name, kept, _SECONDS_KEPT)
    return kept


def cells_of(commitments: CommitmentQuerySet) -> dict[Cell, int]:
    """Count commitments by all that one can filter by, in one query without joins to reports."""
    reports = _reports()
    accounts = set(
        Account.objects.filter(review__in=Report.objects.public()).values_list("pk", flat=True)
    )
    groups = (
        commitments.order_by()
        .values_list(
            "report_id",
            "specificity",
            "functions",
            "section__role",
            "unit",
            "indicator",
            "verdict__account_id",
            "verdict__verdict",
            "verdict__state",
            "verdict__is_superseded",
        )
        .annotate(count=Count("pk"))
    )
    cells: Counter[Cell] = Counter()
    for report, specificity, functions, role, unit, indicator, *verdict, count in groups:
        if report not in reports:
            continue  # published since they were listed
        account, name, state, is_superseded = verdict
        is_shown = account in accounts and state != State.REJECTED and not is_superseded
        where = (*reports[report], role, functions, specificity)
        cells[(*where, name if is_shown else NOT_ACCOUNTED, unit, indicator)] += count
    return dict(cells)


def _reports() -> dict[int, tuple[str, str, str]]:
    """Give language, government and year of every published report."""
    keys = dict(Government.objects.values_list("pk", "key"))
    return {
        report.pk: (
            report.language,
            keys.get(report.government_id or 0, ""),
            str(report.year_planned),
        )
        for report in Report.objects.public().only(
            "pk", "languages", "government_id", "year_planned"
        )
    }


def count(cells: dict[Cell, int], filters: Filters) -> Counts:
    """Add up the cells: for each facet, what its values would leave beside all other filters."""
    tests = _tests(filters)
    total = 0
    left: list[dict[str, int]] = [{} for _ in FACETS]
    for cell, number in cells.items():
        missed = [place for place, fits in tests if not fits(cell[place])]
        if len(missed) > 1:
            continue
        if not missed:
            total += number
        for place in missed or range(len(FACETS)):
            value = cell[place]
            left[place][value] = left[place].get(value, 0) + number
    values = {facet: Counter(counts) for facet, counts in zip(FACETS, left, strict=True)}
    values["function"] = _each_function(values["function"])
    for counts in values.values():
        for nothing in ("", "None"):
            counts.pop(nothing, None)
    return Counts(total, values)


def _tests(filters: Filters) -> list[tuple[int, Callable[[str], bool]]]:
    tests: list[tuple[int, Callable[[str], bool]]] = []
    for place, facet in enumerate(FACETS):
        wanted = frozenset(filters.values(facet))
        if not wanted or ALL_LANGUAGES in wanted:
            continue
        if place == _FUNCTION:
            tests.append((place, lambda said, codes=wanted: not codes.isdisjoint(said.split())))  # type: ignore[misc]  # binds the codes of now
        else:
            tests.append((place, wanted.__contains__))
    return tests


def _each_function(counts: Counter[str]) -> Counter[str]:
    """Count a commitment for each of the functions it serves."""
    each: Counter[str] = Counter()
    for codes, number in counts.items():
        for code in codes.split():
            each[code] += number
    return each
