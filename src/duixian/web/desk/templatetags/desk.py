"""How the desk's templates name things."""

from __future__ import annotations

from django import template
from django.apps import apps
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext

from duixian.language.indicator_data import load_indicators
from duixian.web.desk.labels import FACTS, FIELDS, PASSAGES
from duixian.web.ledger.models import Change, Report
from duixian.web.site.commitments.labels import indicator_name

register = template.Library()
_QUIET = ("corrections", "published_at", "revision")  # they repeat what other columns say


@register.filter
def fact_name(name: str) -> str | Promise:
    """Return what a fact is called."""
    return FACTS[name]


@register.filter
def passage_name(name: str) -> str | Promise:
    """Return what a passage is called."""
    return PASSAGES[name]


@register.filter
def record_name(name: str) -> str:
    """Return what a table's records are called."""
    return gettext(str(apps.get_model("ledger", name)._meta.verbose_name))


@register.filter
def told(change: Change) -> list[tuple[str, object, object]]:
    """Return what a change changed: the column, before, after."""
    return [
        (str(FIELDS.get(name, gettext(name))), _shown(change.before.get(name)), _shown(value))
        for name, value in change.after.items()
        if name not in _QUIET and change.before.get(name) != value
    ]


@register.simple_tag
def indicator_names() -> list[str]:
    """Return what the indicators are called, in the language of the page."""
    return sorted(map(indicator_name, load_indicators()))


@register.filter
def public_address(report: Report) -> str:
    """Return where everyone reads a report."""
    return reverse("site:report", args=[report.pk])


def _shown(value: object) -> object:
    return "—" if value in (None, "", {}) else value
