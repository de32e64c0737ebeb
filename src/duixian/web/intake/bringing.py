"""Taking files and addresses in: bytes are kept first, then the reading is queued."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from duixian.errors import AddressRefusedError
from duixian.web.intake.models import Intake
from duixian.web.intake.tasks import read_one
from duixian.web.ledger.models import Government
from duixian.web.ledger.storing.documents import keep_bytes, plain_name

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_LONGEST_ADDRESS = 2000


def take_file(
    name: str,
    data: bytes,
    *,
    batch: uuid.UUID,
    user: User | None = None,
    government: Government | None = None,
) -> Intake:
    """Keep a file and queue its reading. Raises OSError where it cannot be kept."""
    sha256 = keep_bytes(data)  # outside the transaction: writing a large file holds nobody up
    return _queue(
        Intake(
            batch=batch,
            name=plain_name(name),
            sha256=sha256,
            created_by=user,
            government=government,
        )
    )


def take_address(
    address: str,
    *,
    batch: uuid.UUID,
    user: User | None = None,
    government: Government | None = None,
) -> Intake:
    """Queue the fetching of an address. Raises AddressRefusedError for one that is too long."""
    if len(address) > _LONGEST_ADDRESS:
        raise AddressRefusedError(address[:80], "the address is too long", "shorten it")
    return _queue(
        Intake(
            batch=batch,
            name=address[:255],
            address=address,
            created_by=user,
            government=government,
        )
    )


@transaction.atomic
def _queue(intake: Intake) -> Intake:
    intake.save(force_insert=True)
    read_one.enqueue(str(intake.pk))
    return intake


@transaction.atomic
def retry(intakes: Iterable[Intake]) -> list[Intake]:
    """Queue again what failed, and only that."""
    queued = []
    for intake in intakes:
        is_mine = Intake.objects.filter(pk=intake.pk, state=Intake.State.FAILED).update(
            state=Intake.State.QUEUED, error="", error_kind="", attempts=0, finished_at=None
        )
        if is_mine:
            read_one.enqueue(str(intake.pk))
            queued.append(intake)
    return queued
