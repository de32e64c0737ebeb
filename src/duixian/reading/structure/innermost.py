"""Which section is the innermost at each place of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from duixian.reading.records import Section


@dataclass(frozen=True, slots=True)
class InnermostSections:
    """Finds sections by place; made once for a report."""

    starts: tuple[int, ...]
    sections: tuple[int, ...]

    def at(self, position: int) -> int:
        """Return the index of the innermost section at a place of the text."""
        return self.sections[max(0, bisect_right(self.starts, position) - 1)]


def innermost_sections(sections: Sequence[Section]) -> InnermostSections:
    """Sweep over nested sections, of which each comes after its parent."""
    edges: list[tuple[int, int]] = [(0, 0)]
    open_sections: list[int] = []
    order = sorted(range(len(sections)), key=lambda i: (sections[i].start, sections[i].level, i))
    for index in order:
        section = sections[index]
        _close(sections, open_sections, edges, section.start)
        edges.append((section.start, index))
        open_sections.append(index)
    _close(sections, open_sections, edges, max((one.end for one in sections), default=0))
    return InnermostSections(tuple(at for at, _ in edges), tuple(index for _, index in edges))


def _close(
    sections: Sequence[Section],
    open_sections: list[int],
    edges: list[tuple[int, int]],
    position: int,
) -> None:
    """Leave the sections that end by here; the one around each goes on behind it."""
    while open_sections and sections[open_sections[-1]].end <= position:
        ended = open_sections.pop()
        if open_sections:
            edges.append((sections[ended].end, open_sections[-1]))
