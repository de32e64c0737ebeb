"""Which of two reports is the plan and which the review, and whether they belong together."""

from __future__ import annotations

from duixian.accounting.clauses import ReportClauses, is_told
from duixian.errors import UsageError
from duixian.reading.records import Government, Kind, Report, Role


def put_in_order(
    plan: Report, review: Report, *, is_forced: bool = False
) -> tuple[Report, Report, list[str]]:
    """Return plan and review, the earlier first, and what a person should know of the pair.

    Raises UsageError where they are one text or of different governments and this is not forced,
    or where one lacks the part that is needed.
    """
    notes: list[str] = []
    _two_texts(plan, review, notes, is_forced=is_forced)
    if _is_later(plan, review):
        plan, review = review, plan
        notes.append(f"the order was turned: {_name(plan)} is the plan, {_name(review)} the review")
    _same_government(plan, review, notes, is_forced=is_forced)
    promised, told = plan.year_planned, review.year_reviewed
    if promised is None or told is None:
        unknown = plan if promised is None else review
        notes.append(f"{_name(unknown)} does not say its years; check that they follow")
    elif promised != told:
        notes.append(
            f"the years do not follow: the plan is for {promised}, the review tells of {told}"
        )
    _has_parts(plan, review)
    return plan, review, notes


def _two_texts(plan: Report, review: Report, notes: list[str], *, is_forced: bool) -> None:
    if plan.document.text != review.document.text:
        return
    words = f"{_name(plan)} and {_name(review)} are the same report"
    if not is_forced:
        raise UsageError(f"{words}; give the report of the next year as the second")
    notes.append(f"{words}: done because it was asked for")


def _is_later(first: Report, second: Report) -> bool:
    years = [report.year_planned or (report.year_reviewed or 0) + 1 for report in (first, second)]
    known = all(report.year_planned or report.year_reviewed for report in (first, second))
    return known and years[0] > years[1]


def _same_government(plan: Report, review: Report, notes: list[str], *, is_forced: bool) -> None:
    ours, theirs = plan.government, review.government
    if ours is None or theirs is None or _is_same(ours, theirs):
        return
    words = f"reports of different governments, {ours.name} and {theirs.name}"
    if not is_forced:
        raise UsageError(f"{words}; add --force to account for them all the same")
    notes.append(f"{words}: done because it was asked for")


def _is_same(ours: Government, theirs: Government) -> bool:
    if ours.code and theirs.code:
        return ours.code == theirs.code
    if ours.level and theirs.level and ours.level is not theirs.level:
        return False
    return ours.name == theirs.name or ours.code is None or theirs.code is None


def _has_parts(plan: Report, review: Report) -> None:
    if not any(statement.kind is Kind.COMMITMENT for statement in plan.statements):
        raise UsageError(
            f"{_name(plan)}: no plan part was found, nothing is promised in it; "
            "give a report that says what is to be done"
        )
    if not any(
        is_told(clause) and clause.statement.kind is Kind.RESULT and clause.role is not Role.PLAN
        for clause in ReportClauses(review)
    ):
        raise UsageError(
            f"{_name(review)}: no review part was found, no results are told in it; "
            "give the whole report of the next year"
        )


def _name(report: Report) -> str:
    return report.document.name
