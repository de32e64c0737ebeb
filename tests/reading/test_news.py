"""News items that tell of a report: their years, and what others say in them."""

from __future__ import annotations

import pytest

from duixian.reading.records import Kind, Report
from tests.reading.texts import read

_NEWS = """从政府工作报告看清河今年怎么干
清河日报　{day}　A02版　要闻

{when}上午，市长代表市人民政府作政府工作报告。报告显示，去年全市粮食总产量达到21万吨。

今年怎么干
今年，清河将新建公园12个。全年改造老旧小区18个。“我们小区也在里面，大家都盼着早点开工。”市人大代表、社区书记林晓说，她要把消息带回去。
{past}，全市细颗粒物平均浓度为33微克/立方米。
"""


def _news(day: str, *, when: str = "1月9日", past: str = "2024年") -> Report:
    return read(_NEWS.format(day=day, when=when, past=past))


@pytest.mark.parametrize("day", ["2025年01月10日", "2025-01-10", "2025/1/10"])
def test_news_of_a_report_are_of_the_year_they_were_published_in(day: str) -> None:
    report = _news(day)
    assert (report.year_reviewed, report.year_planned) == (2024, 2025)


def test_at_the_end_of_a_year_the_year_is_not_guessed() -> None:
    assert _news("2025年12月28日", when="昨日", past="去年").year_planned is None


def test_what_others_say_promises_nothing() -> None:
    kinds = {one.text: one.kind for one in _news("2025年01月10日").statements}
    assert kinds["“我们小区也在里面，大家都盼着早点开工。”"] is Kind.CONTEXT
    assert kinds["市人大代表、社区书记林晓说，她要把消息带回去。"] is Kind.CONTEXT
    assert kinds["全年改造老旧小区18个。"] is Kind.COMMITMENT


def test_a_year_before_that_planned_opens_a_result() -> None:
    told = _news("2025年01月10日").statements[-1]
    assert told.kind is Kind.RESULT
    assert "looks back" in told.why


def test_this_year_opens_a_promise_where_nothing_else_says_so() -> None:
    report = read(
        "清河日报　2025年01月10日\n\n代表热议政府工作报告\n"
        "去年，全市建成公园9个。今年，2号线有望通车，新增停车位600个。\n"
    )
    kinds = [one.kind for one in report.statements if one.text[-2:] == "个。"]
    assert kinds == [Kind.RESULT, Kind.COMMITMENT]


def test_what_a_report_sets_out_is_promised() -> None:
    report = read(
        "清河日报　2024年01月10日\n\n代表热议政府工作报告\n"
        "去年，全市建成公园9个。报告提出，2024年地区生产总值增长6%左右，新增就业2万人以上。\n"
    )
    assert [one.kind for one in report.statements][-2:] == [Kind.RESULT, Kind.COMMITMENT]


def test_what_was_done_last_year_stays_a_result_among_plans() -> None:
    report = read(
        "Qinghe Daily, February 4, 2024\n\nReport on the work of the government\n\n"
        "For 2024, the city targets growth of about 6 percent and plans 20,000 new jobs. "
        "Qinghe built 35 parks last year.\n"
    )
    assert [one.kind for one in report.statements][-2:] == [Kind.COMMITMENT, Kind.RESULT]


@pytest.mark.parametrize("dateline", ["新华社北京3月5日电", "本报北京3月5日电"])
def test_the_place_of_a_dateline_is_not_whose_report_it_is(dateline: str) -> None:
    report = read(
        "总理作政府工作报告：今年国内生产总值增长5%左右\n2024-03-05 10:12 来源：某报\n\n"
        f"{dateline} 国务院总理5日在全国人大会议上代表国务院作政府工作报告。\n"
        "报告提出，今年主要预期目标是：国内生产总值增长5%左右；城镇新增就业900万人以上，失业率5.5%左右。"
        "去年国内生产总值增长5.2%。\n"
    )
    assert report.government is not None
    assert report.government.name == "中华人民共和国"
    assert [one.kind for one in report.statements][-3:] == [
        Kind.COMMITMENT,
        Kind.COMMITMENT,
        Kind.RESULT,
    ]


def test_english_news_among_plans_tell_by_their_tense_what_was_done() -> None:
    report = read(
        "Qinghe sets growth target for 2025\n\nBy Lin Xiao | Updated: 2025-02-19\n\n"
        "QINGHE -- Qinghe is aiming for GDP growth of more than 6 percent this year, according to "
        "the report delivered by the mayor on Tuesday.\n\nLast year, exports rose 4 percent.\n\n"
        "This year, Qinghe will\n\n• open the new hill road;\n\n• build 12 mills.\n\n"
        "Livelihood\n\nThe city created 9,000 jobs, adding 300 places in schools. "
        "The hill roads now stretch 90 kilometers. The mayor said the city would build 7 parks.\n"
    )
    kinds = {claim.text: claim.kind for claim in report.claims}
    kinds.pop("This year, Qinghe will", None)

    assert kinds == {
        "QINGHE -- Qinghe is aiming for GDP growth of more than 6 percent this year": Kind.COMMITMENT,
        "exports rose 4 percent": Kind.RESULT,
        "open the new hill road": Kind.COMMITMENT,
        "build 12 mills": Kind.COMMITMENT,
        "The city created 9,000 jobs": Kind.RESULT,
        "adding 300 places in schools": Kind.RESULT,
        "The hill roads now stretch 90 kilometers": Kind.RESULT,
        "The mayor said the city would build 7 parks": Kind.COMMITMENT,
    }


def test_english_news_tell_in_verbs_of_their_own() -> None:
    text = (
        "Clearwater sets 2025 GDP growth target at 5 percent\n\n"
        "CLEARWATER, Jan 10, 2025 -- The mayor delivered the government work report on Friday.\n\n"
        "Twelve projects broke ground during the year. More than 600 trains departed from the city. "
        "The city is now home to 300 high-tech firms. Line 7 now carries 16,000 passengers.\n"
    )
    kinds = {one.text: one.kind for one in read(text).statements}

    assert kinds["Clearwater sets 2025 GDP growth target at 5 percent"] is Kind.COMMITMENT
    told = [kind for words, kind in kinds.items() if words[-1] == "." and "mayor" not in words]
    assert told == [Kind.RESULT] * 4
