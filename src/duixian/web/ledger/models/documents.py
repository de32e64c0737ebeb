"""The files as they came."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models


class Document(models.Model):
    """One file: its bytes by their hash, and the text that was made of them."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)  # as the person gave it, without folders
    media_type = models.CharField(max_length=127)
    size = models.PositiveBigIntegerField()  # bytes
    file = models.FileField(max_length=255)
    text = models.TextField()
    encoding = models.CharField(max_length=40, blank=True)
    pages: models.JSONField[list[list[int]], list[list[int]]] = models.JSONField(
        default=list, blank=True
    )  # [number, start, end]
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    address = models.URLField(max_length=2000, blank=True)  # of web pages, after redirects
    fetched = models.CharField(max_length=40, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return self.name

    def page_at(self, place: int) -> int | None:
        """Return the number of the page a character stands on; None where there are no pages."""
        return next((number for number, start, end in self.pages if start <= place < end), None)

    def around(self, start: int, end: int, *, reach: int = 120) -> tuple[str, str, str]:
        """Return what stands before a span, the span itself, and what follows."""
        text: Any = self.text
        return text[max(0, start - reach) : start], text[start:end], text[end : end + reach]
