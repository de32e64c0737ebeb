"""The governments whose reports are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from duixian.web.ledger.choices import Level

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

    from duixian.web.ledger.models.reports import ReportQuerySet

_UP = "__parent"
_MOST_UP = 3  # from a township to the nation


class GovernmentQuerySet(models.QuerySet["Government"]):
    """Governments by who may know that something of theirs is here."""

    def over(self, reports: ReportQuerySet) -> GovernmentQuerySet:
        """Those the reports are of, and those they lie in."""
        paths = [f"government{_UP * steps}" for steps in range(_MOST_UP + 1)]
        wanted = Q()
        for path in paths:
            wanted |= Q(pk__in=reports.order_by().values(path))
        return self.filter(wanted)

    def public(self) -> GovernmentQuerySet:
        """Those that anyone may see: with published reports, of their own or below them."""
        from duixian.web.ledger.models.reports import Report

        return self.over(Report.objects.public())

    def visible_to(self, user: User | AnonymousUser) -> GovernmentQuerySet:
        """Those a person may see: with reports they may read, and those they edit for."""
        from duixian.web.ledger.models.reports import Report
        from duixian.web.people.rights import editable_governments, sees_as_visitor

        if sees_as_visitor(user):
            return self.public()
        own = editable_governments(user)
        if own is None:
            return self.all()
        shown = self.over(Report.objects.visible_to(user))
        return shown | self.filter(pk__in=own.values("pk"))


class Government(models.Model):
    """A government. ``key`` stands in addresses: its GB/T 2260 code, or one of our own."""

    key = models.SlugField(max_length=40, unique=True)
    code = models.CharField(max_length=6, blank=True)  # GB/T 2260; empty where not known
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=12, choices=Level, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    objects = GovernmentQuerySet.as_manager()

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name

    def name_in(self, language: str) -> str:
        """Give its name in a language; where that is not known, the one it has."""
        return (self.name_en or self.name) if language.startswith("en") else self.name
