"""Numbered lines without a full stop: items of a list where they tell figures and head nothing."""

from __future__ import annotations

import pytest

from duixian.reading.read import read_document
from duixian.reading.records import Kind, Report
from tests.reading.texts import document

ZH = "清河县人民政府工作报告\n\n一、2024年工作回顾\n\n{done}\n\n二、2025年重点工作\n\n{tasks}\n"
EN = (
    "Report on the Work of the People's Government of Qinghe County\n\n"
    "I. Review of Work in 2024\n\n{done}\n\nII. Main Tasks for 2025\n\n{tasks}\n"
)


def kinds(report: Report, kind: Kind) -> list[str]:
    return [one.text for one in report.statements if one.kind is kind]


@pytest.mark.parametrize(
    "tasks",
    [
        ["一、新建社区中心5个", "二、改造道路3条"],
        ["（一）新建医院2家", "（二）新建公园3个"],
        ["①新建公园2个", "②改造道路3条"],
        ["1.新建学校3所", "2.改造道路3条"],
        ["⑴ 新建学校3所", "⑵ 改造道路3条"],
        ["第一，新建学校3所", "第二，改造道路3条"],
        ["一是新建学校3所", "二是改造道路3条"],
        ["一、新建社区中心5个", "二、县医院10月底前投用"],  # of one list
    ],
)
def test_a_numbered_line_that_tells_a_figure_and_heads_nothing_is_an_item(
    tasks: list[str],
) -> None:
    as_plan = document(ZH.format(done="修路3条。", tasks="\n".join(tasks)))
    assert kinds(read_document(as_plan), Kind.COMMITMENT) == tasks
    as_review = document(ZH.format(done="\n".join(tasks), tasks="修路3条。"))
    assert kinds(read_document(as_review), Kind.RESULT) == tasks


@pytest.mark.parametrize(
    ("tasks", "told"),
    [
        (["1. Build 3 schools", "2. Add 500 places (10 sites)"], ["Build 3 schools", "Add 500 places (10 sites)"]),
        (["(1) Build 3 schools", "(2) Add 500 places"], ["Build 3 schools", "Add 500 places"]),
        (["1) Build 3 schools", "2) Add 500 places"], ["Build 3 schools", "Add 500 places"]),
        (["First, build 3 schools", "Second, add 500 places"], ["First, build 3 schools", "Second, add 500 places"]),
    ],
)  # fmt: skip
def test_an_english_one_is_an_item_too(tasks: list[str], told: list[str]) -> None:
    text = EN.format(done="We built 3 roads.", tasks="\n".join(tasks))
    assert kinds(read_document(document(text)), Kind.COMMITMENT) == told


@pytest.mark.parametrize(
    "tasks",
    [
        "（一）新建医院2家\n建设县医院，改造病房。\n（二）新建公园3个\n在东城种树。",
        "（一）新建医院2家\n1.建设县医院。\n（二）新建公园3个\n1.在东城种树。",
        "（一）新建医院2家\n医院\t床位（张）\n县医院\t300\n（二）新建公园3个\n公园\t面积（亩）\n东园\t30",
    ],
    ids=["text", "list", "table"],
)
def test_a_heading_with_a_figure_and_something_below_it_stays_one(tasks: str) -> None:
    report = read_document(document(ZH.format(done="修路3条。", tasks=tasks)))
    told = {one.text: one.kind for one in report.statements}
    assert told["（一）新建医院2家"] is told["（二）新建公园3个"] is Kind.CONTEXT


@pytest.mark.parametrize(
    "tasks",
    [
        "（一）推进乡村振兴\n（二）完善公交线网",
        "（一）聚焦1个目标\n（二）抓好3项重点任务",
        "1. Three major goals\n2. Five key projects",
    ],
)
def test_numbered_lines_that_tell_no_figure_of_their_own_stay_headings(tasks: str) -> None:
    text = ZH.format(done="修路3条。", tasks=tasks)
    assert kinds(read_document(document(text)), Kind.COMMITMENT) == []


@pytest.mark.parametrize(
    ("title", "lines", "government"),
    [
        ("清河县2025年民生实事项目", ["一、新建公园6个", "二、改造小区15个"], "清河县"),
        ("青岩县2025年度十件民生实事", ["1.新建公园6个", "2.改造小区15个"], "青岩县"),
        (
            "Greenhill County Livelihood Projects for 2025",
            ["1. Build 3 schools", "2. Repair 12 bridges"],
            "Greenhill County",
        ),
        (
            "List of Livelihood Projects of Greenhill County for 2025",
            ["1. Build 3 schools", "2. Repair 12 bridges"],
            "Greenhill County",
        ),
    ],
)
def test_the_title_of_a_list_of_tasks_tells_whose_they_are_and_of_which_year(
    title: str, lines: list[str], government: str
) -> None:
    report = read_document(document("\n".join([f"{title}\n", *lines])))
    assert report.title == title
    assert report.government is not None
    assert (report.government.name, report.year_planned) == (government, 2025)
    assert (
        len(kinds(report, Kind.COMMITMENT))
        == len(lines)
        == len(report.quantities) - ("十件" in title)
    )


def test_a_list_of_what_was_done_is_of_results() -> None:
    lines = ["一、新建公园6个", "二、改造小区15个", "三、修路3条"]
    text = "清河县2024年民生实事项目完成情况\n\n" + "\n".join(lines)
    report = read_document(document(text))
    assert kinds(report, Kind.RESULT) == lines
    assert report.year_reviewed == 2024


def test_the_number_of_an_item_is_no_part_of_what_is_measured() -> None:
    text = ZH.format(done="修路3条。", tasks="⑴ 新建学校3所\n⑵ 改造道路3条")
    report = read_document(document(text))
    assert [one.measure for one in report.quantities][-2:] == ["新建学校", "改造道路"]
