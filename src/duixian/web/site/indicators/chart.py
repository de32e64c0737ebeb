"""A chart of targets and actuals as SVG, every mark a link to the sentence it comes from.

A target is a bar, an actual a mark on a line. What is not one number does not look like one: a
range is as high as it reaches, "at least" and "at most" carry an arrow, "around" is dashed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from duixian.bilingual.page.markup import safe
from duixian.web.site.amounts import number
from duixian.web.site.indicators.scale import BOTTOM, HEIGHT, LEFT, RIGHT, Scale, scale_for
from duixian.web.site.indicators.series import Line, Panel, Point
from duixian.web.site.names import government_name

_BAR, _THIN, _MARK, _ARROW = 11.0, 5.0, 4.5, 15.0
_LARGEST_SHIFT = 9.0  # between governments in one year
_UP, _DOWN = (">", ">="), ("<", "<=")
_LABELLED = 34  # room a year needs for its number

Address = Callable[[Point], str]


def chart(panel: Panel, *, name: str, key: str, address: Address) -> SafeString:
    """Draw a panel. ``key`` keeps the ids of several charts apart."""
    ends = [end for each in panel.drawn for end in (each.value, each.high) if end is not None]
    years = sorted({each.observation.year for each in panel.drawn})
    scale = scale_for(years, ends)
    title, words = safe(name), safe(_in_words(panel, years))
    lines = "".join(_line(line, panel, scale, address) for line in panel.lines)
    kind = "chart few" if scale.is_narrow else "chart"
    svg = (
        f'<svg class="{kind}" viewBox="0 0 {scale.width} {HEIGHT}" role="group" '
        f'aria-labelledby="{key}-title {key}-words"><title id="{key}-title">{title}</title>'
        f'<desc id="{key}-words">{words}</desc>{_axes(scale)}{lines}</svg>'
    )
    return SafeString(svg)


def _in_words(panel: Panel, years: list[int]) -> str:
    names = ", ".join(government_name(line.government) for line in panel.lines)
    return gettext("%(names)s, %(first)s to %(last)s. The table holds all numbers.") % {
        "names": names,
        "first": years[0],
        "last": years[-1],
    }


def _axes(scale: Scale) -> str:
    right, floor = scale.width - RIGHT, HEIGHT - BOTTOM
    pieces = []
    for tick in scale.ticks():
        at = scale.up(tick)
        pieces.append(
            f'<line class="grid" x1="{LEFT}" x2="{right}" y1="{at:.1f}" y2="{at:.1f}"/>'
            f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{safe(number(tick))}</text>'
        )
    every = max(1, round(_LABELLED / scale.year_width + 0.49))
    for place, year in enumerate(reversed(scale.years)):
        if place % every == 0:
            pieces.append(
                f'<text x="{scale.across(year):.1f}" y="{floor + 20}" '
                f'text-anchor="middle">{year}</text>'
            )
    pieces.append(f'<line class="axis" x1="{LEFT}" x2="{right}" y1="{floor}" y2="{floor}"/>')
    return f'<g aria-hidden="true">{"".join(pieces)}</g>'


def _line(line: Line, panel: Panel, scale: Scale, address: Address) -> str:
    shift = _shift(line.number, panel, scale)
    drawn = [(year, line.actuals[year]) for year in sorted(line.actuals)]
    path = "".join(
        f'<line class="line" x1="{scale.across(a) + shift:.1f}" y1="{scale.up(p.value):.1f}" '
        f'x2="{scale.across(b) + shift:.1f}" y2="{scale.up(q.value):.1f}"/>'
        for (a, p), (b, q) in pairwise(drawn)
        if b == a + 1  # a year without a number stays a gap
    )
    marks = "".join(_marks(line, scale, shift, address))
    several = len(panel.lines) > 1
    style = f"series series-{line.number}" if several else "single"
    return f'<g class="{style}">{path}{marks}</g>'


def _shift(place: int, panel: Panel, scale: Scale) -> float:
    """Set governments side by side in a year, so that no mark hides another."""
    places = [line.number for line in panel.lines]
    apart = min(_LARGEST_SHIFT, scale.year_width * 0.7 / len(places))
    return (places.index(place) - (len(places) - 1) / 2) * apart


def _marks(line: Line, scale: Scale, shift: float, address: Address) -> Iterator[str]:
    for word, points, draw in (
        (gettext("target"), line.targets, _target),
        (gettext("reported"), line.actuals, _actual),
    ):
        for year, point in sorted(points.items()):
            if not point.is_drawn:
                continue
            label = f"{government_name(line.government)} {year}, {word}: {point.said}"
            at = scale.across(year) + shift
            yield (
                f'<a href="{safe(address(point))}" aria-label="{safe(label)}">'
                f"<title>{safe(label)}</title>"
                f"{_reach(scale, at, point)}{draw(scale, at, point, line.number)}</a>"
            )


def _reach(scale: Scale, at: float, point: Point) -> str:
    """Give a mark room to be touched."""
    return f'<circle class="reach" cx="{at:.1f}" cy="{scale.up(point.value):.1f}" r="12"/>'


def _target(scale: Scale, at: float, point: Point, _number: int) -> str:
    top, bottom = _ends(scale, point)
    tall = max(bottom - top, _THIN)
    y = (top + bottom - tall) / 2
    about = " about" if point.observation.relation == "~" else ""
    return (
        f'<rect class="target{about}" x="{at - _BAR:.1f}" y="{y:.1f}" width="{2 * _BAR:.1f}" '
        f'height="{tall:.1f}" rx="1"/>{_arrow(point, at, y, y + tall, "target")}'
    )


def _actual(scale: Scale, at: float, point: Point, place: int) -> str:
    top, bottom = _ends(scale, point)
    about = " about" if point.observation.relation == "~" else ""
    span = ""
    if point.high is not None:
        span = (
            f'<line class="actual" x1="{at:.1f}" x2="{at:.1f}" y1="{top:.1f}" y2="{bottom:.1f}"/>'
        )
    return f"{span}{_shape(at, bottom, place, about)}{_arrow(point, at, top, bottom, 'actual')}"


def _ends(scale: Scale, point: Point) -> tuple[float, float]:
    low = scale.up(point.value)
    high = low if point.high is None else scale.up(point.high)
    return min(low, high), max(low, high)


def _arrow(point: Point, at: float, top: float, bottom: float, style: str) -> str:
    """Point upwards from "at least", downwards from "at most"."""
    relation = point.observation.relation
    if relation not in (*_UP, *_DOWN):
        return ""
    is_up = relation in _UP
    start, way = (top, -1) if is_up else (bottom, 1)
    tip = start + way * _ARROW
    return (
        f'<path class="{style} arrow" d="M{at:.1f} {start:.1f}V{tip:.1f}'
        f"M{at - 4:.1f} {tip - way * 5:.1f}L{at:.1f} {tip:.1f}L{at + 4:.1f} {tip - way * 5:.1f}"
        '"/>'
    )


def _shape(at: float, y: float, place: int, about: str) -> str:
    """Draw the mark of a government: each has a shape of its own as well as a colour."""
    s, t = _MARK, _MARK + 1.5
    paths = {
        2: f"M{at - s:.1f} {y - s:.1f}h{2 * s}v{2 * s}h{-2 * s}z",
        3: f"M{at:.1f} {y - s - 1:.1f}l{s + 1} {2 * s}h{-2 * s - 2}z",
        4: f"M{at:.1f} {y - t:.1f}l{t} {t}l{-t} {t}l{-t} {-t}z",
        5: f"M{at:.1f} {y + s + 1:.1f}l{s + 1} {-2 * s}h{-2 * s - 2}z",
        6: f"M{at - s:.1f} {y - s:.1f}l{2 * s} {2 * s}m0 {-2 * s}l{-2 * s} {2 * s}",
    }
    if place in paths:
        return f'<path class="actual{about}" d="{paths[place]}"/>'
    return f'<circle class="actual{about}" cx="{at:.1f}" cy="{y:.1f}" r="{s}"/>'
