"""Each number is measured by the words of its own clause, list and subject."""

from __future__ import annotations

import pytest

from duixian.reading.records import Language
from tests.reading.texts import measures

_MANY = 3000


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        # What stands behind a comma is no member of the list before it.
        (
            "细颗粒物浓度下降9%，优良天数300天、比上年增加12天，8条河流消劣。",
            "12天",
            "优良天数 增加",
        ),
        ("细颗粒物浓度下降9%，优良天数300天、比上年增加12天，8条河流消劣。", "8条", "河流消劣"),
        # A streak of deeds with an object of their own goes with no subject before.
        ("社保体系不断健全，连续4年提高企业退休人员养老金。", "4年", "连续 提高企业退休人员养老金"),
        ("贷款质量保持平稳，连续6年未发生重大风险。", "6年", "连续 未发生重大风险"),
        ("粮食产量再创新高，连续6年居全省首位。", "6年", "粮食产量再创新高 连续 居全省首位"),
        # Nor is what the subject is compared with one.
        (
            "农民收入年均增长8%，快于GDP增速，增幅连续4年居全省前三。",
            "4年",
            "农民收入 增幅连续 居全省前三",
        ),
        # A share is named by its clause, whatever opens that.
        ("在商品零售中所占的比重，由34%上升到58%。", "58%", "在商品零售中所占的比重"),
        ("今年赤字率按3%安排，比去年预算低0.4个百分点。", "0.4个百分点", "赤字率按 低"),
        # What a number brought about is told with its own noun.
        ("招引项目30个，带动工业投资增长6%。", "6%", "带动工业投资增长"),
        # The number is taken out with its whole frame.
        ("积累率在一九七八年高达百分之三十六。", "百分之三十六", "积累率"),
        ("消费增长的预期目标定为6%。", "6%", "消费增长的预期目标"),
        ("粮食生产实现“二十一连丰”。", "二十一连", "粮食生产实现 连丰"),
        ("全省生产总值跨上3个大台阶，年均增长6%。", "6%", "生产总值 年均增长"),
        ("筹集保障性住房5000套（间），其余已配租。", "5000套", "筹集保障性住房"),
        ("三是建成养老驿站50家。", "50家", "建成养老驿站"),
        # A class stays with all that is said of it, and a streak with its verb.
        ("新签约亿元以上项目60个。", "60个", "新签约亿元以上项目"),
        ("年交易额900万元以上的基地8个。", "8个", "年交易额900万元以上的基地"),
        ("累计实施亿元以上项目60个。", "60个", "累计实施亿元以上项目"),
        ("新建学校连续3年超过10所。", "10所", "新建学校"),
        # Nor is that so many were so in all, or one behind the other.
        ("五年共培养毕业生90万人。", "90万人", "培养毕业生"),
        ("先后3次下调存款利率。", "3次", "下调存款利率"),
        ("公共停车位900个。", "900个", "公共停车位"),
        ("共建实验室9家。", "9家", "共建实验室"),
        # When is no word of it: next year's measure has another.
        ("年底前新增停车位900个。", "900个", "新增停车位"),
        ("今年年底前新建学校9所。", "9所", "新建学校"),
        ("9月开学前新建学校9所。", "9所", "新建学校"),
        ("三季度末完成投资9亿元。", "9亿元", "完成投资"),
        ("春节前夕发放消费券9万元。", "9万元", "发放消费券"),
        ("春节前发放补贴9万元。", "9万元", "发放补贴"),
        ("8月中旬前改造道路9条。", "9条", "改造道路"),
        ("外汇储备年底达到90亿元。", "90亿元", "外汇储备"),
        ("我们从2019年起连续3年调高低保标准。", "3年", "连续 调高低保标准"),
    ],
)
def test_a_measure_is_of_its_own_number(text: str, number: str, measure: str) -> None:
    assert (number, measure) in measures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "工业投资增长9%，增速分别高于全国、全省4个和2.5个百分点。",
            ["工业投资增长", "工业投资 增速 高于全国", "工业投资 增速 高于全省"],
        ),
        (
            "棉花面积减少2万亩、产量增加3万吨，分别下降4%和增长6%。",
            ["棉花面积减少", "棉花 产量增加", "棉花面积 下降", "棉花 产量 增长"],
        ),
        (
            "居民人均可支配收入3万元，其中城镇居民4万元、农村居民2万元。",
            [
                "居民人均可支配收入",
                "居民人均可支配收入 城镇居民",
                "居民人均可支配收入 农村居民",
            ],
        ),
        (
            "基本养老、基本医疗、工伤保险参保人数分别达到9万人、30万人、4万人。",
            ["基本养老保险参保人数", "基本医疗保险参保人数", "工伤保险参保人数"],
        ),
        ("一般债、再融资债券分别为3亿元、5亿元。", ["一般债", "再融资债券"]),
        (
            "生产总值突破900亿元，迈上千亿元台阶，人均突破8万元。",
            ["生产总值", "生产总值", "生产总值 人均"],
        ),
        ("新增充电桩300个，累计达2000个。", ["新增充电桩", "充电桩"]),
        (
            "签约项目90个（总部类20个），协议投资额60亿元。",
            ["签约项目", "总部类", "签约项目 协议投资额"],
        ),
        ("大豆播种面积8万亩，总产量2万吨。", ["大豆播种面积", "大豆 总产量"]),
        ("新建灌溉农田5万亩、改造提升3万亩。", ["新建灌溉农田", "灌溉农田 改造提升"]),
        ("对外贸易总额，五年累计为90亿美元。", ["对外贸易总额 累计"]),
    ],
)
def test_a_chinese_number_has_the_words_of_its_own_subject(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in measures(text)] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Tax revenue was 9 billion yuan and expenditure 8.5 billion.",
            "8.5 billion",
            "expenditure",
        ),
        (
            "Steel output rose to 4 million tons, and electricity to 6 billion kwh.",
            "6 billion kwh",
            "electricity",
        ),
        ("Trade grew by 8 percent, of which imports by 5 percent.", "5 percent", "imports"),
        (
            "We will hire 400 doctors and double the number of village nurses.",
            "double",
            "number of village nurses",
        ),
    ],
)
def test_an_english_number_has_the_words_of_its_own_subject(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Air quality at all 14 monitoring stations of the valley met the standard.",
            "14",
            "Air quality monitoring stations of valley met standard",
        ),
        (
            "We will advance the digital reform of 20 small tea mills.",
            "20",
            "digital reform small tea mills",
        ),
        (
            "We will carry out digital reform of 20 small tea mills.",
            "20",
            "digital reform small tea mills",
        ),
        (
            "Meals were delivered to 300 elderly tea growers.",
            "300",
            "Meals delivered elderly tea growers",
        ),
        (
            "We will build or renovate 70 long hill trails.",
            "70",
            "build or renovate long hill trails",
        ),
        ("The district is now home to 90 hill tea mills.", "90", "hill tea mills"),
        ("We organized training for 90 young tea growers.", "90", "training young tea growers"),
    ],
)
def test_an_english_measure_keeps_the_whole_noun_in_front(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "We hired 40 tea masters for units of hill housing and built 900 units of hill housing "
            "and finished 300 units.",
            "300",
            "finished units of hill housing",
        ),
        (
            "Nine mill projects were started, and four more were being prepared.",
            "four",
            "mill projects prepared",
        ),
        (
            "The valley's income passed the marks of 3 billion yuan and 4 billion yuan in "
            "succession.",
            "4 billion yuan",
            "income",
        ),
        (
            "Tea sales recovered to 52 million tons, 99 percent of the level of 2019.",
            "99 percent",
            "Tea sales recovered of level",
        ),
        (
            "We will allocate 30 million yuan from the training fund to teach 900 tea growers.",
            "30 million yuan",
            "allocate from training fund to teach",
        ),
    ],
)
def test_an_english_number_takes_its_noun_from_before(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "We will hold 150 tea concerts and complete the new tea museum.",
            "150",
            "hold tea concerts",
        ),
        (
            "The prices of 17 teas were cut and the teas were put on the list.",
            "17",
            "teas cut",
        ),
        (
            "We will widen the hill roads and raise the survival rate of seedlings to 60 percent.",
            "60 percent",
            "raise survival rate of seedlings",
        ),
        (
            "The five leading crops of integrated tea, hill rice and mountain maize reached a "
            "combined value of 9 billion yuan.",
            "9 billion yuan",
            "five leading crops of integrated tea hill rice and mountain maize combined value",
        ),
        (
            "We cut tolls, fees and other burdens on mills by 9 million yuan.",
            "9 million yuan",
            "tolls fees and other burdens on mills",
        ),
    ],
)
def test_an_english_measure_ends_with_its_own_deed(text: str, number: str, expected: str) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "We cut by 30 percent the number of permits for mills.",
            "30 percent",
            "cut number of permits for mills",
        ),
        (
            "The tea line took 900 calls from growers, with a resolution rate of 96 percent.",
            "96 percent",
            "calls from growers resolution rate",
        ),
        (
            "In all 900 school places were added, including 300 in hill towns.",
            "300",
            "school places in hill towns",
        ),
    ],
)
def test_an_english_number_is_of_what_was_done_and_not_of_the_doing(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Permits for mills that took 40 days now take 12.", "12", "Permits for mills take"),
        ("Permits, which used to take 40 days, now take 12.", "12", "Permits take"),
        ("A visit takes 40 minutes.", "40 minutes", "visit takes"),
    ],
)
def test_what_once_took_long_is_told_of_the_time_it_takes_now(
    text: str, number: str, expected: str
) -> None:
    assert dict(measures(text, Language.EN))[number] == expected


def test_what_was_done_beside_an_aim_is_of_the_things_aimed_at() -> None:
    text = "The target was to build 30 tea halls, but 42 were opened."

    assert dict(measures(text, Language.EN))["42"] == "tea halls opened"


def test_a_part_that_is_reached_is_of_its_whole() -> None:
    text = "Online sales of tea reached 30 percent of total sales of the valley."

    measure = dict(measures(text, Language.EN))["30 percent"]
    assert measure == "Online sales of tea of sales of valley"
