"""Page numbers in a text that came without pages, pasted from a PDF say: lines of their own.

Only numbers in running order are taken for those of pages. A number alone may head an item or be
a figure, so such ones must stand as far apart as pages end; one dressed up (第3页, - 3 -, 3 / 5)
is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from duixian.documents.document import Span

_PLAIN = re.compile(r"\d{1,4}")
_DASHES = "[-—–―－~～·•]+"
_NUMBER = r"\s*(\d{1,4})\s*"
_OF = r"\s*\d{1,4}\s*"  # how many there are
_DRESSED = re.compile(
    rf"""{_DASHES}{_NUMBER}{_DASHES}
       | 第{_NUMBER}页\s*(?:[,，/|]?\s*共{_OF}页)?
       | 共{_OF}页\s*[,，/|]?\s*第{_NUMBER}页
       | page{_NUMBER}(?:(?:/|of){_OF})?
       | {_NUMBER}(?:/|of|页?\s*[,，/|]?\s*共){_OF}页?""",
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_LINE = re.compile(r"^[^\S\n]*(\S(?:[^\n]{0,22}\S)?)[^\S\n]*$", re.MULTILINE)
_FEWEST = 3  # in running order
_LEAST_PAGE = 150  # characters from one number alone to the next, for most of them
_LEAST_DISTANCE = 30  # for each


def page_numbers(text: str) -> tuple[Span, ...]:
    """Find the lines of a text that bear nothing but the number of a page."""
    dressed: list[tuple[Span, int]] = []
    plain: list[tuple[Span, int]] = []
    for line in _SHORT_LINE.finditer(text):
        if _PLAIN.fullmatch(line[1]):
            plain.append((line.span(1), int(line[1])))
        elif (number := dressed_number(line[1])) is not None:
            dressed.append((line.span(1), number))
    told = [run for run in _runs(dressed) if len(run) >= _FEWEST]
    told += [run for run in _runs(plain) if len(run) >= _FEWEST and _are_pages(run)]
    return tuple(sorted(span for run in told for span in run))


def dressed_number(line: str) -> int | None:
    """Return the number of a page in a line that is nothing else: 第3页, - 3 -, 3 / 5."""
    found = _DRESSED.fullmatch(line.strip())
    return int(found[found.lastindex or 0]) if found else None


def _runs(numbered: Sequence[tuple[Span, int]]) -> Iterator[list[Span]]:
    """Give the lines whose numbers go up by one, run by run."""
    waiting: dict[int, list[Span]] = {}  # by the number that comes next
    for span, number in numbered:
        run = waiting.pop(number, [])
        run.append(span)
        if broken := waiting.pop(number + 1, None):
            yield broken
        waiting[number + 1] = run
    yield from waiting.values()


def _are_pages(run: Sequence[Span]) -> bool:
    """Tell whether numbers alone stand as far apart as the ends of pages."""
    distances = [after[0] - before[0] for before, after in pairwise(run)]
    return median(distances) >= _LEAST_PAGE and min(distances) >= _LEAST_DISTANCE
