"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Keeps what was read, who changed it, and what is published."""

    name = "duixian.web.ledger"
    label = "ledger"
