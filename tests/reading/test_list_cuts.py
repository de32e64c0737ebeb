"""Where words that lead to a list end, and where the words of two numbers do not part."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    ("role", "text", "told"),
    [
        (
            "plan",
            "今年的主要预期目标是：地区生产总值增长5%，新增就业3万人。",
            ["地区生产总值增长5%", "新增就业3万人"],
        ),
        (
            "plan",
            "集中力量办好五件民生实事：新增学位2万个，改造公路30公里。",
            ["集中力量办好五件民生实事", "新增学位2万个", "改造公路30公里"],
        ),
        ("plan", "粮食：达到30万吨。", ["粮食：达到30万吨"]),
        ("review", "航线通达27个国家和地区的84个港口。", ["航线通达27个国家和地区的84个港口"]),
        (
            "review",
            "班列通达30个国家和地区、70个城市。",
            ["班列通达30个国家和地区", "70个城市"],
        ),
        (
            "review",
            "服务20个县、市、区居民5万人。",
            ["服务20个县、市、区居民", "服务20个县、市、区居民5万人"],
        ),
        ("review", "送出300台空调和500台冰箱。", ["送出300台空调", "500台冰箱"]),
        ("review", "举办发布会20场和解读活动50场。", ["举办发布会20场", "解读活动50场"]),
        ("plan", "安排装机30万千瓦、并网20万千瓦。", ["安排装机30万千瓦", "并网20万千瓦"]),
        ("plan", "走访企业9家，并联系群众5万人。", ["走访企业9家", "联系群众5万人"]),
        ("review", "服务20个县、市场主体5万户。", ["服务20个县", "市场主体5万户"]),
        ("review", "安置房提前3个月实现100%交付。", ["安置房提前3个月实现100%交付"]),
        ("review", "安置房提前3个月交付。", ["安置房提前3个月交付"]),
    ],
)
def test_pieces_end_where_what_they_tell_ends(role: str, text: str, told: list[str]) -> None:
    assert [claim.text for claim in claims_of(role, text)] == told


def test_a_promise_is_named_by_what_stands_behind_the_words_that_lead_to_it() -> None:
    (claim,) = claims_of("plan", "重点抓好三项工作：一是完善宏观调控体制，促进协调发展。")
    assert claim.measure == "完善宏观调控体制"
