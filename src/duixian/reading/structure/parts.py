"""Parts: an outermost section that reviews first and plans then is cut where it turns.

Some headings announce both (1993年国内工作的回顾和1994年工作的基本方针), and the thematic headings
of early reports say neither. Each such section gets two parts without headings, if it turns once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from duixian.language.headings import heading_patterns
from duixian.reading.records import PLAN, REVIEW
from duixian.reading.structure.outline import Node
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.roles import role_by_heading
from duixian.reading.structure.wording import Wording
from duixian.reading.structure.years import Years

_OPENING_WORDS = 24  # characters of a paragraph that can open a plan
_SMALLEST = 0.1  # share of a section that each part has, where its heading says nothing
_CLEAR = 0.2  # balance of wording of each part, where its heading says nothing


def split_sections(nodes: Sequence[Node], wording: Wording, years: Years) -> list[Node]:
    """Return the outline with the parts put in as nodes without headings."""
    result: list[Node] = []
    place: list[int] = []
    cuts: dict[int, int] = {}
    for index, node in enumerate(nodes):
        parent = None
        if node.parent is not None:
            parent = place[node.parent]
            if node.parent in cuts:
                parent += 1 if node.start < cuts[node.parent] else 2
        level = 1 if parent is None else result[parent].level + 1
        cut = _cut(index, nodes, wording, years) if parent is None else None
        place.append(len(result))
        result.append(replace(node, parent=parent, level=level, in_parts=cut is not None))
        if cut is not None:
            cuts[index] = cut
            result += _parts(node, cut, place[index])
    return result


def _parts(node: Node, cut: int, parent: int) -> list[Node]:
    heading = replace(node.heading, number=None, text="", span=(node.start, node.start))
    return [
        replace(node, heading=heading, parent=parent, level=2, start=start, end=end, role=role)
        for role, start, end in (
            (REVIEW, node.start, cut),
            (PLAN, cut, node.end),
        )
    ]


def _cut(index: int, nodes: Sequence[Node], wording: Wording, years: Years) -> int | None:
    node = nodes[index]
    decision = role_by_heading(node.heading, years)
    if decision and not decision.is_mixed:
        return None
    cut = _turning_point(index, nodes, wording)
    if cut is None or decision:
        return cut
    review = wording.balance(node.heading.span[1], cut) or 0.0
    plan = wording.balance(cut, node.end) or 0.0
    share = (cut - node.start) / (node.end - node.start)
    is_clear = review < -_CLEAR and plan > _CLEAR and _SMALLEST < share < 1 - _SMALLEST
    return cut if is_clear else None


def _turning_point(index: int, nodes: Sequence[Node], wording: Wording) -> int | None:
    """Return where what comes before leans most to a review and what follows to a plan."""
    node = nodes[index]
    inside = wording.between(node.heading.span[1] + 1, node.end)
    before = [0.0, *accumulate(wording.lean(index) for index in inside)]
    choices: list[tuple[float, int]] = []
    following, reached = index + 1, 0  # reached: where the inner sections begun by now end
    for at, paragraph in enumerate(wording.paragraphs[inside.start : inside.stop]):
        place = paragraph.start
        while following < len(nodes) and nodes[following].start < place:
            reached = max(reached, nodes[following].end)
            following += 1
        if at and place >= reached:
            choices.append((before[-1] - 2 * before[at] + _opens_a_plan(paragraph), place))
    return max(choices)[1] if choices else None


def _opens_a_plan(paragraph: Paragraph) -> bool:
    patterns = heading_patterns(paragraph.language)
    return patterns.plan_opening.search(paragraph.text[:_OPENING_WORDS]) is not None
