"""Figures in plain numbers, for messages."""

from __future__ import annotations

from decimal import Decimal

from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.messages import quantity_zh, relation_zh, said
from duixian.bilingual.page.labels import Label
from duixian.language.unit_names import unit_name_zh
from duixian.reading.records import Relation

_UNIT_NAMES = {
    "CNY": "yuan", "USD": "US dollars", "HKD": "Hong Kong dollars", "EUR": "euros",
    "GBP": "pounds", "JPY": "yen", "%": "percent", "pp": "percentage points",
    "x": "times", "m": "meters", "km": "kilometers", "m2": "square meters",
    "km2": "square kilometers", "ha": "hectares", "mu": "mu", "acre": "acres",
    "m3": "cubic meters", "kg": "kilograms", "t": "metric tons", "jin": "jin", "W": "watts",
    "kWh": "kilowatt-hours", "day": "days", "h": "hours", "min": "minutes", "s": "seconds",
    "week": "weeks", "year": "years", "month": "months", "person": "", "household": "",
    "count": "", "ug/m3": "μg/m³",
}  # fmt: skip
_RELATION_NAMES = {
    Relation.EQUAL: "exactly",
    Relation.MORE: "more than",
    Relation.AT_LEAST: "at least",
    Relation.LESS: "less than",
    Relation.AT_MOST: "at most",
    Relation.ABOUT: "about",
}
_MOST_DIGITS = 12  # a fraction is shown no longer than it was meant


def plain(figure: Figure) -> str:
    """Say a figure in digits with its unit: 10,900,000,000 yuan."""
    mention = figure.described.mention
    number = plain_number(mention.value)
    if mention.high is not None:
        number += f" to {plain_number(mention.high)}"
    return f"{number} {unit_name(figure.unit)}".strip()


def plain_number(value: Decimal) -> str:
    """Say a number in digits, thousands parted by commas."""
    if value == value.to_integral_value():
        return f"{value:,.0f}"
    short = round(value, max(2, _MOST_DIGITS - len(f"{value:.0f}"))).normalize()
    return f"{short:,f}" if len(value.as_tuple().digits) <= _MOST_DIGITS else f"{value:,.2f}"


def unit_name(unit: str) -> str:
    """Name a unit in English; counts need none."""
    if unit in _UNIT_NAMES:
        return _UNIT_NAMES[unit]
    head, slash, per = unit.partition("/")
    return f"{_UNIT_NAMES.get(head, head)} per {per}" if slash else unit


def relation_name(relation: Relation) -> str:
    """Name a relation in English."""
    return _RELATION_NAMES[relation]


def figure_words(figure: Figure) -> Label:
    """Say a figure in digits with its unit, in both languages."""
    mention = figure.described.mention
    return Label(plain(figure), quantity_zh(mention.value, mention.high, figure.unit))


def unit_words(unit: str) -> Label:
    """Name a unit in both languages."""
    return Label(unit_name(unit), unit_name_zh(unit))


def relation_words(relation: Relation) -> Label:
    """Name a relation in both languages."""
    return Label(relation_name(relation), relation_zh(relation))


def both(zh: Figure, en: Figure) -> Label:
    """Say what each side says, in plain numbers with the words it stands in."""
    return said("both", zh=quoted(zh), en=quoted(en))


def quoted(figure: Figure) -> Label:
    """Say a figure in digits with the words it stands in, where they say it in another way."""
    words = figure_words(figure)
    zh = words.zh if words.zh == figure.quote else f"{words.zh}（{figure.quote}）"
    return Label(f"{words.en} ({figure.quote})", zh)


def times_words(factor: Decimal) -> str:
    """Name a power of ten as a multiple: ten, 100, 1,000."""
    return "ten" if factor == 10 else plain_number(factor)
