"""Running headers, footers and page numbers: what repeats at the edge of the pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from duixian.documents.pdf.columns import Part
from duixian.documents.pdf.lines import Line

_EDGE = 0.13  # of the page's height, above and below, where running lines stand
_MOST_LINES = 3  # running lines at one edge of a page
_SAME_PLACE = 6.0  # points
_FEWEST_REPEATS = 3
_NUMERAL = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百〇零]+|\b[ivxlc]+\b", re.IGNORECASE)
_NUMBER_ONLY = re.compile(
    r"""\W*(?: 第?\s*\d{1,4}\s*页?(?:\s*[,，/|]?\s*(?:共\s*\d{1,4}\s*页|of\s*\d{1,4}|\d{1,4}))?
          | page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?
          | [ivxlc]{1,6} )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_DRESSED = re.compile(r"\s*[-—–―－~·•]+\s*\d{1,4}\s*[-—–―－~·•]+\s*|.*(?:第|共|page|of|/).*", re.I)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page's parts in reading order, with its size in points."""

    index: int
    width: float
    height: float
    parts: list[Part]

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


def drop_running_lines(pages: Sequence[PageParts]) -> tuple[list[PageParts], int]:
    """Leave out what repeats at the edges; give the pages and how many lines went."""
    edges = [edge for page in pages for edge in _edge_lines(page)]
    running = _repeated(edges, len(pages)) | _page_numbers(edges)
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
    top = [line for line in lines[:_MOST_LINES] if line.bottom <= _EDGE * page.height]
    bottom = [line for line in lines[-_MOST_LINES:] if line.top >= (1 - _EDGE) * page.height]
    edges = [*top, *(line for line in bottom if line not in top)]
    return [_EdgeLine(line, page.height, _stands_out(line, lines)) for line in edges]


def _stands_out(line: Line, lines: Sequence[Line]) -> bool:
    """Tell a line that is smaller, shorter or further off than a line of the text would be."""
    size = median(each.size for each in lines)
    room = max(each.right for each in lines) - min(each.left for each in lines)
    pitch = median([b.baseline - a.baseline for a, b in pairwise(lines)] or [2 * size])
    return (
        abs(line.size - size) > 0.08 * size
        or line.right - line.left < 0.7 * room
        or _distance(line, lines) > 1.2 * pitch
    )


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
            if len(near) >= needed:
                running.add(id(edge.line))
    return running


def _page_numbers(edges: Sequence[_EdgeLine]) -> set[int]:
    """Find page numbers, which are the outermost line of their page."""
    candidates = [edge for edge in edges if _NUMBER_ONLY.fullmatch(edge.line.text.strip())]
    lines = [edge.line for edge in candidates]
    running: set[int] = set()
    for edge in candidates:
        line = edge.line
        numbers = [int(each) for each in re.findall(r"\d+", line.text)]
        dressed = bool(_DRESSED.fullmatch(line.text))
        counted = line.page + 1 in numbers or _goes_on(line, lines)
        outermost = line.top >= 0.9 * edge.page_height or line.bottom <= 0.1 * edge.page_height
        if outermost and (dressed or counted):
            running.add(id(line))
    return running


def _goes_on(line: Line, candidates: Sequence[Line]) -> bool:
    """Tell whether the neighbouring page bears the neighbouring number."""
    own = re.findall(r"\d+", line.text)
    return bool(own) and any(
        abs(other.page - line.page) == 1
        and re.findall(r"\d+", other.text)[:1] == [str(int(own[0]) + other.page - line.page)]
        for other in candidates
    )
