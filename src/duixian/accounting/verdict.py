"""Verdicts by the published rules, each with the rule spelt out in the numbers at hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from duixian.accounting.records import Judgement, Outcome, Verdict
from duixian.accounting.rules import Direction, Rules
from duixian.accounting.wording import amount, judged, phrase
from duixian.bilingual.audit.conversion import conversion_of
from duixian.bilingual.page.labels import Label
from duixian.reading.records import Quantity, Relation

_RATES = ("%", "pp")
_LIMITS = (Relation.LESS, Relation.AT_MOST)
_FLOORS = (Relation.MORE, Relation.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target made comparable: what is wanted, between which bounds, in base units."""

    low: Decimal
    high: Decimal
    relation: Relation
    smaller_is_better: bool  # to stay under it is all that is asked
    is_rate: bool  # differs by points, of which a share would mislead: 46.7 % below 6 %


def judge_number(
    target: Quantity,
    outcome: Outcome,
    *,
    direction: Direction,
    is_fall: bool,
    rules: Rules,
    is_work: bool = False,
) -> Judgement:
    """Judge a number reached against a number promised.

    ``is_fall`` tells that the number says how much something falls; ``is_work`` that it counts
    pieces of work, of which a part may be done.
    """
    goal = _goal(target, direction=direction, is_fall=is_fall)
    factor = conversion_of(outcome.unit).factor
    reached = outcome.value * factor
    best = (outcome.high or outcome.value) * factor
    if goal.smaller_is_better:
        verdict, rule = _below(goal, reached, outcome, rules)
    else:
        verdict, rule = _above(goal, max(reached, best), outcome, rules)
    if verdict is Verdict.MISSED and is_work and reached >= rules.partial.least_share * goal.low:
        verdict = Verdict.PARTLY
    reported = amount(outcome)
    if outcome.how != "as stated":
        how = phrase(outcome.how)
        reported = Label(f"{reported.en} ({how.en})", f"{reported.zh}（{how.zh}）")
    return judged(
        verdict,
        rule,
        says="number",
        target=amount(target),
        reported=reported,
        beyond=_beyond(goal, reached),
    )


def _goal(target: Quantity, *, direction: Direction, is_fall: bool) -> Goal:
    factor = conversion_of(target.unit).factor
    low = target.value * factor
    high = (target.high if target.high is not None else target.value) * factor
    limits = direction in ("ceiling", "lower") and not is_fall
    if target.relation in _LIMITS and not is_fall:
        limits = True
    if target.relation in _FLOORS:
        limits = False
    is_rate = target.unit in _RATES
    return Goal(min(low, high), max(low, high), target.relation, limits, is_rate)


def _above(goal: Goal, reached: Decimal, outcome: Outcome, rules: Rules) -> tuple[Verdict, str]:
    """Judge where more is better, or where the target is to be reached."""
    name, margin = _margin(goal, rules)
    slack = _rounding(outcome)
    least = goal.low
    if goal.relation is Relation.ABOUT:
        least -= abs(goal.low) * rules.tolerance.around
    if reached + slack < least:
        return Verdict.MISSED, name
    # A bound is worth at least itself: over 3 % is beyond 3 %.
    if reached > goal.high + abs(goal.high) * margin:
        return Verdict.EXCEEDED, name
    return Verdict.MET, name


def _below(goal: Goal, reached: Decimal, outcome: Outcome, rules: Rules) -> tuple[Verdict, str]:
    """Judge where it is enough to stay under a limit."""
    most = goal.high
    if goal.relation is Relation.ABOUT:
        most += abs(goal.high) * rules.tolerance.around
    if reached > most + _rounding(outcome):
        return Verdict.MISSED, "limit"
    return Verdict.MET, "limit"


def _margin(goal: Goal, rules: Rules) -> tuple[str, Decimal]:
    if goal.relation is Relation.ABOUT:
        return "around", rules.margin.around
    if goal.relation in _FLOORS:
        return "at least", rules.margin.at_least
    return "exactly", rules.margin.exactly


def _rounding(outcome: Outcome) -> Decimal:
    """Return half of the last place an outcome is given to, where it is a rate or change."""
    if outcome.unit not in _RATES:
        return Decimal(0)
    exponent = outcome.value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return Decimal(1).scaleb(min(places, 0)) / 2 if places < 0 else Decimal(0)


def _beyond(goal: Goal, reached: Decimal) -> Label:
    """Say how far the number reached lies from the nearest end of the target."""
    if goal.low <= reached <= goal.high:
        return phrase("on target")
    end = goal.high if reached > goal.high else goal.low
    word = "above" if reached > end else "below"
    if end == 0:
        return phrase(f"{word} zero")
    distance = abs(reached - end)
    share = f"{distance / abs(end) * 100:.1f}"
    if goal.is_rate:
        return phrase(f"points {word}", points=f"{distance.normalize():f}", share=share)
    return phrase(word, share=share)
