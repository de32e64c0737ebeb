"""Running headers, footers and page numbers: what repeats at the edge of the pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from duixian.documents.page_numbers import dressed_number
from duixian.documents.pdf.columns import Part
from duixian.documents.pdf.lines import Line
from duixian.documents.pdf.ruled import Rule

_EDGE = 0.13  # of the page's height, above and below, where running lines stand
_OUTERMOST = 0.1  # of the height, where a page number stands
_LOW_PAGE_EDGE = 60.0  # points that either has at least, on the low pages of slides
_MOST_LINES = 3  # running lines at one edge of a page
_SAME_PLACE = 6.0  # points
_FEWEST_OF_TEXT = 10  # lines of a page of text; a slide has fewer
_SMALL = 0.85  # of the size of the text, up to which type is small
_SENTENCE_END = re.compile(r"[。！？!?；;.][”’\"')）】]*$")
_FEWEST_REPEATS = 3
_NUMERAL = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百〇零]+|\b[ivxlc]+\b", re.IGNORECASE)
_FRAME = re.compile(r"^\W+|\W+$")  # what a page number is set in: 【3】, | 第3页 |
_PLAIN = re.compile(r"第?\s*(\d{1,4})\s*页?(?:\s*[,，|]?\s*\d{1,4})?")  # the other of how many
_LONGEST_NUMBER = 40  # characters


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page's parts in reading order, with its size in points and the lines drawn across it."""

    index: int
    width: float
    height: float
    parts: list[Part]
    rules: tuple[Rule, ...] = ()

    @property
    def lines(self) -> list[Line]:
        """Give the lines, tables left out."""
        return [part for part in self.parts if isinstance(part, Line)]


@dataclass(frozen=True, slots=True)
class _EdgeLine:
    """A line near the edge of its page."""

    line: Line
    page_height: float
    stands_out: bool
    is_apart: bool = False  # the outermost line, well off the next


def drop_running_lines(pages: Sequence[PageParts]) -> tuple[list[PageParts], int]:
    """Leave out what repeats at the edges; give the pages and how many lines went."""
    edges = [edge for page in pages for edge in _edge_lines(page)]
    running = _repeated(edges, len(pages)) | _page_numbers(edges) | _small_heads(pages)
    if not running:
        return list(pages), 0
    kept = [
        replace(page, parts=[part for part in page.parts if id(part) not in running])
        for page in pages
    ]
    return kept, len(running)


def _edge_lines(page: PageParts) -> list[_EdgeLine]:
    """Give the few highest and lowest lines that stand near the edge."""
    lines = sorted(page.lines, key=lambda line: line.baseline)
    edge = _edge(_EDGE, page.height)
    top = [line for line in lines[:_MOST_LINES] if line.bottom <= edge]
    bottom = [line for line in lines[-_MOST_LINES:] if line.top >= page.height - edge]
    edges = [*top, *(line for line in bottom if line not in top)]
    outermost = (lines[0], lines[-1]) if len(lines) > 2 else ()
    return [
        _EdgeLine(
            line,
            page.height,
            _stands_out(line, lines),
            is_apart=line in outermost and _distance(line, lines) > 1.2 * _pitch(lines),
        )
        for line in edges
    ]


def _edge(share: float, height: float) -> float:
    """Give how far the edge of a page reaches, in points."""
    return max(share * height, min(_LOW_PAGE_EDGE, 0.2 * height))


def _stands_out(line: Line, lines: Sequence[Line]) -> bool:
    """Tell a line that is smaller, shorter or further off than a line of the text would be."""
    size = median(each.size for each in lines)
    room = max(each.right for each in lines) - min(each.left for each in lines)
    return (
        abs(line.size - size) > 0.08 * size
        or line.right - line.left < 0.7 * room
        or _distance(line, lines) > 1.2 * _pitch(lines)
    )


def _pitch(lines: Sequence[Line]) -> float:
    """Give the usual distance from one baseline to the next."""
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    return median(steps or [2 * lines[0].size])


