"""How the desk's templates name things."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.timezone import localtime

from duixian.language.indicator_data import load_indicators
from duixian.web.desk.labels import COLUMNS, FACTS, FIELDS, PASSAGES, RECORDS
from duixian.web.ledger.models import Change, Government, Report
from duixian.web.ledger.storing.reconcile import Altered
from duixian.web.site.commitments.changes import (
    columns_told,
    reason_in_words,
    value_in_words,
    who_changed,
)
from duixian.web.site.commitments.labels import indicator_name
from duixian.web.site.names import government_name

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
    return str(RECORDS[name][0])


@register.filter
def told(
    change: Change | Altered, governments: dict[int, Government] | None = None
) -> list[tuple[str, str, str]]:
    """Return what a change changed, or is to change: the column, before, after.

    `governments` are those that the changes of the page speak of.
    """
    known = governments or {}
    return [
        (_column(name), _shown(name, before, known), _shown(name, after, known))
        for name in columns_told(change.after)
        for before, after in [(change.before.get(name), change.after[name])]
        if name not in _QUIET and before != after
    ]


@register.filter
def who(change: Change) -> str:
    """Name who made a change."""
    return who_changed(change)


@register.filter
def why_changed(change: Change) -> str:
    """Return why a change was made, in words."""
    return reason_in_words(change)


@register.simple_tag
def indicator_names() -> list[str]:
    """Return what the indicators are called, in the language of the page."""
    return sorted(map(indicator_name, load_indicators()))


@register.filter
def public_address(report: Report) -> str:
    """Return where everyone reads a report."""
    return reverse("site:report", args=[report.pk])


def _column(name: str) -> str:
    known = name.removesuffix("_zh")
    return str(FIELDS.get(name) or COLUMNS.get(known) or name)


def _shown(name: str, value: object, governments: dict[int, Government]) -> str:
    if value in (None, "", {}):
        return "—"
    if name == "government_id" and value in governments:
        return government_name(governments[int(str(value))])
    moment = parse_datetime(str(value)) if name.endswith("_at") else None
    return f"{localtime(moment):%Y-%m-%d %H:%M}" if moment else value_in_words(name, value)
