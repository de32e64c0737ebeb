"""What was given to be read, and how far it has come."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from duixian.web.intake.failures import cause_of


class Intake(models.Model):
    """One file or address that someone brought in. The bytes are kept before it is queued."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        READING = "reading", _("being read")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)  # brought in together
    name = models.CharField(max_length=255)
    address = models.URLField(max_length=2000, blank=True)  # where it is to be fetched from
    sha256 = models.CharField(max_length=64, blank=True)  # of the kept bytes; empty until fetched
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    step = models.CharField(max_length=40, blank=True)  # "text", "records", "pairs", "account"
    done = models.PositiveIntegerField(default=0)  # pages, or steps
    total = models.PositiveIntegerField(default=0)  # 0: not known yet
    error = models.TextField(blank=True)  # one clear line
    error_kind = models.CharField(max_length=60, blank=True)  # the class of `duixian.errors`
    is_known = models.BooleanField(default=False)  # the ledger had it already
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    government = models.ForeignKey(
        "ledger.Government", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    report = models.ForeignKey(
        "ledger.Report", null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes"
    )

    class Meta:
        ordering = ("-created_at", "name")
        indexes = (models.Index(fields=("state", "created_at"), name="intake_state"),)

    def __str__(self) -> str:
        return self.name

    @property
    def cause(self) -> str | Promise:
        """Say in the reader's language why it could not be read."""
        return cause_of(self.error_kind, self.error)
