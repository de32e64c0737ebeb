"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class OperationConfig(AppConfig):
    """Running the site: serving, health, logs, backup."""

    name = "duixian.web.operation"
    label = "operation"
