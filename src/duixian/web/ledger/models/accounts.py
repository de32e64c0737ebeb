"""Commitments of one report held against the next: evidence and verdicts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from duixian.web.ledger.choices import VerdictName
from duixian.web.ledger.fields import ExactDecimalField
from duixian.web.ledger.models.commitments import Commitment
from duixian.web.ledger.models.reports import Report
from duixian.web.ledger.models.reviewed import Reviewed, ReviewedQuerySet


class Account(models.Model):
    """The commitments of a plan against what the next report tells."""

    plan = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="accounts")
    review = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="accounted")
    rules = models.CharField(max_length=40)  # version of the rules of verdicts
    program_version = models.CharField(max_length=40)
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("plan", "review"), name="account_once"),)

    def __str__(self) -> str:
        return f"{self.plan} / {self.review}"


class VerdictQuerySet(ReviewedQuerySet["Verdict"]):
    """Verdicts by who may see them; whoever sees one sees its commitment too."""

    def public(self) -> VerdictQuerySet:
        """Those that nobody rejected and whose later report is published."""
        return self.kept().filter(account__review__in=Report.objects.public())


class Verdict(Reviewed):
    """How a commitment stands, with the rule that says so."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = ("verdict",)

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="verdicts")
    commitment = models.OneToOneField(Commitment, on_delete=models.CASCADE, related_name="verdict")
    verdict = models.CharField(max_length=12, choices=VerdictName, db_index=True)
    rule = models.CharField(max_length=80)
    why = models.TextField()
    why_zh = models.TextField(blank=True)
    outcome = ExactDecimalField(null=True, blank=True)
    outcome_high = ExactDecimalField(null=True, blank=True)
    outcome_unit = models.CharField(max_length=40, blank=True)
    outcome_relation = models.CharField(max_length=2, blank=True)
    outcome_basis = models.CharField(max_length=12, blank=True)
    outcome_how = models.TextField(blank=True)  # "as stated", or the arithmetic

    objects: ClassVar = VerdictQuerySet.as_manager()

    def __str__(self) -> str:
        return self.verdict

    @property
    def is_public(self) -> bool:
        """Whether anyone may see it who may see its commitment."""
        return self.is_kept and self.account.review.is_public


class Evidence(Reviewed):
    """A passage of the later report that bears on a commitment. A suggestion is no evidence."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    score = models.FloatField()
    reasons: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    reasons_zh: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    source = models.CharField(max_length=12)
    is_suggestion = models.BooleanField(default=False)

    class Meta:
        ordering = ("is_suggestion", "-score")
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(fields=("verdict", "start", "end"), name="evidence_once"),
        )

    def __str__(self) -> str:
        return self.text
