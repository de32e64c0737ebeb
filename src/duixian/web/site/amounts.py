"""Numbers as a reader of either language says them: 不少于1200万人, "at least 12 million people".

Chinese counts in 万 and 亿, English in millions and billions; nothing is rounded away.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

_CHINESE = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_ENGLISH = (
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 6, " million"),
)
_MOST_DECIMALS = 4
_LARGEST_EXPONENT = 30  # beyond it a number is shown as it is kept
_CLOSE = ("%", "‰")  # signs that stand directly behind a number in both languages
_UNITS: dict[str, str | Promise] = {
    "": "", "1": "", "count": "", "%": "%", "‰": "‰",
    "CNY": _("yuan"), "USD": _("US dollars"), "HKD": _("Hong Kong dollars"), "EUR": _("euros"),
    "pp": _("percentage points"), "x": _("times"),
    "person": _("people"), "household": _("households"),
    "m": _("metres"), "km": _("km"), "m2": _("square metres"), "km2": _("square km"),
    "ha": _("hectares"), "mu": _("mu"), "acre": _("acres"), "m3": _("cubic metres"),
    "kg": _("kg"), "t": _("tonnes"), "jin": _("jin"), "W": _("watts"), "kWh": _("kWh"),
    "day": _("days"), "week": _("weeks"), "month": _("months"), "year": _("years"),
    "h": _("hours"), "min": _("minutes"), "s": _("seconds"),
    "ug/m3": _("µg/m³"), "mg/L": _("mg/L"), "TEU": _("standard containers"),
    "tkm": _("tonne-km"), "pkm": _("passenger-km"),
}  # fmt: skip
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
    singular = {"person": _("person"), "month": _("month"), "year": _("year"), "day": _("day"),
                "household": _("household")}  # fmt: skip
    return str(singular.get(unit) or unit_name(unit))


def amount(
    value: Decimal, high: Decimal | None = None, *, unit: str = "", relation: str = "="
) -> str:
    """Say a number with its unit and relation, or both ends of a range."""
    said = number(value) if high is None else f"{number(value)}–{number(high)}"
    name = unit_name(unit)
    space = "" if _is_chinese() or unit in _CLOSE or not name else " "
    said = f"{said}{space}{name}"
    return str(_RELATIONS[relation]) % said if relation in _RELATIONS else said


def target_of(quantity: object) -> str:
    """Say the number of a record that has value, high, unit, relation and basis."""
    value = getattr(quantity, "value", None)
    if value is None:
        return ""
    said = amount(
        value,
        getattr(quantity, "high", None),
        unit=getattr(quantity, "unit", ""),
        relation=getattr(quantity, "relation", "="),
    )
    if getattr(quantity, "basis", "level") == "change":
        return gettext("%s (change)") % said
    return said


def number(value: Decimal) -> str:
    """Write a number with the largest scale of the language that loses no digit."""
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return str(value)
    for size, name in _CHINESE if _is_chinese() else _ENGLISH:
        part = value / size
        if abs(value) >= size and part == round(part, _MOST_DECIMALS):
            return f"{part.normalize():,f}{name}"
    return f"{value.normalize():,f}"


def _is_chinese() -> bool:
    return not (get_language() or "zh").startswith("en")
