"""The indicators that published reports state, under the functions of government they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min

from duixian.language.indicator_data import Indicator, load_indicators
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Government, Observation, Report
from duixian.web.site.commitments.labels import function_name


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator, and how much there is of it."""

    id: str
    name: str
    definition: str
    governments: int
    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class Division:
    """The indicators of one function of government."""

    code: str
    name: str
    indicators: list[Listed]


def divisions_with_data(words: str = "", *, of: Government | None = None) -> list[Division]:
    """List the indicators that have data, of one government alone or of all.

    ``words`` must stand in the name or the definition.
    """
    known = load_indicators()
    observations = Observation.objects.filter(report__in=Report.objects.public())
    if of is not None:
        observations = observations.filter(government=of)
    counted = (
        observations.order_by()
        .values("indicator")
        .annotate(
            governments=Count("government", distinct=True),
            first=Min("year"),
            last=Max("year"),
            count=Count("pk"),
        )
    )
    groups: dict[str, list[Listed]] = {}
    for row in counted:
        entry = known.get(row["indicator"])
        if entry is not None and _speaks_of(entry, words):
            groups.setdefault(entry.cofog, []).append(_listed(entry, row))
    return [
        Division(code, function_name(code), sorted(groups[code], key=lambda each: -each.count))
        for code in sorted(groups)
    ]


def _speaks_of(entry: Indicator, words: str) -> bool:
    said = (
        entry.id,
        *entry.names("zh"),
        *entry.names("en"),
        entry.definition_zh,
        entry.definition_en,
    )
    return words.casefold() in "\n".join(said).casefold()


def _listed(entry: Indicator, row: Mapping[str, Any]) -> Listed:
    is_english = reader_language() == "en"
    return Listed(
        entry.id,
        entry.name_en if is_english else entry.name_zh,
        entry.definition_en if is_english else entry.definition_zh,
        row["governments"],
        row["first"],
        row["last"],
        row["count"],
    )
