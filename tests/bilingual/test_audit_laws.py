"""What holds for every figure: a faithful rendering passes, a slip of scale or unit does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.bilingual.audit.relations import relation_change
from duixian.bilingual.audit.set_phrases import load_set_phrases, phrases_in_chinese
from duixian.bilingual.records import Severity
from duixian.reading.records import Relation
from tests.bilingual.audited import audit_texts

# Amounts of two to four digits times ten thousand or a hundred million.
AMOUNTS = st.integers(11, 9999).filter(lambda number: number % 10)
PRINTED = st.characters(exclude_categories=("Cs", "Cc"))
ZH_SCALES = {"万": 10**4, "亿": 10**8}
EN_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def english(value: int) -> str:
    """Write a number as English reports do: 12.44 million."""
    for name, scale in reversed(EN_SCALES.items()):
        if value >= scale and scale > 1000:
            return f"{(Decimal(value) / scale).normalize():f} {name}"
    return f"{value:,}"


@given(AMOUNTS, st.sampled_from(sorted(ZH_SCALES)), st.integers(0, 1))
def test_a_faithful_rendering_gives_no_finding(digits: int, scale: str, decimals: int) -> None:
    value = digits * ZH_SCALES[scale] // 10**decimals
    zh = f"{(Decimal(digits) / 10**decimals).normalize():f}{scale}"

    audit = audit_texts(f"完成投资{zh}元。", f"Investment reached {english(value)} yuan.")

    assert audit.findings == ()
    assert audit.compared.agreed == 1


@given(AMOUNTS, st.sampled_from(sorted(ZH_SCALES)), st.sampled_from([10, 100, 1000, 10**4]))
def test_a_slip_of_scale_is_an_error(digits: int, scale: str, factor: int) -> None:
    value = digits * ZH_SCALES[scale] * factor

    audit = audit_texts(
        f"完成投资{digits}{scale}元。", f"Investment reached {english(value)} yuan."
    )

    assert [finding.severity for finding in audit.findings] == [Severity.ERROR]
    assert [finding.kind for finding in audit.findings] == ["scale"]
    assert "times too large" in audit.findings[0].message


@given(st.decimals("0.1", "99.9", places=1))
def test_percent_for_percentage_points_is_an_error(number: Decimal) -> None:
    right = audit_texts(
        f"占比提高{number}个百分点。", f"The share rose {number} percentage points."
    )
    wrong = audit_texts(f"占比提高{number}个百分点。", f"The share rose {number} percent.")

    assert right.findings == ()
    assert [finding.severity for finding in wrong.findings] == [Severity.ERROR]


@given(st.lists(st.integers(21, 9999), min_size=1, max_size=6, unique=True))
def test_the_order_of_a_list_does_not_matter(numbers: list[int]) -> None:
    zh = "、".join(f"项目{number}个" for number in numbers)
    en = " and ".join(f"{number:,} projects" for number in reversed(numbers))

    assert audit_texts(f"建成{zh}。", f"We completed {en}.").findings == ()


@given(st.integers(21, 9999).filter(lambda n: n % 10), st.integers(21, 9999))
def test_a_figure_on_one_side_only_is_a_warning(kept: int, dropped: int) -> None:
    audit = audit_texts(
        f"新增企业{kept}家，投资{dropped}亿元。", f"New enterprises numbered {kept:,}."
    )

    assert [(each.severity, each.kind) for each in audit.findings] == [
        (Severity.WARNING, "missing")
    ]


@given(st.text(PRINTED, max_size=80), st.text(PRINTED, max_size=80))
def test_no_text_breaks_an_audit_and_every_span_lies_in_its_text(zh: str, en: str) -> None:
    audit = audit_texts(f"收入{zh}增长5%。", f"Income {en} rose 5%.")

    for finding in audit.findings:
        assert finding.zh or finding.en
        assert finding.message


@pytest.mark.parametrize("relation", Relation)
def test_a_relation_that_is_kept_is_no_change(relation: Relation) -> None:
    assert relation_change(relation, relation) == ""


@pytest.mark.parametrize("relation", [each for each in Relation if each is not Relation.EQUAL])
def test_a_relation_is_lost_one_way_and_added_the_other(relation: Relation) -> None:
    assert relation_change(relation, Relation.EQUAL) == "lost"
    assert relation_change(Relation.EQUAL, relation) == "added"


def test_upwards_against_downwards_is_reversed() -> None:
    assert relation_change(Relation.AT_LEAST, Relation.LESS) == "reversed"
    assert relation_change(Relation.AT_MOST, Relation.MORE) == "reversed"
    assert relation_change(Relation.AT_LEAST, Relation.MORE) == "changed"


def test_every_set_phrase_is_found_in_chinese_by_each_of_its_names() -> None:
    for phrase in load_set_phrases():
        for name in phrase.zh:
            found = phrases_in_chinese(f"推进{name}工作", 0, len(name) + 4)
            assert [each.phrase for each in found] == [phrase], name
            assert all(words == words.lower() for words in phrase.en), name
