"""Times: a passage's own frame, a clause's own year, and no year that nothing says."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Status
from tests.reading.texts import claims_of, read

_TITLE = "清河县政府工作报告（2026年）\n"
_REVIEW = "一、工作回顾\n"


def times(text: str) -> list[str | None]:
    return [c.period if c.kind is Kind.RESULT else c.due for c in read(_TITLE + text).claims]


def test_the_words_that_open_a_passage_hold_for_the_sections_below_it() -> None:
    text = (
        "一、2025年和“十四五”时期工作回顾\n2025年，新增停车位1500个。\n"
        "五年来，我们主要做了以下工作。\n（一）产业更强\n新建园区12个。\n"
        "（二）民生更好\n新建学校30所。\n"
    )

    assert times(text) == ["2025", "2021/2025", "2021/2025"]


def test_a_heading_gives_its_section_the_time_it_names() -> None:
    text = (
        "一、“十四五”时期工作回顾\n新建学校30所。\n二、2025年工作回顾\n新建公园4个。\n"
        "三、“十五五”时期主要目标\n建成高速公路200公里。\n四、2026年重点工作\n新建学校2所。\n"
    )

    assert times(text) == ["2021/2025", "2025", "2030", "2026"]


def test_an_opening_to_the_plan_is_not_the_time_of_the_plan() -> None:
    text = "一、2025年工作回顾\n新建公园4个。\n二、2026年重点工作，实现“十五五”良好开局\n新建学校2所。\n"

    assert times(text) == ["2025", "2026"]


def test_a_year_told_on_the_way_holds_for_its_own_paragraph_only() -> None:
    text = "一、过去五年工作回顾\n2022年，建成学校2所。\n建成公园12个。\n"

    assert times(text) == ["2022", "2021/2025"]


def test_what_is_said_of_this_year_ends_the_talk_of_the_coming_five() -> None:
    text = (
        "一、“十五五”时期目标任务和2026年工作安排\n未来五年，建成高速公路200公里。\n"
        "新建学校30所。\n今年是“十五五”开局之年，要做好各项工作。\n新建公园4个。\n"
    )

    assert times(text)[0] == "2030"
    assert times(text)[-1] == "2026"


def test_under_a_heading_of_years_and_a_year_a_figure_of_the_years_holds_for_its_paragraph() -> (
    None
):
    text = (
        "一、“十四五”时期主要成就和2025年工作\n“十四五”以来，地区生产总值年均增长5.6%。建成公园12个。\n"
        "新增养老床位1020张。\n"
        "二、“十五五”时期目标和2026年工作\n“十五五”时期，地区生产总值年均增长5%左右。\n新建学校15所。\n"
        "2026年，新增停车位1500个。\n新建公园2个。\n"
    )

    assert times(text) == ["2021/2025", "2021/2025", None, "2030", None, "2026", "2026"]


def test_what_is_to_be_done_this_year_is_due_this_year_whatever_is_said_of_a_plan_around_it() -> (
    None
):
    text = "一、2026年重点工作\n用3年时间培育产业集群13个，今年先培育2个。\n"

    assert times(text) == ["2028", "2026"]


def test_a_heading_in_english_that_names_a_plan_and_a_year_says_neither() -> None:
    text = (
        "Report on the Work of the Government (2021)\n\n"
        "I. Review of the 13th Five-Year Plan period and 2020\n\n"
        "Over the past five years, GDP grew by 5.7 percent a year.\n\nWe built 45 schools.\n\n"
        "In 2020, 12 parks were opened.\n"
    )

    assert [claim.period for claim in read(text).claims] == ["2016/2020", None, "2020"]


def test_a_heading_that_names_two_plans_looks_ahead_to_the_second() -> None:
    text = (
        "Report on the Work of the Government of Qinghe County, 2021\n\n"
        "I. Review of Our Work in 2020\n\nWe built 12 schools.\n\n"
        "II. Achievements of the 13th Five-Year Plan and Tasks for the 14th Five-Year Plan\n\n"
        "We will build 40 schools.\n\n"
    )
    assert read(text).claims[-1].due == "2025"


def test_a_heading_with_a_time_of_its_own_ends_what_led_into_it() -> None:
    text = "一、2025年工作和“十四五”发展回顾\n2025年，新建公园4个。\n（一）这五年综合实力大幅跃升\n新建学校30所。\n"

    assert times(text) == ["2025", "2021/2025"]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("地区生产总值突破320亿元", "2025"),
        ("失业率由5%降至4%", "2025"),
        ("累计投资达到320亿元", "2021/2025"),
        ("建成的公园达到12个", "2021/2025"),
        ("粮食产量年均增长5%", "2021/2025"),
    ],
)
def test_a_level_reached_in_five_years_is_that_of_the_last(said: str, period: str) -> None:
    assert times(f"一、过去五年工作回顾\n全县上下齐心。经济稳步向好，{said}。\n")[-1] == period


def test_a_sum_told_of_five_years_in_its_own_sentence_is_of_them_all() -> None:
    assert times("一、工作回顾\n五年间，财政扶贫资金达到320亿元。\n") == ["2021/2025"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("改造2018年建成的管网30公里。", "2024"),
        ("森林覆盖率由2020年的26.7%提高到27.5%。", "2024"),
        ("三年来，新建学校12所。", "2022/2024"),
        ("五年多来，新建学校12所。", "2020/2024"),
        ("2020年到2024年，新建学校12所。", "2020/2024"),
        ("2021年以来，新建学校12所。", "2021/2024"),
        ("“十三五”时期，新建学校12所。", "2016/2020"),
        ("一九八三年，新建学校12所。", "1983"),
        ("“五五”时期，新建学校12所。", "1976/1980"),
        ("“五五”末期，新建学校12所。", "1980"),
        ("一九七九和一九八○两年，新建学校12所。", "1979/1980"),
        ("2022、2023年连续新建学校12所。", "2022/2023"),
        ("投资比“十三五”时期增长12%。", "2024"),
    ],
)
def test_a_clause_tells_its_own_time_and_not_that_of_its_baseline(text: str, period: str) -> None:
    (claim,) = claims_of("review", text)

    assert claim.period == period


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("三年内新建学校12所。", "2027"),
        ("年内新建学校2所。", "2025-12-31"),
        ("未来三年，新建学校12所。", "2027"),
        ("今明两年新建学校12所。", "2026"),
        ("“十五五”时期，新建学校12所。", "2030"),
        ("到2027年，新建学校12所，改造公园30个。", "2027"),
        ("在2020年的基础上，新建学校12所。", "2025"),
    ],
)
def test_a_promise_falls_due_when_its_words_end(text: str, due: str) -> None:
    assert {claim.due for claim in claims_of("plan", text)} == {due}


def test_what_the_outline_of_a_five_year_plan_sets_is_due_at_its_end() -> None:
    text = "一、2026年重点工作\n围绕上述目标，《纲要草案》从六个维度设置了指标，包括：地区生产总值年均增长5%。\n今年新建学校3所。\n"

    assert times(text) == ["2030", "2026"]


def test_the_session_of_the_congress_tells_the_year_of_an_old_report() -> None:
    text = "各位代表：\n现在，我代表国务院，向第十届全国人民代表大会第一次会议报告工作。\n一、工作回顾\n新建学校12所。\n"
    report = read(text)

    assert (report.year_reviewed, report.year_planned) == (2002, 2003)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("From 2020 to 2024, 12 schools were built.", "2020/2024"),
        ("Over the past three years, 12 schools were built.", "2022/2024"),
        ("During the 13th Five-Year Plan period, 12 schools were built.", "2016/2020"),
    ],
)
def test_english_words_tell_the_same_times(text: str, period: str) -> None:
    (claim,) = claims_of("review", text, language="en")

    assert claim.period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Mill output rose from 26 million tons in 2019 to 52 million tons in 2023.", "2023"),
        ("Mill output rose from 26 million tons in 2019 to 52 million tons.", "2024"),
        ("The reform was tried out in 2000 villages, and 30 halls were built.", "2024"),
        ("In 2019, 30 halls were built.", "2019"),
        ("Life expectancy was 3.4 years longer than in 2010.", "2024"),
        ("Towns hosted 40 delegations from Qinghe in 2022.", "2022"),
        ("The rate was 52 percent, up from 30 percent in 2015.", "2024"),
    ],
)
def test_a_year_that_a_comparison_starts_from_is_not_the_time_told_of(
    text: str, period: str
) -> None:
    assert claims_of("review", text, language="en")[-1].period == period


def test_a_heading_tells_the_year_of_another_report_in_the_same_file() -> None:
    report = read(
        "Report on the Work of the Government of Qinghe County, 2025\n\n"
        "I. Review of Work in 2024\n\nIn 2024, 12 schools were built.\n\n"
        "II. Review of Work in 2021\n\nA total of 30 bridges were repaired.\n\n"
    )

    assert [claim.period for claim in report.claims] == ["2024", "2021"]


_FIVE_YEARS = "一、过去五年工作回顾\n"


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        (_REVIEW + "近三年累计，新建学校12所。建成公园4个。\n", ["2023/2025", "2025"]),
        (_REVIEW + "三年来，新建学校12所。建成公园4个。\n", ["2023/2025", "2023/2025"]),
        (
            _FIVE_YEARS + "2023年，新建学校2所；新建医院1所。建成公园4个。",
            ["2023", "2023", "2021/2025"],
        ),
        (_REVIEW + "产量创近10年新高，新建学校12所。建成公园4个。\n", ["2025", "2025"]),
        (_REVIEW + "在2024年快速增长的基础上，新建学校12所。", ["2025"]),
    ],
)
def test_a_time_told_on_the_way_holds_for_its_sentence(passage: str, told: list[str]) -> None:
    assert times(passage)[-len(told) :] == told


@pytest.mark.parametrize(
    ("passage", "due"),
    [
        ("今后三年各级政府投入85亿元。\n新建学校2所。\n", ["2028", "2026"]),
        ("争取三年内新建学校12所。新建公园4个。\n", ["2028", "2026"]),
        ("今后三年，要着力补齐短板。\n新建学校2所。\n", ["2028"]),
        ("未来五年，建成高速公路200公里。新建学校30所。\n", ["2030", "2030"]),
    ],
)
def test_coming_years_with_a_figure_of_their_own_lead_into_nothing(
    passage: str, due: list[str]
) -> None:
    assert times("二、2026年重点工作和今后任务\n" + passage)[-len(due) :] == due


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2022年新建学校12所，2023年新建30所，改造公园4个。", ["2022", "2023", "2023"]),
        ("2020年到2023年，新建学校12所，改造公园4个。", ["2020/2023", "2020/2023"]),
        ("优良天数达到近三年最好水平，新建学校12所，改造公园4个。", ["2024", "2024"]),
        ("对2021年以前发布的文件进行清理，废止文件71件，宣布失效80件。", ["2024", "2024"]),
    ],
)
def test_a_later_year_in_a_sentence_takes_the_place_of_an_earlier(
    text: str, periods: list[str]
) -> None:
    assert [claim.period for claim in claims_of("review", text)][-len(periods) :] == periods


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("坚持绿色发展，到2030年，湿地保护率达到30%。", ["2030"]),
        ("坚持绿色发展，到2028年新建学校30所、医院5家。", ["2028", "2028"]),
        ("到2028年新建学校30所，今年开工10所。", ["2028", "2026"]),
        ("坚持绿色发展，2028年前新建学校30所，修建泵站4座。", ["2028", "2026"]),
    ],
)
def test_a_year_to_come_holds_for_what_it_opens(passage: str, told: list[str]) -> None:
    assert times(f"一、2026年重点工作\n{passage}\n") == told


@pytest.mark.parametrize(
    ("passage", "kind", "told"),
    [
        ("我们将到2030年建成学校30所。", Kind.COMMITMENT, "2030"),
        ("力争2027年全线通车。", Kind.COMMITMENT, "2027"),
        ("提前完成到2030年的造林任务。", Kind.RESULT, "2025"),
    ],
)
def test_a_promise_by_a_year_to_come_is_one_inside_a_review(
    passage: str, kind: Kind, told: str
) -> None:
    claims = read(f"{_TITLE}一、2025年工作回顾\n新建公园4个。\n{passage}\n").claims

    assert [claim.kind for claim in claims] == [Kind.RESULT, kind]
    assert (claims[-1].due or claims[-1].period) == told


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("清河二桥明年6月建成通车。", "2026-06"),
        ("明年年底前，建成学校3所。", "2026-12-31"),
        ("到2027年2月31日，建成公园2个。", "2027-02"),
        ("清河二桥后年建成通车。", "2027"),
        ("新城区二号桥7月1日前建成通车。", "2025-07-01"),
        ("力争到“十五五”末，新建学校30所。", "2030"),
        ("2026年上半年新建学校3所。", "2026-06-30"),
        ("坚持项目为王，6月底前，新建学校3所。", "2025-06"),
    ],
)
def test_next_year_a_day_and_the_end_of_a_plan_are_due(text: str, due: str) -> None:
    assert {claim.due for claim in claims_of("plan", text)} == {due}


def test_next_year_is_the_one_planned_where_the_report_is_given_before_it() -> None:
    text = (
        "清河县政府工作报告\n（2025年12月20日在清河县第十届人民代表大会第五次会议上）\n"
        "一、2025年工作回顾\n新建公园4个。\n二、2026年重点工作\n明年新建学校2所。\n"
    )

    assert [claim.due for claim in read(text).claims][-1] == "2026"


def test_each_half_of_the_year_holds_for_its_own_clause() -> None:
    claims = claims_of("plan", "上半年开工学校12所，下半年开工8所，全年建成公园30个。")

    assert [claim.due for claim in claims] == ["2025-06-30", "2025-12-31", "2025"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年6月，新建学校2所。", "2024-06"),
        ("2023年11月，新建学校2所。", "2023-11"),
        ("9月30日，新建学校2所。", "2024-09-30"),
        ("1—11月，新建学校2所。", "2024-01/2024-11"),
        ("前三季度新建学校2所。", "2024-01/2024-09"),
        ("增幅比一季度提高2个百分点。", "2024"),
        ("从8月起，新建学校2所。", "2024"),
        ("修缮2019年7月建成的学校2所。", "2024"),
    ],
)
def test_a_result_is_of_the_month_it_tells(text: str, period: str) -> None:
    assert claims_of("review", text)[-1].period == period


def test_what_names_its_own_time_inside_five_years_has_its_own() -> None:
    text = "一、工作回顾\n五年来，新建学校30所。全年新建公园4个。1—11月，新增企业12家。2024年3月，新建泵站2座。\n"

    assert times(text) == ["2021/2025", "2025", "2025-01/2025-11", "2024-03"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Next year, we will build 12 schools.", "2026"),
        ("By the end of the 15th Five-Year Plan period, we will build 12 schools.", "2030"),
        ("By the end of June, we will build 12 schools.", "2025-06"),
        ("We will build 12 schools by October 1.", "2025-10-01"),
        ("In the second half of the year, we will build 12 schools.", "2025-12-31"),
    ],
)
def test_english_words_tell_when_a_promise_is_due(text: str, due: str) -> None:
    assert {claim.due for claim in claims_of("plan", text, language="en")} == {due}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The bridge opened in March, and 12 schools were built.", "2024"),
        ("In March, 12 schools were built.", "2024-03"),
        ("On March 5, 2023, 12 schools were opened.", "2023-03-05"),
        ("From January to November, 12 schools were built.", "2024-01/2024-11"),
        ("In the fourth quarter of 2022, 12 schools were built.", "2022-10/2022-12"),
    ],
)
def test_an_english_result_is_of_the_month_it_tells(text: str, period: str) -> None:
    assert claims_of("review", text, language="en")[-1].period == period


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("到2035年，人均可支配收入达到20万元。", "2035"),
        ("展望2035年，全县常住人口将达到60万人。", "2035"),
        ("规划到2030年建成轨道交通40公里。", "2030"),
    ],
)
def test_what_is_to_come_is_a_target_inside_a_review(text: str, due: str) -> None:
    (claim,) = claims_of("review", text)

    assert (claim.kind, claim.due) == (Kind.COMMITMENT, due)
    assert claim.quantity is not None
    assert claim.quantity.status is Status.TARGET


def test_a_year_to_come_is_no_target_where_it_was_reached_before_it() -> None:
    (claim,) = claims_of("review", "到2030年建成学校30所的任务已提前完成。")

    assert claim.kind is Kind.RESULT


def test_each_clause_of_a_sentence_looks_back_or_ahead_by_its_own_time() -> None:
    claims = read(
        f"{_TITLE}一、2025年工作回顾\n2025年新建学校15所，2026年计划新建20所。\n"
        "二、2026年重点工作\n去年我们新建学校12所，其中小学5所，今年再建15所。\n"
    ).claims

    assert [(claim.kind, claim.due or claim.period) for claim in claims] == [
        (Kind.RESULT, "2025"),
        (Kind.COMMITMENT, "2026"),
        (Kind.RESULT, "2025"),
        (Kind.RESULT, "2025"),
        (Kind.COMMITMENT, "2026"),
    ]


def test_each_deadline_of_a_list_is_a_claim() -> None:
    claims = claims_of("plan", "5月底前完成排查，9月15日前完成整改，四季度完成销号。")

    assert [claim.due for claim in claims] == ["2025-05", "2025-09-15", "2025-12-31"]


@pytest.mark.parametrize(
    "text",
    ["在2024年基础上，新建学校2所。", "2024年的结转资金12亿元要用于新建学校。"],
)
def test_a_past_year_that_a_promise_starts_from_leaves_it_one(text: str) -> None:
    assert {claim.kind for claim in claims_of("plan", text)} == {Kind.COMMITMENT}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("By 2035, the county will have 40 schools.", "2035"),
        ("Some 400 km of roads are to be built by 2030.", "2030"),
        ("We built 12 schools, and in 2025 we plan to build 20.", "2025"),
    ],
)
def test_an_english_promise_of_a_year_to_come_is_one_inside_a_review(text: str, due: str) -> None:
    claim = claims_of("review", text, language="en")[-1]

    assert (claim.kind, claim.due) == (Kind.COMMITMENT, due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will finish the canal before the spring of 2027.", "2027"),
        ("We will finish the canal by winter 2026.", "2026"),
        ("We have set the following 2030 targets: the canal will be 40 km long.", "2030"),
    ],
)
def test_an_english_season_of_a_year_is_a_time_and_so_is_the_year_of_targets(
    text: str, due: str
) -> None:
    assert {claim.due for claim in claims_of("plan", text, language="en")} == {due}


def test_the_year_a_figure_is_set_against_is_not_carried_on() -> None:
    text = (
        "Prices rose by 2 percent in 2024 as against 6 percent in 2021, "
        "and the prices of staple goods remained stable."
    )

    assert {claim.period for claim in claims_of("review", text, language="en")} == {"2024"}


def test_five_years_are_those_of_the_plan_that_a_passage_speaks_of() -> None:
    text = (
        "一、2027年工作回顾\n新建公园4个。\n二、第十五个五年计划的任务\n"
        "第十五个五年计划期间，要新建公路200公里。\n五年内，新建学校30所。\n"
    )

    assert [c.due for c in read("清河县政府工作报告（2028年）\n" + text).claims][-1] == "2030"


def test_a_comparison_with_an_earlier_year_is_told_of_the_years_since() -> None:
    text = _REVIEW + "2025年同2020年相比，城市道路长度增加30公里；新建公园4个。\n新建学校2所。\n"

    assert times(text) == ["2021/2025", "2021/2025", "2025"]


def test_the_day_of_a_count_of_this_year_is_not_when_a_promise_falls_due() -> None:
    text = (
        "一、“十五五”时期主要目标\n“十五五”期间，要控制能耗。\n"
        "根据今年七月一日的普查，人口已经超过十万。要新建学校30所。\n"
    )

    assert times(text)[-1] == "2030"
