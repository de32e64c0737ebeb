"""Two language versions beside each other, and what an audit noticed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from duixian.web.ledger.choices import Severity
from duixian.web.ledger.models.reports import Report
from duixian.web.ledger.models.reviewed import Reviewed

Spans = list[list[int]]


class Alignment(models.Model):
    """The Chinese and the English version of one report; the same report where it holds both."""

    zh = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="aligned_as_zh")
    en = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="aligned_as_en")
    program_version = models.CharField(max_length=40)
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.zh} = {self.en}"


class Bead(models.Model):
    """A smallest group of sentences that translate each other; a side may be empty."""

    alignment = models.ForeignKey(Alignment, on_delete=models.CASCADE, related_name="beads")
    position = models.PositiveIntegerField()
    zh: models.JSONField[Spans, Spans] = models.JSONField(default=list)
    en: models.JSONField[Spans, Spans] = models.JSONField(default=list)
    score = models.FloatField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("alignment", "position"), name="bead_once"),)

    def __str__(self) -> str:
        return f"{self.alignment_id}:{self.position}"


class Finding(Reviewed):
    """Something an audit noticed in a report, or in its two versions."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = ("severity",)

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="findings")
    alignment = models.ForeignKey(
        Alignment, null=True, blank=True, on_delete=models.CASCADE, related_name="findings"
    )
    severity = models.CharField(max_length=8, choices=Severity)
    kind = models.CharField(max_length=40)
    message = models.TextField()
    message_zh = models.TextField(blank=True)
    zh_start = models.PositiveIntegerField(null=True, blank=True)
    zh_end = models.PositiveIntegerField(null=True, blank=True)
    en_start = models.PositiveIntegerField(null=True, blank=True)
    en_end = models.PositiveIntegerField(null=True, blank=True)
    zh_text = models.TextField(blank=True)
    en_text = models.TextField(blank=True)
    other_start = models.PositiveIntegerField(null=True, blank=True)
    other_end = models.PositiveIntegerField(null=True, blank=True)
    other_text = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.message
