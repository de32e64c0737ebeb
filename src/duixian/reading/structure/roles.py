"""Roles: whether a section reviews or plans, and why.

Its heading decides (回顾, Major Tasks), then the years the heading names, then the section it
stands in; where none says, its wording, and a section that holds both stays `other`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duixian.language.headings import heading_patterns
from duixian.reading.records import PLAN, REVIEW, Role
from duixian.reading.structure.headings import Heading
from duixian.reading.structure.outline import Node
from duixian.reading.structure.wording import Wording
from duixian.reading.structure.year_words import years_in
from duixian.reading.structure.years import Years

_CLEAR = 0.25  # balance of wording, from -1 (all review) to 1 (all plan), that is clear
_CLEAR_AFTER_A_PLAN = -0.1  # a section after a plan is a plan unless its wording says otherwise


@dataclass(frozen=True, slots=True)
class Decision:
    """A role and what decided it."""

    role: Role
    why: str
    is_mixed: bool = False  # the heading announces a review and a plan


def decide_roles(nodes: Sequence[Node], wording: Wording, years: Years) -> list[Decision]:
    """Return the role of every section of the outline, parents before children."""
    decisions: list[Decision] = []
    before: Decision | None = None
    for node in nodes:
        if node.role is not None:
            decision = Decision(node.role, f"{node.role.value} part of a section of both")
        elif node.parent is None:
            decision = _of_an_outer_section(node, wording, years, before)
            before = decision
        else:
            decision = _of_an_inner_section(node, decisions[node.parent], wording, years)
        decisions.append(decision)
    return decisions


def role_by_wording(wording: Wording, start: int, end: int) -> Decision:
    """Return the role that the wording between two places gives, `other` where it is mixed."""
    value = wording.balance(start, end)
    if value is None or abs(value) < _CLEAR:
        return Decision(Role.OTHER, "wording is mixed")
    role = PLAN if value > 0 else REVIEW
    return Decision(role, f"wording: {role.value}")


def _of_an_outer_section(
    node: Node, wording: Wording, years: Years, before: Decision | None
) -> Decision:
    decision = role_by_heading(node.heading, years)
    if node.in_parts:
        return decision or Decision(Role.OTHER, "wording turns from a review to a plan")
    if decision:
        return decision
    value = wording.balance(node.start, node.end)
    if situation := _of_a_situation(node.heading, value):
        return situation
    follows_a_plan = before is not None and before.role is PLAN
    if follows_a_plan and (value is None or value > _CLEAR_AFTER_A_PLAN):
        return Decision(PLAN, "follows a plan section")
    return role_by_wording(wording, node.start, node.end)


def _of_an_inner_section(node: Node, parent: Decision, wording: Wording, years: Years) -> Decision:
    heading = node.heading
    if parent.role is Role.OTHER:
        own = role_by_heading(heading, years) if heading.own_line else None
        own = own or _of_a_situation(heading, wording.balance(node.start, node.end))
        return own or role_by_wording(wording, node.start, node.end)
    turn = _against_its_parent(heading, parent.role, years) if heading.own_line else None
    if turn and not node.is_item:
        return turn
    return Decision(parent.role, f"inside a section that is {parent.role.value}")


def _of_a_situation(heading: Heading, balance: float | None) -> Decision | None:
    """Return a review where the heading names the state of things and no plan is made of it."""
    named = heading_patterns(heading.language).situation.search(heading.text)
    if named is None or not heading.own_line or (balance is not None and balance > _CLEAR):
        return None
    return Decision(REVIEW, f"heading: {named.group()}")


def _against_its_parent(heading: Heading, parent: Role, years: Years) -> Decision | None:
    patterns = heading_patterns(heading.language)
    named = years_in(heading.text)
    looks_back = patterns.strong_review.search(heading.text)
    looks_ahead = patterns.strong_plan.search(heading.text)
    if parent is PLAN and looks_back and not looks_ahead and years.planned not in named:
        return Decision(REVIEW, f"heading inside a plan: {looks_back.group()}")
    if parent is REVIEW and looks_ahead and not looks_back and years.reviewed not in named:
        return Decision(PLAN, f"heading inside a review: {looks_ahead.group()}")
    return None


def role_by_heading(heading: Heading, years: Years) -> Decision | None:
    """Return the role that the heading alone gives, None where it says nothing of it."""
    if heading.role is not None:
        return Decision(heading.role, f"opens with {heading.said}")
    patterns = heading_patterns(heading.language)
    text = heading.text
    other = patterns.other.search(text)
    if other:
        return Decision(Role.OTHER, f"heading: {other.group()}")
    named = years_in(text)
    ahead = patterns.plan.search(text)
    back = patterns.review.search(text) or (patterns.situation.search(text) if ahead else None)
    if back and ahead and _is_of_both(back.span(), ahead.span()):
        return Decision(Role.OTHER, f"heading: {back.group()} and {ahead.group()}", is_mixed=True)
    if ahead and not back:
        return Decision(PLAN, f"heading: {ahead.group()}")
    if back:
        return Decision(REVIEW, f"heading: {back.group()}")
    if years.planned in named and years.reviewed not in named:
        return Decision(PLAN, f"heading names {years.planned}")
    if years.reviewed in named and years.planned not in named:
        return Decision(REVIEW, f"heading names {years.reviewed}")
    return None


def _is_of_both(back: tuple[int, int], ahead: tuple[int, int]) -> bool:
    """Whether the two wordings are two: one inside the other is only that of the longer."""
    return back[1] <= ahead[0] or ahead[1] <= back[0]
