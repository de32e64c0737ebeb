"""Last year told inside a review of more years, and the time of what a clause only comes to."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of

_FIVE_YEARS = "过去五年，我们取得了很大成绩。"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("去年，粮食产量增长3%，油料产量增长5%。", ["2024", "2024"]),
        ("到去年年底，入社农户占92%，其中山区占78%。", ["2024", "2024"]),
        ("粮食产量比去年增长3%。", ["2020/2024"]),
        ("完成去年结转项目30个，新建学校5所。", ["2024", "2020/2024"]),
        ("城乡居民收入分别超过8万元、4万元。", ["2024", "2024"]),
        ("城乡分别新建学校8所、4所。", ["2020/2024", "2020/2024"]),
    ],
)
def test_a_review_of_years_tells_what_is_of_the_last(text: str, periods: list[str]) -> None:
    told = claims_of("review", _FIVE_YEARS + text)[1:]
    assert [claim.period for claim in told] == periods


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("高校招生由去年的3万人增加到2029年的5万人，增长75%。", ["2029", "2029"]),
        ("高校招生由2020年的3万人增加到5万人，增长75%。", ["2025", "2025"]),
        ("到2029年高校招生达到5万人，年均增长8%。", ["2029", "2029"]),
    ],
)
def test_how_much_that_is_more_is_of_the_same_time(text: str, due: list[str]) -> None:
    assert [claim.due for claim in claims_of("plan", text)] == due
