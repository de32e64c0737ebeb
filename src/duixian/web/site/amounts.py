"""Numbers as a reader of either language says them: 不少于1200万人, "at least 12 million people".

Chinese counts in 万 and 亿, English in millions and billions; nothing is rounded away.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from duixian.language.english_numerals import SCALES
from duixian.web.language_prefix import is_chinese

_CHINESE = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_MOST_DECIMALS = 4
_LARGEST_EXPONENT = 30  # beyond it a number is shown as it is kept


def _unit(name: str) -> Promise:
    return pgettext_lazy("unit", name)


_UNITS: dict[str, str | Promise] = {
    "": "",
    "1": "",
    "count": "",
    "%": "%",
    "CNY": _unit("yuan"),
    "USD": _unit("US dollars"),
    "HKD": _unit("Hong Kong dollars"),
    "EUR": _unit("euros"),
    "pp": _unit("percentage points"),
    "x": _unit("times"),
    "person": _unit("people"),
    "household": _unit("households"),
    "m": _unit("metres"),
    "km": _unit("km"),
    "m2": _unit("square metres"),
    "km2": _unit("square km"),
    "ha": _unit("hectares"),
    "mu": _unit("mu"),
    "acre": _unit("acres"),
    "m3": _unit("cubic metres"),
    "kg": _unit("kg"),
    "t": _unit("tonnes"),
    "jin": _unit("jin"),
    "W": _unit("watts"),
    "kWh": _unit("kWh"),
    "day": _unit("days"),
    "week": _unit("weeks"),
    "month": _unit("months"),
    "year": _unit("years"),
    "h": _unit("hours"),
    "min": _unit("minutes"),
    "s": _unit("seconds"),
    "ug/m3": _unit("µg/m³"),
    "mg/L": _unit("mg/L"),
    "TEU": _unit("standard containers"),
    "tkm": _unit("tonne-km"),
    "pkm": _unit("passenger-km"),
}
# Which word stands for a relation: the number takes the place of the %s.
_RELATIONS = {
    ">": _("over %s"),
    ">=": _("at least %s"),
    "<": _("under %s"),
    "<=": _("at most %s"),
    "~": _("about %s"),
}


def unit_name(unit: str) -> str:
    """Name a unit code in the reader's language; an unknown code stands for itself."""
    if unit in _UNITS:
        return str(_UNITS[unit])
    head, slash, per = unit.partition("/")
    return f"{unit_name(head)}{slash}{_per(per)}" if slash else unit


def _per(unit: str) -> str:
    singular = {
        "person": _unit("person"),
        "month": _unit("month"),
        "year": _unit("year"),
        "day": _unit("day"),
        "household": _unit("household"),
    }
    return str(singular.get(unit) or unit_name(unit))


def amount(
    value: Decimal, high: Decimal | None = None, *, unit: str = "", relation: str = "="
) -> str:
    """Say a number with its unit and relation, or both ends of a range."""
    said = number(value) if high is None else f"{number(value)}–{number(high)}"
    name = unit_name(unit)
    space = "" if is_chinese() or unit == "%" or not name else " "
    said = f"{said}{space}{name}"
    return str(_RELATIONS[relation]) % said if relation in _RELATIONS else said


def target_of(quantity: object) -> str:
    """Say the number of a record that has value, high, unit and relation; empty without one."""
    value = getattr(quantity, "value", None)
    if value is None:
        return ""
    return amount(
        value,
        getattr(quantity, "high", None),
        unit=getattr(quantity, "unit", ""),
        relation=getattr(quantity, "relation", "="),
    )


def number(value: Decimal) -> str:
    """Write a number with the largest scale of the language that loses no digit."""
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return str(value)
    for size, name in _CHINESE if is_chinese() else SCALES:
        part = value / size
        if abs(value) >= size and part == round(part, _MOST_DECIMALS):
            return f"{part.normalize():,f}{name}"
    return f"{value.normalize():,f}"
