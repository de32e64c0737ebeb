"""A number is measured by the topic of its sentence, without the times in front of it."""

from __future__ import annotations

import pytest

from tests.reading.texts import measures


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        # Months, decades and the years of a plan say when, and name nothing.
        ("储蓄存款，今年1至8月增加了20亿元。", "20亿元", "储蓄存款 增加"),
        ("全县用电量，截至9月底达到30亿度。", "30亿度", "全县用电量"),
        ("进口从5月份开始回升，全年达到6亿美元。", "6亿美元", "进口"),
        ("煤炭进口额由1月份的8亿元降到6月份的5亿元。", "5亿元", "煤炭进口额"),
        ("女职工的比例，已由六十年代的20%，上升到40%。", "40%", "女职工的比例"),
        ("“十二五”期间农民收入年均增长8%。", "8%", "农民收入年均增长"),
        ("在第二个五年计划期间新建的纺织厂有40个。", "40个", "新建的纺织厂"),
        ("要在二十年内实现农业总产值翻两番。", "翻两番", "农业总产值"),
        ("农业总产值第一季度下降1%，第二季度增长2%。", "2%", "农业总产值 增长"),
        ("物价涨幅，2001年曾达到9%，次年为3%。", "9%", "物价涨幅"),
        # What a number is compared with is told by its time.
        ("财政投入比“十二五”时期增长30%。", "30%", "财政投入比“十二五”时期增长"),
        # Names that hold a number of years are names.
        ("九年义务教育巩固率达到97%。", "97%", "九年义务教育巩固率"),
    ],
)
def test_times_are_no_part_of_a_measure(text: str, number: str, measure: str) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("手工业产值的增长速度，2001年计划为3%，实际达到5%。", "5%", "手工业产值的增长速度 实际"),
        (
            "积累率降到20%，县财政支出中用于农田、水利和道路的比重，由10%上升到15%。",
            "15%",
            "县财政支出中用于农田、水利和道路的比重",
        ),
        ("今年的布匹库存不但没有减少，还可能增加2万匹。", "2万匹", "布匹库存 增加"),
    ],
)
def test_a_rate_that_opens_the_sentence_is_what_is_measured(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("粮食总产量达到40万吨，棉花2万吨，油料3万吨。", "3万吨", "油料产量"),
        ("原煤产量由20万吨增加到30万吨，钢由5万吨增加到6万吨。", "6万吨", "钢产量"),
        ("粮食产量40万吨，棉花2万吨，增长3%。", "3%", "棉花产量 增长"),
        # What is no name of goods is no member of the row.
        ("粮食产量40万吨，粮食库存量8万吨。", "8万吨", "粮食库存量"),
        ("粮食产量40万吨，新建冷库3万吨。", "3万吨", "新建冷库"),
    ],
)
def test_goods_in_a_row_are_told_by_what_is_told_of_the_first(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("明年的计划，要求手工业增长6%。", "6%", "手工业增长"),
        ("减少了损耗，结果布匹成本由9元降到8元。", "8元", "布匹成本"),
        ("同我县通航的港口已有15个。", "15个", "同我县通航的港口"),
        ("发给职工的各种补贴共20亿元。", "20亿元", "发给职工的各种补贴"),
        ("按不变价格计算的国民收入达到90亿元。", "90亿元", "国民收入"),
        # A noun of the same characters is what is told.
        ("办理代表议案5件、建议80件。", "80件", "办理 建议"),
        ("我国人口超过12亿。", "12亿", "我国人口"),
    ],
)
def test_what_opens_or_joins_a_clause_is_no_part_of_a_measure(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        (
            "企业贷款余额80亿元、增长9%，加权平均利率下降0.3个百分点。",
            "0.3个百分点",
            "企业贷款 加权平均利率下降",
        ),
        ("一般公共预算收入20亿元，税收占比70%。", "70%", "一般公共预算收入 税收占比"),
        ("抓好40个县重点项目、完成投资50亿元。", "50亿元", "县重点项目 完成投资"),
        (
            "实际使用外资3亿美元、降幅比上年收窄5个百分点。",
            "5个百分点",
            "实际使用外资 降幅比上年收窄",
        ),
    ],
)
def test_what_is_counted_of_a_subject_goes_with_the_one_before(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("生产总值年均增长5%，到2030年达到90亿元。", "90亿元", "生产总值"),
        ("储蓄存款增加9亿元，达到80亿元。", "80亿元", "储蓄存款"),
        ("公路通车里程新增50公里、达800公里。", "800公里", "公路通车里程"),
        # A second growth is one still.
        ("城镇和农村人均住房面积分别增加2平方米和3平方米。", "3平方米", "农村人均住房面积 增加"),
        # Names that a number sums up leave what it counts as the subject.
        ("食品、纺织、家具三大优势产业产值突破90亿元。", "90亿元", "优势产业产值"),
    ],
)
def test_a_level_reached_is_of_what_grew(text: str, number: str, measure: str) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("力争用十五年的时间使农业总产值翻两番。", "翻两番", "农业总产值"),
        ("本届政府坚决地把公务用车压减了300辆。", "300辆", "公务用车压减"),
        ("城市公厕使用率达到90%。", "90%", "城市公厕使用率"),
        ("严把用地、信贷两个关口。", "两个", "严把用地、信贷"),
    ],
)
def test_what_is_brought_to_a_number_is_what_it_measures(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("number", "measure"),
    [
        ("3个", "培育 百亿级产业集群"),
        ("百亿", "培育 产业集群"),
        ("8个", "培育 十亿级产业集群"),
        ("十亿", "培育 产业集群"),
    ],
)
def test_ranks_in_a_row_are_of_what_the_last_is_of(number: str, measure: str) -> None:
    text = "培育3个百亿级、8个十亿级产业集群。"
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("用于安置城镇3万人就业的支出1亿元。", "1亿元", "用于安置城镇 就业的支出"),
        ("首批4个先导区集聚骨干企业90家。", "90家", "首批 先导区集聚骨干企业"),
        ("引进投资超5亿元重大项目7个。", "7个", "引进投资超5亿元重大项目"),
    ],
)
def test_words_round_one_number_that_go_up_to_the_next_are_of_both(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        (
            "城镇居民的消费水平，扣除物价因素，平均每年提高4%。",
            "4%",
            "城镇居民的消费水平 平均每年提高",
        ),
        ("铁路货运量，由于线路检修，比上年只增长2%。", "2%", "铁路货运量 增长"),
        ("技术合同成交额90亿元，是十年前的7倍。", "7倍", "技术合同成交额 是十年前的"),
        ("第三个五年计划规定手工业产值增长20%。", "20%", "手工业产值增长"),
        ("签约大项目8个、协议资金30亿元。", "30亿元", "签约大项目 协议资金"),
    ],
)
def test_a_topic_stands_before_the_circumstances(text: str, number: str, measure: str) -> None:
    assert dict(measures(text))[number] == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("军队完成了裁减员额30万的任务。", "30万", "军队完成了裁减员额"),
        ("煤产量稳定在9万吨的水平上。", "9万吨", "煤产量"),
        ("完成了6项任务。", "6项", "完成 任务"),
        ("县属企业可比产品成本不但没有降低，反而上升2%。", "2%", "县属企业可比产品成本 反而上升"),
    ],
)
def test_a_noun_that_only_says_it_is_a_number_measures_nothing(
    text: str, number: str, measure: str
) -> None:
    assert dict(measures(text))[number] == measure