def _distance(line: Line, lines: Sequence[Line]) -> float:
    others = (abs(each.baseline - line.baseline) for each in lines if each is not line)
    return min(others, default=0.0)


def _repeated(edges: Sequence[_EdgeLine], pages: int) -> set[int]:
    """Find lines whose words, numerals apart, stand at the same place on several pages."""
    groups: dict[str, list[_EdgeLine]] = defaultdict(list)
    for edge in edges:
        groups["".join(_NUMERAL.sub("#", edge.line.text).split())].append(edge)
    needed = 2 if pages == 2 else max(_FEWEST_REPEATS, pages // 10)
    running: set[int] = set()
    for group in groups.values():
        if sum(edge.stands_out for edge in group) * 2 <= len(group):
            continue
        for edge in group:
            at = edge.line.baseline
            near = {o.line.page for o in group if abs(o.line.baseline - at) <= _SAME_PLACE}
            if len(near) >= needed or (edge.is_apart and _alternate(near, pages)):
                running.add(id(edge.line))
    return running


def _alternate(pages: set[int], count: int) -> bool:
    """Tell whether a line stands on all left or all right pages of a few, the first perhaps not."""
    sides = {page % 2 for page in pages}
    return len(pages) > 1 and len(sides) == 1 and len(pages) >= (count - 1) // 2


def _small_heads(pages: Sequence[PageParts]) -> set[int]:
    """Find lines in small type, each the first of its page, at one place on half of the pages.

    What they say may change: the journal on the left pages, the chapter on the right.
    """
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return set()
    small = _SMALL * median(line.size for line in lines)
    room = max(line.right for line in lines) - min(line.left for line in lines)
    found = (_small_head(page, size=small, width=0.7 * room) for page in pages)
    heads = sorted((head for head in found if head), key=lambda line: line.baseline)
    running: set[int] = set()
    same: list[Line] = []
    for head in [*heads, None]:
        if head and same and head.baseline - same[0].baseline <= _SAME_PLACE:
            same.append(head)
            continue
        if len(same) >= max(2, len(pages) / 2):
            running.update(map(id, same))
        same = [head] if head else []
    return running


def _small_head(page: PageParts, *, size: float, width: float) -> Line | None:
    """Give the first line of a page if it is smaller and shorter than the lines of the text."""
    lines = sorted(page.lines, key=lambda line: line.baseline)
    if len(lines) < _FEWEST_OF_TEXT or lines[0].bottom > _EDGE * page.height:
        return None
    head, below = lines[:2]
    is_short = head.right - head.left < width or "\t" in head.text
    is_small = head.size <= size < below.size
    return head if is_small and is_short and not _SENTENCE_END.search(head.text) else None


def _page_numbers(edges: Sequence[_EdgeLine]) -> set[int]:
    """Find page numbers, which are the outermost line of their page."""
    told = [(edge, *found) for edge in edges if (found := _page_number(edge.line.text))]
    numbers = {(edge.line.page, number) for edge, number, _ in told}
    running: set[int] = set()
    for edge, number, is_dressed in told:
        page = edge.line.page
        counted = number == page + 1 or not numbers.isdisjoint(
            {(page - 1, number - 1), (page + 1, number + 1)}
        )
        reach = _edge(_OUTERMOST, edge.page_height)
        outermost = edge.line.top >= edge.page_height - reach or edge.line.bottom <= reach
        if outermost and (is_dressed or counted):
            running.add(id(edge.line))
    return running


def _page_number(text: str) -> tuple[int, bool] | None:
    """Return the number in a line that bears nothing else, and whether it is dressed up."""
    if len(text) > _LONGEST_NUMBER:
        return None
    bare = _FRAME.sub("", text)
    for each in (text, bare):
        if (number := dressed_number(each)) is not None:
            return number, True
    plain = _PLAIN.fullmatch(bare)
    return (int(plain[1]), False) if plain else None
