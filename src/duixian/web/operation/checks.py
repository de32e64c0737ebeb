"""What Django's system checks say of our own settings: ``python -m duixian.web.manage check``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from duixian.web.settings import ENVIRONMENT

WEB = Path(__file__).parent.parent
_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


@register(Tags.database)
def check_database(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """The full-text search is written for two databases."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if engine in _ENGINES:
        return []
    return [
        Error(
            f"The database is {engine.rpartition('.')[2]}.",
            hint="Name a PostgreSQL server in DATABASE_URL, or leave it out for SQLite.",
            id="duixian.E001",
        )
    ]


@register(Tags.files)
def check_folder(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Documents and the database of a single machine go into the folder of the data."""
    folder = ENVIRONMENT.data
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"Nothing can be written into {folder}.",
            hint="Give the folder to the user that runs the site, or name another in DUIXIAN_DATA.",
            id="duixian.E002",
        )
    ]


@register(Tags.translation)
def check_messages(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Catalogues are compiled when the package is built or installed."""
    sources = WEB.rglob("LC_MESSAGES/django.po")
    if all(each.with_suffix(".mo").exists() for each in sources):
        return []
    return [
        Warning(
            "The Chinese messages are not compiled: pages would be in English.",
            hint="Run make messages, or install the package again.",
            id="duixian.W001",
        )
    ]


@register(Tags.security, deploy=True)
def check_mode(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """A site that others reach is in production mode."""
    if ENVIRONMENT.mode == "production":
        return []
    return [
        Warning(
            "The site is in local mode: without https, and with no second factor asked.",
            hint="Set DUIXIAN_MODE to production.",
            id="duixian.W002",
        )
    ]


@register(Tags.security, deploy=True)
def check_hosts(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Links to choose a password are made from the host's name, so not any will do."""
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    return [
        Warning(
            "The site answers to any host name.",
            hint="Name its hosts in DUIXIAN_HOSTS.",
            id="duixian.W003",
        )
    ]
