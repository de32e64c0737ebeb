"""The words a column may hold. Those of the records are theirs; only review has its own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """What people have said of a record that the machine suggests."""

    SUGGESTED = "suggested", _("suggested")
    ACCEPTED = "accepted", _("accepted")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")


class Level(models.TextChoices):
    """The level of a government."""

    NATION = "nation", _("nation")
    PROVINCE = "province", _("province")
    PREFECTURE = "prefecture", _("prefecture")
    COUNTY = "county", _("county")


class Language(models.TextChoices):
    """The language of a text."""

    ZH = "zh", "中文"
    EN = "en", "English"


class Role(models.TextChoices):
    """What a section is for."""

    REVIEW = "review", _("review")
    PLAN = "plan", _("plan")
    OTHER = "other", _("other part")
    FURNITURE = "furniture", _("page furniture")


class Kind(models.TextChoices):
    """What a statement does."""

    RESULT = "result", _("result")
    COMMITMENT = "commitment", _("commitment")
    CONTEXT = "context", _("context")


class Specificity(models.TextChoices):
    """How far a commitment can be checked."""

    QUANTIFIED = "quantified", _("quantified")
    SPECIFIC = "specific", _("specific")
    GENERAL = "general", _("general")


class VerdictName(models.TextChoices):
    """How a commitment stands at the end of its year."""

    EXCEEDED = "exceeded", _("exceeded")
    MET = "met", _("met")
    PARTLY = "partly", _("partly met")
    MISSED = "missed", _("missed")
    UNREPORTED = "unreported", _("not reported")


class Severity(models.TextChoices):
    """How sure it is that something is wrong."""

    ERROR = "error", _("error")
    WARNING = "warning", _("warning")
    INFO = "info", _("note")
