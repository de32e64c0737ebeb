"""The names of reports and their values, for templates."""

from __future__ import annotations

from django import template
from django.db import models

from duixian.web.ledger.choices import Kind, Role, Severity, Specificity, VerdictName
from duixian.web.ledger.models import Government, Report
from duixian.web.site import names

register = template.Library()

_CHOICES: tuple[type[models.TextChoices], ...] = (Kind, Specificity, VerdictName, Severity, Role)


@register.filter
def government_name(government: Government | None) -> str:
    """Name a government in the reader's language."""
    return names.government_name(government)


@register.filter
def report_name(report: Report) -> str:
    """Name a report in the reader's language."""
    return names.report_name(report)


@register.filter
def languages_name(report: Report) -> str:
    """Name the languages of a report."""
    return names.languages_name(report)


@register.filter
def word(value: str) -> str:
    """Give the label of a kind, specificity, verdict, severity or role."""
    for choices in _CHOICES:
        if value in choices.values:
            return str(choices(value).label)
    return value


@register.filter
def language_name(code: str) -> str:
    """Name a language of a text in the reader's language."""
    return names.language_name(code)
