"""Addresses for what watches over the site: is the process up, and can it serve."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer that the process is up, and no more."""
    return JsonResponse({"state": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Tell of each thing a page needs whether it is there: 200 if all are, or 503."""
    parts = {"database": False, "migrations": False, "folder": _is_folder_writable()}
    try:
        parts["migrations"] = _are_migrations_applied()
        parts["database"] = True
    except DatabaseError:
        connection.close()
    is_ready = all(parts.values())
    return JsonResponse(
        {"state": "ready" if is_ready else "not ready", **parts}, status=200 if is_ready else 503
    )


def _are_migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _is_folder_writable() -> bool:
    """Whether files can be kept; the folder itself is made with the first of them."""
    folder = Path(settings.MEDIA_ROOT)
    nearest = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return os.access(nearest, os.W_OK | os.X_OK)
