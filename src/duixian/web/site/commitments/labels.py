"""What the list of commitments calls its filters and their values, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from duixian.language.functions import divisions
from duixian.language.indicator_data import load_indicators
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.choices import Role, Specificity, VerdictName
from duixian.web.ledger.models import Government
from duixian.web.site.amounts import unit_name
from duixian.web.site.commitments.filters import ALL_LANGUAGES, NOT_ACCOUNTED
from duixian.web.site.names import government_name, language_name

FACET_NAMES: dict[str, str | Promise] = {
    "language": _("Language"),
    "government": _("Government"),
    "year": _("Year"),
    "role": _("Part of the report"),
    "function": pgettext_lazy("filter", "Function"),
    "specificity": _("How specific"),
    "verdict": _("Verdict"),
    "unit": _("Unit"),
    "indicator": pgettext_lazy("filter", "Indicator"),
    "heading": _("Heading"),
    "q": _("Search"),
}

_RULES: dict[str, str | Promise] = {
    "at least": _("At least a number"),
    "exactly": _("Exactly a number"),
    "around": _("Around a number"),
    "range": _("A range"),
    "limit": _("A limit, or a measure that is better low (prices, unemployment)"),
    "in step": _("In step with growth"),
    "told as reached": _("The report says itself that a target was reached, passed or missed"),
    "told as missed": _("The report says itself that a target was reached, passed or missed"),
    "told as the opposite": _("The opposite is reported"),
    "no number": _("Told of in words, without the number"),
    "not comparable": _("Told of in words, without the number"),
    "several years": _("Told of over several years together, without the year's part"),
    "difficulty": _("Told of only among the difficulties"),
    "members of a list": _("Several things named, fewer than half of them told of"),
    "to be finished": _("To be finished, and only work on it is reported"),
    "deed": _("Reported as done or under way"),
    "presupposed": _("Reported as done or under way"),
    "silence": _("Nothing in the next report answers it"),
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


def rule_name(rule: str) -> str:
    """Say a rule of the verdicts in words; an unknown one stands for itself."""
    return str(_RULES.get(rule, rule))


def _governments(keys: list[str]) -> dict[str, str]:
    found = Government.objects.public().filter(key__in=keys)  # of others not even the name
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
