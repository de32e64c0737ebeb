"""Which account an address means: a government, a year, and the language of the reader."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from duixian.web.ledger.models import Account, Government, Report

_MOST_REPORTS = 20


@dataclass(frozen=True, slots=True)
class Found:
    """The plan of a government for a year, and its account where there is one."""

    government: Government
    year: int
    plan: Report
    account: Account | None
    years: list[int]  # of the government's other accounts


def find_account(key: str, year: int, *, language: str) -> Found:
    """Find the account of a year, of the report in the reader's language where it has one.

    Raises Http404 where no published report plans that year.
    """
    government = Government.objects.filter(key=key).first()
    if government is None or not 0 < year < 10_000:
        raise Http404
    plans = list(
        Report.objects.public()
        .filter(government=government, year_planned=year)
        .select_related("government", "document")
        .defer("document__text")
        .order_by("pk")[:_MOST_REPORTS]
    )
    if not plans:
        raise Http404
    accounts = _accounts(plans)
    best = min(
        plans, key=lambda plan: (plan.pk not in accounts, plan.language != language, plan.pk)
    )
    return Found(government, year, best, accounts.get(best.pk), _years(government))


def _accounts(plans: list[Report]) -> dict[int, Account]:
    found = (
        Account.objects.filter(plan__in=plans, review__in=Report.objects.public())
        .select_related("review__government", "review__document")
        .defer("review__document__text")
        .order_by("-made_at")
    )
    accounts: dict[int, Account] = {}
    for account in found:
        accounts.setdefault(account.plan_id, account)
    return accounts


def _years(government: Government) -> list[int]:
    public = Report.objects.public()
    years = (
        Account.objects.filter(plan__government=government, plan__in=public, review__in=public)
        .exclude(plan__year_planned=None)
        .values_list("plan__year_planned", flat=True)
        .distinct()
    )
    return sorted(year for year in years if year is not None)
