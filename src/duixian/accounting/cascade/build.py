"""A city's plan and its districts' plans to a cascade."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from duixian.accounting.cascade.matching import Matcher
from duixian.accounting.cascade.records import Carried, Carrier, Cascade, name_of
from duixian.accounting.commitments import commitments_of
from duixian.accounting.records import Commitment
from duixian.errors import UsageError
from duixian.reading.records import Report, Specificity


def cascade_reports(
    city: Report, districts: Sequence[Report], *, is_forced: bool = False
) -> Cascade:
    """Tell which checkable commitments of a city its districts carry.

    Raises UsageError where a plan promises nothing, a district is given twice, or a report is of
    no district of the city and this is not forced.
    """
    if not districts:
        raise UsageError("give the report of the city and of one district or more")
    notes = _belonging(city, districts, is_forced=is_forced)
    promised = [_promised(city), *(_promised(district) for district in districts)]
    commitments = [each for each in promised[0] if each.specificity is not Specificity.GENERAL]
    matchers = [
        Matcher(city, district, commitments, theirs, index)
        for index, (district, theirs) in enumerate(zip(districts, promised[1:], strict=True))
    ]
    same_year = {
        index
        for index, district in enumerate(districts)
        if district.year_planned == city.year_planned
    }
    for index, district in enumerate(districts):
        if index not in same_year:
            notes.append(
                f"{name_of(district)} plans {district.year_planned or 'an unknown year'}, the city "
                f"{city.year_planned or 'an unknown year'}: its numbers are shown, not summed"
            )
    entries = tuple(_entry(each, matchers, same_year) for each in commitments)
    return Cascade(city, tuple(districts), entries, tuple(notes))


def _promised(report: Report) -> list[Commitment]:
    commitments = commitments_of(report)
    if not commitments:
        raise UsageError(f"{report.document.name}: no plan part was found, nothing is promised")
    return commitments


def _entry(commitment: Commitment, matchers: Sequence[Matcher], same_year: set[int]) -> Carried:
    found = [carrier for matcher in matchers if (carrier := matcher.carrier_of(commitment))]
    found.sort(key=lambda carrier: -carrier.score)
    numbers = _to_sum(found, same_year)
    total = sum(numbers, Decimal(0)) if numbers else None
    target = commitment.quantity.value if commitment.quantity else None
    share = total / target if total is not None and target else None
    return Carried(commitment, tuple(found), total, share)


def _to_sum(carriers: Sequence[Carrier], same_year: set[int]) -> list[Decimal]:
    """Return the numbers that may be added up: amounts for the city's own year."""
    return [
        each.number
        for each in carriers
        if each.share is not None and each.number is not None and each.district in same_year
    ]


def _belonging(city: Report, districts: Sequence[Report], *, is_forced: bool) -> list[str]:
    notes: list[str] = []
    seen: set[str] = set()
    for district in districts:
        key = _code(district) or district.document.name
        if key in seen:
            raise UsageError(f"{name_of(district)} is given twice; its numbers would count twice")
        seen.add(key)
        if _is_of(city, district):
            continue
        words = f"{name_of(district)} is no district of {name_of(city)}"
        if not is_forced:
            raise UsageError(f"{words}; add --force to compare them all the same")
        notes.append(f"{words}: done because it was asked for")
    return notes


def _code(report: Report) -> str | None:
    return report.government.code if report.government else None


def _is_of(city: Report, district: Report) -> bool:
    """Tell whether a code lies under the other; unknown codes get the benefit of the doubt."""
    above, below = _code(city), _code(district)
    if above is None or below is None:
        return city.document.text != district.document.text
    while above.endswith("00"):
        above = above[:-2]
    return below != _code(city) and below.startswith(above)
