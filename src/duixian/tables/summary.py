"""What a person wants to know of one report at a glance: what it promised, what it reported.

Small enough to pass between processes; `tables.terminal` draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from duixian.documents.document import Span
from duixian.reading.records import Claim, Kind, Language, Report, Specificity, Status
from duixian.tables.amounts import amount_in_words

LINES_SHOWN = 8
LINES_SHOWN_LATER = 3
NAMED_SHOWN = 3

# What every report opens its targets and its review with, and what it is remembered for.
_HEADLINES = frozenset(
    (
        "gdp",
        "consumer-prices",
        "disposable-income",
        "energy-intensity",
        "fixed-asset-investment",
        "foreign-trade",
        "general-public-budget-revenue",
        "grain-output",
        "industrial-value-added-large",
        "new-urban-jobs",
        "retail-sales",
        "surveyed-urban-unemployment",
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One promised or reported figure: what is measured, how much, when, and in which words."""

    measure: str
    amount: str
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Later:
    """What is promised for one later year."""

    year: str
    figures: tuple[Figure, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything there is in one language."""

    language: str
    kinds: dict[str, int]
    specificities: dict[str, int]
    quantities: int
    claims: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One report at a glance. Figures are those of its first language."""

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
    counts: tuple[Counts, ...]
    promised: tuple[Figure, ...]
    promised_count: int
    later: tuple[Later, ...]
    named: tuple[str, ...]
    reported: tuple[Figure, ...]
    reported_count: int
    notes: tuple[str, ...]


def summarise(report: Report) -> Summary:
    """Choose what to show of a report: headline indicators first, other known ones, the rest."""
    government = report.government
    report = replace(report, languages=_in_order_of_text(report))
    languages = {(item.start, item.end): item.language for item in report.statements}
    claims = _in_first_language(report, languages)
    promised = _distinct(_with_figures(claims, Kind.COMMITMENT, Status.TARGET))
    now, later = _by_year_due(promised, report.year_planned)
    reported = _distinct(_with_figures(claims, Kind.RESULT, Status.RESULT))
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
        counts=_counts(report, languages),
        promised=_chosen(now, year=report.year_planned, time=_due),
        promised_count=len(now),
        later=later,
        named=_named(claims),
        reported=_chosen(reported, year=report.year_reviewed, time=_period),
        reported_count=len(reported),
        notes=report.notes,
    )


def _in_order_of_text(report: Report) -> tuple[Language, ...]:
    seen = dict.fromkeys(item.language for item in report.statements)
    spoken = [language for language in seen if language in report.languages]
    return tuple(dict.fromkeys((*spoken, *report.languages)))


def _in_first_language(report: Report, languages: dict[Span, Language]) -> tuple[Claim, ...]:
    """Leave out what a bilingual report says again in its second language."""
    if len(report.languages) < 2:
        return report.claims
    first = report.languages[0]
    return tuple(each for each in report.claims if languages.get(each.statement, first) is first)


def _counts(report: Report, languages: dict[Span, Language]) -> tuple[Counts, ...]:
    """Count language by language; a report in one language is counted as a whole."""
    if len(report.languages) < 2:
        name = report.languages[0].value if report.languages else ""
        return (_counts_of(report, name, lambda _: True),)
    return tuple(
        _counts_of(report, each.value, lambda span, each=each: languages.get(span) is each)  # type: ignore[misc]  # the default binds the language
        for each in report.languages
    )


def _counts_of(report: Report, language: str, is_counted: Callable[[Span], bool]) -> Counts:
    statements = [each for each in report.statements if is_counted((each.start, each.end))]
    return Counts(
        language=language,
        kinds=dict(Counter(each.kind.value for each in statements)),
        specificities=dict(
            Counter(each.specificity.value for each in statements if each.specificity)
        ),
        quantities=sum(is_counted(each.statement) for each in report.quantities),
        claims=sum(is_counted(each.statement) for each in report.claims),
    )


def _with_figures(claims: Iterable[Claim], kind: Kind, status: Status) -> list[Claim]:
    return [
        claim
        for claim in claims
        if claim.kind is kind and claim.quantity and claim.quantity.status is status
    ]


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Drop what the report says twice in the same words, as summaries at its end do."""
    seen: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        quantity = claim.quantity
        seen.setdefault((claim.measure, quantity.text if quantity else ""), claim)
    return list(seen.values())


def _by_year_due(
    claims: Iterable[Claim], planned: int | None
) -> tuple[list[Claim], tuple[Later, ...]]:
    """Part what is due in the year planned, or at no stated time, from what is due later."""
    now: list[Claim] = []
    later: dict[str, list[Claim]] = {}
    for claim in claims:
        year = _due(claim)[:4]
        if planned and year > str(planned):
            later.setdefault(year, []).append(claim)
        else:
            now.append(claim)
    return now, tuple(
        Later(year, _chosen(later[year])[:LINES_SHOWN_LATER], len(later[year]))
        for year in sorted(later)
    )


def _due(claim: Claim) -> str:
    return claim.due or ""


def _period(claim: Claim) -> str:
    return claim.period or ""


def _chosen(
    claims: Iterable[Claim], *, year: int | None = None, time: Callable[[Claim], str] = _due
) -> tuple[Figure, ...]:
    """Pick the claims to show: first those of the year, then those with a known indicator."""

    def rank(claim: Claim) -> tuple[int, int, int]:
        return _distance(time(claim), year), _fame(claim), claim.start

    return tuple(_figure(claim) for claim in sorted(claims, key=rank)[:LINES_SHOWN])


def _distance(time: str, year: int | None) -> int:
    """Put the year itself first, then what has no time, then other times."""
    if not year or (time.startswith(str(year)) and "/" not in time):
        return 0
    return 2 if time else 1


def _fame(claim: Claim) -> int:
    if claim.indicator in _HEADLINES:
        return 0
    return 1 if claim.indicator else 2


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
