"""Laws of the rules for numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from duixian.accounting.records import Judgement, Outcome, Verdict
from duixian.accounting.rules import load_rules
from duixian.accounting.verdict import judge_number
from duixian.reading.records import Basis, Quantity, Relation, Status

RULES = load_rules()
ORDER = [Verdict.MISSED, Verdict.PARTLY, Verdict.MET, Verdict.EXCEEDED]
numbers = st.decimals("0.1", "100000", places=1)
relations = st.sampled_from(Relation)


def judge(
    target: Decimal,
    reached: Decimal,
    *,
    relation: Relation = Relation.EQUAL,
    unit: str = "count",
    reached_unit: str = "",
    direction: Literal["higher", "ceiling"] = "higher",
) -> Judgement:
    quantity = Quantity(
        0, 1, "", target, None, unit, relation, Basis.LEVEL, Status.TARGET, "", (0, 1), ""
    )
    outcome = Outcome(reached, None, reached_unit or unit, Relation.EQUAL, Basis.LEVEL, "as stated")
    return judge_number(quantity, outcome, direction=direction, is_fall=False, rules=RULES)


@given(numbers, numbers, numbers, relations)
def test_more_is_never_judged_worse_where_more_is_better(
    target: Decimal, one: Decimal, other: Decimal, relation: Relation
) -> None:
    if relation in (Relation.LESS, Relation.AT_MOST):
        relation = Relation.EQUAL
    low, high = sorted((one, other))
    verdicts = [judge(target, each, relation=relation).verdict for each in (low, high)]
    assert ORDER.index(verdicts[0]) <= ORDER.index(verdicts[1])


@given(numbers, numbers, numbers)
def test_less_is_never_judged_worse_under_a_ceiling(
    target: Decimal, one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    verdicts = [
        judge(target, each, relation=Relation.AT_MOST, direction="ceiling").verdict
        for each in (low, high)
    ]
    assert ORDER.index(verdicts[0]) >= ORDER.index(verdicts[1])


@given(numbers, numbers)
def test_a_ceiling_is_kept_where_a_floor_of_the_same_number_is_not_passed(
    target: Decimal, reached: Decimal
) -> None:
    under = judge(target, reached, relation=Relation.AT_MOST, direction="ceiling").verdict
    over = judge(target, reached, relation=Relation.AT_LEAST).verdict
    if reached != target:
        assert (under is Verdict.MET) is (over is Verdict.MISSED)
    else:
        assert under is over is Verdict.MET


@given(numbers, relations)
def test_the_target_itself_is_met_whatever_its_relation(
    target: Decimal, relation: Relation
) -> None:
    assert judge(target, target, relation=relation).verdict is Verdict.MET


@given(numbers, numbers, relations)
def test_units_do_not_change_a_verdict(
    target: Decimal, reached: Decimal, relation: Relation
) -> None:
    in_km = judge(target, reached, relation=relation, unit="km")
    in_m = judge(target, reached * 1000, relation=relation, unit="km", reached_unit="m")
    assert in_km.verdict is in_m.verdict


@given(numbers, numbers, relations)
def test_a_rule_names_both_numbers_and_ends_in_the_verdict(
    target: Decimal, reached: Decimal, relation: Relation
) -> None:
    judgement = judge(target, reached, relation=relation)
    assert f"{target.normalize():,f}" in judgement.why
    assert f"{reached.normalize():,f}" in judgement.why
    assert judgement.why.endswith(judgement.verdict.value)
