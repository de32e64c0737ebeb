"""Tables drawn with ruling lines: the lines of a page to grids, merged cells included.

A grid is a set of horizontal and vertical rules that touch. Its cells are the fields
between neighbouring rules; where a rule is missing between two fields, they are one cell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duixian.documents.pdf.characters import Character
from duixian.documents.pdf.lines import find_segments, segment_text
from duixian.documents.table_layout import GridCell
from duixian.documents.wide import is_wide

_NEAR = 3.0  # points; rules this close are one, and touch
_LEAST_RULE = 5.0  # points; shorter strokes are parts of drawings
_COVERED = 0.6  # of a field's side that a rule must cover to part it from the next
_MOST_RULES = 2_000  # on a page; more are a drawing
_LEAST_FILLED = 0.3  # of the cells; a chart's grid holds no text


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: at one place across, from start to end along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page, its box in the reader's coordinates and its cells."""

    left: float
    right: float
    top: float
    bottom: float
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: list[float]  # where the vertical rules stand
    rows: list[float]  # where the horizontal rules stand
    vertical: dict[float, list[Rule]]
    horizontal: dict[float, list[Rule]]


def find_tables(
    horizontal: Sequence[Rule],
    vertical: Sequence[Rule],
    characters: Sequence[Character],
    *,
    max_cells: int,
) -> tuple[list[RuledTable], list[Character]]:
    """Find the ruled tables of a page; give them and the characters outside of them."""
    if not characters or len(horizontal) + len(vertical) > _MOST_RULES:
        return [], list(characters)
    tables: list[RuledTable] = []
    rest = list(characters)
    for grid in _find_grids(_straighten(horizontal), _straighten(vertical)):
        if (len(grid.columns) - 1) * (len(grid.rows) - 1) > max_cells:
            continue
        inside = [each for each in rest if _is_inside(each, grid)]
        table = _read_grid(grid, inside)
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            rest = [each for each in rest if id(each) not in taken]
    return tables, rest


def _straighten(rules: Iterable[Rule]) -> list[Rule]:
    """Make one of rules that lie on each other or go on from each other."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: each.at):
        if levels and rule.at - levels[-1][-1].at <= _NEAR / 2:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined: list[Rule] = []
    for level in levels:
        at = level[len(level) // 2].at
        start, end = None, 0.0
        for rule in sorted(level, key=lambda each: each.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _NEAR:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            joined.append(Rule(at, start, end))
    return [each for each in joined if each.end - each.start >= _LEAST_RULE]


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.start - _NEAR <= down.at <= across.end + _NEAR
        and down.start - _NEAR <= across.at <= down.end + _NEAR
    )


def _find_grids(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[_Grid]:
    """Group the rules that touch, directly or through others; biggest groups first."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, across in enumerate(horizontal):
        for other, down in enumerate(vertical, start=len(horizontal)):
            if _touch(across, down):
                parent[root(one)] = root(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*horizontal, *vertical]):
        groups[root(index)][index >= len(horizontal)].append(rule)
    grids = [_make_grid(across, down) for across, down in groups.values()]
    return [each for each in grids if len(each.columns) >= 3 and len(each.rows) >= 3]


def _make_grid(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> _Grid:
    across: dict[float, list[Rule]] = defaultdict(list)
    down: dict[float, list[Rule]] = defaultdict(list)
    for rule in horizontal:
        across[_level(across, rule.at)].append(rule)
    for rule in vertical:
        down[_level(down, rule.at)].append(rule)
    return _Grid(sorted(down), sorted(across), down, across)


def _level(levels: dict[float, list[Rule]], at: float) -> float:
    return next((each for each in levels if abs(each - at) <= _NEAR), at)


def _is_inside(character: Character, grid: _Grid) -> bool:
    x, y = _middle(character)
    return grid.columns[0] <= x <= grid.columns[-1] and grid.rows[0] <= y <= grid.rows[-1]


def _middle(character: Character) -> tuple[float, float]:
    return (character.left + character.right) / 2, (character.top + character.bottom) / 2


def _is_parted(rules: Sequence[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(each.end, end) - max(each.start, start)) for each in rules)
    return covered >= _COVERED * (end - start)


def _read_grid(grid: _Grid, inside: Sequence[Character]) -> RuledTable | None:
    """Fill a grid with its text; none where it is a frame, a form line or a chart."""
    fields = _merge_fields(grid)
    regions: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, region in fields.items():
        regions[region].append(place)
    texts: dict[int, list[Character]] = defaultdict(list)
    for character in inside:
        texts[fields[_field_of(character, grid)]].append(character)
    cells = [_make_cell(places, texts.get(region, [])) for region, places in regions.items()]
    begun = Counter(cell.row for cell in cells)
    filled = sum(bool(cell.text) for cell in cells)
    if len(begun) < 2 or max(begun.values()) < 2 or filled < max(2, _LEAST_FILLED * len(cells)):
        return None
    box = (grid.columns[0], grid.columns[-1], grid.rows[0], grid.rows[-1])
    return RuledTable(*box, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _merge_fields(grid: _Grid) -> dict[tuple[int, int], int]:
    """Number the fields so that those without a rule between them share a number."""
    places = [(r, c) for r in range(len(grid.rows) - 1) for c in range(len(grid.columns) - 1)]
    region = {place: index for index, place in enumerate(places)}
    members = {index: [place] for place, index in region.items()}

    def unite(one: tuple[int, int], other: tuple[int, int]) -> None:
        kept, gone = region[one], region[other]
        if len(members[kept]) < len(members[gone]):
            kept, gone = gone, kept
        if kept != gone:
            members[kept].extend(members[gone])
            for place in members.pop(gone):
                region[place] = kept

    for row, column in places:
        left, right = grid.columns[column], grid.columns[column + 1]
        top, bottom = grid.rows[row], grid.rows[row + 1]
        if (row, column + 1) in region and not _is_parted(grid.vertical[right], top, bottom):
            unite((row, column), (row, column + 1))
        if (row + 1, column) in region and not _is_parted(grid.horizontal[bottom], left, right):
            unite((row, column), (row + 1, column))
    return region


def _field_of(character: Character, grid: _Grid) -> tuple[int, int]:
    x, y = _middle(character)
    row = sum(at < y for at in grid.rows[1:-1])
    return row, sum(at < x for at in grid.columns[1:-1])


def _make_cell(places: Sequence[tuple[int, int]], characters: Sequence[Character]) -> GridCell:
    rows = [row for row, _ in places]
    columns = [column for _, column in places]
    return GridCell(
        row=min(rows),
        column=min(columns),
        text=_cell_text(characters),
        row_span=max(rows) - min(rows) + 1,
        column_span=max(columns) - min(columns) + 1,
    )


def _cell_text(characters: Sequence[Character]) -> str:
    """Write the lines of a cell one after the other, words parted by spaces."""
    text = ""
    baseline = None
    for segment in find_segments(characters):
        part = segment_text(segment)
        same_row = baseline is not None and abs(segment.baseline - baseline) < 0.3 * segment.size
        tight = not text or (not same_row and (is_wide(text[-1]) or is_wide(part[0])))
        text += part if tight else " " + part
        baseline = segment.baseline
    return text
