"""What the list of commitments calls its filters and their values, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from duixian.language.functions import divisions
from duixian.language.indicator_data import load_indicators
from duixian.web.ledger.choices import Role, Specificity, VerdictName
from duixian.web.ledger.models import Government
from duixian.web.site.amounts import unit_name
from duixian.web.site.commitments.filters import ALL_LANGUAGES, NOT_ACCOUNTED
from duixian.web.site.names import government_name, language_name, reader_language

FACET_NAMES: dict[str, str | Promise] = {
    "language": _("Language"),
    "government": _("Government"),
    "year": _("Year"),
    "role": _("Part of the report"),
    "function": _("Function of government"),
    "specificity": _("How specific"),
    "verdict": _("Verdict"),
    "unit": _("Unit"),
    "indicator": pgettext_lazy("filter", "Indicator"),
    "heading": _("Heading"),
    "q": _("Search"),
}


def value_names(facet: str, values: Iterable[str]) -> dict[str, str]:
    """Name the values of a facet; what is not known stands for itself."""
    wanted = list(values)
    if facet == "government":
        return _governments(wanted)
    name: Callable[[str], str] = _NAMES.get(facet, str)
    return {value: name(value) for value in wanted}


def indicator_name(indicator: str) -> str:
    """Name an indicator of the data, or give its identifier."""
    known = load_indicators().get(indicator)
    if known is None:
        return indicator
    return known.name_en if reader_language() == "en" else known.name_zh


def function_name(code: str) -> str:
    """Name a division of the functions of government."""
    known = next((each for each in divisions() if each.code == code), None)
    if known is None:
        return code
    return known.en if reader_language() == "en" else known.zh


def _governments(keys: list[str]) -> dict[str, str]:
    found = Government.objects.filter(key__in=keys)
    names = {government.key: government_name(government) for government in found}
    return {key: names.get(key, key) for key in keys}


def _verdict(value: str) -> str:
    if value == NOT_ACCOUNTED:
        return gettext("not accounted for yet")
    return str(VerdictName(value).label)


def _language(value: str) -> str:
    return gettext("all languages") if value == ALL_LANGUAGES else language_name(value)


def _unit(value: str) -> str:
    return gettext("a number of things") if value == "count" else unit_name(value)


_NAMES: dict[str, Callable[[str], str]] = {
    "language": _language,
    "role": lambda value: str(Role(value).label),
    "function": function_name,
    "specificity": lambda value: str(Specificity(value).label),
    "verdict": _verdict,
    "unit": _unit,
    "indicator": indicator_name,
}
