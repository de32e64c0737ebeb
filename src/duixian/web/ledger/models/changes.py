"""The memory of the ledger: every change to a record, and who made it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Change(models.Model):
    """One change to one record: before and after, who, when, why, and by which version.

    ``user_name`` stays when the person is removed; ``user`` is empty where the program itself
    made the change. ``group`` is the same for all changes of one act, so that the act can be
    undone whole.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    user_name = models.CharField(max_length=150, blank=True)
    program_version = models.CharField(max_length=40)
    group = models.UUIDField(db_index=True)
    record = models.CharField(max_length=40)  # name of the model, lower case
    record_key = models.BigIntegerField()
    report = models.ForeignKey(
        "ledger.Report", null=True, blank=True, on_delete=models.CASCADE, related_name="changes"
    )
    before: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    after: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("record", "record_key"), name="change_record"),)

    def __str__(self) -> str:
        return f"{self.record} {self.record_key} {self.at:%Y-%m-%d %H:%M}"
