"""How a claim is named: by the clause that tells what is done, in the words of the report."""

from __future__ import annotations

import pytest

from duixian.reading.records import Specificity
from tests.reading.texts import claims_of, only, read


def test_a_bare_number_is_shown_with_the_clause_it_stands_in() -> None:
    claims = claims_of("review", "城镇、农村居民人均可支配收入分别达到6万元、3万元。")

    assert [claim.text for claim in claims] == [
        "城镇、农村居民人均可支配收入分别达到6万元",
        "城镇、农村居民人均可支配收入分别达到6万元、3万元",
    ]


def test_a_promise_without_a_figure_is_named_by_the_clause_that_says_it() -> None:
    claim = only(claims_of("plan", "同时，持续优化营商环境，加强基层治理。"))

    assert claim.measure == "持续优化营商环境"


def test_a_comma_inside_quotation_marks_parts_no_claim() -> None:
    text = "The plan “greener, safer, closer” for the river will be issued."
    claim = only(claims_of("plan", text, language="en"))

    assert claim.text == text.rstrip(".")


def test_how_a_number_is_meant_is_no_word_of_the_one_before_it() -> None:
    claims = claims_of("review", "累计惠及8个乡镇近3万名群众。")

    assert [claim.text for claim in claims] == ["累计惠及8个乡镇", "近3万名群众"]


