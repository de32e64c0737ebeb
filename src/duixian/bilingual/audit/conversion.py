"""Units to dimensions: what a printed number comes to in the base unit of its kind.

Counts, persons and households are one kind across languages: 人 against "jobs" is no error.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

COUNT = "count"
MONEY = "money"
PERCENT = "percent"
POINTS = "points"
RATIO = "ratio"
TIME = "time"

_UNITS: dict[str, tuple[str, Decimal]] = {
    "count": (COUNT, Decimal(1)),
    "person": (COUNT, Decimal(1)),
    "household": (COUNT, Decimal(1)),
    "%": (PERCENT, Decimal(1)),
    "pp": (POINTS, Decimal(1)),
    "x": (RATIO, Decimal(1)),
    "nm": ("length", Decimal("1e-9")),
    "m": ("length", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "m2": ("area", Decimal(1)),
    "km2": ("area", Decimal(1_000_000)),
    "ha": ("area", Decimal(10_000)),
    "mu": ("area", Decimal(10_000) / 15),
    "acre": ("area", Decimal("4046.8564224")),
    "m3": ("volume", Decimal(1)),
    "kg": ("mass", Decimal(1)),
    "jin": ("mass", Decimal("0.5")),
    "t": ("mass", Decimal(1000)),
    "W": ("power", Decimal(1)),
    "hp": ("power", Decimal("735.49875")),
    "kWh": ("energy", Decimal(1)),
    "s": (TIME, Decimal(1) / 86_400),
    "min": (TIME, Decimal(1) / 1440),
    "h": (TIME, Decimal(1) / 24),
    "day": (TIME, Decimal(1)),
    "week": (TIME, Decimal(7)),
    "month": (TIME, Decimal("30.4375")),
    "year": (TIME, Decimal("365.25")),
    "ug/m3": ("ug/m3", Decimal(1)),
    "mg/L": ("mg/L", Decimal(1)),
}
_CURRENCIES = frozenset({"CNY", "USD", "HKD", "EUR", "GBP", "JPY", "SUR"})
# Conversions that texts round on the way: six mu to the acre, thirty days to the month.
LOOSE_SHARE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What one unit code is: its kind, its size in the base unit, and what it is counted per."""

    dimension: str
    factor: Decimal
    per: str  # "month" in CNY/month; empty where the unit is no ratio


def conversion_of(unit: str) -> Conversion:
    """Return the conversion of a unit code; an unknown unit is a kind of its own."""
    if unit in _UNITS:
        return Conversion(*_UNITS[unit], "")
    head, _, per = unit.partition("/")
    if head in _CURRENCIES:
        return Conversion(MONEY, Decimal(1), per)
    if head in _UNITS:
        return Conversion(*_UNITS[head], per)
    return Conversion(unit, Decimal(1), "")


def currency_of(unit: str) -> str:
    """Return the currency of a money unit."""
    return unit.partition("/")[0]
