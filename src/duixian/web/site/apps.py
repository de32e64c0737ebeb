"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public pages, in Chinese and English."""

    name = "duixian.web.site"
    label = "site"
