"""Running headers, footers and page numbers: what repeats at the edge of the pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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
    """A page's parts in reading order, with its height in points."""

    index: int
    height: float
    parts: list[Part]

    @property
    def lines(self) -> list[Line]:
        """Give the lines, tables left out."""
        return [part for part in self.parts if isinstance(part, Line)]


def drop_running_lines(pages: Sequence[PageParts]) -> tuple[list[PageParts], int]:
    """Leave out what repeats at the edges; give the pages and how many lines went."""
    edges = [line for page in pages for line in _edge_lines(page)]
    running = _repeated(edges, len(pages)) | _page_numbers(edges, pages)
    if not running:
        return list(pages), 0
    kept = [
        PageParts(page.index, page.height, [part for part in page.parts if id(part) not in running])
        for page in pages
    ]
    return kept, len(running)


def _edge_lines(page: PageParts) -> list[Line]:
    """Give the few highest and lowest lines that stand near the edge."""
    lines = sorted(page.lines, key=lambda line: line.baseline)
    top = [line for line in lines[:_MOST_LINES] if line.bottom <= _EDGE * page.height]
    bottom = [line for line in lines[-_MOST_LINES:] if line.top >= (1 - _EDGE) * page.height]
    return [*top, *(line for line in bottom if line not in top)]


def _repeated(lines: Sequence[Line], pages: int) -> set[int]:
    """Find lines whose words, numerals apart, stand at the same place on several pages."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups["".join(_NUMERAL.sub("#", line.text).split())].append(line)
    needed = 2 if pages == 2 else max(_FEWEST_REPEATS, pages // 10)
    running: set[int] = set()
    for group in groups.values():
        for line in group:
            near = {o.page for o in group if abs(o.baseline - line.baseline) <= _SAME_PLACE}
            if len(near) >= needed:
                running.add(id(line))
    return running


def _page_numbers(lines: Sequence[Line], pages: Sequence[PageParts]) -> set[int]:
    """Find page numbers, which are the outermost line of their page."""
    heights = {page.index: page.height for page in pages}
    candidates = [line for line in lines if _NUMBER_ONLY.fullmatch(line.text.strip())]
    running: set[int] = set()
    for line in candidates:
        numbers = [int(each) for each in re.findall(r"\d+", line.text)]
        dressed = bool(_DRESSED.fullmatch(line.text))
        counted = line.page + 1 in numbers or _goes_on(line, candidates)
        outermost = line.top >= 0.9 * heights[line.page] or line.bottom <= 0.1 * heights[line.page]
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
