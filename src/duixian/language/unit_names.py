"""How Chinese writes amounts: "jin" is 斤, "CNY/person" 元/人, 12,560,000 is 1256万."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import msgspec

from duixian.language.data import load_toml

_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_BARE = ("count", "1")  # counted things: what they are called depends on the thing


class _Unit(msgspec.Struct, frozen=True):
    code: str
    names: list[str]
    factor: str = "1"


class _File(msgspec.Struct, frozen=True):
    unit: list[_Unit]


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in load_toml("zh/units.toml", _File).unit:
        if unit.factor == "1":
            names.setdefault(unit.code, unit.names[0])
    return names


def unit_name_zh(code: str) -> str:
    """Return the Chinese name of a unit, none for things merely counted.

    A ratio is named by its parts; a code without a Chinese name is called as it is.
    """
    if code in _BARE:
        return ""
    names = _names()
    if code in names:
        return names[code]
    return "/".join(names.get(part, "" if part in _BARE else part) for part in code.split("/"))


def scaled_zh(value: Decimal) -> str:
    """Write a number in ten thousands and hundred millions, with none of its digits lost."""
    for size, name in _SCALES:
        if abs(value) >= size:
            return f"{(value / size).normalize():f}{name}"
    return f"{value.normalize():f}"
