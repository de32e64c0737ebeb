"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Where editors review what the machine suggests, and publish."""

    name = "duixian.web.desk"
    label = "desk"
