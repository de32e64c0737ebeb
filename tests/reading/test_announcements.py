"""Headings run into their paragraphs, or on lines of their own, make no claim."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Specificity
from tests.reading.texts import claims_of, read_in


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "积极扩大消费。持续丰富夜间文旅活动，支持老字号企业焕新。",
            ["持续丰富夜间文旅活动，支持老字号企业焕新"],
        ),
        (
            "坚持生态优先，促进绿色转型。一是加强山林保护。持续完善护林制度，加强防火巡查，培育乡土树种，改善林分质量。",
            [
                "坚持生态优先，促进绿色转型",
                "持续完善护林制度，加强防火巡查，培育乡土树种，改善林分质量",
            ],
        ),
        (
            "提升街区品质。\n围绕居民需求优化公共空间，完善慢行系统，加强沿街立面管理。",
            ["围绕居民需求优化公共空间，完善慢行系统，加强沿街立面管理"],
        ),
    ],
)
def test_a_heading_run_into_its_paragraph_has_no_row_of_its_own(text: str, rows: list[str]) -> None:
    report = read_in("plan", text)

    assert [claim.text for claim in report.claims] == rows
    heading = report.statements[-2]
    assert (heading.kind, heading.specificity) == (Kind.COMMITMENT, Specificity.GENERAL)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "紧扣需求优化公共服务。\n建成区级零工市场，全年发放就业政策资金10亿元。\n新增学位2000个，新建学校3所，改造校舍5处。",
            5,
        ),
        ("扎实推进教育公平。贫困地区学校持续改善，乡村教师待遇稳步提高，学生资助全面覆盖。", 1),
        ("发展动力日益强劲。创新要素加快集聚，市场主体持续增长，营商环境不断改善。", 2),
        ("城乡面貌焕然一新。贫困地区学校持续改善，乡村教师待遇稳步提高，学生资助全面覆盖。", 2),
        ("紧扣需求优化公共服务。\n加强城市管理。\n维护社会安全稳定。", 3),
    ],
)
def test_a_heading_among_results_only_calls_for_what_was_done(text: str, rows: int) -> None:
    assert len(claims_of("review", text)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "积极扩大消费。",  # nothing behind it
        "坚持生态优先，促进绿色转型。一是加强山林保护。二是加强农田保护。",  # each all that is said of it
        "加快建设柳河镇。完善道路设施，加强环境整治，提升服务水平。",  # a place
        "今年将加强农田保护。完善道路设施，加强环境整治，提升服务水平。",
        "加强山林保护，扩大湿地面积。完善道路设施，加强环境整治，提升服务水平。",
        "落实河长制责任，持续开展岸线清理，改善水体质量。加强山林保护。完善护林制度，加强防火巡查。",
    ],
)
def test_a_short_sentence_that_heads_nothing_keeps_its_row(text: str) -> None:
    assert len(claims_of("plan", text)) == text.count("。")


def test_a_short_promise_in_front_of_another_matter_keeps_its_row() -> None:
    text = "支持国防动员。深入推进种业振兴行动，培育良种，建好粮食仓库，推广节水灌溉，改良土壤，让农民增收。"

    assert claims_of("plan", text)[0].text == "支持国防动员"


def test_a_call_inside_a_paragraph_of_results_heads_the_figures_behind_it() -> None:
    text = "建成柳河泵站3座。优化医疗健康服务。新建医院5家，增加床位300张，城乡居民看病更加方便。"

    assert "优化医疗健康服务" not in [claim.text for claim in claims_of("review", text)]


@pytest.mark.parametrize("call", ["推动出台湿地条例", "提高抚恤标准", "公路建设加快"])
def test_a_deed_inside_a_paragraph_of_results_keeps_its_row(call: str) -> None:
    text = f"建成泵站3座。{call}。新建公路5条，修复湿地300亩，发放抚恤金和补助标准均有提高。"

    assert call in [claim.text for claim in claims_of("review", text)]


def test_headings_alike_each_with_a_run_of_its_own_in_one_paragraph_have_no_rows() -> None:
    rows = [
        "支持社区开办便民餐厅，延长夜间营业时间，鼓励商户发放优惠券",
        "引导中介机构规范服务，公开收费项目，及时处理居民的投诉",
    ]
    text = f"服务居民生活。丰富服务种类。{rows[0]}。规范服务行为。{rows[1]}。"

    assert [claim.text for claim in claims_of("plan", text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # short sentences in a row are promises of their own
        (
            "服务居民生活。丰富服务种类。规范服务行为。引导中介机构规范服务，公开收费项目，及时处理居民的投诉。",
            [
                "丰富服务种类",
                "规范服务行为",
                "引导中介机构规范服务，公开收费项目，及时处理居民的投诉",
            ],
        ),
        # not alike in length
        (
            "服务居民生活。丰富种类。支持社区开办便民餐厅，延长夜间营业时间，鼓励商户发放优惠券。规范中介机构服务行为。引导中介机构明码标价，公开收费项目，及时处理居民的投诉。",
            [
                "丰富种类",
                "支持社区开办便民餐厅，延长夜间营业时间，鼓励商户发放优惠券",
                "规范中介机构服务行为",
                "引导中介机构明码标价，公开收费项目，及时处理居民的投诉",
            ],
        ),
    ],
)
def test_short_sentences_that_head_no_run_keep_their_rows(text: str, rows: list[str]) -> None:
    assert [claim.text for claim in claims_of("plan", text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("今年要着重抓好以下三项工作。\n加强城市管理。", ["加强城市管理"]),
        ("按照这个要求，要重点做好五个方面的工作。\n加强城市管理。", ["加强城市管理"]),
        ("今年政府要突出抓好以下几项工作。\n加强城市管理。", ["加强城市管理"]),
        ("要做好山区道路养护，抓好以下三件实事。\n加强城市管理。", None),
        ("今年建成高铁站、推动产业升级并做好下列工作。\n加强城市管理。", None),
        ("我们将加强师资培养和做好以下工作。\n加强城市管理。", None),
        ("我们将全面建立现代医院制度做好以下工作。\n加强城市管理。", None),
        ("把农村学校建设作为改善民生的首要任务，着重抓好以下几项工作。\n加强城市管理。", None),
    ],
)
def test_what_only_says_that_a_list_comes_has_no_row(text: str, rows: list[str] | None) -> None:
    told = [claim.text for claim in read_in("plan", text).claims]

    assert told == rows if rows else len(told) == 2
