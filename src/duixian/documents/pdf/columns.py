"""The order in which the parts of a page are read: top to bottom, or two columns in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from duixian.documents.pdf.lines import Line, Segment, join_rows
from duixian.documents.pdf.narrow_gutters import part_at_narrow_gutter
from duixian.documents.pdf.ruled import RuledTable

Part = Line | RuledTable

_FEWEST_ROWS = 4  # in each column
_LEAST_SHARE = 0.15  # of the characters of the page, in each column
_MOST_CROSSING = 0.3  # of the characters of the page, over the gutter
_PROSE_FILL = 0.55  # of the column's width that its median line takes; tables take less


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part with the place that decides when it is read."""

    left: float
    last: float  # where its last letter begins, which may be a mark hung over the margin
    top: float
    what: Segment | RuledTable


def order_parts(
    segments: Sequence[Segment],
    tables: Sequence[RuledTable],
    *,
    page: int,
    usual_gutter: float | None = None,
) -> tuple[list[Part], float | None]:
    """Put the segments and tables of a page in reading order, segments written as lines.

    Gives the gutter between two columns as well. `usual_gutter`, that of the page before,
    helps with a page too short to show its columns.
    """
    gutter: float | None
    parted = part_at_narrow_gutter(segments)
    if parted and _parts_prose(*parted):
        segments, gutter = parted
    else:
        gutter = _find_gutter(segments)
    if gutter is None and usual_gutter is not None and _fits(usual_gutter, segments):
        gutter = usual_gutter
    placed = [_Placed(s.left, s.characters[-1].left, s.baseline - s.size, s) for s in segments]
    placed += [_Placed(t.left, t.right, t.top, t) for t in tables]
    placed.sort(key=lambda each: each.top)
    if gutter is None:
        return _write(placed, page=page, column=0), None
    return _two_columns(placed, gutter, page=page), gutter


def _fits(gutter: float, segments: Sequence[Segment]) -> bool:
    """Tell whether no text crosses a gutter and some ends just before it."""
    return (
        not any(each.left < gutter < each.right for each in segments)
        and sum(0 < gutter - each.right < 5 * each.size for each in segments) >= 2
    )


def _two_columns(placed: Sequence[_Placed], gutter: float, *, page: int) -> list[Part]:
    """Read left then right down to whatever crosses the gutter, then go on below it."""
    parts: list[Part] = []
    left: list[_Placed] = []
    right: list[_Placed] = []

    def flush() -> None:
        parts.extend(_write(left, page=page, column=1))
        parts.extend(_write(right, page=page, column=2))
        left.clear()
        right.clear()

    for each in placed:
        if each.last <= gutter:
            left.append(each)
        elif each.left >= gutter:
            right.append(each)
        else:
            flush()
            parts.extend(_write([each], page=page, column=0))
    flush()
    return parts


def _write(placed: Sequence[_Placed], *, page: int, column: int) -> list[Part]:
    """Write what stands in one column, joining segments between the tables to lines."""
    parts: list[Part] = []
    waiting: list[Segment] = []

    def flush() -> None:
        waiting.sort(key=lambda each: each.baseline)
        parts.extend(join_rows(waiting, page=page, column=column))
        waiting.clear()

    for each in placed:
        if isinstance(each.what, Segment):
            waiting.append(each.what)
        else:
            flush()
            parts.append(each.what)
    flush()
    return parts


def _find_gutter(segments: Sequence[Segment]) -> float | None:
    """Find where an empty band parts a page of prose in two columns, if one does."""
    if len(segments) < 2 * _FEWEST_ROWS:
        return None
    left = min(each.left for each in segments)
    width = max(each.right for each in segments) - left
    candidates = [left + width * percent / 100 for percent in range(30, 71)]

    def crossing(at: float) -> int:
        return sum(len(s.characters) for s in segments if s.left < at < s.right)

    gutter = _middle_of_best(candidates, crossing)
    return gutter if _parts_prose(segments, gutter) else None


def _parts_prose(segments: Sequence[Segment], gutter: float) -> bool:
    """Tell whether prose stands on both sides of a gutter, and little across it."""
    total = sum(len(each.characters) for each in segments)
    sides = (
        [each for each in segments if each.right <= gutter],
        [each for each in segments if each.left >= gutter],
    )
    across = total - sum(len(each.characters) for side in sides for each in side)
    if across > _MOST_CROSSING * total:
        return False
    widths = (
        gutter - min(each.left for each in segments),
        max(each.right for each in segments) - gutter,
    )
    return all(_is_prose(side, total, room) for side, room in zip(sides, widths, strict=True))


def _middle_of_best(candidates: Sequence[float], cost: Callable[[float], int]) -> float:
    costs = [cost(each) for each in candidates]
    least = min(costs)
    best = [each for each, own in zip(candidates, costs, strict=True) if own == least]
    return best[len(best) // 2]


def _is_prose(side: Sequence[Segment], total: int, width: float) -> bool:
    if len(side) < _FEWEST_ROWS or sum(len(s.characters) for s in side) < _LEAST_SHARE * total:
        return False
    return median(each.right - each.left for each in side) >= _PROSE_FILL * width
