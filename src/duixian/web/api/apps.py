"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The programming interface over HTTP."""

    name = "duixian.web.api"
    label = "api"
