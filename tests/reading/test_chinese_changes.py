"""A change told beside a number or a deed is a claim of its own, although it has no number."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Specificity
from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    "told",
    [
        "青岩水库下闸蓄水",
        "青岩数据中心投入运行",
        "柳岩铁路全线铺轨",
        "青岩产业基金设立",
        "户籍改革在各县全面推开",
        "首届青岩湿地大会成功举办",
        "充电站网覆盖所有乡镇",
        "办学事项实现“一次办”",
        "居民医保实现省级统筹",
        "环保督察整改任务超额完成",
        "全市能耗强度超额完成国家激励目标",
        "水质改善幅度全省第一",
        "粮食单产刷新全省纪录",
        "居民消费价格与上年持平",
        "青岩、柳岩两县蝉联省级文明县城",
        "县域创新能力稳居全省第一方阵",
        "柳河出境断面水质稳定保持二类",
        "所有行政村实现通宽带",
        "首单青岩湿地碳汇交易落地",
        "青岩湿地保护倡议发布",
        "柳岩河道治理项目启动",
        "青岩农业大学建校招生",
        "隐性债务化解超序时进度",
        "事故起数、死亡人数“双下降”",
        "毕业生就业率为近七年最高",
        "柳岩城际列车公交化运行",
        "青岩女排夺得全国联赛冠军",
        "进出口总额实现正增长",
        "家电出口受汇率影响有所回落",
        "统一城乡房产税制",
        "扩围实施家电以旧换新",
        "完成粮食集团战略性重组",
        "青岩特种钢应用于深海探测工程",
        "柳河成为全省第二个通航城市",
    ],
)
def test_a_change_beside_a_number_is_a_claim(told: str) -> None:
    claims = claims_of("review", f"建成公园3个，{told}。")
    assert [claim.text for claim in claims] == ["建成公园3个", told]
    assert claims[1].kind is Kind.RESULT
    assert claims[1].quantity is None


@pytest.mark.parametrize(
    "vague",
    [
        "城市更新深入推进",
        "今年主要目标任务圆满完成",
        "各项改革取得突破",
        "发展环境总体稳定",
        "为提前完成全部任务而奋斗",
    ],
)
def test_a_vague_clause_beside_a_number_is_none(vague: str) -> None:
    claims = claims_of("review", f"建成公园3个，{vague}。")
    assert [claim.text for claim in claims] == ["建成公园3个"]


@pytest.mark.parametrize(
    "not_done",
    [
        "青岩水库尚未下闸蓄水",
        "柳岩大桥没有合龙",
        "柳岩大桥即将合龙",
        "柳岩大桥将于十月合龙",
        "青岩水库计划明年下闸蓄水",
        "青岩水库正在下闸蓄水",
        "力促青岩大桥合龙",
        "支持青岩公司完成重组",
        "积极推动重大项目启动",
        "严防青岩非法刊物热播",
        "坚持居民第一",
    ],
)
def test_a_change_that_is_not_done_is_no_result(not_done: str) -> None:
    claims = claims_of("review", f"建成公园3个，{not_done}。")
    assert [claim.text for claim in claims] == ["建成公园3个"]


@pytest.mark.parametrize("done", ["将青岩矿区全部纳入保护范围", "未来城数据中心投入运行"])
def test_words_that_look_like_those_of_what_is_to_come_hide_no_change(done: str) -> None:
    claims = claims_of("review", f"建成公园3个，{done}。")
    assert [claim.text for claim in claims] == ["建成公园3个", done]


def test_a_change_to_come_is_promised() -> None:
    claims = claims_of("plan", "新建公园3个，力争柳岩大桥合龙。")
    assert [claim.text for claim in claims] == ["新建公园3个", "力争柳岩大桥合龙"]


def test_a_promised_change_can_be_checked() -> None:
    claims = claims_of("plan", "新建公园3个，制造业比重保持基本稳定。")
    assert [claim.specificity for claim in claims] == [
        Specificity.QUANTIFIED,
        Specificity.SPECIFIC,
    ]


def test_a_result_without_numbers_is_cut_to_the_changes_it_tells() -> None:
    claims = claims_of("review", "服务水平持续提升，柳岩铁路全线铺轨，青岩水库下闸蓄水。")
    assert [claim.text for claim in claims] == ["柳岩铁路全线铺轨", "青岩水库下闸蓄水"]


@pytest.mark.parametrize(
    ("clause", "measure"),
    [
        ("创有记录以来最优水平", "颗粒物年均浓度 创有记录以来最优水平"),
        ("为近三年来最低", "颗粒物年均浓度 为近三年来最低"),
    ],
)
def test_a_record_is_told_of_the_number_before_it(clause: str, measure: str) -> None:
    claims = claims_of("review", f"颗粒物年均浓度27微克/立方米，{clause}。")
    assert [claim.measure for claim in claims] == ["颗粒物年均浓度", measure]
