"""Keeps the account of two consecutive reports: verdicts and evidence of kept commitments."""

from __future__ import annotations

from django.db import transaction

import duixian
from duixian.accounting.records import Account as Accounted
from duixian.accounting.records import Entry
from duixian.accounting.records import Evidence as Found
from duixian.web.ledger import history
from duixian.web.ledger.models import Account, Commitment, Evidence, Report, Verdict
from duixian.web.ledger.storing import doubt
from duixian.web.ledger.storing.locks import lock
from duixian.web.ledger.storing.reconcile import Difference, Table, compare, write
from duixian.web.ledger.storing.rows import Key, Row, numbered

VERDICTS = Table(Verdict, ("commitment_id",))
EVIDENCE = Table(Evidence, ("verdict_id", "start", "end"))


@transaction.atomic
def store_account(plan: Report, review: Report, made: Accounted) -> Account:
    """Keep the account of two kept reports in place of any other of this plan.

    People's verdicts stay.
    """
    lock(plan.pk, review.pk)
    account, _ = Account.objects.update_or_create(
        plan=plan,
        review=review,
        defaults={
            "rules": made.rules,
            "notes": list(made.notes),
            "program_version": duixian.__version__,
        },
    )
    entries = _by_commitment(plan, made)
    rows = [_verdict(pk, entry) for pk, entry in entries.items()]
    existing = Verdict.objects.filter(commitment__report=plan)
    found = compare(VERDICTS, existing, rows)
    verdicts = write(found, common={"account_id": account.pk}, parents={})
    existing.exclude(account=account).update(account=account)
    Account.objects.filter(plan=plan).exclude(pk=account.pk).delete()
    history.record_reading(plan, [found, _store_evidence(entries, verdicts)])
    return account


def _by_commitment(plan: Report, made: Accounted) -> dict[int, Entry]:
    kept: dict[Key, int] = {
        (start, end, position): pk
        for pk, start, end, position in Commitment.objects.filter(report=plan).values_list(
            "pk", "start", "end", "position"
        )
    }
    entries = {id(entry.commitment): entry for entry in made.entries}
    return {
        kept[key]: entries[id(commitment)]
        for key, commitment in numbered(entry.commitment for entry in made.entries)
        if key in kept
    }


def _verdict(commitment: int, entry: Entry) -> Row:
    outcome = entry.outcome
    return Row(
        (commitment,),
        {
            "verdict": entry.judgement.verdict.value,
            "rule": entry.judgement.rule,
            "why": entry.judgement.why,
            "why_zh": entry.judgement.why_zh,
            "outcome": outcome.value if outcome else None,
            "outcome_high": outcome.high if outcome else None,
            "outcome_unit": outcome.unit if outcome else "",
            "outcome_relation": outcome.relation.value if outcome else "",
            "outcome_basis": outcome.basis.value if outcome else "",
            "outcome_how": outcome.how if outcome else "",
            "doubt": doubt.of_verdict(entry),
        },
    )


def _store_evidence(entries: dict[int, Entry], verdicts: dict[Key, int]) -> Difference:
    rows: dict[Key, Row] = {}
    for commitment, entry in entries.items():
        for is_suggestion, each in _passages(entry):
            key = (verdicts[(commitment,)], each.start, each.end)
            rows.setdefault(key, _evidence(key, each, is_suggestion=is_suggestion))
    existing = Evidence.objects.filter(verdict__in=verdicts.values())
    found = compare(EVIDENCE, existing, rows.values())
    write(found, common={}, parents={})
    return found


def _passages(entry: Entry) -> list[tuple[bool, Found]]:
    return [
        *((False, each) for each in entry.evidence),
        *((True, each) for each in entry.suggestions),
    ]


def _evidence(key: Key, each: Found, *, is_suggestion: bool) -> Row:
    return Row(
        key,
        {
            "text": each.text,
            "score": round(each.score, 4),
            "reasons": list(each.reasons),
            "reasons_zh": list(each.reasons_zh),
            "source": each.source.value,
            "is_suggestion": is_suggestion,
            "doubt": round(1 - each.score, 3),
        },
    )
