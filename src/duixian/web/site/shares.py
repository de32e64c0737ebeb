"""Parts of a whole as a bar: widths for the drawing, numbers for the words beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duixian.accounting.grade.records import percent


@dataclass(frozen=True, slots=True)
class Share:
    """One part: where it stands in a bar 100 wide, and how much it is."""

    value: str
    style: str  # the class that gives it its tone
    count: int
    x: str
    width: str
    percent: str


def shares_of(counts: Iterable[tuple[str, int]], *, prefix: str) -> list[Share]:
    """Lay out counts side by side; of nothing at all, every part is empty."""
    pairs = list(counts)
    whole = sum(count for _, count in pairs)
    shares, here = [], 0.0
    for value, count in pairs:
        width = 100 * count / whole if whole else 0.0
        said = percent(count, whole) or "–"
        shares.append(Share(value, f"{prefix}-{value}", count, f"{here:.2f}", f"{width:.2f}", said))
        here += width
    return shares
