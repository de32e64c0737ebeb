"""A small chart of one chain: a bar where the target lies, a dot for what was reached."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from duixian.accounting.chains.records import Chain, Value
from duixian.accounting.chains.series import actual_value, target_value
from duixian.accounting.chains.words import (
    compact_words,
    number_words,
    target_words,
    unit_words,
)
from duixian.bilingual.page.markup import safe

_WIDTH, _HEIGHT = 360, 120
_LEFT, _TOP, _BOTTOM = 10, 22, 22
_FEWEST_POINTS = 3
_THIN = 4.0  # height of a target that is no range


def chart(chain: Chain, language: str = "en") -> str:
    """Return the chart as SVG; nothing where there are too few numbers to show a course."""
    targets = [target_value(chain, link) for link in chain.links]
    actuals = [actual_value(chain, link) for link in chain.links]
    known = [value for value in (*targets, *actuals) if value is not None]
    if len(known) < _FEWEST_POINTS:
        return ""
    scale = _Scale(known, len(chain.links))
    pieces, dots, said = [], [], []
    spell = partial(number_words, language=language)
    promised, reached = ("目标", "实际") if language == "zh" else ("target", "reached")
    for index, (link, target, actual) in enumerate(zip(chain.links, targets, actuals, strict=True)):
        at = scale.across(index)
        pieces.append(f'<text x="{at:.1f}" y="{_HEIGHT - 5}">{link.year}</text>')
        words = []
        if target is not None:
            words.append(f"{promised} {target_words(link, target, spell)}")
            pieces.append(_bar(scale, at, target, f"{link.year}: {words[-1]}"))
        if actual is not None:
            words.append(f"{reached} {spell(actual)}")
            up = scale.up(actual.low)
            dots.append((at, up, f"{link.year}: {words[-1]}"))
            short = safe(compact_words(actual, language))
            pieces.append(f'<text class="value" x="{at:.1f}" y="{up - 8:.1f}">{short}</text>')
        if words:
            said.append(f"{link.year}: {', '.join(words)}")
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in dots)
    circles = "".join(
        f'<circle class="reached" cx="{x:.1f}" cy="{y:.1f}" r="4">'
        f"<title>{safe(title)}</title></circle>"
        for x, y, title in dots
    )
    label = safe(f"{chain.name} ({unit_words(chain.unit, language)}). {'; '.join(said)}")
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">'
        f'{"".join(pieces)}<polyline points="{line}"/>{circles}</svg>'
    )


class _Scale:
    """Places years from left to right and values from below to above."""

    def __init__(self, values: list[Value], years: int) -> None:
        ends = [end for value in values for end in (value.low, value.high) if end is not None]
        self._low, high = min(ends), max(ends)
        self._span = (high - self._low) or Decimal(1)
        self._step = (_WIDTH - 2 * _LEFT) / years
        self.half = min(18.0, self._step * 0.35)

    def across(self, index: int) -> float:
        """Return where the middle of a year lies."""
        return _LEFT + self._step * (index + 0.5)

    def up(self, value: Decimal) -> float:
        """Return the height at which a value lies, counted from above."""
        share = float((value - self._low) / self._span)
        return _TOP + (1 - share) * (_HEIGHT - _TOP - _BOTTOM - 10)


def _bar(scale: _Scale, at: float, target: Value, title: str) -> str:
    low = scale.up(target.low)
    high = scale.up(target.high) if target.high is not None else low
    top, tall = min(low, high) - _THIN / 2, abs(low - high) + _THIN
    return (
        f'<rect class="target" x="{at - scale.half:.1f}" y="{top:.1f}" '
        f'width="{2 * scale.half:.1f}" height="{tall:.1f}"><title>{safe(title)}</title></rect>'
    )
