"""What a Chinese clause does that anyone can check makes it a claim of its own."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Specificity
from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    ("role", "text", "told"),
    [
        ("review", "南湖创业园挂牌运营，新认定企业30家。", "南湖创业园挂牌运营"),
        ("plan", "新建公园3个，全力保障第二使馆区建设。", "全力保障第二使馆区建设"),
        ("plan", "新建公园3个，落实“清流”攻坚行动。", "落实“清流”攻坚行动"),
        ("review", "建成公园3个，推出帮扶个体户的新举措。", "推出帮扶个体户的新举措"),
        ("plan", "供应土地30公顷，单列人才住房用地指标。", "单列人才住房用地指标"),
        ("plan", "新建公园3个，加快青岩水库、柳河灌区等重点工程建设。",
         "加快青岩水库、柳河灌区等重点工程建设"),
        ("review", "建成公园3个，空气质量达到近五年最好水平。", "空气质量达到近五年最好水平"),
        ("review", "建成公园3个，在全国首创青岩组合供地模式。", "在全国首创青岩组合供地模式"),
        ("review", "建成公园3个，青岩、柳河进至全省同类城市前列。", "青岩、柳河进至全省同类城市前列"),
        ("review", "金融风险稳妥处置，新发、存量案件实现双下降。", "新发、存量案件实现双下降"),
        ("review", "坚持综合施策，物价涨幅从8月份起逐月回落。", "物价涨幅从8月份起逐月回落"),
        ("review", "建成公园3个，当年安排的安置房全部启动。", "当年安排的安置房全部启动"),
        ("plan", "新建公园3个，支持青岩建设全国性综合交通枢纽。", "支持青岩建设全国性综合交通枢纽"),
        ("plan", "新建公园3个，启动柳河(青岩路段)沿线整治提升。", "启动柳河(青岩路段)沿线整治提升"),
        ("plan", "新建公园3个，扎实做好第三届湿地大会筹办。", "扎实做好第三届湿地大会筹办"),
        ("plan", "新建公园3个，争创国家森林城市。", "争创国家森林城市"),
        ("review", "引进企业30家，商务服务业增速高于全市。", "商务服务业增速高于全市"),
        ("review", "建成公路30公里，实现“村村通公路”。", "实现“村村通公路”"),
        ("plan", "压减产能20万吨，确保淘汰任务提前半年完成。", "确保淘汰任务提前半年完成"),
        ("review", "治理深入开展，柳河水质持续好转。", "柳河水质持续好转"),
        ("plan", "新建公园3个，推进乡村医院远程会诊全覆盖。", "推进乡村医院远程会诊全覆盖"),
        ("review", "建成公园3个，老旧煤气管线动态清零。", "老旧煤气管线动态清零"),
        ("review", "建成公园3个，青岩水厂水质全部达到一级标准。", "青岩水厂水质全部达到一级标准"),
        ("review", "引进企业30家，青年教师由净流出转为净流入。", "青年教师由净流出转为净流入"),
        ("review", "引进企业30家，国产青岩疫苗打破国外垄断。", "国产青岩疫苗打破国外垄断"),
        ("review", "引进企业30家，青岩储能装备总部成功落地。", "青岩储能装备总部成功落地"),
        ("plan", "新建公园3个，推动失业保险拓宽至外卖骑手。", "推动失业保险拓宽至外卖骑手"),
        ("plan", "新增就业3万人，居民收入增长与经济增长同步。", "居民收入增长与经济增长同步"),
        ("review", "新增就业3万人，保持税收减免规模不变。", "保持税收减免规模不变"),
        ("plan", "新建公园3个，推进设立青岩应用技术大学。", "推进设立青岩应用技术大学"),
        ("plan", "新建公园3个，高标准建设省级算力调度平台。", "高标准建设省级算力调度平台"),
        ("review", "建成公园3个，全球首条柔性纸电池产线运行。", "全球首条柔性纸电池产线运行"),
        ("review", "建成公园3个，推动出台湿地保护条例。", "推动出台湿地保护条例"),
        ("review", "建成公园3个，青岩车企获得首批无人驾驶路测许可。", "青岩车企获得首批无人驾驶路测许可"),
        ("review", "建成公园3个，国际湿地学会总部落户青岩。", "国际湿地学会总部落户青岩"),
        ("review", "建成公园3个，快充便民行动计划顺利完成。", "快充便民行动计划顺利完成"),
        ("review", "建成公园3个，青岩电力交易市场正式运行。", "青岩电力交易市场正式运行"),
        ("plan", "淘汰旧车3万辆，推广车用柴油新国标标准。", "推广车用柴油新国标标准"),
        ("review", "新增就业3万人，下调住房贷款利率和首付比例。", "下调住房贷款利率和首付比例"),
        ("plan", "新建公园3个，基本做到乡乡有文化站。", "基本做到乡乡有文化站"),
        ("review", "建成公园3个，机械化率远高于全国平均水平。", "机械化率远高于全国平均水平"),
        ("review", "建成公园3个，青岩材料公司跻身全国制造业500强。", "青岩材料公司跻身全国制造业500强"),
        ("review", "建成公园3个，规上工业利润由负转正。", "规上工业利润由负转正"),
        ("review", "建成公园3个，青岩一号火箭首飞入轨。", "青岩一号火箭首飞入轨"),
        ("review", "建成公园3个，各镇全部达到省级卫生标准。", "各镇全部达到省级卫生标准"),
        ("review", "建成公园3个，推出“清流”研学专线。", "推出“清流”研学专线"),
    ],
)  # fmt: skip
def test_a_deed_beside_a_figure_is_told_of_its_own(role: str, text: str, told: str) -> None:
    assert told in [claim.text for claim in claims_of(role, text)]


@pytest.mark.parametrize(
    "text",
    [
        "新建公园3个，推动更多企业上市挂牌。",
        "新建公园3个，融入“清流”行动。",
        "新建公园3个，推出一系列务实举措。",
        "新建公园3个，加强应急保障中心管理。",
        "新建公园3个，加快医院、学校等项目建设。",
        "新建公园3个，支持企业建设研发中心。",
        "新建公园3个，进一步开展环境整治。",
        "新建公园3个，一批重大项目落地。",
        "新建公园3个，推动各项改革任务落地见效。",
        "新建公园3个，率先基本实现现代化。",
        "新建公园3个，由规模优势转为质量优势。",
        "新建公园3个，吸引更多企业落户园区。",
        "新建公园3个，提高广播电视村村通水平。",
        "新建公园3个，获得更多群众认可。",
    ],
)
def test_what_names_no_deed_is_none(text: str) -> None:
    assert len(claims_of("plan", text)) == 1


@pytest.mark.parametrize(
    ("text", "specificity"),
    [
        ("加快青岩医院南湖院区病房改造以及柳河中学、临江国际医院等项目进度。", "specific"),
        ("持续推进青岩水库、柳河灌区等重点工程建设。", "general"),
        ("加快推进重大科技设施、平台等项目建设。", "general"),
        ("办好第三届青岩未来之城场景汇。", "specific"),
        ("保证中小学生每天一小时体育活动。", "quantified"),
        ("打造一小时交通圈。", "general"),
        ("实施第二期“清流计划”，加强河道管理。", "specific"),
        ("持续实施第二期“清流计划”，加强河道管理。", "general"),
    ],
)
def test_names_numbers_and_events_make_a_promise_checkable(text: str, specificity: str) -> None:
    (claim,) = claims_of("plan", text)

    assert claim.specificity is Specificity(specificity)


def test_what_a_deed_is_done_to_belongs_to_its_words_where_it_stands_in_front() -> None:
    text = "对月收入较高的职工，准备征收个人所得税，对照目标，出台实施方案。"

    assert [claim.text for claim in claims_of("plan", text)] == [
        "对月收入较高的职工，准备征收个人所得税",
        "出台实施方案",
    ]


@pytest.mark.parametrize("work", ["深入落实“清流”行动", "加快青岩水库等重点项目建设"])
def test_a_work_by_name_that_goes_on_beside_a_figure_is_a_row_as_vague_as_its_verb(
    work: str,
) -> None:
    rows = {claim.text: claim.specificity for claim in claims_of("plan", f"新建公园3个，{work}。")}

    assert rows[work] is Specificity.GENERAL


def test_beside_no_other_row_such_a_work_takes_nothing_from_its_sentence() -> None:
    (claim,) = claims_of("review", "深入落实“清流”行动，水利设施不断完善。")
    assert claim.text == "深入落实“清流”行动，水利设施不断完善"


def test_what_a_promise_tells_as_done_already_is_a_result() -> None:
    text = "市人大已经制定了一部重要条例，今后还将修订湿地保护办法。"
    kinds = {claim.text: claim.kind for claim in claims_of("plan", text)}

    assert kinds == {
        "市人大已经制定了一部重要条例": Kind.RESULT,
        "今后还将修订湿地保护办法": Kind.COMMITMENT,
    }


def test_a_rule_that_was_issued_already_and_is_to_be_carried_out_is_promised() -> None:
    (claim,) = claims_of("plan", "已经颁布的各项优惠政策，必须不折不扣地加以落实。")

    assert claim.kind is Kind.COMMITMENT


def test_what_a_thing_is_to_be_made_into_cannot_be_checked() -> None:
    (claim,) = claims_of("plan", "努力把湿地建成人人向往的乐园。")

    assert claim.specificity is Specificity.GENERAL


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("新增就业3万人，超过预期目标。", "新增就业 超过预期目标"),
        ("社零总额增长6%，增速居全省第3位。", "社零总额增长 增速居全省第3位"),
        ("粮食总产量30万吨，稳居全省首位。", "粮食总产量 稳居全省首位"),
        ("农民收入增长6%，增速继续快于城镇居民。", "农民收入增长 增速继续快于城镇居民"),
    ],
)
def test_what_only_compares_a_number_is_told_of_its_measure(text: str, measure: str) -> None:
    _, claim = claims_of("review", text)

    assert (claim.quantity, claim.measure) == (None, measure)


def test_a_comparison_without_a_number_in_front_has_its_topic() -> None:
    (claim,) = claims_of("review", "适合农村的家电，增长幅度超过整个行业。")

    assert claim.measure == "适合农村的家电 增长幅度超过整个行业"


def test_what_compares_each_number_of_a_list_is_told_of_all() -> None:
    claims = claims_of("review", "新增图书馆3家、博物馆5家，均居全省前列。")

    assert claims[-1].measure == "新增图书馆、新增 博物馆 均居全省前列"
