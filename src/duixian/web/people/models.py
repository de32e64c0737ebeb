"""Which person edits the records of which government."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Membership(models.Model):
    """A person who edits for a government. Administrators (superusers) edit for all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    government = models.ForeignKey(
        "ledger.Government", on_delete=models.CASCADE, related_name="memberships"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "government"), name="membership_once"),
        )

    def __str__(self) -> str:
        return f"{self.user} / {self.government}"
