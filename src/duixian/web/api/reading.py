"""Reading all that is published; with a token also one's own drafts."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import Case, Q, QuerySet, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Schema
from pydantic import Field

from duixian.web.api.authentication import reader_of
from duixian.web.api.errors import Error
from duixian.web.api.paging import Asked, Page, page_of
from duixian.web.api.schemas import (
    BeadOut,
    ClaimOut,
    CommitmentOut,
    FindingOut,
    GovernmentOut,
    ObservationOut,
    QuantityOut,
    ReportOut,
    SectionOut,
    StatementOut,
)
from duixian.web.ledger.choices import Specificity, State, VerdictName
from duixian.web.ledger.models import (
    Bead,
    Claim,
    Commitment,
    Finding,
    Government,
    Observation,
    Quantity,
    Report,
    Section,
    Statement,
)
from duixian.web.ledger.search import statements_with

router = Router(tags=["reading"])

Key = Annotated[int, Path(ge=1, le=2**53)]
Word = Annotated[str, Field(max_length=80, pattern=r"^[^\x00-\x1f]*$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
_FAILURES = {400: Error, 401: Error, 404: Error, 422: Error, 429: Error}


class ReportFilter(Schema):
    """Which reports are asked for."""

    government: Word = ""
    year: Year | None = None


class CommitmentFilter(Schema):
    """Which commitments are asked for; what is not named is not asked about."""

    government: Word = ""
    year: Year | None = None
    language: Word = ""
    specificity: Specificity | None = None
    verdict: VerdictName | None = None
    indicator: Word = ""
    unit: Word = ""
    function: Word = Field("", description="division of COFOG: 07")
    words: str = Field("", max_length=200, pattern=r"^[^\x00-\x1f]*$", description="full text")


class ObservationFilter(Schema):
    """Which values are asked for."""

    indicator: Word = ""
    government: Word = ""
    year: Year | None = None


@router.get("/governments", response={200: Page[GovernmentOut], **_FAILURES})
def governments(request: HttpRequest, asked: Asked) -> Any:
    """List the governments with reports."""
    reports = Report.objects.visible_to(reader_of(request))
    found = Government.objects.filter(reports__in=reports).distinct().select_related("parent")
    return page_of(found, asked)


@router.get("/reports", response={200: Page[ReportOut], **_FAILURES})
def reports(request: HttpRequest, asked: Asked, wanted: Annotated[ReportFilter, Query()]) -> Any:
    """List reports, by government and year planned."""
    found = _reports(request)
    if wanted.government:
        found = found.filter(government__key=wanted.government)
    if wanted.year is not None:
        found = found.filter(year_planned=wanted.year)
    return page_of(found, asked)


@router.get("/reports/{key}", response={200: ReportOut, **_FAILURES})
def report(request: HttpRequest, key: Key) -> Any:
    """Give one report."""
    return _report(request, key)


@router.get("/reports/{key}/sections", response={200: Page[SectionOut], **_FAILURES})
def sections(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give the headed parts of a report."""
    found = Section.objects.filter(report=_report(request, key), is_superseded=False)
    return page_of(found.select_related("parent"), asked)


@router.get("/reports/{key}/statements", response={200: Page[StatementOut], **_FAILURES})
def statements(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give the sentences of a report with their kinds."""
    found = Statement.objects.kept().filter(report=_report(request, key))
    return page_of(found.select_related("section"), asked)


@router.get("/reports/{key}/quantities", response={200: Page[QuantityOut], **_FAILURES})
def quantities(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give the numbers of a report."""
    return page_of(Quantity.objects.stated().filter(report=_report(request, key)), asked)


@router.get("/reports/{key}/claims", response={200: Page[ClaimOut], **_FAILURES})
def claims(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give what a report promises and reports, one checkable thing a row."""
    found = Claim.objects.stated().filter(report=_report(request, key))
    return page_of(found.select_related("quantity"), asked)


@router.get("/reports/{key}/findings", response={200: Page[FindingOut], **_FAILURES})
def findings(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give what the audit of a report noticed."""
    visible = Report.objects.visible_to(reader_of(request))
    of_both = Q(alignment__zh__in=visible, alignment__en__in=visible)
    found = Finding.objects.kept().filter(report=_report(request, key))
    return page_of(found.filter(Q(alignment=None) | of_both), asked)


@router.get("/reports/{key}/beads", response={200: Page[BeadOut], **_FAILURES})
def beads(request: HttpRequest, key: Key, asked: Asked) -> Any:
    """Give how the two language versions of a report stand beside each other."""
    visible = Report.objects.visible_to(reader_of(request))
    found = _report(request, key)
    of_either = Q(alignment__zh=found) | Q(alignment__en=found)
    shown = Bead.objects.filter(alignment__zh__in=visible, alignment__en__in=visible)
    return page_of(shown.filter(of_either), asked)


@router.get("/commitments", response={200: Page[CommitmentOut], **_FAILURES})
def commitments(
    request: HttpRequest, asked: Asked, wanted: Annotated[CommitmentFilter, Query()]
) -> Any:
    """Find commitments; all that is named must hold."""
    found = _filtered(_commitments(request), wanted)
    return page_of(found, asked)


@router.get("/commitments/{key}", response={200: CommitmentOut, **_FAILURES})
def commitment(request: HttpRequest, key: Annotated[Word, Path()]) -> Any:
    """Give one commitment with its verdict and evidence."""
    return get_object_or_404(_commitments(request), key=key)


@router.get("/observations", response={200: Page[ObservationOut], **_FAILURES})
def observations(
    request: HttpRequest, asked: Asked, wanted: Annotated[ObservationFilter, Query()]
) -> Any:
    """Give targets and actuals of indicators, each with the clause that states it."""
    found = Observation.objects.filter(report__in=_reports(request))
    columns = {"indicator": "indicator", "government": "government__key", "year": "year"}
    named = {column: getattr(wanted, name) for name, column in columns.items()}
    found = found.filter(**{column: value for column, value in named.items() if value})
    return page_of(found.select_related("government", "claim"), asked)


def _reports(request: HttpRequest) -> QuerySet[Report]:
    visible = Report.objects.visible_to(reader_of(request))
    return visible.select_related("government", "document").defer("document__text")


def _report(request: HttpRequest, key: int) -> Report:
    return get_object_or_404(_reports(request), pk=key)


def _commitments(request: HttpRequest) -> QuerySet[Any]:
    visible = Report.objects.visible_to(reader_of(request))
    is_told = Case(
        When(
            ~Q(verdict__state=State.REJECTED),
            verdict__is_superseded=False,
            verdict__account__review__in=visible,
            then=True,
        ),
        default=False,
    )
    found: QuerySet[Any] = (
        Commitment.objects.kept()
        .filter(report__in=visible)
        .annotate(is_verdict_shown=is_told)
        .select_related("government", "section", "quantity", "verdict__account")
        .prefetch_related("verdict__evidence")
    )
    return found


def _filtered(found: QuerySet[Any], wanted: CommitmentFilter) -> QuerySet[Any]:
    columns = {
        "government": "government__key",
        "year": "year",
        "language": "language",
        "specificity": "specificity",
        "verdict": "verdict__verdict",
        "indicator": "indicator",
        "unit": "unit",
        "function": "functions__contains",
    }
    named = {column: getattr(wanted, name) for name, column in columns.items()}
    found = found.filter(**{column: value for column, value in named.items() if value})
    if wanted.verdict:
        found = found.filter(is_verdict_shown=True)
    if not wanted.words:
        return found
    keys = statements_with(wanted.words)
    return found.none() if keys is None else found.filter(statement__in=keys)
