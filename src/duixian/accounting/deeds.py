"""Verdicts on what has no number to be held against: deeds, lists, and steps kept with growth."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from duixian.accounting.knowledge import Knowledge
from duixian.accounting.lists import indicators_named, members_of
from duixian.accounting.records import Commitment, Evidence, Judgement, Outcome, Source, Verdict
from duixian.accounting.rules import Rules
from duixian.accounting.wording import amount, judged, without_verdict
from duixian.bilingual.page.labels import Label
from duixian.language.indicator_data import load_indicators

_FEWEST_MEMBERS = 3
_OPEN_LIST = "等"


def unreported() -> Judgement:
    """Return the verdict where nothing in the review answers."""
    return judged(Verdict.UNREPORTED, "silence")


def judge_deed(
    commitment: Commitment,
    evidence: Sequence[Evidence],
    promised_in: Knowledge,
    told_in: Knowledge,
) -> Judgement:
    """Judge a commitment without a number by what is told of it."""
    text = "，".join(each.text for each in evidence)
    if all(each.source is Source.DIFFICULTY for each in evidence):
        return judged(Verdict.PARTLY, "difficulty")
    if all(each.source is Source.IMPLIED for each in evidence):
        return judged(Verdict.MET, "presupposed")
    named, found = _members(commitment.text, text)
    if len(named) >= _FEWEST_MEMBERS and _OPEN_LIST not in text and 0 < len(found) * 2 < len(named):
        missing = "、".join(each for each in named if each not in found)
        return judged(
            Verdict.PARTLY,
            "members of a list",
            told=str(len(found)),
            named=str(len(named)),
            missing=missing,
        )
    if (lacking := _indicators_lacking(commitment, evidence, promised_in, told_in)) is not None:
        return lacking
    if _is_to_finish(commitment.text, promised_in) and not told_in.finished.search(text):
        return judged(Verdict.PARTLY, "to be finished")
    return judged(Verdict.MET, "deed")


def _indicators_lacking(
    commitment: Commitment,
    evidence: Sequence[Evidence],
    promised_in: Knowledge,
    told_in: Knowledge,
) -> Judgement | None:
    """Judge a promise on several indicators of which only some are told of."""
    named = indicators_named(commitment.text, promised_in.language)
    told = {each.indicator for each in evidence}.union(
        *(indicators_named(each.text, told_in.language) for each in evidence)
    )
    text = "，".join(each.text for each in evidence)
    lacking = {
        each
        for each in named - told
        if not any(name in text for name in load_indicators()[each].names(told_in.language))
    }
    if not lacking or lacking == named:
        return None
    missing = [load_indicators()[each] for each in sorted(lacking)]
    return judged(
        Verdict.PARTLY,
        "members of a list",
        told=str(len(named - lacking)),
        named=str(len(named)),
        missing=Label(
            ", ".join(each.name_en for each in missing), "、".join(each.name_zh for each in missing)
        ),
    )


def judge_told_against(
    commitment: Commitment, evidence: Sequence[Evidence], knowledge: Knowledge
) -> Judgement | None:
    """Judge by a passage that says itself that the target was not reached, or its opposite."""
    text = evidence[0].text
    if knowledge.failed.search(text):
        return judged(Verdict.MISSED, "told as missed")
    stands = knowledge.opposite.search(text) and not knowledge.mended.search(text)
    if stands and (
        knowledge.mended.search(commitment.text) or not knowledge.opposite.search(commitment.text)
    ):
        return judged(Verdict.MISSED, "told as the opposite")
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
        return judged(Verdict.EXCEEDED, "told as reached", says="told as passed")
    if told_in.fulfilled.search(text):
        return judged(Verdict.MET, "told as reached")
    if (work := next((each.over_years for each in evidence if each.over_years), None)) is not None:
        return judged(Verdict.PARTLY, "several years", reported=amount(work))
    told = next((each.incomparable for each in evidence if each.incomparable), None)
    if told is None or commitment.quantity is None:
        return number_not_told()
    deed = judge_deed(commitment, evidence, promised_in, told_in)
    return judged(
        deed.verdict,
        "not comparable",
        target=amount(commitment.quantity),
        reported=amount(told),
        deed=without_verdict(deed),
    )


def number_not_told() -> Judgement:
    """Return the verdict where the work is told of and the number is not."""
    return judged(Verdict.PARTLY, "no number")


def judge_in_step(incomes: Sequence[Outcome], growth: Outcome, rules: Rules) -> Judgement:
    """Judge a promise that incomes grow in step with the economy.

    Where only town and country are told apart, both must keep step.
    """
    allowed = rules.tolerance.in_step_points
    lags = [growth.value - income.value for income in incomes]
    kept = [lag <= allowed for lag in lags]
    verdict = Verdict.MET if all(kept) else Verdict.PARTLY if any(kept) else Verdict.MISSED
    return judged(
        verdict,
        "in step",
        incomes=_joined([f"{_points(income.value)} %" for income in incomes]),
        growth=_points(growth.value),
        lags=_joined([_points(lag) for lag in lags]),
        allowed=_points(allowed),
    )


def _joined(numbers: Sequence[str]) -> Label:
    return Label(" and ".join(numbers), "和".join(each.replace(" ", "") for each in numbers))


def _points(value: Decimal) -> str:
    return f"{value.normalize():f}"
