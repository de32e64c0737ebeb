"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Brings documents in: uploads, addresses, the queue and its worker."""

    name = "duixian.web.intake"
    label = "intake"

    def ready(self) -> None:
        """Hear of tasks that ended, however they did."""
        from duixian.web.intake import breakdowns  # noqa: F401 - it connects itself
