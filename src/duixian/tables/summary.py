"""What a person wants to know of one report at a glance: what it promised, what it reported.

Small enough to pass between processes; `tables.terminal` draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from duixian.reading.records import (
    Basis,
    Claim,
    Kind,
    Quantity,
    Relation,
    Report,
    Specificity,
    Status,
)

LINES_SHOWN = 8
NAMED_SHOWN = 3

_SIGNS = {
    Relation.EQUAL: "",
    Relation.MORE: "> ",
    Relation.AT_LEAST: "≥ ",
    Relation.LESS: "< ",
    Relation.AT_MOST: "≤ ",
    Relation.ABOUT: "≈ ",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One promised or reported figure: what is measured, how much, when, and in which words."""

    measure: str
    amount: str
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One report at a glance."""

    name: str
    title: str | None
    government: str | None
    level: str | None
    year_reviewed: int | None
    year_planned: int | None
    delivered: str | None
    languages: tuple[str, ...]
    pages: int
    characters: int
    kinds: dict[str, int]
    specificities: dict[str, int]
    quantities: int
    claims: int
    promised: tuple[Figure, ...]
    promised_count: int
    named: tuple[str, ...]
    reported: tuple[Figure, ...]
    reported_count: int
    notes: tuple[str, ...]


def summarise(report: Report) -> Summary:
    """Choose what to show of a report. Known indicators come first, then the order of the text."""
    government = report.government
    promised = _distinct(_with_figures(report, Kind.COMMITMENT, Status.TARGET))
    reported = _distinct(_with_figures(report, Kind.RESULT, Status.RESULT))
    specificities = Counter(
        item.specificity.value for item in report.statements if item.specificity
    )
    return Summary(
        name=report.document.name,
        title=report.title or report.document.title,
        government=government.name if government else None,
        level=government.level.value if government and government.level else None,
        year_reviewed=report.year_reviewed,
        year_planned=report.year_planned,
        delivered=report.delivered.isoformat() if report.delivered else None,
        languages=tuple(language.value for language in report.languages),
        pages=len(report.document.pages),
        characters=len(report.document.text),
        kinds=dict(Counter(item.kind.value for item in report.statements)),
        specificities=dict(specificities),
        quantities=len(report.quantities),
        claims=len(report.claims),
        promised=_chosen(promised),
        promised_count=len(promised),
        named=_named(report.claims),
        reported=_chosen(reported),
        reported_count=len(reported),
        notes=report.notes,
    )


def amount_in_words(quantity: Quantity) -> str:
    """Show a quantity as printed, with a sign for the relation that stands beside it."""
    sign = _SIGNS[quantity.relation]
    change = " (change)" if quantity.basis is Basis.CHANGE else ""
    return f"{sign}{quantity.text}{change}"


def _with_figures(report: Report, kind: Kind, status: Status) -> list[Claim]:
    return [
        claim
        for claim in report.claims
        if claim.kind is kind and claim.quantity and claim.quantity.status is status
    ]


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Drop what the report says twice in the same words, as summaries at its end do."""
    seen: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        quantity = claim.quantity
        seen.setdefault((claim.measure, quantity.text if quantity else ""), claim)
    return list(seen.values())


def _chosen(claims: list[Claim]) -> tuple[Figure, ...]:
    ranked = sorted(claims, key=lambda claim: (claim.indicator is None, claim.start))
    return tuple(_figure(claim) for claim in ranked[:LINES_SHOWN])


def _figure(claim: Claim) -> Figure:
    return Figure(
        measure=claim.measure or claim.text,
        amount=amount_in_words(claim.quantity) if claim.quantity else "",
        time=claim.due or claim.period or "",
        text=claim.text,
    )


def _named(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Pick the first commitments that name a deliverable and no figure."""
    texts = dict.fromkeys(
        claim.text
        for claim in claims
        if claim.kind is Kind.COMMITMENT
        and claim.specificity is Specificity.SPECIFIC
        and claim.quantity is None
    )
    return tuple(texts)[:NAMED_SHOWN]
