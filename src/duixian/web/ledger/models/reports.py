"""Documents understood, and their headed parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils import timezone

from duixian.web.ledger.choices import Role
from duixian.web.ledger.models.documents import Document
from duixian.web.ledger.models.governments import Government

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports by who may see them."""

    def public(self) -> ReportQuerySet:
        """Those that anyone may read."""
        return self.filter(is_published=True, withdrawn_at=None)

    def once(self, language: str) -> ReportQuerySet:
        """Of two versions of one report only that in a language, where both are among these."""
        from duixian.web.ledger.models.alignments import Alignment

        this, other = ("en", "zh") if language == "en" else ("zh", "en")
        both = Alignment.objects.filter(**{f"{this}__in": self.order_by().values("pk")})
        pairs = both.exclude(zh=models.F("en"))
        return self.exclude(pk__in=pairs.values(other))

    def visible_to(self, user: User | AnonymousUser) -> ReportQuerySet:
        """Those a person may read: all for an administrator, for an editor also their own.

        Of no known government: any editor, as in `may_edit`; someone must say whose it is. Who
        has yet to give the second factor sees what visitors see.
        """
        from duixian.web.people.rights import editable_governments, sees_as_visitor

        if sees_as_visitor(user):
            return self.public()
        governments = editable_governments(user)
        if governments is None:
            return self.all()
        unknown = models.Q(models.Exists(governments), government=None)
        own = models.Q(government__in=governments) | unknown
        return self.filter(models.Q(is_published=True, withdrawn_at=None) | own)


class Report(models.Model):
    """A document understood. A draft until it is published; withdrawn without being lost.

    ``corrections`` holds what people said of it by field, as in `Reviewed`.
    """

    CORRECTABLE: ClassVar[tuple[str, ...]] = (
        "title",
        "government_id",
        "year_reviewed",
        "year_planned",
        "delivered",
    )

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="report")
    government = models.ForeignKey(
        Government, null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )
    title = models.CharField(max_length=500, blank=True)
    year_reviewed = models.PositiveSmallIntegerField(null=True, blank=True)
    year_planned = models.PositiveSmallIntegerField(null=True, blank=True)
    delivered = models.DateField(null=True, blank=True)
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    program_version = models.CharField(max_length=40)
    read_at = models.DateTimeField(default=timezone.now)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    corrections: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, blank=True
    )
    revision = models.PositiveIntegerField(default=1)
    # What pages and lists show of it, counted when it is stored.
    counts: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, blank=True
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("-year_planned", "-year_reviewed", "pk")
        indexes = (
            models.Index(fields=("government", "year_planned"), name="report_government_year"),
        )

    def __str__(self) -> str:
        return self.title or self.document.name

    @property
    def language(self) -> str:
        """The language most of it is in: ``zh`` or ``en``."""
        return self.languages[0] if self.languages else "zh"

    @property
    def is_bilingual(self) -> bool:
        """Whether it holds both languages, line by line."""
        return len(self.languages) > 1

    @property
    def is_public(self) -> bool:
        """Whether anyone may read it."""
        return self.is_published and self.withdrawn_at is None


class Section(models.Model):
    """A headed part of a report."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()  # among the sections of the report, from 0
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    number = models.TextField(blank=True)
    heading = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=Role)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    heading_start = models.PositiveIntegerField(null=True, blank=True)
    heading_end = models.PositiveIntegerField(null=True, blank=True)
    why = models.TextField(blank=True)
    # What people put back of it, by field, as in `Reviewed`; nobody edits it otherwise.
    corrections: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, blank=True
    )
    is_superseded = models.BooleanField(default=False)  # not found any more by a later reading

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("report", "position"), name="section_once"),)

    def __str__(self) -> str:
        return f"{self.number}{self.heading}"