def test_the_number_of_a_list_item_is_no_part_of_its_claim() -> None:
    claims = claims_of("plan", "二是新建学校3所，三是建成公园4个。")

    assert [claim.text for claim in claims] == ["新建学校3所", "建成公园4个"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("对没有兑现的承诺，我们将逐项列出清单，限期补上。", "将逐项列出清单"),
        ("为了方便群众出行，积极改善公交服务。", "积极改善公交服务"),
        ("在城市更新方面，持续提升街区品质。", "持续提升街区品质"),
        ("严厉查处各类违法违规行为，维护市场秩序。", "严厉查处各类违法违规行为"),
        ("对外开放全面扩大，口岸更加便利。", "对外开放全面扩大"),
        ("经过全县上下共同努力，较好完成了全年预期任务。", "较好完成了全年预期任务"),
        ("通过引进新品种和新农艺，逐步改善水稻种植结构。", "逐步改善水稻种植结构"),
        ("顺利通过国家卫生县城验收，城乡面貌焕然一新。", "顺利通过国家卫生县城验收"),
        ("以特色小镇为抓手，持续优化乡村旅游环境。", "持续优化乡村旅游环境"),
        ("各级政府都要从实际出发，妥善处理历史遗留问题。", "妥善处理历史遗留问题"),
        ("食品安全事关千家万户，持续规范小餐饮经营。", "持续规范小餐饮经营"),
        ("我们要继续优化营商环境。", "继续优化营商环境"),
        ("我们必须按照先易后难的原则，分步改造老旧管网。", "分步改造老旧管网"),
        ("以旧城更新为重要抓手，持续提升街区品质。", "持续提升街区品质"),
        ("今后对于临时岗位的管理，必须制定统一的办法。", "必须制定统一的办法"),
        ("总量问题与结构问题并存，要用改革的办法推进转型。", "用改革的办法推进转型"),
        ("我们要研究如何适应山区的特点，切实解决好出行问题。", "切实解决好出行问题"),
        ("（三）充分发动群众，开展河道清淤。", "充分发动群众"),
        ("二要继续规范招标投标秩序。", "继续规范招标投标秩序"),
        ("今年要继续规范招标投标秩序。", "继续规范招标投标秩序"),
        ("今后我们一定要围绕群众需求，重点抓好社区养老。", "重点抓好社区养老"),
        ("我们必须继续按照统筹兼顾的方针，合理安排各项建设。", "合理安排各项建设"),
        ("街道干部肩负着服务群众的重任，必须经常走访居民。", "必须经常走访居民"),
        ("我县承担国家改革试点任务，切实提高服务水平。", "我县承担国家改革试点任务"),
        ("当前改革的关键是根据先易后难的原则，实行多种承包经营。", "实行多种承包经营"),
        ("国有企业要通过改革创新，不断增强发展活力。", "不断增强发展活力"),
        ("全县干部群众面对连续暴雨等严重灾害，抢修了水毁道路。", "抢修了水毁道路"),
        ("在我们这样一个百万人口的城市，必须办好社区食堂。", "必须办好社区食堂"),
        ("我们要不懈努力，继续改善村容村貌。", "继续改善村容村貌"),
        ("对超过限度的排放行为，依法处罚。", "对超过限度的排放行为 依法处罚"),
        ("我们的工作作风持续好转。", "我们的工作作风持续好转"),
        ("我们要以“勇立潮头”的进取之心，开创各项工作新局面。", "开创各项工作新局面"),
        ("2025年12月20日，启用新的档案馆舍和库房。", "启用新的档案馆舍和库房"),
        ("在有条件的骨干企业，逐步推行首席技师制度。", "逐步推行首席技师制度"),
        ("《方案》经大会通过后，认真抓好任务落实。", "认真抓好任务落实"),
        ("各街道、各部门都要在守住底线的前提下，大胆探索改革新路。", "大胆探索改革新路"),
        ("要分别不同情况，实行多种形式的奖励办法。", "实行多种形式的奖励办法"),
        ("要根据各镇实际，有序推进供水管网互通。", "有序推进供水管网互通"),
        ("国有企业和科研院所，要坚决停止重复建设。", "国有企业和科研院所 坚决停止重复建设"),
        ("我们的改革，只能坚定不移地向前推进。", "我们的改革 只能坚定不移地向前推进"),
        ("建筑行业在保证质量的前提下，持续改进施工工艺。", "建筑行业 持续改进施工工艺"),
        ("水上运输业通过挖掘潜力，运力有了较快增长。", "水上运输业 运力有了较快增长"),
        ("各类违规建设项目，都必须依照法律严肃处理。", "各类违规建设项目 依照法律严肃处理"),
        ("在需求不断增强，部分商品供给偏紧的形势下，努力稳定物价总水平。", "努力稳定物价总水平"),
        ("在持续增强服务能力，改善办事环境。", "在持续增强服务能力"),
        ("全县人民在正确路线的指引下，农村面貌持续改善。", "农村面貌持续改善"),
        ("国家对于做出贡献的单位，将继续给予精神奖励。", "将继续给予精神奖励"),
        ("充分发挥山水资源丰富的优势，拓展乡村旅游业态。", "拓展乡村旅游业态"),
        ("深化对经济工作规律的认识，推动产业迭代升级。", "推动产业迭代升级"),
        ("坚持开放合作、互利共赢，努力推进对外开放。", "努力推进对外开放"),
        ("为了减轻企业负担，国家将采取一系列政策措施。", "国家将采取一系列政策措施"),
    ],
)
def test_a_claim_without_a_number_is_named_by_what_it_says(text: str, measure: str) -> None:
    (claim,) = read(f"一、今年工作任务\n\n{text}\n").claims
    assert claim.measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "To improve people's lives, we will reform the registers.",
            "we will reform the registers",
        ),
        ("As we move ahead, we will reform the registers.", "we will reform the registers"),
        (
            "In the year ahead the city will reform its registers, helping all who move there.",
            "In the year ahead the city will reform its registers",
        ),
    ],
)
def test_an_english_claim_is_named_by_the_clause_that_holds_its_verb(
    text: str, measure: str
) -> None:
    assert only(claims_of("plan", text, language="en")).measure == measure


