"""Deeds of one clause that each have a date of their own are claims of their own."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "青岩高铁上半年开工、青岩机场三季度通航、青岩大桥年底完工。",
            {
                "青岩高铁上半年开工": "2025-06-30",
                "青岩机场三季度通航": "2025-09-30",
                "青岩大桥年底完工": "2025-12-31",
            },
        ),
        (
            "力争8月1日前建成、10月1日通车。",
            {"力争8月1日前建成": "2025-08-01", "10月1日通车": "2025-10-01"},
        ),
        (
            "6月底前完成二中、三中改造、年底前完成公园改造。",
            {"6月底前完成二中、三中改造": "2025-06", "年底前完成公园改造": "2025-12-31"},
        ),
        (
            "北环路年底前完成主体工程、南环路2026年底前开工。",
            {"北环路年底前完成主体工程": "2025-12-31", "南环路2026年底前开工": "2026"},
        ),
        (
            "青岩机场三季度通航，县博物馆年底开馆，县中学9月招生。",
            {
                "青岩机场三季度通航": "2025-09-30",
                "县博物馆年底开馆": "2025-12-31",
                "县中学9月招生": "2025-09",
            },
        ),
        # One date for all of a list, and dates of one deed, part nothing.
        ("6月底前二中、三中、体育馆全部完工。", {"6月底前二中、三中、体育馆全部完工": "2025-06"}),
        ("6月、12月分别完成北站、南站改造。", {"6月、12月分别完成北站、南站改造": "2025"}),
    ],
)
def test_each_deed_of_a_list_with_a_date_is_due_then(sentence: str, told: dict[str, str]) -> None:
    assert {claim.text: claim.due for claim in claims_of("plan", sentence)} == told


def test_each_result_of_a_list_with_a_date_is_of_that_time() -> None:
    claims = claims_of("review", "县医院3月开工、12月建成。")

    assert [(claim.text, claim.period) for claim in claims] == [
        ("县医院3月开工", "2024-03"),
        ("12月建成", "2024-12"),
    ]
