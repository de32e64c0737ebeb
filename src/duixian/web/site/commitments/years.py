"""The same promise in other years: commitments of one government to the same measure."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from duixian.web.ledger.models import Commitment, Evidence, Verdict
from duixian.web.site.amounts import target_of
from duixian.web.site.commitments.listing import verdict_of
from duixian.web.site.commitments.rows import outcome_of

_MOST = 24
_SHORTEST_MEASURE = 4  # a shorter one is the same by chance


@dataclass(frozen=True, slots=True)
class Year:
    """What was promised for a year, and how it stood."""

    commitment: Commitment
    target: str
    outcome: str
    verdict: Verdict | None
    is_this: bool


def other_years(commitment: Commitment) -> list[Year]:
    """Return the commitments of other years to the same measure, this one among them.

    The same measure is the same indicator, stated in the same way (a level or a change), or the
    same words. Empty where there is no other year.
    """
    same = _same_measure(commitment)
    if same is None or commitment.government_id is None:
        return []
    found = (
        Commitment.objects.public()
        .filter(same, government_id=commitment.government_id, language=commitment.language)
        .exclude(year=None)
        .exclude(year=commitment.year)
        .select_related("quantity", "statement", "verdict__account__review")
        .prefetch_related(Prefetch("verdict__evidence", Evidence.objects.kept(), to_attr="shown"))
        .order_by("year", "start")[: _MOST * 2]
    )
    chosen: dict[int | None, Commitment] = {}
    for each in found:
        chosen.setdefault(each.year, each)
    if not chosen:
        return []
    chosen[commitment.year] = commitment
    return [_year(chosen[year], commitment) for year in sorted(chosen, key=lambda year: year or 0)]


def _same_measure(commitment: Commitment) -> Q | None:
    quantity = commitment.quantity
    if commitment.indicator and quantity is not None:
        return Q(indicator=commitment.indicator, quantity__basis=quantity.basis)
    if len(commitment.measure) >= _SHORTEST_MEASURE:
        return Q(measure=commitment.measure)
    return None


def _year(each: Commitment, this: Commitment) -> Year:
    verdict = verdict_of(each)
    return Year(each, target_of(each.quantity), outcome_of(verdict), verdict, each.pk == this.pk)
