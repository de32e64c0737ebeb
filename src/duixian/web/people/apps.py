"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Signing in, second factors, and what each person may do."""

    name = "duixian.web.people"
    label = "people"
