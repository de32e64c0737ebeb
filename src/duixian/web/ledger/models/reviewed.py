"""What all records share that the machine suggests and people review."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models

from duixian.web.ledger.choices import State

Record = TypeVar("Record", bound=models.Model)


class ReviewedQuerySet(models.QuerySet[Record]):
    """Records by what became of them."""

    def kept(self) -> Self:
        """Those that a reading still finds and nobody rejected."""
        return self.filter(is_superseded=False).exclude(state=State.REJECTED)


class Reviewed(models.Model):
    """A record with its state of review and what people corrected in it.

    ``corrections`` holds people's values by field; they stand in the fields themselves too, and
    are put back when a newer version of the program reads the document again. ``revision`` grows
    with each change, so that of two editors the second is told.
    """

    CORRECTABLE: ClassVar[tuple[str, ...]] = ()

    state = models.CharField(max_length=12, choices=State, default=State.SUGGESTED)
    corrections: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, blank=True
    )
    doubt = models.FloatField(default=0)  # 0 to 1: where a person should look first
    revision = models.PositiveIntegerField(default=1)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    is_superseded = models.BooleanField(default=False)  # not found any more by a later reading

    objects = ReviewedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_kept(self) -> bool:
        """Whether a reading still finds it and nobody rejected it."""
        return not self.is_superseded and self.state != State.REJECTED