@pytest.mark.parametrize(
    ("text", "language"),
    [("贸易额下降，-9亿元。", "zh"), ("Prices were low, -0.3 percent in all.", "en")],
)
def test_a_claim_keeps_the_minus_sign_of_its_number(text: str, language: str) -> None:
    claim = claims_of("review", text, language=language)[-1]

    assert claim.quantity is not None
    assert claim.start <= claim.quantity.start
    assert claim.text.startswith("-")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("抓住扬尘、尾气等关键环节，深入推进大气治理。", "深入推进大气治理"),
        ("今年物价上涨压力加大，必须做好市场调控工作。", "必须做好市场调控工作"),
        ("对产能严重过剩行业，强化环保和能耗标准。", "强化环保和能耗标准"),
        ("持续用创新理论凝心铸魂，推进学习教育常态化。", "推进学习教育常态化"),
    ],
)
def test_means_and_weights_are_no_measure(text: str, measure: str) -> None:
    assert only(claims_of("plan", text)).measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("当前我国经济金融风险总体可控，要有效消除各类风险隐患。", "有效消除各类风险隐患"),
        ("顺应消费升级的大趋势，着力扩大优质服务供给。", "着力扩大优质服务供给"),
        ("考虑到前期投资增长过快，投资规模大体维持在今年的水平。", "投资规模大体维持在今年的水平"),
        ("一手抓改革，一手抓发展，全面落实优化营商环境方案。", "全面落实优化营商环境方案"),
    ],
)
def test_a_view_taken_or_a_state_does_not_name_a_promise(text: str, measure: str) -> None:
    assert only(claims_of("plan", text)).measure == measure


def test_whom_a_service_is_done_for_keeps_its_preposition() -> None:
    assert only(claims_of("review", "为群众挽回损失10亿元。")).measure == "为群众挽回损失"


def test_the_last_of_numbers_told_off_keeps_the_words_of_the_list() -> None:
    claims = claims_of("plan", "省外游客、入境过夜游客分别增长10%、35%以上。")

    assert [claim.text for claim in claims] == [
        "省外游客、入境过夜游客分别增长10%",
        "省外游客、入境过夜游客分别增长10%、35%以上",
    ]


def test_the_sum_of_two_things_named_before_it_is_no_number_of_its_own() -> None:
    claim = only(claims_of("plan", "抓好垃圾分类和物业管理两个关键小事。"))

    assert (claim.specificity, claim.quantity) == (Specificity.GENERAL, None)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("对长期闲置的厂房，要限期改造，防止浪费。", "对长期闲置的厂房 限期改造"),
        (
            "对需要扶持的民间文艺，各级政府都要给予支持。",
            "对需要扶持的民间文艺 各级政府都要给予支持",
        ),
        ("对闲置的厂房要限期改造，防止浪费。", "对闲置的厂房要限期改造"),
        ("全县上下共同努力，推动乡村全面振兴。", "推动乡村全面振兴"),
    ],
)
def test_what_stands_in_front_is_named_with_what_is_done_to_it(text: str, measure: str) -> None:
    (claim,) = claims_of("plan", text)
    assert claim.measure == measure


@pytest.mark.parametrize("number", ["3.", "（2）", "①", "第三，", "（三）", "四、", "第二、"])
def test_the_number_of_an_item_is_no_word_of_its_claim(number: str) -> None:
    (told,) = claims_of("plan", f"{number}改造小区30个。")

    assert (told.text, told.measure) == ("改造小区30个", "改造小区")


@pytest.mark.parametrize("subject", ["第一、第三产业", "第二、三产业", "一、二产业"])
def test_numbers_that_name_the_members_of_a_list_are(subject: str) -> None:
    told = claims_of("plan", f"{subject}增加值分别增长5%、6%。")

    assert told[0].text == f"{subject}增加值分别增长5%"


def test_a_feast_named_by_its_date_is_no_number_of_an_item() -> None:
    (told,) = claims_of("plan", "五一、国庆各举办灯会20场。")

    assert told.text == "五一、国庆各举办灯会20场"


def test_nor_is_it_told_for_what_a_short_item_says() -> None:
    (told,) = claims_of("plan", "第三，守住安全红线。")

    assert told.measure == "守住安全红线"
