"""The outline: headings nested into a tree by how their numbers run on.

A heading whose number follows that of an open heading of the same style is its sibling; a new
list goes inside the innermost open heading that stands further out. The two usual Chinese
orders (一、 above （一） and the reverse) are told apart by which comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from duixian.language.headings import heading_patterns
from duixian.reading.records import Language, Role
from duixian.reading.structure.headings import Heading

OUTER_NUMBERS = ("part", "comma", "roman", "bar", "spaced")
_A_LIST = 3
_PART_RANK = 10
_LEAST_PARTS = 2


class Node(msgspec.Struct):
    """A heading with its place in the outline and its part of the text."""

    heading: Heading
    parent: int | None
    level: int  # 1 for the outermost
    rank: float
    is_item: bool
    start: int
    end: int = -1  # not closed yet
    role: Role | None = None  # of a part without a heading, made by `parts`
    in_parts: bool = False


def build_outline(headings: Sequence[Heading], closings: Sequence[int], end: int) -> list[Node]:
    """Return the headings as nodes, each after its parent.

    ``closings`` are the places (a salutation, say) where all but the outermost section ends.
    """
    nodes = _nested(_ranked(headings), closings, end)
    strays = _strays(nodes)
    if strays:
        kept = [heading for heading in headings if heading.paragraph not in strays]
        nodes = _nested(_ranked(kept), closings, end)
    return nodes


def _nested(headings: Sequence[Heading], closings: Sequence[int], end: int) -> list[Node]:
    nodes: list[Node] = []
    stack: list[int] = []
    stops = iter([*closings, end])
    stop = next(stops)
    for heading in headings:
        while stop < heading.start:
            _close(nodes, stack, 1, stop)
            stop = next(stops)
        depth, rank, is_item = _place(nodes, stack, heading)
        _close(nodes, stack, depth, heading.start)
        parent = stack[-1] if stack else None
        stack.append(len(nodes))
        nodes.append(Node(heading, parent, len(stack), rank, is_item, heading.start))
    for place in [stop, *stops]:
        _close(nodes, stack, 1, place)
    _close(nodes, stack, 0, end)
    return nodes


def _strays(nodes: Sequence[Node]) -> set[int]:
    """Return the paragraphs of unnumbered lines that alone of their kind stand in a section.

    What follows them in the section would seem to belong to them.
    """
    inner = [n for n in nodes if n.heading.style == "unnumbered" and n.parent is not None]
    count = Counter(node.parent for node in inner)
    return {
        node.heading.paragraph
        for node in inner
        if count[node.parent] == 1 and not node.heading.says_its_role
    }


def end_items(nodes: Sequence[Node], paragraph_ends: Sequence[int]) -> None:
    """End each item with its own paragraph, unless the next item of its list comes later.

    What follows the last item of a list belongs to the section that holds the list, if one does.
    """
    last_child = {node.parent: i for i, node in enumerate(nodes) if node.parent is not None}
    next_child: dict[int | None, Node] = {}
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        following = next_child.get(node.parent)
        next_child[node.parent] = node
        if not node.is_item or node.parent is None:
            continue
        runs_on = (
            following is not None
            and following.heading.style == node.heading.style
            and following.heading.ordinal is not None
        )
        if runs_on or (node.heading.fills and node.heading.ordinal is not None):
            continue
        child = last_child.get(index)
        inside = nodes[child].end if child is not None else 0
        node.end = max(paragraph_ends[node.heading.paragraph], inside)


def _ranked(headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings with the ranks that this document gives to their styles."""
    own_line = [heading for heading in headings if heading.own_line and not heading.is_item]
    styles = [heading.style for heading in own_line]
    swapped = "comma" in styles and "paren" in styles[: styles.index("comma")]
    swap = {"comma": 30, "paren": 20} if swapped else {}
    outer = _outermost_unnumbered(own_line)
    parts = set() if set(styles) & set(OUTER_NUMBERS) else _parts_by_ordinals(headings)
    return [
        replace(heading, rank=_PART_RANK, is_item=False)
        if heading.style == "ordinal" and heading.paragraph in parts
        else replace(heading, rank=_rank(heading, outer, swap))
        for heading in headings
    ]


