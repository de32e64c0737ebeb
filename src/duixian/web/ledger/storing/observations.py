"""The series of a report's indicators: the first claim that states each of them for a year."""

from __future__ import annotations

from duixian.web.ledger.choices import Kind
from duixian.web.ledger.models import Claim, Observation, Report

_YEAR = 4  # characters of "2025"


def store_observations(report: Report) -> None:
    """Replace the observations of a report. They are derived, and nobody edits them."""
    Observation.objects.filter(report=report).delete()
    if report.government_id is None:
        return
    claims = (
        Claim.objects.stated()
        .filter(report=report, quantity__isnull=False)
        .exclude(indicator="")
        .select_related("quantity")
        .order_by("start", "position")
    )
    first: dict[tuple[str, int, str, str], Observation] = {}
    for claim in claims:
        observation = _observation(report, claim)
        if observation is not None:
            key = (
                observation.indicator,
                observation.year,
                observation.sort,
                observation.basis,
            )
            first.setdefault(key, observation)
    Observation.objects.bulk_create(first.values())


def _observation(report: Report, claim: Claim) -> Observation | None:
    quantity = claim.quantity
    year = _year(claim)
    if quantity is None or year is None or report.government_id is None:
        return None
    sort = _sort(claim, quantity.status)
    if sort is None:
        return None
    return Observation(
        indicator=claim.indicator,
        government_id=report.government_id,
        report=report,
        claim=claim,
        year=year,
        sort=sort,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        relation=quantity.relation,
        basis=quantity.basis,
    )


def _sort(claim: Claim, status: str) -> str | None:
    if claim.kind == Kind.COMMITMENT and status == "target":
        return Observation.Sort.TARGET
    if claim.kind == Kind.RESULT and status == "result":
        return Observation.Sort.ACTUAL
    return None


def _year(claim: Claim) -> int | None:
    """Return the one year a claim speaks of: no interval, no longer plan."""
    said = claim.due if claim.kind == Kind.COMMITMENT else claim.period
    if "/" in said or not said[:_YEAR].isdigit() or len(said) != _YEAR:
        return None
    return int(said)
