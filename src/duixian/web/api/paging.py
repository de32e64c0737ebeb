"""Pages by an opaque cursor: the next page begins after the last record of this one."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from duixian.web.api.errors import ApiError

USUAL_LIMIT = 100
MOST = 1000
_PREFIX = b"after:"
_LARGEST = 2**63 - 1

Record = TypeVar("Record", bound=Model)
Item = TypeVar("Item")


class Page(Schema, Generic[Item]):
    """One page of records; ``next`` is the cursor of the following page, null at the end."""

    items: list[Item]
    next: str | None


class Paging(Schema):
    """Which page is asked for."""

    cursor: str = Field("", max_length=200, description="`next` of the page before")
    limit: int = Field(USUAL_LIMIT, ge=1, le=MOST)


Asked = Annotated[Paging, Query()]


def page_of(records: QuerySet[Record], asked: Paging) -> dict[str, Any]:
    """Return one page of records in the order of their keys."""
    after = _decode(asked.cursor) if asked.cursor else 0
    found = list(records.filter(pk__gt=after).order_by("pk")[: asked.limit + 1])
    items = found[: asked.limit]
    return {"items": items, "next": _encode(items[-1].pk) if len(found) > asked.limit else None}


def _encode(key: int) -> str:
    return base64.urlsafe_b64encode(_PREFIX + str(key).encode()).decode().rstrip("=")


def _decode(cursor: str) -> int:
    try:
        said = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        key = int(said.removeprefix(_PREFIX)) if said.startswith(_PREFIX) else -1
    except (ValueError, binascii.Error):
        key = -1
    if not 0 <= key <= _LARGEST:
        raise ApiError(400, "bad_cursor", _("The cursor is none of this list."))
    return key
