"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class OperationConfig(AppConfig):
    """Running the site: serving, health, logs, backup."""

    name = "duixian.web.operation"
    label = "operation"

    def ready(self) -> None:
        from duixian.web.operation import checks  # noqa: F401 - they register themselves
