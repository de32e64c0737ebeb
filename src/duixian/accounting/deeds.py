"""Verdicts on what has no number to be held against: deeds, lists, and steps kept with growth."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from duixian.accounting.knowledge import Knowledge
from duixian.accounting.lists import members_of
from duixian.accounting.records import Commitment, Evidence, Judgement, Outcome, Source, Verdict
from duixian.accounting.rules import Rules
from duixian.accounting.verdict import quantity_words

_FEWEST_MEMBERS = 3
_OPEN_LIST = "等"


def unreported() -> Judgement:
    """Return the verdict where nothing in the review answers."""
    return Judgement(Verdict.UNREPORTED, "silence", "nothing in the review answers it: unreported")


def judge_deed(
    commitment: Commitment,
    evidence: Sequence[Evidence],
    promised_in: Knowledge,
    told_in: Knowledge,
) -> Judgement:
    """Judge a commitment without a number by what is told of it."""
    text = "，".join(each.text for each in evidence)
    if all(each.source is Source.DIFFICULTY for each in evidence):
        return Judgement(Verdict.PARTLY, "difficulty", "told only among the difficulties: partly")
    if all(each.source is Source.IMPLIED for each in evidence):
        return Judgement(
            Verdict.MET, "presupposed", "next year's wording stands on its being done: met"
        )
    named, found = _members(commitment.text, text)
    if len(named) >= _FEWEST_MEMBERS and _OPEN_LIST not in text and 0 < len(found) * 2 < len(named):
        missing = "、".join(each for each in named if each not in found)
        return Judgement(
            Verdict.PARTLY,
            "members of a list",
            f"{len(found)} of {len(named)} named are told of; not told: {missing}: partly",
        )
    if _is_to_finish(commitment.text, promised_in) and not told_in.finished.search(text):
        return Judgement(
            Verdict.PARTLY,
            "to be finished",
            "to be finished; work is reported, that it is finished is not: partly",
        )
    return Judgement(Verdict.MET, "deed", "reported as done or under way: met")


def judge_told_against(
    commitment: Commitment, evidence: Sequence[Evidence], knowledge: Knowledge
) -> Judgement | None:
    """Judge by a passage that says itself that the target was not reached, or its opposite."""
    text = evidence[0].text
    if knowledge.failed.search(text):
        return Judgement(
            Verdict.MISSED, "told as missed", "told as a target that was not reached: missed"
        )
    stands = knowledge.opposite.search(text) and not knowledge.mended.search(text)
    if stands and (
        knowledge.mended.search(commitment.text) or not knowledge.opposite.search(commitment.text)
    ):
        return Judgement(
            Verdict.MISSED,
            "told as the opposite",
            "told as the opposite of what was promised: missed",
        )
    return None


def _is_to_finish(text: str, knowledge: Knowledge) -> bool:
    return knowledge.to_finish.match(text) is not None


def _members(promise: str, answer: str) -> tuple[list[str], list[str]]:
    """Return the members of a list in the promise, and those that the answer names."""
    named = members_of(promise)
    return named, [each for each in named if _is_named(each, answer)]


def _is_named(member: str, answer: str) -> bool:
    """Tell whether half of a member's character pairs stand in the answer."""
    core = member[-4:]
    pairs = {core[at : at + 2] for at in range(len(core) - 1)} | {
        member[at : at + 2] for at in range(min(3, len(member) - 1))
    }
    return sum(pair in answer for pair in pairs) * 2 >= len(pairs)


def judge_without_number(
    commitment: Commitment,
    evidence: Sequence[Evidence],
    promised_in: Knowledge,
    told_in: Knowledge,
) -> Judgement:
    """Judge a target on which nothing was told that can be held against its number."""
    text = evidence[0].text
    if told_in.surpassed.search(text):
        return Judgement(
            Verdict.EXCEEDED, "told as reached", "told as a target that was passed: exceeded"
        )
    if told_in.fulfilled.search(text):
        return Judgement(Verdict.MET, "told as reached", "told as a target that was reached: met")
    told = next((each.incomparable for each in evidence if each.incomparable), None)
    if told is None or commitment.quantity is None:
        return number_not_told()
    deed = judge_deed(commitment, evidence, promised_in, told_in)
    return Judgement(
        deed.verdict,
        "not comparable",
        f"target {quantity_words(commitment.quantity)}; reported {quantity_words(told)}: "
        f"the numbers cannot be compared; the deed by itself: {deed.why}",
    )


def number_not_told() -> Judgement:
    """Return the verdict where the work is told of and the number is not."""
    return Judgement(
        Verdict.PARTLY, "no number", "told of in words; the number reached is not told: partly"
    )


def judge_in_step(incomes: Sequence[Outcome], growth: Outcome, rules: Rules) -> Judgement:
    """Judge a promise that incomes grow in step with the economy.

    Where only town and country are told apart, both must keep step.
    """
    allowed = rules.tolerance.in_step_points
    lags = [growth.value - income.value for income in incomes]
    kept = [lag <= allowed for lag in lags]
    verdict = Verdict.MET if all(kept) else Verdict.PARTLY if any(kept) else Verdict.MISSED
    shown = " and ".join(f"{_points(income.value)} %" for income in incomes)
    behind = " and ".join(_points(lag) for lag in lags)
    return Judgement(
        verdict,
        "in step",
        f"target: in step with growth; income {shown}, growth {_points(growth.value)} %, "
        f"lag {behind} points, allowed {_points(allowed)}: {verdict.value}",
    )


def _points(value: Decimal) -> str:
    return f"{value.normalize():f}"
