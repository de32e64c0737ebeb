"""The governments whose reports are kept."""

from __future__ import annotations

from django.db import models

from duixian.web.ledger.choices import Level


class Government(models.Model):
    """A government. ``key`` stands in addresses: its GB/T 2260 code, or one of our own."""

    key = models.SlugField(max_length=40, unique=True)
    code = models.CharField(max_length=6, blank=True)  # GB/T 2260; empty where not known
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=12, choices=Level, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """Give its name in a language; where that is not known, the one it has."""
        return (self.name_en or self.name) if language.startswith("en") else self.name
