"""Where years and values lie on a chart, and which round numbers stand beside its axis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

LEFT, RIGHT, TOP, BOTTOM = 76, 14, 18, 34
HEIGHT = 320
_WIDEST_YEAR, _NARROWEST_YEAR = 64, 30
_LEAST_WIDTH = 420
_TICKS = 5
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_ZERO_SHARE = Decimal("0.4")  # values that reach below this share of the largest start at zero


@dataclass(frozen=True, slots=True)
class Scale:
    """The drawing area of a chart."""

    years: tuple[int, ...]
    low: Decimal
    high: Decimal
    step: Decimal
    width: int

    @property
    def is_narrow(self) -> bool:
        """Whether there are so few years that a telephone shows them all."""
        return self.width <= _LEAST_WIDTH

    @property
    def year_width(self) -> float:
        """The room of one year."""
        return (self.width - LEFT - RIGHT) / len(self.years)

    def across(self, year: int) -> float:
        """Return where the middle of a year lies."""
        return LEFT + self.year_width * (self.years.index(year) + 0.5)

    def up(self, value: Decimal) -> float:
        """Return the height of a value, counted from above."""
        share = float((value - self.low) / (self.high - self.low))
        return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)

    def ticks(self) -> list[Decimal]:
        """Return the round numbers beside the axis, from below."""
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * at for at in range(count + 1)]


def scale_for(years: list[int], values: list[Decimal]) -> Scale:
    """Lay out years without gaps and values between round numbers."""
    every = tuple(range(years[0], years[-1] + 1)) if years[-1] - years[0] < 60 else tuple(years)
    low, high = min(values), max(values)
    if low > 0 and low < high * _ZERO_SHARE:
        low = Decimal(0)
    step = _round_step((high - low) or abs(high) or Decimal(1))
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    if bottom == low and low != 0:
        bottom -= step  # so that no mark lies on the frame
    if top == high:
        top += step
    width = LEFT + RIGHT + len(every) * max(_NARROWEST_YEAR, min(_WIDEST_YEAR, 760 // len(every)))
    return Scale(every, bottom, top, step, max(width, _LEAST_WIDTH))


def _round_step(span: Decimal) -> Decimal:
    rough = span / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in _STEPS if step * power >= rough)
