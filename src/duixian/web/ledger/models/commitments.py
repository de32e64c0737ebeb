"""What was promised for the year a report plans."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from duixian.web.ledger.choices import Specificity
from duixian.web.ledger.models.reports import Report, Section
from duixian.web.ledger.models.reviewed import Reviewed, ReviewedQuerySet
from duixian.web.ledger.models.statements import Quantity, Statement


class CommitmentQuerySet(ReviewedQuerySet["Commitment"]):
    """Commitments by who may see them."""

    def public(self) -> CommitmentQuerySet:
        """Those of published reports that nobody rejected."""
        return self.kept().filter(report__is_published=True, report__withdrawn_at=None)


class Commitment(Reviewed):
    """One thing promised. ``key`` is its permanent address: made of the document and the place.

    ``government`` and ``year`` are its report's, kept here because every list asks for them.
    """

    CORRECTABLE: ClassVar[tuple[str, ...]] = (
        "measure",
        "specificity",
        "indicator",
        "functions",
        "due",
    )

    key = models.CharField(max_length=16, unique=True)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="commitments")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="commitments")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="commitments")
    quantity = models.ForeignKey(
        Quantity, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments"
    )
    government = models.ForeignKey(
        "ledger.Government",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="commitments",
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)  # the year it is promised for
    language = models.CharField(max_length=2)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    position = models.PositiveSmallIntegerField(default=0)  # among those of the same span
    text = models.TextField()
    measure = models.TextField(blank=True)
    specificity = models.CharField(max_length=12, choices=Specificity)
    indicator = models.CharField(max_length=80, blank=True, db_index=True)
    functions = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=40, blank=True, db_index=True)  # of the quantity
    amount = models.FloatField(null=True, blank=True)  # of the quantity; for sorting only

    objects: ClassVar = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "report_id", "start", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "start", "end", "position"), name="commitment_once"
            ),
        )
        indexes = (
            models.Index(fields=("government", "year"), name="commitment_government_year"),
            models.Index(fields=("specificity", "-year"), name="commitment_specificity_year"),
            models.Index(fields=("-year", "report", "start", "position"), name="commitment_order"),
        )

    def __str__(self) -> str:
        return self.text
