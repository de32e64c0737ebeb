"""Rules and numbers put into words, in English and Chinese by the same code.

The sentences stand in ``rules.toml``; here the numbers of a verdict are filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from duixian.accounting.page.labels import VERDICTS
from duixian.accounting.records import Judgement, Outcome, Verdict
from duixian.accounting.rules import Wording, load_rules
from duixian.bilingual.messages import filled
from duixian.bilingual.page.labels import Label
from duixian.language.indicator_data import load_indicators
from duixian.language.unit_names import scaled_zh, unit_name_zh
from duixian.reading.records import Quantity

_COUNT = "count"  # the thing counted is named by the measure


def judged(
    verdict: Verdict, rule: str, *, says: str | None = None, **parts: Label | str
) -> Judgement:
    """Give a verdict by a rule, with what the rule says of it; ``says`` where that is another's."""
    why = _filled(load_rules().why[says or rule], parts)
    return Judgement(
        verdict, rule, f"{why.en}: {verdict.value}", f"{why.zh}：{VERDICTS[verdict].zh}"
    )


def phrase(name: str, **parts: Label | str) -> Label:
    """Return one of the phrases that rules are filled with; an unknown one stands for itself."""
    wording = load_rules().phrases.get(name)
    return _filled(wording, parts) if wording else Label(name, name)


def reason(name: str, **parts: Label | str) -> Label:
    """Return why two passages belong together."""
    return _filled(load_rules().reasons[name], parts)


def indicator_reason(name: str, indicator: str) -> Label:
    """Return a reason that rests on an indicator; Chinese calls it by its name."""
    known = load_indicators().get(indicator)
    return reason(name, indicator=Label(indicator, known.name_zh if known else indicator))


def in_english(reasons: Iterable[Label]) -> tuple[str, ...]:
    """Return the English of some reasons."""
    return tuple(each.en for each in reasons)


def in_chinese(reasons: Iterable[Label]) -> tuple[str, ...]:
    """Return the Chinese of some reasons."""
    return tuple(each.zh for each in reasons)


def amount(number: Quantity | Outcome) -> Label:
    """Return a number with its relation and unit: "≥ 12,000,000 person", "不低于1200万人"."""
    sign = load_rules().relations[number.relation.value]
    shown = Label(_plain(number.value), scaled_zh(number.value))
    if number.high is not None:
        high = Label(_plain(number.high), scaled_zh(number.high))
        shown = phrase("range", low=shown, high=high)
    unit = "" if number.unit == _COUNT else f" {number.unit}"
    return Label(f"{sign.en}{shown.en}{unit}", f"{sign.zh}{shown.zh}{unit_name_zh(number.unit)}")


def without_verdict(judgement: Judgement) -> Label:
    """Return what a rule says, without the verdict at its end."""
    verdict = judgement.verdict
    return Label(
        judgement.why.removesuffix(f": {verdict.value}"),
        judgement.why_zh.removesuffix(f"：{VERDICTS[verdict].zh}"),
    )


def _filled(wording: Wording, parts: Mapping[str, Label | str]) -> Label:
    return filled(Label(wording.en, wording.zh), parts)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
