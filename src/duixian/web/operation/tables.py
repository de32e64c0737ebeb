"""The tables of a backup, and their rows as JSON that either database reads back the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.apps import apps
from django.db import models

# What another installation makes anew (types, permissions) or must not take over (sessions).
_LEFT_OUT = {
    "sessions.session",
    "contenttypes.contenttype",
    "auth.permission",
    "auth.group",
    "auth.group_permissions",
    "auth.user_groups",
    "auth.user_user_permissions",
}
_APP_LEFT_OUT = "axes"  # failed attempts to sign in, with addresses of visitors
_CHUNK = 500  # rows
# Tables in which a row means that people have begun to use the ledger.
_FIRST_USED = ("auth.user", "ledger.document", "ledger.report", "intake.intake")

Model = type[models.Model]


def kept_models() -> list[Model]:
    """List the models whose rows are kept, in the order of their names."""
    found = apps.get_models(include_auto_created=True)
    return sorted(filter(_is_kept, found), key=lambda each: each._meta.label_lower)


def _is_kept(model: Model) -> bool:
    is_left_out = model._meta.label_lower in _LEFT_OUT or model._meta.app_label == _APP_LEFT_OUT
    return model._meta.managed and not is_left_out


def is_unused() -> bool:
    """Tell whether nobody has put anything into the ledger yet."""
    return not any(apps.get_model(label)._default_manager.exists() for label in _FIRST_USED)


def fields_of(model: Model) -> list[models.Field[Any, Any]]:
    """List the fields that have a column."""
    return list(model._meta.concrete_fields)


def lines_of(model: Model) -> Iterator[bytes]:
    """Write the rows of a table as JSON Lines, by primary key."""
    names = [field.attname for field in fields_of(model)]
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=_CHUNK):
        yield msgspec.json.encode(dict(zip(names, row, strict=True))) + b"\n"


def values_of(model: Model, line: bytes) -> list[Any]:
    """Read a row back as values of the columns. Raises ValueError where it does not fit."""
    fields = fields_of(model)
    row = msgspec.json.decode(line)
    if not isinstance(row, dict) or set(row) != {field.attname for field in fields}:
        raise ValueError("other columns than this version has")
    return [field.to_python(row[field.attname]) for field in fields]
