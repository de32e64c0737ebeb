"""Which kept reports belong to one: its other language, the report before, the one after."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from duixian.web.ledger.models import Report


def versions_of(report: Report) -> tuple[Report, Report] | None:
    """Return the Chinese and the English version; the same report twice where it holds both."""
    if report.is_bilingual:
        return report, report
    if report.year_planned is None and report.year_reviewed is None:
        return None
    others = [
        each
        for each in _same_government(report).filter(
            year_planned=report.year_planned, year_reviewed=report.year_reviewed
        )
        if each.language != report.language and not each.is_bilingual
    ]
    if not others:
        return None
    other = max(others, key=_size)
    return (report, other) if report.language == "zh" else (other, report)


def accounts_of(report: Report) -> Iterator[tuple[Report, Report]]:
    """Give the pairs of plan and review that a report is part of."""
    if report.year_reviewed is not None:
        for plan in _in_language(report, year_planned=report.year_reviewed):
            if _best_review(plan) == report:
                yield plan, report
    review = _best_review(report)
    if review is not None:
        yield report, review


def _best_review(plan: Report) -> Report | None:
    """Return the report that tells most of the year a plan was made for."""
    if plan.year_planned is None:
        return None
    return max(_in_language(plan, year_reviewed=plan.year_planned), key=_size, default=None)


def _in_language(report: Report, **year: int) -> list[Report]:
    """Return those of a year in the report's own language, or else in the other."""
    found = [each for each in _same_government(report).filter(**year) if each.counts]
    return [each for each in found if each.language == report.language] or found


def _same_government(report: Report) -> QuerySet[Report]:
    if report.government_id is None:
        return Report.objects.none()
    return (
        Report.objects.filter(government=report.government_id, withdrawn_at=None)
        .exclude(pk=report.pk)
        .select_related("document")
    )


def _size(report: Report) -> tuple[int, int]:
    return report.counts.get("result", 0), -report.pk
