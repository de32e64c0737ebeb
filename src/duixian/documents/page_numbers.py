"""Page numbers in a text that came without pages, pasted from a PDF say: lines of their own.

Only numbers in running order are taken for those of pages, and what a page's end cut in two is
put together again. A number alone may head an item or be a figure, so such ones must stand as
far apart as pages end; one dressed up (第3页, - 3 -, 3 / 5) is nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from duixian.documents.wide import is_wide

_DASH = "[-—–―－~～·•]"
_PLAIN = re.compile(r"\d{1,4}")
_DRESSED = re.compile(
    rf"""{_DASH}{{1,3}}\s*(\d{{1,4}})\s*{_DASH}{{1,3}}
       | 第\s*(\d{{1,4}})\s*页(?:\s*[,，/|]?\s*共\s*\d{{1,4}}\s*页)?
       | (\d{{1,4}})\s*(?:/|of)\s*\d{{1,4}}
       | page\s*(\d{{1,4}})(?:\s*(?:/|of)\s*\d{{1,4}})?""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 24  # characters of the line of a page number
_FEWEST = 3  # in running order
_LEAST_PAGE = 150  # characters from one number alone to the next, for most of them
_LEAST_DISTANCE = 30  # for each

_ENDED = re.compile(r"[。！？!?；;：:.…][”’\"')）】」》]*$")
_PAUSE = re.compile(r"[，、。；,;]")
_BEGINS_ANEW = re.compile(
    r"\s|[（(]?[一二三四五六七八九十]{1,3}[）)、.．是]|[（(]?\d{1,2}(?:[）)、．]|\.(?!\d))"
    r"|第[一二三四五六七八九十]+[，、章节部]|[•●■◆▪○★·▲#—-]|各位"
)
_SHORTEST_CUT = 20  # characters of a line that a page's end cut; headings are shorter
_WIDEST = 120  # characters at which lines are broken
_SHARE_AS_LONG = 0.2  # of the lines, where lines are broken at a width


def without_page_numbers(text: str) -> tuple[str, int]:
    """Leave out the page numbers of a text; give it and how many there were."""
    lines = text.split("\n")
    numbers = _page_numbers(lines)
    if not numbers:
        return text, 0
    lengths = sorted(len(line) for line in lines if line.strip())
    parts: list[str] = []
    above = ""  # the last line with words in it
    blanks: list[str] = []
    is_parted = False  # by a page number, from the line above
    for index, line in enumerate(lines):
        if index in numbers:
            is_parted = True
        elif not line.strip():
            blanks.append(line)
        else:
            joint = _joint(above, line, lengths) if is_parted else None
            parts.append("\n".join(["", *blanks, ""]) if joint is None else joint)
            parts.append(line)
            above, blanks, is_parted = line, [], False
    parts.append("\n".join(["", *blanks]))
    return "".join(parts).removeprefix("\n"), len(numbers)


def _page_numbers(lines: Sequence[str]) -> set[int]:
    """Find the lines that bear the number of a page."""
    dressed: list[tuple[int, int]] = []
    plain: list[tuple[int, int]] = []
    places: dict[int, int] = {}
    place = 0
    for index, line in enumerate(lines):
        bare = line.strip()
        if 0 < len(bare) <= _LONGEST:
            if _PLAIN.fullmatch(bare):
                plain.append((index, int(bare)))
            elif found := _DRESSED.fullmatch(bare):
                dressed.append((index, int(found[found.lastindex or 0])))
        places[index] = place = place + len(line) + 1
    told = [run for run in _runs(dressed) if len(run) >= _FEWEST]
    told += [run for run in _runs(plain) if len(run) >= _FEWEST and _are_pages(run, places)]
    return {index for run in told for index in run}


def _runs(numbered: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Give the lines whose numbers go up by one, run by run."""
    waiting: dict[int, list[int]] = {}  # by the number that comes next
    for index, number in numbered:
        run = waiting.pop(number, [])
        run.append(index)
        if broken := waiting.pop(number + 1, None):
            yield broken
        waiting[number + 1] = run
    yield from waiting.values()


def _are_pages(run: Sequence[int], places: dict[int, int]) -> bool:
    """Tell whether numbers alone stand as far apart as the ends of pages."""
    distances = [places[after] - places[before] for before, after in pairwise(run)]
    return median(distances) >= _LEAST_PAGE and min(distances) >= _LEAST_DISTANCE


def _joint(above: str, below: str, lengths: Sequence[int]) -> str | None:
    """Give what stands between two lines that the end of a page parted; none if it cut nothing."""
    last = above.strip()[-1:]
    below = below.lstrip("\f")
    if not last or _ENDED.search(above.rstrip()) or _BEGINS_ANEW.match(below):
        return None
    if "\t" in above or "\t" in below:
        return None
    if last.isdigit():
        return "\n"  # readers of numbers tell whether one goes on
    if len(above) < _SHORTEST_CUT or not (_PAUSE.search(above) or _is_wrapped(above, lengths)):
        return None
    is_wide_here = is_wide(last) or is_wide(below[0])
    if not is_wide_here and not (below[0].islower() or below[0].isdigit()):
        return None
    if _is_wrapped(above, lengths):
        return "\n"
    return "" if is_wide_here else " "


def _is_wrapped(line: str, lengths: Sequence[int]) -> bool:
    """Tell whether many lines are as long as this one, as where they are broken at a width."""
    if len(line) > _WIDEST:
        return False
    room = max(2, len(line) // 10)
    alike = bisect_right(lengths, len(line) + room) - bisect_left(lengths, len(line) - room)
    return alike >= max(_FEWEST, _SHARE_AS_LONG * len(lengths))