def _parts_by_ordinals(headings: Sequence[Heading]) -> set[int]:
    """First, the work of last year; Second, the tasks of this year: the parts of the report."""
    told = [each for each in headings if each.style == "ordinal" and each.own_line]
    if len(told) < _LEAST_PARTS or told[0].ordinal != 1:
        return set()
    patterns = heading_patterns(told[0].language)
    planned = {each.paragraph for each in told[1:] if patterns.plan.search(each.text)}
    if not planned or not patterns.review.search(told[0].text):
        return set()
    return planned | {told[0].paragraph}


def _rank(heading: Heading, outer: set[int], swap: dict[str, int]) -> int:
    if heading.paragraph in outer:
        return 0
    return swap.get(heading.style, heading.rank)


def _outermost_unnumbered(own_line: Sequence[Heading]) -> set[int]:
    """Return the paragraphs of the unnumbered headings that stand above the numbered ones."""
    unnumbered = [heading for heading in own_line if heading.style == "unnumbered"]
    closing = {h.paragraph for h in unnumbered if heading_patterns(h.language).other.search(h.text)}
    if not own_line or own_line[0].style != "unnumbered":
        return closing
    named = {heading.paragraph for heading in unnumbered if heading.says_its_role}
    if own_line[0].language is Language.EN and len(named) > 1:
        return closing | named
    outer = {heading.paragraph for heading in unnumbered if "，" not in heading.text}
    numbered = sum(heading.style in OUTER_NUMBERS for heading in own_line)
    # One line above a whole list of numbered parts is the first of them, unless it is their title.
    holds_all = numbered < _A_LIST or len(outer - closing) > 1 or _names_a_list(own_line[0])
    return closing | (outer if holds_all else set())


def _names_a_list(heading: Heading) -> bool:
    return heading_patterns(heading.language).list_title.search(heading.text) is not None


def _place(
    nodes: Sequence[Node], stack: Sequence[int], heading: Heading
) -> tuple[int, float, bool]:
    """Return how many open sections stay open, the heading's rank, and whether it is an item."""
    same = [i for i, open_ in enumerate(stack) if nodes[open_].heading.key == heading.key]
    for depth in reversed(same):
        before = nodes[stack[depth]]
        if heading.ordinal is not None and before.heading.ordinal == heading.ordinal - 1:
            return depth, before.rank, before.is_item
    if same and heading.ordinal not in (None, 1):
        before = nodes[stack[same[-1]]]
        return same[-1], before.rank, before.is_item
    starts_anew = heading.says_its_role or len(same) > 1
    if same and heading.own_line and heading.ordinal == 1 and starts_anew:
        before = nodes[stack[same[0]]]
        return same[0], before.rank, before.is_item
    if heading.ordinal == 1 and (
        any(nodes[i].heading.style == heading.style for i in stack) or not heading.own_line
    ):
        return _place_of_an_inner_list(nodes, stack, heading)
    depth = len(stack)
    while depth and nodes[stack[depth - 1]].rank >= heading.rank:
        depth -= 1
    return depth, heading.rank, heading.is_item


def _place_of_an_inner_list(
    nodes: Sequence[Node], stack: Sequence[int], heading: Heading
) -> tuple[int, float, bool]:
    """Place the first of a list inside the innermost heading line, out of order as it may be."""
    depth = len(stack)
    while depth and not nodes[stack[depth - 1]].heading.own_line:
        before = nodes[stack[depth - 1]]
        if before.rank < heading.rank and not before.is_item:
            break
        depth -= 1
    top = nodes[stack[depth - 1]] if depth else None
    if top is None or top.rank < heading.rank:
        return depth, heading.rank, heading.is_item
    return depth, top.rank + 0.5, heading.is_item or not heading.own_line


def _close(nodes: Sequence[Node], stack: list[int], depth: int, place: int) -> None:
    while len(stack) > depth:
        nodes[stack.pop()].end = place
