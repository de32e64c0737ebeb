"""Numbers of a cascade in the form people read."""

from __future__ import annotations

from decimal import Decimal


def amount(value: Decimal) -> str:
    """Return a number with its thousands set off."""
    return f"{value.normalize():,f}"


def percent(share: Decimal) -> str:
    """Return a share of one in per cent, to one decimal."""
    return f"{100 * share:.1f} %"
