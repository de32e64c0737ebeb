"""Numbers as reports of provinces and of earlier decades write them.

Each case is a sentence of our own around one way of writing that was once misread: a unit with
a prefix, a ratio, a stage crossed, a name that holds a number, a starting point.
"""

from __future__ import annotations

import pytest

from duixian.language.normal_form import normal_form
from duixian.reading.quantities.describe import Described, describe_quantities
from duixian.reading.records import Basis
from duixian.reading.sentences import split_sentences


def _read(text: str) -> list[Described]:
    normal = normal_form(text)
    return [d for sentence in split_sentences(text) for d in describe_quantities(normal, sentence)]


def _numbers(text: str) -> list[tuple[str, float, str, str]]:
    return [
        (text[m.start : m.end], float(m.value), m.unit, m.relation.value)
        for m in (described.mention for described in _read(text))
    ]


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("新增300张家庭养老床位。", "300张", 300, "count"),
        ("新认定9家国家级示范工厂。", "9家", 9, "count"),
        ("平均受教育年限达到14.2年。", "14.2年", 14.2, "year"),
        ("实验电站容量10兆瓦。", "10兆瓦", 10_000_000, "W"),
        ("储能规模9兆瓦时。", "9兆瓦时", 9_000, "kWh"),
        ("电池产能达55GWh。", "55GWh", 55_000_000, "kWh"),
        ("天然气产能达到22亿方。", "22亿方", 2_200_000_000, "m3"),
        ("智能算力达4800PF。", "4800PF", 4_800, "PFLOPS"),
        ("有机质含量达到27克/千克。", "27克/千克", 27, "g/kg"),
        ("死亡率为0.6人/百亿元。", "0.6人/百亿元", 0.6, "person/10000000000CNY"),
        ("产量占全国1/4。", "1/4", 25, "%"),
        ("出游人次增加到1亿3千多万人次。", "1亿3千多万人次", 130_000_000, "person"),
        ("共减轻负担3万多亿元。", "3万多亿元", 3_000_000_000_000, "CNY"),
        ("承办4届博览会。", "4届", 4, "count"),
        ("补贴惠及23.6万婴幼儿。", "23.6万", 236_000, "person"),
        ("完成裁减军队员额20万的任务。", "20万", 200_000, "person"),
        ("全国人口控制在12亿左右。", "12亿", 1_200_000_000, "person"),
        ("地区生产总值迈上5万亿台阶。", "5万亿", 5_000_000_000_000, "CNY"),
    ],
)
def test_a_number_is_read_with_its_own_unit(
    text: str, number: str, value: float, unit: str
) -> None:
    assert [(n, round(v, 6), u) for n, v, u, _ in _numbers(text)] == [(number, value, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("报销比例达到70% 以上。", [("70%", ">=")]),
        ("涨幅控制在 3.3%。", [("3.3%", "<=")]),
        ("站点50米内换乘便利。", [("50米", "<=")]),
        ("航道整治50公里内河段。", [("50公里", "=")]),
        ("经济总量连续跨过3个万亿元大关。", [("3个", "="), ("万亿元", "=")]),
        ("生产总值跨越5000亿元大关。", [("5000亿元", ">")]),
    ],
)
def test_a_comparison_is_taken_only_where_it_compares(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(number, relation) for number, _, _, relation in _numbers(text)] == expected


def test_the_points_of_a_list_are_points_from_the_first() -> None:
    """12.7个、12个百分点: the unit of the last stands for both."""
    assert [unit for _, _, unit, _ in _numbers("增速分别高于全国12.7个、12个百分点。")] == [
        "pp"
    ] * 2


def test_sums_without_a_unit_in_a_list_of_stages_are_money() -> None:
    found = _numbers("经济总量连续迈上4万亿、5万亿两个台阶。")

    assert [unit for _, _, unit, _ in found] == ["CNY", "CNY", "count"]


@pytest.mark.parametrize(
    "text",
    [
        "深入实施0.1微克攻坚行动。",
        "整治违规电动三四轮车。",
        "稳妥推进二轮土地承包延包试点。",
        "出口保持两位数增长。",
        "提高残疾人两项补贴标准。",
        "为实现四个现代化而奋斗。",
        "在这八个字上下功夫。",
        "广义货币M\n2增速合理。",
        "近10年最好成绩由此取得。",
        "排名由第369位上升到第235位。",
        "三门核电二期项目获得核准。",
        "落实240小时过境免签政策。",
        "透过2025回望过去。",
        "建设自由贸易区3.0版。",
    ],
)
def test_names_ranks_and_windows_of_time_are_no_quantities(text: str) -> None:
    assert _numbers(text) == []


def test_years_are_a_fact_as_a_streak_and_none_as_a_window() -> None:
    assert [n for n, *_ in _numbers("财政收入5年增长18.7%。")] == ["18.7%"]
    assert [n for n, *_ in _numbers("粮食连续7年增产。")] == ["7年"]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("将制造业现行16%的税率降至13%。", [True, False]),
        (
            "低保标准分别从645元/月、4318元/年提高到801元/月、7226元/年。",
            [True, True, False, False],
        ),
        ("14亿多人口大国保持就业稳定。", [True]),
        ("医疗保险惠及1.77亿农民。", [False]),
        ("三大行业占比从31.1%降至22.5%。", [True, True, False]),
        ("开工建设12个百亿元、70个亿元项目。", [False, True, False, True]),
        ("培育一批营收过百亿元企业。", [True]),
        ("营收超过百亿元。", [False]),
        ("对投资超9亿元的项目给予90万元奖励。", [True, False]),
        ("对产值首次突破9亿元的企业，给予90万元补助。", [True, False]),
        ("对90户困难群众给予补助。", [False]),
    ],
)
def test_starting_points_classes_and_the_size_of_a_country_are_background(
    text: str, background: list[bool]
) -> None:
    assert [described.context.is_background for described in _read(text)] == background


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("改造提升25个养老机构。", [Basis.LEVEL]),
        ("完整性指数提升2个等级。", [Basis.CHANGE]),
        ("转化率从2020年的51%提升到2025年的70%。", [Basis.LEVEL, Basis.LEVEL]),
        ("17个传统产业增加值增长5.3%。", [Basis.LEVEL, Basis.CHANGE]),
        ("两类产品出口分别增长3.8倍、80.2%。", [Basis.LEVEL, Basis.CHANGE, Basis.CHANGE]),
        ("比重上升为45.4%。", [Basis.LEVEL]),
    ],
)
def test_what_a_number_came_to_is_no_change(text: str, bases: list[Basis]) -> None:
    assert [described.context.basis for described in _read(text)] == bases
