"""Targets and actuals of the measures known by name, as a series over the years."""

from __future__ import annotations

from django.db import models

from duixian.web.ledger.fields import ExactDecimalField
from duixian.web.ledger.models.governments import Government
from duixian.web.ledger.models.reports import Report
from duixian.web.ledger.models.statements import Claim


class Observation(models.Model):
    """One value of an indicator for one year, with the claim that states it."""

    class Sort(models.TextChoices):
        TARGET = "target"
        ACTUAL = "actual"

    indicator = models.CharField(max_length=80)
    government = models.ForeignKey(
        Government, on_delete=models.CASCADE, related_name="observations"
    )
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="observations")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="observations")
    year = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=8, choices=Sort)
    value = ExactDecimalField()
    high = ExactDecimalField(null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=2)
    basis = models.CharField(max_length=12)

    class Meta:
        ordering = ("year", "sort")
        indexes = (
            models.Index(fields=("indicator", "government", "year"), name="observation_series"),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.year} {self.sort} {self.value} {self.unit}"
