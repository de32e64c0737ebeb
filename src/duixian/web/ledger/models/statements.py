"""Sentences, the numbers in them, and what they claim."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from duixian.web.ledger.choices import Kind, Language, Specificity
from duixian.web.ledger.fields import ExactDecimalField
from duixian.web.ledger.models.reports import Report, Section
from duixian.web.ledger.models.reviewed import Reviewed, ReviewedQuerySet


def _stated() -> models.Q:
    """Tell what stands in a sentence that a reading still finds and nobody rejected."""
    return models.Q(statement__in=Statement.objects.kept())


class QuantityQuerySet(models.QuerySet["Quantity"]):
    """Numbers by what became of their sentences."""

    def stated(self) -> QuantityQuerySet:
        """Those that a reading still finds, in sentences that nobody rejected."""
        return self.filter(_stated(), is_superseded=False)


class ClaimQuerySet(ReviewedQuerySet["Claim"]):
    """Claims by what became of them and of their sentences."""

    def stated(self) -> ClaimQuerySet:
        """Those that are kept, in sentences that nobody rejected."""
        return self.kept().filter(_stated())


class Statement(Reviewed):
    """One sentence with its kind."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = ("kind", "specificity")

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="statements")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="statements")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=2, choices=Language)
    kind = models.CharField(max_length=12, choices=Kind)
    specificity = models.CharField(max_length=12, choices=Specificity, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ("start",)
        constraints = (
            models.UniqueConstraint(fields=("report", "start", "end"), name="statement_once"),
        )

    def __str__(self) -> str:
        return self.text


class Quantity(models.Model):
    """One number as stated."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="quantities")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="quantities")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    value = ExactDecimalField()
    high = ExactDecimalField(null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=2)
    basis = models.CharField(max_length=12)
    status = models.CharField(max_length=12)
    measure = models.TextField(blank=True)
    why = models.TextField(blank=True)
    # What people put back of it, by field, as in `Reviewed`; nobody edits it otherwise.
    corrections: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, blank=True
    )
    is_superseded = models.BooleanField(default=False)

    objects = QuantityQuerySet.as_manager()

    class Meta:
        ordering = ("start",)
        verbose_name_plural = "quantities"
        constraints = (
            models.UniqueConstraint(fields=("report", "start", "end"), name="quantity_once"),
        )

    def __str__(self) -> str:
        return self.text


class Claim(Reviewed):
    """One checkable thing said in one clause."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = (
        "kind",
        "specificity",
        "measure",
        "place",
        "due",
        "period",
        "indicator",
    )

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="claims")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="claims")
    quantity = models.ForeignKey(
        Quantity, null=True, blank=True, on_delete=models.SET_NULL, related_name="claims"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    position = models.PositiveSmallIntegerField(default=0)  # among the claims of the same span
    text = models.TextField()
    kind = models.CharField(max_length=12, choices=Kind)
    specificity = models.CharField(max_length=12, choices=Specificity, blank=True)
    measure = models.TextField(blank=True)
    place = models.TextField(blank=True)
    project = models.TextField(blank=True)
    due = models.CharField(max_length=40, blank=True)  # ISO 8601: 2025, 2025-10, 2025-10-31
    period = models.CharField(max_length=40, blank=True)  # ISO 8601, or an interval: 2021/2025
    indicator = models.CharField(max_length=80, blank=True, db_index=True)
    functions = models.CharField(max_length=40, blank=True)  # COFOG divisions: "04 07"
    why = models.TextField(blank=True)

    objects: ClassVar = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("start", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "start", "end", "position"), name="claim_once"
            ),
        )

    def __str__(self) -> str:
        return self.text
