"""Rules and numbers in words: both languages say the same, and can be recomputed."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.accounting.records import Outcome
from duixian.accounting.rules import load_rules
from duixian.accounting.wording import amount
from duixian.language.unit_names import unit_name_zh
from duixian.reading.records import Basis, Relation
from tests.accounting.pairs import account_of, entry_of

_SCALES = {
    "万亿": Decimal(10) ** 12,
    "亿": Decimal(10) ** 8,
    "万": Decimal(10) ** 4,
    "": Decimal(1),
}
_AMOUNT = re.compile(r"(?P<number>-?[\d.]+)(?P<scale>万亿|亿|万|)")
_NAMES = re.compile(r"{(\w+)}")


@pytest.mark.parametrize(
    ("promise", "told", "why"),
    [
        (
            "城镇新增就业1200万人以上。",
            "城镇新增就业1256万人。",
            "目标不低于1200万人；实际1256万人；高于目标4.7%：超额完成",
        ),
        (
            "居民消费价格涨幅3%左右。",
            "居民消费价格上涨2%。",
            "目标约3%；实际2%；低于目标1个百分点（相差目标值的33.3%）：完成",
        ),
        ("新建停车场12个。", "工作有新成效。", "下一年报告没有回应：未报告"),
        (
            "居民收入增长和经济增长同步。",
            "地区生产总值增长5%。居民收入增长5.1%。",
            "目标：与经济增长同步；收入增长5.1%，经济增长5%，落后-0.1个百分点，容许0.5个百分点：完成",
        ),
    ],
)
def test_a_rule_is_spelt_out_in_chinese(promise: str, told: str, why: str) -> None:
    assert entry_of(account_of(promise, told), promise[:4]).judgement.why_zh == why


@given(st.decimals("-1e14", "1e14", places=2), st.sampled_from(Relation))
def test_chinese_scales_lose_no_digit(value: Decimal, relation: Relation) -> None:
    outcome = Outcome(value, None, "CNY", relation, Basis.LEVEL, "as stated")
    found = _AMOUNT.search(amount(outcome).zh)
    assert found is not None
    assert Decimal(found["number"]) * _SCALES[found["scale"]] == value


def test_both_languages_are_filled_with_the_same_numbers() -> None:
    rules = load_rules()
    for wording in (*rules.why.values(), *rules.phrases.values(), *rules.reasons.values()):
        assert set(_NAMES.findall(wording.en)) == set(_NAMES.findall(wording.zh))
    assert set(rules.relations) == {relation.value for relation in Relation}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("jin", "斤"),
        ("person", "人"),
        ("%", "%"),
        ("count", ""),
        ("CNY/person", "元/人"),
        ("xyz", "xyz"),
    ],
)
def test_units_have_chinese_names(code: str, name: str) -> None:
    assert unit_name_zh(code) == name
