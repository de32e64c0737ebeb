"""Claims: one checkable thing each, with its measure, quantity, time, place and subject."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duixian.reading.records import Kind, Relation, Specificity
from tests.reading.texts import claims_of, figures, only, read, read_in


def test_a_list_is_as_many_claims_as_it_has_members() -> None:
    claims = claims_of(
        "plan", "新增区域养老服务中心4家、养老家庭照护床位不少于300张、普惠托位不少于2300个。"
    )

    assert [claim.text for claim in claims] == [
        "新增区域养老服务中心4家",
        "养老家庭照护床位不少于300张",
        "普惠托位不少于2300个",
    ]
    assert figures(claims) == [
        ("新增区域养老服务中心", "=", 4),
        ("新增 养老家庭照护床位", ">=", 300),
        ("新增 普惠托位", ">=", 2300),
    ]
    assert [claim.due for claim in claims] == ["2025"] * 3
    assert {claim.specificity for claim in claims} == {Specificity.QUANTIFIED}


def test_an_english_list_is_as_many_claims_as_it_has_members() -> None:
    text = (
        "We will add four care centers, at least 300 beds and no fewer than 2,300 nursery places."
    )
    claims = claims_of("plan", text, language="en")

    assert [(c.quantity.relation, c.quantity.value) for c in claims if c.quantity] == [
        (Relation.EQUAL, Decimal(4)),
        (Relation.AT_LEAST, Decimal(300)),
        (Relation.AT_LEAST, Decimal(2300)),
    ]
    assert [claim.text for claim in claims] == [
        "We will add four care centers",
        "at least 300 beds",
        "no fewer than 2,300 nursery places",
    ]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("改造老旧小区12个、背街小巷30条。", ["改造老旧小区", "改造 背街小巷"]),
        ("新建学校2所、幼儿园3所，修复桥梁6座。", ["新建学校", "新建 幼儿园", "修复桥梁"]),
        ("引进企业30家和人才500名。", ["引进企业", "引进 人才"]),
        ("保障性住房筹集1.4万套、竣工1.1万套。", ["保障性住房筹集", "保障性住房 竣工"]),
    ],
)  # fmt: skip
def test_the_verb_that_opens_a_list_holds_for_its_members(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of("plan", text)] == measures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("地方级、区级一般公共预算收入分别增长4%、5%。", ["地方级", "区级"]),
        ("城镇、农村居民人均可支配收入分别达到6万元、3万元。", ["城镇", "农村"]),
        ("粮食、油料、蔬菜产量分别增长2%、3%和4%。", ["粮食", "油料", "蔬菜"]),
    ],
)  # fmt: skip
def test_each_number_after_fenbie_takes_its_own_member(text: str, words: list[str]) -> None:
    claims = claims_of("plan", text)

    assert len(claims) == len(words)
    shared = {"收入", "产量"}
    for claim, word in zip(claims, words, strict=True):
        assert word in claim.measure
        assert not any(other in claim.measure for other in words if other not in word)
        assert any(common in claim.measure for common in shared)


@pytest.mark.parametrize(
    ("role", "text", "language", "reached"),
    [
        ("plan", "森林覆盖率从26.7%提高到27.5%。", "zh", "27.5"),
        ("review", "森林覆盖率由26.7%提高到27.5%。", "zh", "27.5"),
        ("plan", "Forest coverage will rise from 26.7 percent to 27.5 percent.", "en", "27.5"),
        ("review", "The number of parks rose from 12 to 20.", "en", "20"),
    ],
)
def test_a_baseline_is_no_claim(role: str, text: str, language: str, reached: str) -> None:
    claim = only(claims_of(role, text, language=language))

    assert claim.quantity is not None
    assert claim.quantity.value == Decimal(reached)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新增停车位500个。", "2025"),
        ("今年新增停车位500个。", "2025"),
        ("一季度开工重点项目40个。", "2025-03-31"),
        ("第三季度建成便民市场4个。", "2025-09-30"),
        ("上半年完成老旧小区改造12个。", "2025-06-30"),
        ("年底前建成学校2所。", "2025-12-31"),
        ("10月底前建成便民市场4个。", "2025-10"),
        ("区博物馆新馆5月开放。", "2025-05"),
        ("到2027年建成口袋公园30个。", "2027"),
        ("2026年6月底前完成第五水厂建设。", "2026-06"),
        ("今后五年，地区生产总值年均增长6%以上。", "2029"),
        ("改造2018年建成的管网30公里。", "2025"),
    ],
)
def test_a_promise_falls_due_when_its_words_say(text: str, due: str) -> None:
    assert only(claims_of("plan", text)).due == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Create 9,000 new urban jobs.", "2025"),
        ("Start 40 major projects in the first quarter.", "2025-03-31"),
        ("Complete 12 renovations in the first half of the year.", "2025-06-30"),
        ("Open 4 markets by the end of October.", "2025-10"),
        ("Open two schools by the end of the year.", "2025-12-31"),
        ("By 2027 we will build 30 pocket parks.", "2027"),
        ("Complete the Fifth Waterworks by June 2026.", "2026-06"),
        ("Over the next five years, we will build 40 schools.", "2029"),
    ],
)
def test_an_english_promise_falls_due_when_its_words_say(text: str, due: str) -> None:
    assert only(claims_of("plan", text, language="en")).due == due


def test_each_clause_has_its_own_due_date() -> None:
    claims = claims_of("plan", "一季度开工重点项目40个，年底前建成学校2所。")

    assert [claim.due for claim in claims] == ["2025-03-31", "2025-12-31"]


def test_a_name_that_begins_like_and_is_whole() -> None:
    claims = claims_of("review", "和龙市新建学校2所，和静县造林3万亩。")

    assert [claim.text for claim in claims] == ["和龙市新建学校2所", "和静县造林3万亩"]


def test_an_item_that_opens_with_a_deed_claims_it() -> None:
    claims = claims_of("review", "一是建成青岩大桥。全长5公里。")

    assert [claim.text for claim in claims] == ["建成青岩大桥", "全长5公里"]


def test_a_ratio_is_told_whole_for_each_of_its_members() -> None:
    claims = claims_of("review", "三次产业结构由10∶50∶40调整为8∶45∶47。")

    assert {claim.text for claim in claims} == {"三次产业结构由10∶50∶40调整为8∶45∶47"}


def test_without_a_year_no_due_date_is_made_up() -> None:
    claim = only(list(read("今年，我们要新建农村公路八十公里。").claims))

    assert claim.kind is Kind.COMMITMENT
    assert claim.due is None


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("新增停车位1500个。", "zh", "2024"),
        ("五年来，累计新建学校12所。", "zh", "2020/2024"),
        ("2023年建成公园3个。", "zh", "2023"),
        ("Eight schools opened.", "en", "2024"),
        ("In 2023, three parks were built.", "en", "2023"),
        ("Over the past five years, 12 schools were built.", "en", "2020/2024"),
    ],
)
def test_a_result_speaks_of_a_time(text: str, language: str, period: str) -> None:
    assert only(claims_of("review", text, language=language)).period == period


def test_a_place_told_off_with_others_is_that_of_its_own_number_alone() -> None:
    text = "推动西河生态城、东山综保区、北湖金融区分别引进企业6家、9家、7家。"

    places = [claim.place for claim in claims_of("review", text)]

    assert places == [None, "东山综保区", None]


def test_places_and_projects_are_named_in_the_words_of_the_report() -> None:
    claims = claims_of("plan", "在河东街道新建社区食堂3个，建成河西中学新校区。")

    assert [claim.place for claim in claims] == ["河东街道", None]
    assert claims[1].project == "河西中学新校区"


@pytest.mark.parametrize(
    ("role", "text", "language", "indicator"),
    [
        ("plan", "地区生产总值增长6%左右。", "zh", "gdp"),
        ("plan", "城镇新增就业9000人以上。", "zh", "new-urban-jobs"),
        ("review", "森林覆盖率提高到27.5%。", "zh", "forest-coverage"),
        ("plan", "Create 9,000 new urban jobs.", "en", "new-urban-jobs"),
        ("plan", "新建社区戏台3个。", "zh", None),
    ],
)
def test_known_indicators_are_attached(
    role: str, text: str, language: str, indicator: str | None
) -> None:
    assert only(claims_of(role, text, language=language)).indicator == indicator


def test_functions_of_government_are_attached() -> None:
    assert "09" in only(claims_of("plan", "新建学校2所。")).functions
    assert "07" in only(claims_of("review", "新建卫生院3所。")).functions


def test_every_deed_is_a_claim() -> None:
    claims = claims_of("plan", "建成县体育中心，出台人才引进办法，新增停车位500个。")

    assert [(claim.text, claim.specificity) for claim in claims] == [
        ("建成县体育中心", Specificity.SPECIFIC),
        ("出台人才引进办法", Specificity.SPECIFIC),
        ("新增停车位500个", Specificity.QUANTIFIED),
    ]


def test_every_english_deed_is_a_claim() -> None:
    text = "The Qinghe Sports Center will be completed, an action plan will be issued, and 500 parking spaces will be added."
    claims = claims_of("plan", text, language="en")

    assert [(claim.text, claim.specificity) for claim in claims] == [
        ("The Qinghe Sports Center will be completed", Specificity.SPECIFIC),
        ("an action plan will be issued", Specificity.SPECIFIC),
        ("500 parking spaces will be added", Specificity.QUANTIFIED),
    ]


def test_a_general_promise_is_one_claim_without_a_figure() -> None:
    claim = only(claims_of("plan", "持续优化营商环境，加强基层治理。"))

    assert (claim.specificity, claim.quantity) == (Specificity.GENERAL, None)
    assert claim.text == "持续优化营商环境，加强基层治理"


def test_a_clause_with_no_subject_goes_on_with_the_one_before() -> None:
    level, growth = claims_of("review", "地区生产总值达到326亿元，增长6.1%。")

    assert "地区生产总值" in growth.measure
    assert level.quantity is not None
    assert growth.quantity is not None
    assert (level.quantity.basis, growth.quantity.basis) == ("level", "change")
    assert level.indicator == growth.indicator == "gdp"


def test_context_claims_nothing() -> None:
    report = read_in("plan", "今年是“十四五”规划的收官之年。\n让我们团结起来！")

    assert report.claims == ()


def test_every_claim_says_why() -> None:
    claims = claims_of("plan", "新增停车位500个，出台人才引进办法。")

    assert "unit 个" in claims[0].why
    assert "a plan, law or policy is issued" in claims[1].why


def test_the_second_of_two_numbers_joined_by_and_has_the_words_of_both() -> None:
    claims = claims_of("review", "进口、出口通关时间分别压减67%和92%，合规成本下降。")

    assert claims[1].text == "进口、出口通关时间分别压减67%和92%"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("8个断面水质优良比例达100%。", ["8个断面水质优良比例达100%"]),
        ("群众安全感连续7年保持98%以上。", ["群众安全感连续7年保持98%以上"]),
        ("8个断面水质优良比例连续3年保持100%。", ["8个断面水质优良比例连续3年保持100%"]),
        ("实现5宗43公顷土地入市。", ["实现5宗43公顷土地入市"] * 2),
        ("4组9家企业完成重组。", ["4组9家企业完成重组"]),
        ("3个园区建成，入驻率达80%。", ["3个园区建成", "入驻率达80%"]),
        ("开工12个项目、完工率达80%。", ["开工12个项目", "完工率达80%"]),
    ],
)  # fmt: skip
def test_a_number_that_says_of_what_another_is_makes_no_fragment(
    text: str, rows: list[str]
) -> None:
    assert [claim.text for claim in claims_of("review", text)] == rows


def test_the_function_of_its_indicator_comes_first() -> None:
    claim, _ = claims_of("review", "农村居民人均可支配收入增长6%，高于经济增速。")

    assert claim.indicator == "rural-disposable-income"
    assert claim.functions[0] == "10"


def test_a_claim_takes_no_function_from_its_neighbours() -> None:
    claims = claims_of("plan", "新建高校2所，撤销建制村30个，建设养老服务中心4家。")

    assert [claim.functions for claim in claims] == [("09",), ("01",), ("10",)]


def test_a_silent_claim_has_the_function_of_the_measure_it_takes_over() -> None:
    claims = claims_of("review", "养老机构达到300家，增长5%，同时开通铁路2条、公路3条。")

    assert claims[1].text == "增长5%"
    assert claims[1].functions == ("10",)


def test_a_silent_claim_has_the_one_function_its_sentence_speaks_of_most() -> None:
    claims = claims_of("plan", "新建小学3所、中学2所，改造小区1个，新增平台5个。")

    assert claims[-1].functions == ("09",)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("柳河镇入选首批国家级旅游名镇。", ["柳河镇入选首批国家级旅游名镇"]),
        ("新平科技园获批省级示范园区。", ["新平科技园获批省级示范园区"]),
        ("环境不断优化，青岩街区规划通过市级审查。", ["青岩街区规划通过市级审查"]),
        ("治理水平稳步提高，群众满意度居全市首位。", ["群众满意度居全市首位"]),
        ("服务更有温度，全面取消入园安检。", ["全面取消入园安检"]),
        ("营商环境持续向好，建立政企月度会商机制。", ["建立政企月度会商机制"]),
        ("文化事业更加繁荣，青岩民俗博物馆启动建设。", ["青岩民俗博物馆启动建设"]),
        (
            "新建学校3所，新平数据平台入选全国典型案例，群众更加满意。",
            ["新建学校3所", "新平数据平台入选全国典型案例"],
        ),
    ],
)
def test_what_was_approved_listed_ranked_or_lifted_is_a_claim(text: str, rows: list[str]) -> None:
    assert [claim.text for claim in claims_of("review", text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "经济总量持续扩大，跃居前列。",  # of what
        "机制不断健全，建立健全长效机制。",
        "改革不断深化，取消一批行政许可事项。",
    ],
)
def test_a_rank_or_a_rule_without_its_subject_cuts_nothing(text: str) -> None:
    assert only(claims_of("review", text)).text == text.rstrip("。")


def test_a_deed_that_only_cuts_leaves_a_vague_promise_vague() -> None:
    claims = claims_of("plan", "优化营商环境，建立政企月度会商机制。")

    assert {claim.specificity for claim in claims} == {Specificity.GENERAL}


def test_the_government_that_speaks_is_no_place_of_its_own() -> None:
    text = (
        "株洲市政府工作报告（2025年）\n一、2024年工作回顾\n"
        "株洲入选国家数据试点城市。湘潭入选国家物流试点城市。株洲、东岭等6个村建成污水站。"
    )
    claims = read(text).claims

    assert [claim.place for claim in claims] == [None, "湘潭", "东岭"]


def test_last_year_is_the_year_reviewed_whatever_the_passage_speaks_of() -> None:
    text = "五年来，开放水平不断提高。去年外贸总额达到300亿元，比去年同期多增20亿元。"
    claims = [claim for claim in claims_of("review", text) if claim.quantity]

    assert claims[0].period == "2024"


def test_the_year_things_began_in_holds_for_the_rest_of_its_paragraph() -> None:
    text = (
        "从2021年开始，在各镇推行河长制。水质逐年好转，鱼类重新出现。\n"
        "城市面貌有了较大改观，市容更加整洁。"
    )

    assert [claim.period for claim in claims_of("review", text)] == [
        "2021/2024", "2021/2024", "2024",
    ]  # fmt: skip


def test_the_year_things_began_in_ends_no_frame_of_years() -> None:
    text = "五年来，从2022年起，各镇推行河长制。累计修复湿地300公顷。"

    assert claims_of("review", text)[-1].period == "2020/2024"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("外贸进出口分别下降3%、增长4%。", [("外贸进口 下降", 3), ("外贸出口 增长", 4)]),
        ("城镇、农村居民收入分别增长5%和下降2%。",
         [("城镇居民收入 增长", 5), ("农村居民收入 下降", 2)]),
        ("建强2个国家级和22个省级区域医疗中心。",
         [("建强 国家级区域医疗中心", 2), ("建强 省级区域医疗中心", 22)]),
        ("淘汰水泥300万吨、平板玻璃50万箱等落后产能。",
         [("淘汰水泥", 3_000_000), ("淘汰 平板玻璃", 500_000)]),
        ("新建校舍廿五所，植树卅万亩。", [("新建校舍", 25), ("植树", 300_000)]),
    ],
)  # fmt: skip
def test_members_share_what_is_said_once(text: str, told: list[tuple[str, int]]) -> None:
    claims = claims_of("plan", text)

    assert [(c.measure, int(c.quantity.value)) for c in claims if c.quantity] == told


def test_a_number_that_holds_for_each_of_two_known_measures_is_two_claims() -> None:
    claims = claims_of("plan", "游客人次、旅游收入均增长8%以上。")

    assert [(claim.measure, claim.indicator) for claim in claims] == [
        ("游客人次 增长", "tourist-visits"),
        ("旅游收入 增长", "tourism-revenue"),
    ]
    assert {claim.text for claim in claims} == {"游客人次、旅游收入均增长8%以上"}


@pytest.mark.parametrize(
    "text", ["各县均新建学校3所。", "道路、桥梁均完成投资5亿元。", "首都人均收入和消费增长5%。"]
)
def test_a_number_that_holds_for_each_of_what_is_not_known_is_one_claim(text: str) -> None:
    assert len(claims_of("plan", text)) == 1


def test_a_vague_promise_names_its_place_and_its_programme() -> None:
    claim = only(claims_of("plan", "深入实施提振消费专项行动，支持襄阳做强做优，持续改善环境。"))

    assert claim.specificity is Specificity.GENERAL
    assert (claim.place, claim.project) == ("襄阳", "提振消费专项行动")


@pytest.mark.parametrize(
    "deed",
    [
        "创新办好青岩国际论坛",
        "推动柳河航空口岸正式开放",
        "争取柳河机场纳入国家口岸发展规划",
        "继续提高城乡居民基础养老金",
    ],
)
def test_a_deed_behind_vague_words_is_a_claim_of_its_own(deed: str) -> None:
    claim = only(claims_of("plan", f"不断完善各项工作机制，{deed}。"))

    assert (claim.text, claim.specificity) == (deed, Specificity.SPECIFIC)


def test_a_bracket_behind_a_number_is_a_claim_of_its_own_in_whole_words() -> None:
    claims = claims_of("review", "建成住房800套（其中公租房300套、人才房200套）。")

    assert [claim.text for claim in claims] == ["建成住房800套", "公租房300套", "人才房200套"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建220千伏变电站2座。", ["新建220千伏变电站2座"]),
        ("新建220千伏和110千伏变电站5座。", ["新建220千伏和110千伏变电站5座"]),
        ("24小时自助服务区增至36个。", ["24小时自助服务区增至36个"]),
        ("千亩以上示范片20个。", ["千亩以上示范片20个"]),
        ("产值超10亿元的企业达到30家。", ["产值超10亿元的企业达到30家"]),
        ("城区人口超100万的城市增加到3个。", ["城区人口超100万的城市增加到3个"]),
    ],
)
def test_what_only_says_of_what_kind_a_thing_is_claims_nothing(
    text: str, expected: list[str]
) -> None:
    assert [claim.text for claim in claims_of("review", text)] == expected


def test_a_sort_alone_leaves_a_claim_without_a_number() -> None:
    [claim] = claims_of("review", "建成500千伏输变电工程。")

    assert (claim.text, claim.quantity) == ("建成500千伏输变电工程", None)


@pytest.mark.parametrize(
    "text",
    [
        "城市绿化覆盖率42%。",
        "高速公路密度5.6公里。",
        "惠及市场主体10万户。",
        "公办幼儿园在园幼儿占比达到55%。",
        "低保对象3.2万人。",
    ],
)
def test_a_like_name_is_no_indicator(text: str) -> None:
    assert [claim.indicator for claim in claims_of("review", text)] == [None]
