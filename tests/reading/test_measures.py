"""What a number measures: the noun that names it, whoever's clause it stands in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.reading.quantities.chinese.measure_words import (
    balanced,
    trimmed,
)
from duixian.reading.records import Language
from tests.reading.texts import measures

_MANY = 3000


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("全县生产总值增长5.9%、高于全国0.5个百分点。", "0.5个百分点", "生产总值"),
        ("市场主体达到50万户，是2020年的1.5倍。", "1.5倍", "市场主体"),
        ("粮食产量达到500万吨，连续3年增长。", "3年", "粮食产量"),
        ("出口总额1000亿元，占全国的12%。", "12%", "出口总额"),
        ("城镇化率由60%提高到65%。", "65%", "城镇化率"),
        ("经济总量由1万亿元增加到2万亿元，占全省比重由7%提升至8%。", "8%", "经济总量"),
        ("发放农业贷款30亿元、惠及农户2万户。", "2万户", "农业贷款"),
        ("茶叶产量5万吨，产值80亿元。", "80亿元", "茶叶"),
        ("出让采矿权15宗、成交价6亿元。", "6亿元", "采矿权"),
        ("查处经济案件1360件，已经结案的有446件，判刑的262人。", "446件", "经济案件"),
        ("全县共有企业320家，其中已经改制的有210家。", "210家", "企业 改制"),
    ],
)
def test_a_clause_without_a_subject_has_the_one_before(
    text: str, number: str, subject: str
) -> None:
    assert subject in dict(measures(text))[number]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("今年拟安排60亿元，用于补助乡镇卫生院建设。", "60亿元", "拟安排 用于补助乡镇卫生院建设"),
        (
            "拟连续三年发行农田专项债券，重点支持灌区改造，今年先发行80亿元。",
            "80亿元",
            "农田专项债券 先发行",
        ),
        ("清理老城区违法建设，拆除12万平方米。", "12万平方米", "清理老城区违法建设 拆除"),
        ("储蓄存款余额增长6%，新增500亿元。", "500亿元", "储蓄存款余额 新增"),
        ("新建公路90公里，其中高速公路30公里。", "30公里", "新建 高速公路"),
        ("改造老旧小区、农村危房等3万户。", "3万户", "改造老旧小区、农村危房"),
        ("赤字规模300亿元，比上年预算增加20亿元。", "20亿元", "赤字规模 增加"),
        ("中学生，2001年有30万人，2005年已经有45万人。", "45万人", "中学生"),
        ("棉花产量增长8%，即增产40万担。", "40万担", "棉花产量 增产"),
        (
            "今明两年继续提高退休人员养老金，人均每年增长6%。",
            "6%",
            "提高退休人员养老金 人均每年增长",
        ),
        ("实现3宗20公顷土地入市，成交总价90亿元、增长30%。", "30%", "土地入市 成交总价 增长"),
    ],
)
def test_a_deed_without_an_object_is_told_with_what_it_is_done_to(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text))[number] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值迈上3万亿元台阶。", "地区生产总值"),
        ("常住人口由上年的300万人增加到310万人。", "常住人口"),
        ("床位增至5万张。", "床位"),
        ("通关时间压缩到20小时。", "通关时间"),
        ("发放8亿元购车补贴和支持资金。", "发放 购车补贴和支持资金"),
        ("隐患存在30处。", "隐患存在"),
    ],
)
def test_a_measure_does_not_end_in_a_word_that_only_joins(text: str, expected: str) -> None:
    assert measures(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农民收入年均增长6%。", "农民收入年均增长"),
        ("• 改造旧巷12条。", "改造旧巷"),
        ("⑴新增床位50张。", "新增床位"),
        ("2025-2027年新建公园3个。", "新建公园"),
        ("入选国家碳达峰试点4个。", "入选国家碳达峰试点"),
        ("投放直达资金15亿元。", "投放直达资金"),
        ("全市签约20个。", "签约"),
        ("绿色矿山占比超过80%。", "绿色矿山占比"),
        ("“新三样”出口规模达80亿元。", "“新三样”出口规模"),
        ("“好商量”平台受理诉求400件。", "“好商量”平台受理诉求"),
    ],
)
def test_words_are_left_out_only_whole_and_only_at_the_ends(text: str, expected: str) -> None:
    assert [measure for _, measure in measures(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城镇和农村居民收入分别超过8万元、4万元，增长5%、6%。",
            ["城镇居民收入", "农村居民收入", "城镇居民收入 增长", "农村居民收入 增长"],
        ),
        ("甲烷、氮氧化物排放量分别下降5%、6%。", ["甲烷排放量 下降", "氮氧化物排放量 下降"]),
        ("需氧量、二氧化硫排放量分别下降5%、6%。", ["需氧量排放量 下降", "二氧化硫排放量 下降"]),
        ("万元产值能耗、水耗分别下降5%和6%。", ["万元产值能耗 下降", "万元产值水耗 下降"]),
        ("林木覆盖率、湿地保护率分别为24%和50%。", ["林木覆盖率", "湿地保护率"]),
        ("水泥、制砖先进产能占比分别达到64%、62%。", ["水泥先进产能占比", "制砖先进产能占比"]),
        ("城市、县城建成区面积分别提高8%、5%。", ["城市建成区面积 提高", "县城建成区面积 提高"]),
        ("工业投资、消费增速分别为8%、5%。", ["工业投资增速", "消费增速"]),
        ("工业增加值和投资分别增长5%和6%。", ["工业增加值 增长", "工业投资 增长"]),
    ],
)
def test_numbers_told_off_have_their_own_member(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("沿海港口万吨级以上泊位达到404个。", "404个", "沿海港口泊位"),
        ("公交站点50米内换乘比例达到86%。", "86%", "公交站点换乘比例"),
        ("年产值2000万元以上企业达到86家。", "86家", "年产值2000万元以上企业"),
        ("新培育百亿级园区2个。", "2个", "新培育百亿级园区"),
        ("年收入超亿元的企业达到9家。", "9家", "年收入超亿元的企业"),
        ("培育3个千亿级、5个百亿级园区。", "5个", "培育 百亿级园区"),
        ("获得奖牌的有8个县、总数居全省第2。", "8个", "获得奖牌 县"),
    ],
)
def test_a_class_does_not_cut_the_subject_of_the_next_number(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text))[number] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Urban and rural incomes rose 6 percent and 8 percent respectively.",
            ["Urban incomes rose", "rural incomes rose"],
        ),
        (
            "Industrial output and retail sales grew by 5 percent and 6 percent, respectively.",
            ["Industrial output", "retail sales grew"],
        ),
        ("We will add 3 schools, 5 parks and 300 beds.", ["add schools", "add parks", "add beds"]),
        (
            "The share of services reached 60 percent, "
            "up 1.2 percentage points from the previous year.",
            ["share of services", "share of services up"],
        ),
        (
            "The length of railways grew to 42 kilometers and that of roads to 177 kilometers.",
            ["length of railways", "length of roads"],
        ),
        (
            "Grain output reached 30 tons, 4 tons more than in 2023.",
            ["Grain output", "Grain output more"],
        ),
        (
            "Days of pollution were down by 5 percent, and smog was down by 6 percent.",
            ["Days of pollution", "smog"],
        ),
    ],
)
def test_english_lists_and_moves_keep_their_words(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in measures(text, Language.EN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's economic output hit 126 trillion yuan in 2024.", "economic output"),
        ("In 2024, the city's grain output came to 40 tons.", "grain output"),
        ("The Children's Hospital added 50 beds.", "added beds"),
        ("We visited the homes of 30 people's deputies.", "people's deputies"),
        ("The park made deals with a turnover of 5 million yuan.", "turnover"),
        ("Waters with good quality rose to 87 percent.", "Waters with good quality"),
        ("The tax increase was 30 million yuan.", "tax increase"),
        ("Services accounted for 60 percent of the city's total.", "Services of city's total"),
        ("We unveiled the main line of the 445-kilometer trail.", "main line of trail"),
        ("For five consecutive years, grain acreage has grown.", "grain acreage grown"),
        ("The budget was 5 million yuan at year-end.", "budget"),
    ],
)
def test_english_measures_say_what_and_not_whose_or_when(text: str, expected: str) -> None:
    assert next(measure for _, measure in measures(text, Language.EN)).endswith(expected)


@given(st.text(alphabet="“”（）()《》甲乙的达到直约签", max_size=30))
def test_quotes_and_brackets_come_in_pairs_and_trimming_ends(words: str) -> None:
    once = trimmed(words)

    assert balanced(once) == once
    for opening, closing in ("“”", "（）", "()", "《》"):
        assert once.count(opening) == once.count(closing)


@pytest.mark.parametrize(
    "words", ["达到" * 14 + "甲", "占达到" * 9 + "甲", "比上年增长" * 5 + "甲"]
)
def test_words_that_can_be_read_in_many_ways_are_read_once(words: str) -> None:
    assert len(measures(f"{words}5个，{words}6%。")) == 2


@pytest.mark.parametrize("row", ["新增床位5张、", "占3% ", "5 beds and "])
def test_every_number_of_a_long_row_gets_its_measure(row: str) -> None:
    language = Language.EN if row.isascii() else Language.ZH

    assert len(measures(row * _MANY, language)) == _MANY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We will see 20 key mills break ground and 15 come on stream.",
            ["key mills break ground", "key mills come on stream"],
        ),
        (
            "Of the 40 reform tasks assigned to the county, 30 have been finished.",
            ["reform tasks assigned to county", "reform tasks finished"],
        ),
        (
            "Installation of lamps in old streets has started 900 new units "
            "and 500 units have been completed.",
            [
                "Installation of lamps in old streets started new units",
                "Installation of lamps in old streets completed",
            ],
        ),
        (
            "Funding for plant research will grow by 9 percent, with 40 percent going to students.",
            ["Funding for plant research grow", "Funding for plant research going to students"],
        ),
        (
            "Small firms contributed 60% of output, 70% of tax revenue and 80% of jobs.",
            [
                "Small firms contributed output",
                "Small firms contributed tax revenue",
                "Small firms contributed jobs",
            ],
        ),
        ("The tea fair saw 12 contracts signed.", ["tea fair contracts signed"]),
        (
            "Build a tea industry park, aiming for gathering over 60 firms.",
            ["Build tea industry park firms"],
        ),
        (
            "Cargo throughput at the river port hit 5 million tons, ranking first for 3 years.",
            ["Cargo throughput at river port", "Cargo throughput at river port ranking first"],
        ),
        (
            "The value of orders crossed the 5 billion yuan mark for the first time.",
            ["value of orders"],
        ),
        (
            "Two dams with a total capacity of 5 million kilowatts were built.",
            ["dams built", "dams capacity"],
        ),
        ("It takes no more than 2 hours to renew a permit.", ["time to renew permit"]),
        (
            "Research spending climbed from 1.2 to 1.5 percent of GDP.",
            ["Research spending", "Research spending share of GDP"],
        ),
        (
            "Rural trade hit 9 billion yuan, and online sales made up 40 percent of it.",
            ["Rural trade", "online sales share of Rural trade"],
        ),
        (
            "Exports fell by 5 percent to 70 billion yuan, with toys making up "
            "20 percent of the national total.",
            ["Exports fell", "Exports", "toys share of national total"],
        ),
        (
            "People aged 70 and above now make up 9 percent of residents.",
            ["People aged", "People aged share of residents"],
        ),
        (
            "We will build nine halls and raise spending on them by 6 percent.",
            ["build halls", "raise spending on halls"],
        ),
    ],
)
def test_english_clauses_without_a_subject_take_the_one_told_before(
    text: str, expected: list[str]
) -> None:
    assert [measure for _, measure in measures(text, Language.EN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We will start the renovation of 60 old streets and complete that of 40.",
            ["start renovation old streets", "complete renovation old streets"],
        ),
        (
            "Raise 900 units of rental housing and complete 600.",
            ["Raise units of rental housing", "complete units of rental housing"],
        ),
        (
            "Foster 30 “refined, distinctive and innovative” firms.",
            ["refined distinctive and innovative firms"],
        ),
        (
            "Introduce 30 high-end, precision and advanced firms.",
            ["Introduce high-end precision and advanced firms"],
        ),
        ("Issue 5 million yuan worth of travel vouchers.", ["Issue travel vouchers"]),
        (
            "The port handled 5 tons of grain and 40 boats.",
            ["port handled grain", "port handled boats"],
        ),
        (
            "The incomes of the 26 mountainous and remote counties rose 0.6 percentage points.",
            [
                "incomes mountainous and remote counties",
                "mountainous and remote counties rose",
            ],
        ),
    ],
)
def test_english_measures_keep_the_words_that_carry_the_sense(
    text: str, expected: list[str]
) -> None:
    assert [measure for _, measure in measures(text, Language.EN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有序改造供热管网12公里、燃气管网8公里。", ["有序改造供热管网", "改造 燃气管网"]),
        ("认真办理代表建议96件、委员提案76件。", ["认真办理代表建议", "办理 委员提案"]),
        ("青岩科技园入驻芯片企业72家、研发团队43个。", ["青岩科技园入驻芯片企业", "青岩科技园入驻 研发团队"]),
        ("青岩马拉松吸引跑者和游客分别增长27%、59%。", ["青岩马拉松吸引跑者 增长", "青岩马拉松吸引游客 增长"]),
        ("单位地区生产总值用水量、能耗分别下降3%、2%。", ["单位地区生产总值用水量 下降", "单位地区生产总值能耗 下降"]),
        ("列入第七个五年计划的12种产品提前达标。", ["列入第七个五年计划 产品提前达标"]),
    ],
)  # fmt: skip
def test_a_member_of_a_list_has_the_verb_and_the_subject_of_the_first(
    text: str, expected: list[str]
) -> None:
    assert [measure for _, measure in measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city received 30 million tourists throughout the year.", "city received tourists"),
        ("Since July the yuan has appreciated by 3 percent.", "yuan appreciated"),
        ("Clear 20 blackspots before October.", "Clear blackspots"),
        ("In September, unemployment came to 5 percent.", "unemployment"),
    ],
)
def test_a_time_of_the_year_is_no_part_of_an_english_measure(text: str, expected: str) -> None:
    assert [measure for _, measure in measures(text, Language.EN)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成车位5000个（其中充电车位1500个）。", ["建成车位", "建成 充电车位"]),
        ("产值增长4%（不包括村办工业为3%）。", ["产值增长", "产值增长 不包括村办工业"]),
        ("GDP、社零总额分别增长5%、6%。", ["GDP 增长", "社零总额 增长"]),
        ("低保对象、特困人员分别增加到3万人、1万人。", ["低保对象", "特困人员"]),
        (
            "第一、二产业增加值分别为1亿元、2亿元。",
            ["第一产业增加值", "第二产业增加值"],
        ),
    ],
)
def test_a_member_of_a_list_or_bracket_has_its_own_words(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports and imports stood at 3 billion yuan and 2 billion yuan, up 4 percent and "
            "down 2 percent respectively.",
            ["Exports", "imports", "Exports up", "imports down"],
        ),
        (
            "Imports and exports fell by 3 percent and rose by 4 percent, respectively.",
            ["Imports fell", "exports rose"],
        ),
        (
            "Urban and rural incomes rose by 5 percent and 7 percent respectively, to 48,000 yuan "
            "and 22,000 yuan.",
            ["Urban incomes rose", "rural incomes rose", "Urban incomes", "rural incomes"],
        ),
        (
            "Urban and rural incomes rose to 48,000 yuan and 22,000 yuan, representing growth of "
            "5 percent and 7 percent respectively.",
            ["Urban incomes", "rural incomes", "Urban incomes", "rural incomes"],
        ),
    ],
)
def test_a_second_list_is_told_of_the_members_of_the_first(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in measures(text, Language.EN)] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("将乐县造林5万亩。", "5万亩", "将乐县造林"),
        ("也门商人到访30人。", "30人", "也门商人到访"),
        ("而今面积达300亩。", "300亩", "面积"),
    ],
)
def test_names_that_open_with_an_adverb_stay_whole(text: str, number: str, expected: str) -> None:
    assert dict(measures(text))[number] == expected
